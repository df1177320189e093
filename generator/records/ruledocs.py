"""Documentation of the refusals of this room: fields that are missing, unknown or ill-typed."""

from generator.core.problems import Severity
from generator.core.ruledocs import RuleDoc

_PLACE = (
    "-- places/nowhere.yml --\nid: nowhere\ntitle: {en: Nowhere}\nlevel: national\n"
)
_PARKS = """\
-- observations/parks.yml --
id: parks
title: {en: Parks in Nowhere}
value: {comparator: exactly, amount: 8, unit: parks}
as_written: 8个
period: 2024
method: measured
evidence: [{source: gazette}]
"""
_VALUE = "{comparator: exactly, amount: 8, unit: parks}"
_COMMENT = """\
-- comments/first.yml --
id: first
'on': policies/smallest
author: A reader
date: 2022-08-01
text: Is it so?
"""
_SOURCE = """\
-- sources/daily.yml --
id: daily
title: {en: A story}
type: webpage
publisher: Daily Nowhere
link: false
language: en
read: full
reliability: low
-- terms/plan.yml --
id: plan
title: {en: plan}
definition: What somebody sets out to do.
evidence: [{source: daily}]
"""
_CONFLICT = """\
-- conflicts/parks.yml --
id: parks
title: {en: How many parks?}
kind: value
about: ["policies/smallest#parks"]
readings:
  - {id: a, text: ten, as_written: 10个, source: gazette}
resolution: preferred
preferred: a
assessment: The gazette says so.
"""


def _doc(rule: str, text: str, right: str, *changes: tuple[str, str]) -> RuleDoc:
    """The wrong example is the right one with a change."""
    wrong = right
    for old, new in changes:
        wrong = wrong.replace(old, new)
    return RuleDoc(rule, Severity.ERROR, text, wrong, right)


def _value(
    rule: str, text: str, right: str, wrong: str, as_written: str = "8个"
) -> RuleDoc:
    parks = _PARKS.replace(_VALUE, right).replace("8个", as_written)
    return _doc(rule, text, parks, (right, wrong))


FIELDS: tuple[RuleDoc, ...] = (
    _doc(
        "record.missing",
        "A record has every field that its kind needs.\n"
        "`content/README.md` lists the fields of each kind.",
        _PLACE,
        ("level: national\n", ""),
    ),
    _doc(
        "record.unknown-field",
        "A record has no field that its kind does not know.\n"
        "A misspelt field would say nothing to anybody.",
        _PLACE,
        ("level: national", "level: national\niso3661: XA"),
    ),
    _doc(
        "record.not-listed",
        "Where a field has a list of words, one of them stands there.",
        _PLACE,
        ("national", "country"),
    ),
    _doc(
        "record.date",
        "A date is a day, a month, a quarter, a half or a year of the calendar.\n"
        "It is as precise as it is known; an interval has a slash.",
        _PARKS,
        ("2024", "2024-02-30"),
    ),
    _value(
        "record.number",
        "A number is written with all its digits, a point before decimals and nothing else.\n"
        "Thousands are not set apart, and units have a field of their own.",
        "{comparator: exactly, amount: 8000, unit: parks}",
        '{comparator: exactly, amount: "8,000", unit: parks}',
        "8000个",
    ),
    _doc(
        "record.yes-no",
        "Where a field is a question, `true` or `false` stands there.",
        _SOURCE,
        ("link: false", "link: no"),
    ),
    _doc(
        "record.id",
        "An id has lower-case letters, digits and single hyphens.\n"
        "It becomes a part of an address, which never changes.",
        _PARKS,
        ("source: gazette", "source: The Gazette"),
    ),
    _doc(
        "record.address",
        "A record of any kind is named by its folder and its id, a target also by a `#`.",
        _COMMENT,
        ("policies/smallest", "smallest"),
    ),
    _doc(
        "record.text",
        "Where a text belongs, no list and no mapping stands.",
        _COMMENT,
        ("A reader", "[A reader, Another]"),
    ),
    _doc(
        "record.empty",
        "A field that is given is filled in.",
        _COMMENT,
        ("A reader", '""'),
    ),
    _doc(
        "record.list",
        "Where several things can stand, a list stands, also around a single one.",
        _PARKS,
        ("[{source: gazette}]", "{source: gazette}"),
    ),
    _doc(
        "record.mapping",
        "Where a block of fields belongs, `name: value` lines stand.\n"
        "A title has a language before it.",
        _PLACE,
        ("{en: Nowhere}", "Nowhere"),
    ),
)

VALUES: tuple[RuleDoc, ...] = (
    _value(
        "record.unit",
        "What a number counts is in the list of units.\n"
        "`content/README.md` has the list; money has a `currency` instead.",
        "{comparator: exactly, amount: 8, unit: parks}",
        "{comparator: exactly, amount: 8, unit: park}",
    ),
    _value(
        "record.currency",
        "Money is in a currency of the list, by its ISO code.",
        "{comparator: exactly, amount: 8, currency: CNY}",
        "{comparator: exactly, amount: 8, currency: RMB}",
        "8元",
    ),
    _value(
        "value.unit",
        "A value has a unit or a currency, never both.",
        "{comparator: exactly, amount: 8, unit: parks}",
        "{comparator: exactly, amount: 8}",
    ),
    _value(
        "value.no-amount",
        "A value has a number, unless it is a range or an aspiration.",
        "{comparator: exactly, amount: 8, unit: parks}",
        "{comparator: exactly, unit: parks}",
    ),
    _value(
        "value.range",
        "A range has `min` and `max`, and nothing else has them.",
        "{comparator: range, min: 3, max: 5, unit: parks}",
        "{comparator: range, min: 3, unit: parks}",
        "3—5个",
    ),
    _value(
        "value.min-above-max",
        "The lower end of a range is not above the upper end.",
        "{comparator: range, min: 3, max: 5, unit: parks}",
        "{comparator: range, min: 5, max: 3, unit: parks}",
        "3—5个",
    ),
    _doc(
        "conflict.preferred",
        "The reading that is preferred is one of the conflict's own.",
        _CONFLICT,
        ("preferred: a", "preferred: b"),
    ),
)

RULES: tuple[RuleDoc, ...] = (*FIELDS, *VALUES)
