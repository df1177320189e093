"""Numbers in the sentences of records are held by records. Worked out by hand."""

from collections.abc import Callable

import pytest

from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
RULE = "wording.unfounded-number"
EVENT = """
-- sources/press.yml --
id: press
title: {{en: "Report: 40 firms"}}
numbers: [57.9 percent, about 60 jobs, US$52 billion]
type: article-newspaper
publisher: Daily
link: "false"
published: 2022-07-09
language: en
read: full
reliability: low
-- policies/second.yml --
id: second
title: {{en: Second plan (2022–2026)}}
type: plan
place: nowhere
issuers: [{{organization: office}}]
dates: {{published: 2022-07-08}}
period: {{start: 2022, end: 2026}}
tasks: [Build, Teach, Show]
status: issued
evidence: [{{source: gazette}}]
targets:
  - id: halls
    indicator: halls
    value: {{comparator: range, min: 3, max: 5, unit: parks}}
    as_written: 3—5个
    deadline: 2025
    commitment: in-policy-document
    certainty: confirmed
    evidence: [{{source: gazette, quote: 3—5个}}]
  - id: money
    indicator: scale
    value: {{comparator: more-than, amount: 1204000, currency: CNY}}
    as_written: 超过120.4万元
    commitment: in-policy-document
    certainty: confirmed
    evidence: [{{source: gazette, quote: 超过120.4万元}}]
-- events/opening.yml --
id: opening
title: {{en: Opening}}
date: 2022-07-09
kind: event
policies: [second]
numbers: ["9 months: counted by us", "13 percent: from 60 to 52 billion"]
summary: {summary}
evidence: [{{source: press}}]
"""
PLACE = "events/opening.yml"
LINE = 7
BEGIN = len("summary: ") + 1


@pytest.mark.parametrize(
    "summary",
    [
        "Three to five halls are to stand by 2025.",
        "It opens on 9 July 2022, a day after 8 July, in July 2022.",
        "The plan has three tasks and two targets, for five years, 2022 to 2026.",
        "The five-year plan of 2022 asks for four years.",
        "The scale is 1,204,000 yuan, about 1.2 million yuan.",
        "It fell by 57.9 percent; 60 jobs in 40 firms, 52 billion dollars.",
        "It took 9 months and 13 percent.",
        "5G and the second of all are one thing.",
    ],
)
def test_a_number_that_is_held_is_accepted(site: MakeSite, summary: str) -> None:
    """By the event, its policy, that policy's targets, or its source."""
    assert short(site(EVENT.format(summary=summary)).check()) == []


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Three to six halls are to stand.", "six"),
        ("They are to stand by 2027.", "2027"),
        ("It opens on 10 July 2022.", "10 July 2022"),
        ("It opened in June 2022.", "June 2022"),
        ("The plan has four tasks.", "four"),
        ("The plan has two tasks.", "two"),
        ("It took two years.", "two"),
        ("The scale is about 1.3 million yuan.", "1.3 million"),
        ("The scale is 1.2 million yuan.", "1.2 million"),
        ("The scale is 1,204,000 euro.", "1,204,000"),
        ("The scale is 1204 million yuan.", "1204 million"),
        ("It fell by 57.8 percent.", "57.8"),
        ("It cost 52 billion yuan.", "52 billion"),
        ("It took 8 months.", "8"),
        ("It is 62 of them.", "62"),
    ],
)
def test_a_number_that_nothing_holds_is_an_error(
    site: MakeSite, summary: str, wrong: str
) -> None:
    """At the number: another digit, date, count, currency, scale or precision."""
    column = BEGIN + summary.index(wrong)
    problems = site(EVENT.format(summary=summary)).check()
    assert short(problems) == [(PLACE, LINE, column, RULE)]
    assert problems[0].message == (
        f"no record or source that this one names holds `{wrong}`"
    )


PARKS = """
-- observations/parks.yml --
id: parks
title: {en: Parks}
value: {comparator: exactly, amount: 35, unit: parks}
as_written: 35个
period: 2024
method: measured
evidence: [{source: gazette}]
"""
CONFLICT = """
-- conflicts/parks.yml --
id: parks
title: {{en: How many parks?}}
kind: {kind}
about: [observations/parks]
readings:
  - {{id: a, text: {text}, source: gazette, as_written: 35个}}
  - {{id: b, text: all of them, source: gazette, as_written: 36个}}
resolution: explained
assessment: The readings are 35 and 36.
"""


@pytest.mark.parametrize(
    ("text", "kind", "is_held"),
    [
        ("35 parks", "value", True),
        ("36 parks", "value", False),
        ("36 parks", "comparability", True),
        ("37 parks", "comparability", False),
    ],
)
def test_a_reading_rests_on_its_own_words(
    site: MakeSite, text: str, kind: str, *, is_held: bool
) -> None:
    """What another source says is no ground where they say it of the same thing."""
    found = short(site(PARKS + CONFLICT.format(text=text, kind=kind)).check())
    assert found == ([] if is_held else [("conflicts/parks.yml", 6, 19, RULE)])


def test_what_is_about_a_record_holds_numbers_for_it(site: MakeSite) -> None:
    """The comment on a target names what an observation about it has measured, and no other."""
    files = """
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: halls
            indicator: halls
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2024
            commitment: in-policy-document
            certainty: confirmed
            evidence: [{source: gazette}]
            outcome:
              finding: no-figure-found
              comment: A count of 35 was found, and none of 36.
              searched_in: sources up to 8 July 2022, not 8 August 2022
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        as_written: 35个
        period: 2024
        method: measured
        about: ["policies/second#halls"]
        evidence: [{source: gazette}]
    """
    assert short(site(files).check()) == [
        ("policies/second.yml", 19, 53, RULE),
        ("policies/second.yml", 20, 51, RULE),
    ]


def test_corrections_say_what_was_wrong(site: MakeSite) -> None:
    """A correction names the old number; a remark of the editors may not."""
    files = """
        -- places/somewhere.yml --
        id: somewhere
        title: {en: Somewhere}
        level: municipal
        parent: nowhere
        notes:
          - {date: 2026-02-02, kind: correction, text: It had 9 parks.}
          - {date: 2026-02-02, kind: editorial, text: It had 9 parks.}
    """
    assert short(site(files).check()) == [("places/somewhere.yml", 7, 54, RULE)]


OPENING = """
-- events/opening.yml --
id: opening
title: {{en: Opening}}
date: 2022-07
kind: event
mentions: {mentions}
summary: Of 35 parks the last one opens.
evidence: [{{source: gazette}}]
"""


@pytest.mark.parametrize(
    ("mentions", "is_held"), [("[]", False), ("[observations/parks]", True)]
)
def test_a_record_that_is_mentioned_holds_numbers(
    site: MakeSite, mentions: str, *, is_held: bool
) -> None:
    """The summary of an event repeats an observation that no field of an event can name."""
    found = short(site(PARKS + OPENING.format(mentions=mentions)).check())
    assert found == ([] if is_held else [("events/opening.yml", 6, 13, RULE)])
