"""The lists behind the counts of the quality sheet: every value, and every record."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.core.frozen import frozen
from generator.library.gaps import gaps_of
from generator.library.quality import ValueCheck, records, values
from generator.library.review import review_state
from generator.pages import vocabulary
from generator.pages.addresses import relative_url
from generator.pages.blocks import as_of
from generator.pages.filters import Filter, Option
from generator.pages.lists import Count, count
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView
from generator.records.base import Entry, Record
from generator.records.observation import Observation

VALUES = "quality/values.md"
RECORDS = "quality/records.md"
MOST_ROWS = 1_000
"""A longer list is no reading matter: the rest stands in the table for spreadsheets."""

Facet = Mapping[str, str]
"""Words by the values of one filter, in the order in which it offers them."""
EVIDENCE: Facet = {"official": "official text", "other": "not official"}
QUOTED: Facet = {"quoted": "recorded", "none": "not recorded"}
REVIEWED: Facet = {
    "drafted": "not reviewed",
    "reviewed": "reviewed",
    "second-reviewed": "reviewed twice",
}
CERTAINTY: Facet = {**vocabulary.CERTAINTY, **vocabulary.METHOD}
"""How sure a target is, or how an observation came about."""


@frozen
class Column:
    """A heading, the filter of the same name, and the words of its values."""

    name: str
    heading: str
    words: Facet


@frozen
class Row:
    """A value or record with its values in each column; one can have several."""

    link: LinkView
    note: LinkView | None
    """What it belongs to."""
    cells: tuple[tuple[str, ...], ...]


@frozen
class Cell:
    """What stands in a cell: words, and the values that a filter compares."""

    name: str
    heading: str
    words: str
    values: str


VALUE_COLUMNS = (
    Column("evidence", "Evidence", EVIDENCE),
    Column("words", "Words of the source", QUOTED),
    Column("certainty", "Certainty or method", CERTAINTY),
    Column("review", "Review", REVIEWED),
)
RECORD_COLUMNS = (
    Column("kind", "Kind", vocabulary.KIND),
    Column("review", "Review", REVIEWED),
    Column("gap", "Lacks", vocabulary.GAP),
)


def address(sheet: Sheet, path: str, **chosen: str) -> str:
    """The way to a list, showing only what has the chosen values."""
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    return f"{relative_url(path, start=sheet.path)}?{query}"


def pages(site: Site) -> Iterator[Page]:
    """One page of all values, one of all records."""
    yield _page(site, VALUES, "Every value and what it rests on", VALUE_COLUMNS)
    yield _page(site, RECORDS, "Every record and what it lacks", RECORD_COLUMNS)


def _page(site: Site, path: str, title: str, columns: Sequence[Column]) -> Page:
    sheet = Sheet(site, path)
    every = _values(sheet) if path == VALUES else _records(sheet)
    rows = every[:MOST_ROWS]
    return Page(
        type="quality_list",
        path=path,
        title=title,
        description="The list behind the counts of the quality sheet.",
        context={
            "title": title,
            "as_of": as_of(site),
            "back": sheet.page("quality/index.md", "Quality"),
            "total": _total(path, len(every)),
            "more": _total(path, len(every) - len(rows)),
            "csv": sheet.file(path.replace(".md", ".csv")),
            "columns": columns,
            "rows": [(row, cells_of(row, columns)) for row in rows],
            "filters": [_filter(column, n, rows) for n, column in enumerate(columns)],
        },
        scripts=("tracker",),
    )


def _total(path: str, number: int) -> Count:
    noun = "value" if path == VALUES else "record"
    return count(f"quality.{noun}s", number, noun)


def cells_of(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """The cells of a row in the order of the columns."""
    return [
        Cell(
            name=column.name,
            heading=column.heading,
            words=", ".join(column.words[one] for one in chosen),
            values=" ".join(chosen),
        )
        for column, chosen in zip(columns, row.cells, strict=True)
    ]


def _filter(column: Column, number: int, rows: Sequence[Row]) -> Filter:
    counted = Counter(one for row in rows for one in row.cells[number])
    options = (
        Option(value, words, counted[value])
        for value, words in column.words.items()
        if counted[value]
    )
    return Filter(column.name, column.heading, "All", tuple(options))


def _values(sheet: Sheet) -> list[Row]:
    return [_value(sheet, one) for one in values(sheet.site.library)]


def _value(sheet: Sheet, one: ValueCheck) -> Row:
    method = one.certainty or sheet.site.library.get(one.ref, Observation).method
    return Row(
        link=sheet.link(one.ref),
        note=sheet.link(one.ref.whole) if one.ref.part else None,
        cells=(
            ("official" if one.is_primary else "other",),
            ("quoted" if one.is_quoted else "none",),
            (method,),
            (one.review,),
        ),
    )


def _records(sheet: Sheet) -> list[Row]:
    return [_record(sheet, entry) for entry in records(sheet.site.library)]


def _record(sheet: Sheet, entry: Entry[Record]) -> Row:
    gaps = tuple(gap for gap in gaps_of(entry) if gap != "review")
    return Row(
        link=sheet.link(entry.ref),
        note=None,
        cells=((entry.document.kind,), (review_state(entry),), gaps),
    )
