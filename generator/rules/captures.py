"""Rules about copies of sources: what can be proved of the words that records quote.

A copy is at hand where somebody has run `briefbook capture`; without it a quotation is not wrong,
only not proved. Whether the words say what the record says: rules/words.py.
"""

from collections import Counter
from collections.abc import Iterator

from generator.core.problems import Severity
from generator.core.refs import Ref
from generator.core.spans import Span
from generator.core.verbatim import stands_in, text_hash
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.phrases import Phrase
from generator.rules.registry import Finding, rule


@rule("capture.no-such-words")
def quoted_words_stand_in_their_sources(
    library: Library, _: Facts
) -> Iterator[Finding]:
    """Words that a record quotes stand in the copy of their source, word for word.

    Only white space and the composition of letters in Unicode are overlooked; `…` stands for
    words left out. A number as written has to stand in one of the sources that support it, and
    as a whole: 100家 does not stand in 1100家, nor 5家 in 3—5家.

    Wrong:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        capture:
          sha256: "0"
          text_sha256: 6a31cb623ef91ab121e49c7745258f30fb4c20296b9a171cee26bc7c448abcb3
          media_type: text/plain
          captured: 2022-08-01
        -- ../captures/bulletin.txt --
        Nowhere builds nine parks.
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin, quote: ten parks}]

    Right:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        capture:
          sha256: "0"
          text_sha256: 6a31cb623ef91ab121e49c7745258f30fb4c20296b9a171cee26bc7c448abcb3
          media_type: text/plain
          captured: 2022-08-01
        -- ../captures/bulletin.txt --
        Nowhere builds nine parks.
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin, quote: nine parks}]
    """
    for phrase in library.phrases:
        if _is_refuted(library, phrase):
            copies = " or ".join(f"`{one.id}`" for one in phrase.sources)
            yield Finding(
                phrase.entry.span(*phrase.loc),
                f"the words `{phrase.text}` do not stand in the copy of {copies}",
                "write them as they stand there, or capture the source again",
            )


@rule("capture.changed")
def copies_are_those_recorded(library: Library, _: Facts) -> Iterator[Finding]:
    """The copy at hand is the one whose hash stands in the record of the source.

    If it is another one, the message names what no longer stands in it.

    Wrong:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        capture:
          sha256: "0"
          text_sha256: "0"
          media_type: text/plain
          captured: 2022-08-01
        -- ../captures/bulletin.txt --
        Nowhere builds nine parks.
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin}]

    Right:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        capture:
          sha256: "0"
          text_sha256: 6a31cb623ef91ab121e49c7745258f30fb4c20296b9a171cee26bc7c448abcb3
          media_type: text/plain
          captured: 2022-08-01
        -- ../captures/bulletin.txt --
        Nowhere builds nine parks.
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin}]
    """
    for entry in library.sources:
        capture, text = entry.record.capture, library.captures.get(entry.record.id)
        if capture and text is not None and capture.text_sha256 != text_hash(text):
            yield Finding(
                entry.span("capture", "text_sha256"),
                f"the copy of `{entry.record.id}` has changed: "
                f"{_what_fails(library, entry.ref)}",
                f"capture it again: `briefbook capture {entry.record.id} FILE`",
            )


@rule("capture.unrecorded", Severity.WARNING, of_whole=True)
def copies_are_recorded(library: Library, _: Facts) -> Iterator[Finding]:
    """A copy at hand belongs to a source, and the record of the source has its hash.

    Wrong:
        -- ../captures/leaflet.txt --
        Nowhere builds nine parks.

    Right:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        capture:
          sha256: "0"
          text_sha256: 6a31cb623ef91ab121e49c7745258f30fb4c20296b9a171cee26bc7c448abcb3
          media_type: text/plain
          captured: 2022-08-01
        -- ../captures/bulletin.txt --
        Nowhere builds nine parks.
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin}]
    """
    sources = {entry.record.id: entry for entry in library.sources}
    for name in sorted(library.captures):
        entry = sources.get(name)
        if entry is None:
            message = f"there is no source with the id `{name}`"
            yield Finding(Span(f"captures/{name}.txt"), message, "remove the copy")
        elif entry.record.capture is None:
            message = f"there is a copy of `{name}`, but its hash is not in the record"
            advice = f"capture it again: `briefbook capture {name} FILE`"
            yield Finding(entry.key_span("id"), message, advice)


@rule("capture.not-at-hand", Severity.NOTE, of_whole=True)
def quoted_words_are_proved(library: Library, _: Facts) -> Iterator[Finding]:
    """What a record quotes can be held against a copy of its source.

    Wrong:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin, quote: nine parks}]

    Right:
        -- sources/bulletin.yml --
        id: bulletin
        title: {en: Bulletin}
        type: webpage
        publisher: Office of Nowhere
        language: en
        read: full
        reliability: high
        capture:
          sha256: "0"
          text_sha256: 6a31cb623ef91ab121e49c7745258f30fb4c20296b9a171cee26bc7c448abcb3
          media_type: text/plain
          captured: 2022-08-01
        -- ../captures/bulletin.txt --
        Nowhere builds nine parks.
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: bulletin, quote: nine parks}]
    """
    unproved = Counter(
        phrase.sources[0] for phrase in library.phrases if _is_open(library, phrase)
    )
    for ref, number in sorted(unproved.items()):
        noun = "phrase" if number == 1 else "phrases"
        yield Finding(
            library.entries[ref].span("id"),
            f"{number} {noun} quoted from `{ref.id}` could not be proved: no copy at hand",
            f"if you have one: `briefbook capture {ref.id} FILE`",
        )


def _is_refuted(library: Library, phrase: Phrase) -> bool:
    """Whether every source that could carry the words is at hand, and none does."""
    at_hand = [ref.id in library.captures for ref in phrase.sources]
    return bool(at_hand) and all(at_hand) and not _is_proved(library, phrase)


def _is_open(library: Library, phrase: Phrase) -> bool:
    """Whether a source that could carry the words is missing, and none at hand does."""
    at_hand = [ref.id in library.captures for ref in phrase.sources]
    return not all(at_hand) and not _is_proved(library, phrase)


def _is_proved(library: Library, phrase: Phrase) -> bool:
    texts = (library.captures.get(ref.id, "") for ref in phrase.sources)
    return any(stands_in(phrase.text, text) for text in texts)


def _what_fails(library: Library, source: Ref) -> str:
    """Which quotations of a source do not stand in the copies at hand."""
    quoted = [phrase for phrase in library.phrases if source in phrase.sources]
    failing = [one for one in quoted if not _is_proved(library, one)]
    if not failing:
        return "everything quoted from it still stands"
    named = "; ".join(f"`{one.text}` ({one.entry.span(*one.loc)})" for one in failing)
    return f"these words no longer stand in it: {named}"
