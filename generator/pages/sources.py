"""The index of sources: an explorer of every document that was read, and a plain table."""

from collections.abc import Iterator, Sequence

from generator.core.frozen import frozen
from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.explorer_index import (
    Cell,
    Column,
    ExplorerIndex,
    Facet,
    Sort,
    with_conflicts,
)
from generator.pages.lists import Count, count
from generator.pages.page import Page
from generator.pages.paging import Part, parts
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


FIELDS = (
    "id",
    "title",
    "title_lang",
    "title_zh",
    "original_lang",
    "publisher",
    "type",
    "published",
    "published_words",
    "standing",
    "reliability",
    "language",
    "read",
    "uses",
)
_INDEX = ExplorerIndex(
    file="sources.index.json",
    one="source",
    many="sources",
    base="./",
    fields=FIELDS,
    columns=(
        Column(
            "title",
            "Source",
            link=True,
            lang="title_lang",
            sub="title_zh",
            sub_lang="original_lang",
        ),
        Column("publisher", "Publisher", note="type"),
        Column("published", "Published", words="published_words", none="no date seen"),
        Column("standing", "Standing", note="read"),
        Column("reliability", "Reliability"),
        Column("uses", "Uses", num=True),
    ),
    facets=(
        Facet("type", "Type"),
        Facet("publisher", "Publisher"),
        Facet("standing", "Standing"),
        Facet("reliability", "Reliability"),
        Facet("language", "Language"),
        Facet("read", "Read"),
    ),
    sorts=(
        Sort("newest", "Newest first", "published", is_descending=True),
        Sort("title", "By title", "title"),
        Sort("publisher", "By publisher", "publisher"),
        Sort("uses", "Most used", "uses", is_descending=True),
    ),
    search=("title", "title_zh", "publisher", "type"),
    rows=(),
    repeated=("title_lang", "original_lang", "published_words"),
)


@frozen
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


def pages(site: Site) -> Iterator[Page]:
    """All sources, the newest first."""
    entries = _newest_first(site)
    for part in parts(site, _PATH, entries):
        yield _page(part, _index(part.sheet, entries) if part.is_first else None)


def _index(sheet: Sheet, entries: Sequence[Entry[Source]]) -> ExplorerIndex:
    cells = [_cells(_row(sheet, entry), entry.record) for entry in entries]
    return with_conflicts(sheet, _INDEX, cells)


def _page(part: Part[Entry[Source]], explorer: ExplorerIndex | None) -> Page:
    sheet, title = part.sheet, part.titled("Sources")
    all_of_them = sheet.site.library.sources
    every = "Every source that was read, who says it and how far it can be relied on."
    return Page(
        type="sources",
        path=sheet.path,
        title=title,
        description=every if explorer else f"{title}: as a plain table.",
        context={
            "as_of": as_of(sheet.site),
            **(page_foot(sheet, title) if explorer else {}),
            "total": count("sources", len(all_of_them), "source"),
            "official": count("sources.official", _official(all_of_them), "source"),
            "full": count("sources.full", _full(all_of_them), "source"),
            "explorer": explorer,
            "turn": part.turn,
            "first": sheet.page(_PATH, "first page"),
            "rows": [_row(sheet, entry) for entry in part.shown],
        },
        scripts=("explorer",) if explorer else (),
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


def _cells(row: SourceRow, source: Source) -> dict[str, Cell]:
    """What the explorer indexes of a source."""
    return {
        "id": row.id,
        "title": row.link.words.text,
        "title_lang": row.link.words.lang,
        "title_zh": row.other.text if row.other else "",
        "original_lang": row.other.lang if row.other else "",
        "publisher": row.publisher.text,
        "type": row.type,
        "published": source.published.text if source.published else "",
        "published_words": row.day.words if row.day else "",
        "standing": row.standing,
        "reliability": row.reliability,
        "language": row.language,
        "read": row.read,
        "uses": row.uses.value,
    }


def _official(entries: Sequence[Entry[Source]]) -> int:
    return sum(entry.record.official != "none" for entry in entries)


def _full(entries: Sequence[Entry[Source]]) -> int:
    return sum(entry.record.read == "full" for entry in entries)
