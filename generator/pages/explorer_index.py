"""The index of an explorer: rows, facets and columns, as the theme's script reads them.

The same rows stand in the page as a plain table, for readers without script.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Cell = str | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    key: str
    label: str
    link: bool = False
    sub: str = ""
    """Key of a field shown below, in the original language."""
    date: bool = False
    num: bool = False
    none: str = ""
    """What is said where there is no value."""
    pill: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which rows are chosen."""

    key: str
    label: str
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of the rows."""

    key: str
    label: str
    by: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
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
    repeated: tuple[str, ...] = ()
    """Fields beside the facets whose words many rows share: each is written once."""


def rows_of(
    records: Sequence[Mapping[str, Cell]], fields: Sequence[str]
) -> tuple[tuple[Cell, ...], ...]:
    """Rows in the order of the fields; what a record lacks is nothing."""
    return tuple(tuple(record.get(field) for field in fields) for record in records)
