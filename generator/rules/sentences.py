"""Rules about the sentences of records: each number in them is one that a record holds.

Numbers in headlines and narratives: rules/wording.py. The words of sources: rules/words.py.
"""

from collections.abc import Iterator

from generator.core.spans import Loc
from generator.library.facts import Facts
from generator.library.foundations import Foundations
from generator.library.library import Library
from generator.library.sentences import sentences
from generator.reading.narrative import value_places
from generator.reading.said_numbers import Said, numbers_said
from generator.records.base import Entry, Record
from generator.rules.registry import Finding, rule

_ADVICE = (
    "correct it, or say it without the number; if another record holds it, name that under "
    "`mentions`; if a source states it, add it to the `numbers` of the source"
)


@rule("wording.unfounded-number", of_whole=True)
def sentences_say_numbers_of_records(library: Library, _: Facts) -> Iterator[Finding]:
    """Each number and date in a sentence of a record is held by that record or by one it names.

    As a value, a date, a count of a list, a number in a quotation, a title or a number as
    written; or the source that states it lists it in its `numbers`. A record is also named by
    `mentions`. Sentences are comments, notes, summaries, remarks, assessments, tasks and
    definitions; what a source says in a conflict has to be held by its own reading. Names (5G),
    ordinals and `one` are no numbers.

    Wrong:
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        summary: Nowhere opens nine parks.
        evidence: [{source: gazette, quote: ten parks}]

    Right:
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        summary: Nowhere opens ten parks.
        evidence: [{source: gazette, quote: ten parks}]
    """
    foundations = Foundations(library)
    for entry in library.with_publication:
        if entry.ref.kind not in {"briefings", "comments"}:
            for loc, text in sentences(entry):
                for said in numbers_said(text):
                    if not foundations.carry(entry, loc, said):
                        yield _unfounded(entry, loc, said)


def _unfounded(entry: Entry[Record], loc: Loc, said: Said) -> Finding:
    span = value_places(entry.document, loc)(said.start, len(said.text))
    message = f"no record or source that this one names holds `{said.text}`"
    return Finding(span, message, _ADVICE)
