"""The index of an explorer: rows, facets and columns, as the theme's script reads them.

The same rows stand in the page as a plain table, for readers without script.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages.sheet import Sheet
from generator.pages.site import Site

Cell = str | int | tuple[str, ...] | None


@frozen
class Column:
    """A column of the table."""

    key: str
    label: str
    link: bool = False
    lang: str = ""
    """Key of a field with the language of the words, where it is not that of the page."""
    sub: str = ""
    """Key of a field shown below, in the original language."""
    sub_lang: str = ""
    """Key of a field with that language."""
    note: str = ""
    """Key of a field shown below in quiet words."""
    above: str = ""
    """Key of a field that names the record of which the row is a part: a link to its page."""
    disputed: str = ""
    """Key of a field with the ids of the conflicts about the value: a mark for each."""
    evidence: str = ""
    """Where the evidence for what is shown stands: after the address of the row's page if it begins
    with `#`, else after that of the row itself, where that is a part of a page."""
    words: str = ""
    """Key of the field that is shown: the column's own is for putting rows in order."""
    num: bool = False
    none: str = ""
    """What is said where there is no value."""


@frozen
class Facet:
    """A field by which rows are chosen."""

    key: str
    label: str
    newest_first: bool = False


@frozen
class Sort:
    """An order of the rows."""

    key: str
    label: str
    by: str
    is_descending: bool = False


@frozen
class ExplorerIndex:
    """Everything the script needs, and the name of its file beside the page."""

    file: str
    one: str
    many: str
    base: str
    """Where a row's link starts from."""
    fields: tuple[str, ...]
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...]
    sorts: tuple[Sort, ...]
    search: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    conflicts: Mapping[str, str] = field(default_factory=dict)
    """The question of each conflict that a row names, by id."""
    conflicts_at: str = ""
    """Where the conflicts' pages are, seen from the page."""
    repeated: tuple[str, ...] = ()
    """Fields beside the facets whose words many rows share: each is written once."""


def rows_of(
    records: Sequence[Mapping[str, Cell]], fields: Sequence[str]
) -> tuple[tuple[Cell, ...], ...]:
    """Rows in the order of the fields; what a record lacks is nothing."""
    return tuple(tuple(record.get(field) for field in fields) for record in records)


def disputes(refs: Iterable[Ref]) -> tuple[str, ...]:
    """Conflicts as a row names them."""
    return tuple(ref.id for ref in refs)


def disputes_of_day(site: Site, ref: Ref, on: Edtf | None) -> tuple[str, ...]:
    """The conflicts about a day of a record or part, as a row names them."""
    return disputes(site.library.disputes_of_day(ref, on)) if on else ()


def with_conflicts(
    sheet: Sheet, index: ExplorerIndex, records: Sequence[Mapping[str, Cell]]
) -> ExplorerIndex:
    """The index with the rows of some records, and the questions that they name."""
    keys = [column.disputed for column in index.columns if column.disputed]
    found = {
        one
        for record in records
        for key in keys
        if isinstance(cell := record.get(key), tuple)
        for one in cell
    }
    return replace(
        index,
        rows=rows_of(records, index.fields),
        conflicts={
            one: sheet.site.title(Ref("conflicts", one)).text for one in sorted(found)
        },
        conflicts_at=sheet.page("conflicts/index.md", "").href,
    )
