"""The grid of a table: which cell stands where, which rows belong together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.core.frozen import frozen
from generator.formats.pdf.article import Node
from generator.formats.pdf.spacing import Content

Contents = Callable[[Node], Content]


@frozen
class Cell:
    """A cell with its place in the grid."""

    content: Content
    column: int
    columns: int = 1
    rows: int = 1
    is_heading: bool = False
    """It heads its column, its row or the rows below it."""
    is_number: bool = False


Row = tuple[Cell, ...]


@frozen
class Group:
    """Rows that belong together, with the row that heads them if there is one."""

    heading: Row
    rows: tuple[Row, ...]


@frozen
class Grid:
    """A table with every cell in its place."""

    columns: int
    head: tuple[Row, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows but those that head groups."""
        return (*self.head, *(row for group in self.groups for row in group.rows))


def grid_of(table: Node, contents: Contents) -> Grid:
    """The grid of a `<table>`; `contents` gives what a cell holds."""
    head: list[Row] = []
    groups: list[Group] = []
    for section in _sections(table):
        if section.tag == "thead":
            head.extend(row for row, _ in _placed(section, contents))
        else:
            groups.extend(_groups(_placed(section, contents)))
    headings = (group.heading for group in groups)
    every = [*head, *headings, *(row for group in groups for row in group.rows)]
    columns = max((c.column + c.columns for row in every for c in row), default=0)
    return Grid(columns, tuple(head), tuple(groups))


def _sections(table: Node) -> Iterator[Node]:
    """Parts of a table; rows that stand directly in it are one of them."""
    parts = [child for child in table.children if isinstance(child, Node)]
    loose = tuple(part for part in parts if part.tag == "tr")
    if loose:
        yield Node("tbody", {}, loose)
    for part in parts:
        if part.tag in {"thead", "tbody", "tfoot"}:
            rows = tuple(c for c in part.children if isinstance(c, Node))
            yield replace(part, children=_named(rows, part.attributes.get("id")))


def _named(rows: tuple[Node, ...], name: str | None) -> tuple[Node, ...]:
    """Rows of which the first takes the name of its part, so that links find it."""
    if not name or not rows or "id" in rows[0].attributes:
        return rows
    return (_with_name(rows[0], name), *rows[1:])


def _with_name(node: Node, name: str) -> Node:
    return replace(node, attributes={**node.attributes, "id": name})


def _placed(section: Node, contents: Contents) -> list[tuple[Row, bool]]:
    """The rows of a part, each cell at the first free place; and if it heads others."""
    rows: list[tuple[Row, bool]] = []
    covered: dict[int, int] = {}
    for row in (child for child in section.children if isinstance(child, Node)):
        nodes = [child for child in row.children if isinstance(child, Node)]
        if not nodes:
            continue
        if name := row.attributes.get("id"):
            nodes[0] = _with_name(nodes[0], name)
        cells: list[Cell] = []
        column = 0
        for node in nodes:
            while covered.get(column, 0) > 0:
                column += 1
            cell = _cell(node, column, contents)
            cells.append(cell)
            covered |= dict.fromkeys(range(column, column + cell.columns), cell.rows)
            column += cell.columns
        covered = {place: left - 1 for place, left in covered.items()}
        heads = len(nodes) == 1 and nodes[0].attributes.get("scope") == "rowgroup"
        rows.append((tuple(cells), heads))
    return rows


def _cell(node: Node, column: int, contents: Contents) -> Cell:
    return Cell(
        contents(node),
        column,
        max(1, int(node.attributes.get("colspan") or 1)),
        max(1, int(node.attributes.get("rowspan") or 1)),
        is_heading=node.tag == "th",
        is_number="num" in node.classes,
    )


def _groups(rows: Sequence[tuple[Row, bool]]) -> Iterator[Group]:
    """Cut rows where one heads those that follow."""
    heading: Row = ()
    below: list[Row] = []
    for row, heads in rows:
        if not heads:
            below.append(row)
            continue
        if heading or below:
            yield Group(heading, tuple(below))
        heading, below = row, []
    if heading or below:
        yield Group(heading, tuple(below))
