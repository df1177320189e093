"""The index of sources: every document that was read, with filters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.filters import Filter, make_filter, token
from generator.pages.lists import Count, count
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.source import TYPE, titles
from generator.pages.views import Day, LinkView, Words
from generator.records.base import Entry
from generator.records.source import Source

_PATH = "sources/index.md"

STANDING = {
    "original": "official",
    "reprint": "official, reprinted",
    "none": "not official",
}
READ = {"full": "in full", "excerpt": "excerpt"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source."""

    id: str
    link: LinkView
    other: Words | None
    """Its title in another language."""
    publisher: Words
    type: str
    standing: str
    reliability: str
    language: str
    read: str
    day: Day | None
    uses: Count

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What each filter compares, by its name."""
        return tuple((name, token(words(self))) for name, _, words in FILTERS)


FILTERS: tuple[tuple[str, str, Callable[[SourceRow], str]], ...] = (
    ("type", "Type", lambda row: row.type),
    ("publisher", "Publisher", lambda row: row.publisher.text),
    ("standing", "Standing", lambda row: row.standing),
    ("reliability", "Reliability", lambda row: row.reliability),
    ("language", "Language", lambda row: row.language),
    ("read", "Reading", lambda row: row.read),
)
"""Name in the address, label, and what a row is filtered by."""
ORDER = ("high", "medium", "low")
"""Choices that have an order of their own."""


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    rows = [_row(sheet, entry) for entry in _newest_first(site)]
    yield Page(
        type="sources",
        path=_PATH,
        title="Sources",
        description="Every source that was read, who says it and how far it can be relied on.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Sources"),
            "total": count("sources", len(rows), "source"),
            "official": count("sources.official", _official(rows), "source"),
            "full": count("sources.full", _full(rows), "source"),
            "filters": _filters(rows),
            "rows": rows,
        },
        scripts=("tracker",),
    )


def _newest_first(site: Site) -> list[Entry[Source]]:
    """By the day of publication; sources without one last."""

    def day(entry: Entry[Source]) -> str:
        on = entry.record.published
        return on.last.isoformat() if on else ""

    return sorted(site.library.sources, key=day, reverse=True)


def _row(sheet: Sheet, entry: Entry[Source]) -> SourceRow:
    source = entry.record
    title, _ = titles(sheet.site, entry)
    link = sheet.link(entry.ref)
    return SourceRow(
        id=source.id,
        link=link,
        other=title if title.text != link.words.text else None,
        publisher=Words(source.publisher, ref=str(entry.ref)),
        type=TYPE[source.type],
        standing=STANDING[source.official],
        reliability=source.reliability,
        language=vocabulary.LANGUAGE[source.language],
        read=READ[source.read],
        day=sheet.day(source.published),
        uses=count("uses", len(sheet.site.library.links_to(entry.ref)), "use"),
    )


def _official(rows: list[SourceRow]) -> int:
    return sum(row.standing != STANDING["none"] for row in rows)


def _full(rows: list[SourceRow]) -> int:
    return sum(row.read == READ["full"] for row in rows)


def _filters(rows: list[SourceRow]) -> list[Filter]:
    return [
        make_filter(name, label, [words(row) for row in rows], order=ORDER)
        for name, label, words in FILTERS
    ]
