"""Blocks that several page types share: fact rows, mentions, actions."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import date_words, day_words
from generator.library.review import is_outdated, review_state
from generator.pages import vocabulary
from generator.pages.addresses import url_of
from generator.pages.citing import cite
from generator.pages.page import page_url
from generator.pages.reporting import report_url
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import (
    Actions,
    Basis,
    Day,
    Download,
    LinkView,
    Mark,
    NamedBy,
    Words,
)
from generator.records.base import Entry, Record, Review


@frozen
class FactRow:
    """One line of a fact box: links, words, or why there is neither."""

    label: str
    words: tuple[Words, ...] = ()
    links: tuple[LinkView, ...] = ()
    day: Day | None = None
    missing: str = ""
    marks: tuple[Mark, ...] = ()
    field: str = ""
    """What the first mark carries, where lists link to its note by the name of the field."""


@frozen
class DatedNote:
    """A note to readers."""

    day: Day
    kind: str
    text: Words


@frozen
class RecordLine:
    """What is said of a record under its title and at its end."""

    review: str
    """How far it has been reviewed, as it stands now."""
    reviewers: Words | None
    reviewed: Day | None
    checked: Day | None
    changed: Day | None
    """The day of the last change of its file, where git knows it."""
    as_of: Day
    remarks: tuple[Words, ...]
    states: tuple[Words, ...]
    """Of a source: numbers that it states and no value holds."""
    basis: Basis | None
    notes: tuple[DatedNote, ...]


MENTIONS = {
    "briefings": "Briefings",
    "policies": "Policies",
    "conflicts": "Conflicts",
    "claims": "Statements checked",
    "events": "Events",
    "observations": "Observations",
    "organizations": "Organizations",
    "places": "Places",
    "topics": "Topics",
    "terms": "Glossary",
}
"""Kinds of records that can mention another, in the order in which they are listed."""


def mentions(
    sheet: Sheet, ref: Ref, leave_out: Sequence[str] = ()
) -> tuple[NamedBy, ...]:
    """The records that mention this one, by kind; `leave_out` are shown elsewhere."""
    return tuple(
        NamedBy(label, sheet.file_links(refs))
        for label, refs in mentioning(sheet.site, ref, leave_out)
    )


def mentioning(
    site: Site, ref: Ref, leave_out: Sequence[str] = ()
) -> Iterator[tuple[str, list[Ref]]]:
    """The same as addresses below the words for their kind."""
    naming = site.library.named_by_kind(ref)
    for kind, label in MENTIONS.items():
        if kind in naming and kind not in leave_out:
            yield label, naming[kind]


def record_line(sheet: Sheet, entry: Entry[Record]) -> RecordLine:
    """Review, day of the last check, remarks and dated notes of a record."""
    record = entry.record
    ref = str(entry.ref)
    stated = record.numbers if entry.ref.kind == "sources" else ()
    review = Review() if review_state(entry) == "drafted" else record.review
    return RecordLine(
        review=_review_words(entry),
        reviewers=sheet.words(" and ".join(review.by), ref),
        reviewed=sheet.day(review.on),
        checked=sheet.day(record.checked),
        changed=_changed(sheet.site, entry),
        as_of=as_of(sheet.site),
        remarks=tuple(Words(text, ref=ref) for text in record.remarks),
        states=tuple(Words(text, ref=ref) for text in stated),
        basis=sheet.basis(entry.ref),
        notes=tuple(
            DatedNote(
                Day(date_words(note.date), note.date.edtf),
                note.kind,
                Words(note.text, ref=ref),
            )
            for note in record.notes
        ),
    )


def _review_words(entry: Entry[Record]) -> str:
    if is_outdated(entry):
        return vocabulary.REVIEW_OUTDATED
    state = review_state(entry)
    is_by_machine = (entry.record.review.author or "").casefold() == "machine"
    if state == "drafted" and is_by_machine:
        return vocabulary.REVIEW_MACHINE
    return vocabulary.REVIEW[state]


def _changed(site: Site, entry: Entry[Record]) -> Day | None:
    day = site.settings.changed.get(entry.document.path)
    return Day(day_words(day), day.isoformat()) if day else None


def as_of(site: Site) -> Day:
    """The day on which the site's deadlines are read."""
    day = site.settings.as_of
    return Day(day_words(day), day.isoformat())


def actions(
    sheet: Sheet, entry: Entry[Record], downloads: Iterable[Download] = ()
) -> Actions:
    """What a reader can do with the page of a record."""
    settings = sheet.site.settings
    return Actions(
        edit_url=settings.edit_url(entry.document.path),
        report_url=sheet.report_url(entry.ref),
        downloads=tuple(downloads),
    )


def page_foot(
    sheet: Sheet, title: str, downloads: Sequence[Download] = ()
) -> dict[str, Any]:
    """What a page that lists records ends with: files, a word to us, how to cite it."""
    url = report_url(sheet.site.settings, page_url(sheet.path))
    columns = sheet.page("data/index.md", "What the columns mean")
    return {
        "can": Actions("", url, tuple(downloads), columns if downloads else None),
        "cite": cite(sheet, title),
    }


def list_downloads(name: str) -> tuple[Download, ...]:
    """The files of all policies or all targets."""
    return tuple(
        Download(kind.upper(), f"{name}.{kind}", kind) for kind in ("csv", "json")
    )


def page_downloads(ref: Ref, kinds: Sequence[str]) -> tuple[Download, ...]:
    """The files that stand beside the page of a record."""
    return tuple(Download(kind.upper(), f"{ref.id}.{kind}", kind) for kind in kinds)


def address(ref: Ref) -> str:
    """The address of a record below the site's root."""
    return url_of(ref)


def plain(text: str, limit: int = 200) -> str:
    """One line for search engines: cut at a word."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
