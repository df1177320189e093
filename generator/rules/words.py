"""Rules about the words of sources: they say what the record says, and where there are none."""

from collections.abc import Iterator

from generator.core.problems import Severity
from generator.core.written import Disagreement, compare, read_written
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.phrases import Phrase, worded
from generator.rules.registry import Finding, rule


@rule("wording.as-written")
def records_say_what_sources_write(library: Library, _: Facts) -> Iterator[Finding]:
    """The number as the source writes it is the number of the record.

    Chinese and English numerals, units and comparators are read: 超过3500亿元 is more than
    350,000,000,000 yuan. Targets, their baselines, observations and readings of conflicts.

    Wrong:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 350, unit: parks}
        as_written: 超过35个
        period: 2024
        method: measured
        evidence: [{source: gazette}]

    Right:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: more-than, amount: 35, unit: parks}
        as_written: 超过35个
        period: 2024
        method: measured
        evidence: [{source: gazette}]
    """
    for phrase in library.phrases:
        difference = _difference(phrase) if phrase.is_as_written else None
        if difference:
            advice = "correct the value, or `as_written`"
            yield Finding(phrase.entry.span(*phrase.loc), str(difference), advice)


@rule("wording.unreadable", Severity.NOTE)
def numbers_as_written_are_read(library: Library, _: Facts) -> Iterator[Finding]:
    """The number as the source writes it can be read, or a remark says what it means.

    Wrong:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        as_written: a handful
        period: 2024
        method: measured
        evidence: [{source: gazette}]

    Right:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        as_written: a handful
        remarks: ["The gazette counts them in a table."]
        period: 2024
        method: measured
        evidence: [{source: gazette}]
    """
    for phrase in library.phrases:
        is_number = any(value.numbers for value in phrase.values)
        if is_number and not phrase.is_explained and not read_written(phrase.text):
            message = (
                f"`{phrase.text}` cannot be read as a number, so it proves nothing"
            )
            advice = "say in a remark how the value follows from it"
            yield Finding(phrase.entry.span(*phrase.loc), message, advice)


@rule("capture.other-number")
def quoted_numbers_are_those_recorded(library: Library, _: Facts) -> Iterator[Finding]:
    """A number in a quotation that carries a value is the number of the record.

    Number, ends of a range, comparator and unit. The official wording of a checked statement is
    held against the targets and observations that the statement is about.

    Wrong:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        period: 2024
        method: measured
        evidence: [{source: gazette, quote: 超过35个}]

    Right:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        period: 2024
        method: measured
        evidence: [{source: gazette, quote: 35个}]
    """
    for phrase in library.phrases:
        difference = None if phrase.is_as_written else _difference(phrase)
        if difference:
            advice = "correct the value or the quotation"
            yield Finding(phrase.entry.span(*phrase.loc), str(difference), advice)


@rule("evidence.no-words", Severity.NOTE)
def values_rest_on_words(library: Library, _: Facts) -> Iterator[Finding]:
    """For every value a few words of its source are recorded.

    Without them nobody can hold the value against what the source writes, and its notes say that
    no words are recorded. A note to the editors: it fails nothing.

    Wrong:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        period: 2024
        method: measured
        evidence: [{source: gazette}]

    Right:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        period: 2024
        method: measured
        evidence: [{source: gazette, quote: 35个}]
    """
    for entry in library:
        found = list(worded(entry, library.quantity_of))
        silent = [one.name for one in found if not one.has_words]
        if silent:
            noun = "value rests" if len(silent) == 1 else "values rest"
            message = (
                f"{len(silent)} {noun} on no words of a source: {', '.join(silent)}"
            )
            advice = "quote the few words that carry it, or write `as_written`"
            yield Finding(entry.span("id"), message, advice)


def _difference(phrase: Phrase) -> Disagreement | None:
    """Where words depart from every value that they can carry; nothing if they agree with one."""
    written = read_written(phrase.text) if phrase.values else None
    if written is None:
        return None
    found = [compare(written, value) for value in phrase.values]
    departing = [one for one in found if one is not None]
    is_carried = len(departing) < len(found)
    return None if is_carried else min(departing, key=lambda one: len(one.fields))
