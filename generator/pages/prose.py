"""Authors' text with its references resolved: pieces that a template prints one after the other."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.core.english_numerals import count_words
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.spans import Span
from generator.library.counts import count_of
from generator.pages import vocabulary
from generator.pages.evidence_links import carrying
from generator.pages.sheet import Sheet
from generator.pages.site import capitalized
from generator.pages.views import Day, LinkView, Mark, StatusView, ValueView, Words
from generator.reading.narrative import Mark as Insertion
from generator.reading.narrative import Reference, find_marks, find_references_in
from generator.reading.numbers import quotation_before
from generator.records.event import Event
from generator.records.fields import Evidence
from generator.records.observation import Observation
from generator.records.policy import Policy


@frozen
class Piece:
    """One stretch of a text; exactly one of its fields is filled, beside the marks."""

    text: str = ""
    """Markdown as the author wrote it."""
    link: LinkView | None = None
    value: ValueView | None = None
    status: StatusView | None = None
    day: Day | None = None
    words: Words | None = None
    quote: Words | None = None
    """Words that the author quotes from the source named behind them."""
    marks: tuple[Mark, ...] = ()

    @property
    def plain(self) -> str:
        """The piece without links and notes, for titles and descriptions."""
        if self.link:
            return self.link.words.text
        if self.value:
            return self.value.words
        if self.status:
            return self.status.words
        if self.day:
            return self.day.words
        if self.quote:
            return f"“{self.quote.text}”"
        return self.words.text if self.words else self.text


_BEGINNING = re.compile(r"(?:(?:\A|\n)[-*>#]+|\A|[.!?][’”)]?|\n\s*\n)\s*\Z")
"""What stands before the first word of a sentence, of a paragraph or of a line of a list."""

Prose = tuple[Piece, ...]


def prose(sheet: Sheet, text: str) -> Prose:
    """The pieces of a text in their order."""
    return tuple(_pieces(sheet, text))


def headline(sheet: Sheet, text: str) -> Prose:
    """The pieces of a headline: what it says of a record has notes once, with the value if any."""
    references, _ = find_references_in(text, _nowhere)
    return tuple(
        _pieces(sheet, text, {one.ref for one in references if not one.aspect})
    )


def plain(pieces: Prose) -> str:
    """A text as one plain line."""
    return " ".join("".join(piece.plain for piece in pieces).split())


def _pieces(sheet: Sheet, text: str, valued: Collection[Ref] = ()) -> Iterator[Piece]:
    """`valued` are records whose value has the notes of all that is said of them."""
    references, _ = find_references_in(text, _nowhere)
    excused, _ = find_marks(text, _nowhere)
    at = 0
    every: list[Reference | Insertion] = [*references, *excused]
    for found in sorted(every, key=lambda one: one.start):
        if found.start > at:
            yield from _between(sheet, text, at, found)
        if isinstance(found, Reference):
            has_notes = not found.aspect or found.ref not in valued
            piece = _resolved(sheet, found) if has_notes else _unmarked(sheet, found)
            yield _capitalized(piece) if _begins(text, found) else piece
        else:
            yield Piece(words=Words(found.text, ref="briefings"))
        at = found.end
    if at < len(text):
        yield Piece(text=text[at:])


def _between(
    sheet: Sheet, text: str, at: int, found: Reference | Insertion
) -> Iterator[Piece]:
    """The text before a reference; what is quoted from a source is a piece of its own."""
    before = text[at : found.start]
    if not isinstance(found, Reference) or found.kind_word != "source":
        yield Piece(text=before)
        return
    quotation = quotation_before(text, found.start)
    if quotation is None or quotation[0] < at:
        yield Piece(text=before)
        return
    start, end = quotation
    if start > at:
        yield Piece(text=text[at:start])
    words = text[start + 1 : end - 1]
    yield Piece(quote=sheet.phrase(words, [Evidence(source=found.ref)]))
    if end < found.start:
        yield Piece(text=text[end : found.start])


def _nowhere(_start: int, _length: int) -> Span:
    """Positions were judged when the text was read."""
    return Span("")


def _resolved(sheet: Sheet, reference: Reference) -> Piece:
    resolve = _RESOLVERS.get(reference.kind_word, _link)
    return resolve(sheet, reference.ref, reference.aspect)


def _unmarked(sheet: Sheet, reference: Reference) -> Piece:
    """What a reference says without its notes."""
    return replace(_resolved(sheet.quiet(), reference), marks=())


def _begins(text: str, found: Reference) -> bool:
    """Whether a count is the first word."""
    if found.kind_word != "count":
        return False
    return _BEGINNING.search(text[: found.start]) is not None


def _capitalized(piece: Piece) -> Piece:
    words = piece.words and replace(piece.words, text=capitalized(piece.words.text))
    return replace(piece, words=words)


def _count(sheet: Sheet, ref: Ref, aspect: str) -> Piece:
    """In words up to ten, with the note of what carries the list."""
    library = sheet.site.library
    number = count_of(library, ref, aspect)
    evidence = library.get(ref.whole, Policy).evidence
    if ref.part:
        evidence = library.targets[ref][1].evidence
    marks = sheet.marks(carrying(evidence, aspect), ref)
    return Piece(words=Words(count_words(number), ref=str(ref)), marks=marks)


def _link(sheet: Sheet, ref: Ref, aspect: str) -> Piece:
    return Piece(link=sheet.link(ref, aspect or None))


def _source(sheet: Sheet, ref: Ref, aspect: str) -> Piece:
    evidence = Evidence(source=ref, locator=aspect or None)
    return Piece(words=Words(""), marks=sheet.marks([evidence]))


def _event(sheet: Sheet, ref: Ref, aspect: str) -> Piece:
    marks = sheet.marks(sheet.site.library.get(ref, Event).evidence, ref)
    if aspect == "date":
        return Piece(day=sheet.event_day(ref), marks=marks)
    return Piece(link=sheet.link(ref, aspect or None), marks=marks)


def _target(sheet: Sheet, ref: Ref, aspect: str) -> Piece:
    if not ref.part:
        return _link(sheet, ref, aspect)
    view = (sheet.quiet() if aspect in {"state", "indicator"} else sheet).target(ref)
    if aspect == "deadline":
        if view.deadline is None:
            words = Words("no deadline stated", ref=str(ref))
            return Piece(words=words, marks=view.value.marks)
        return Piece(day=view.deadline, marks=view.value.marks)
    if aspect == "state":
        return Piece(status=view.status)
    if aspect == "as-written" and view.as_written:
        words = replace(view.as_written, ref=str(ref))
        return Piece(words=words, marks=view.value.marks)
    if aspect == "indicator":
        return Piece(link=view.link)
    return Piece(value=view.value, marks=view.value.marks)


def _observation(sheet: Sheet, ref: Ref, aspect: str) -> Piece:
    if aspect == "method":
        method = vocabulary.METHOD[sheet.site.library.get(ref, Observation).method]
        return Piece(words=Words(method, ref=str(ref)))
    view = sheet.observation(ref)
    if aspect == "period":
        return Piece(day=view.period, marks=view.marks)
    if aspect == "as-written" and view.as_written:
        words = replace(view.as_written, ref=str(ref))
        return Piece(words=words, marks=view.marks)
    if view.value is None:
        return Piece(words=Words("no number", ref=str(ref)), marks=view.marks)
    return Piece(value=view.value, marks=view.marks)


_RESOLVERS: Mapping[str, Callable[[Sheet, Ref, str], Piece]] = MappingProxyType(
    {
        "count": _count,
        "target": _target,
        "observation": _observation,
        "source": _source,
        "event": _event,
    }
)
"""By the word before the colon; all others are links."""
