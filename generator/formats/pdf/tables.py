"""Tables on paper: which cell stands where, how wide the columns are, what is too wide.

A table that does not fit is turned to landscape; one that does not fit there either
is folded: cut between columns, each part with the heading of its rows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.formats.pdf.article import Node
from generator.formats.pdf.spacing import Box, Content

UPRIGHT_COLUMNS = 7
LANDSCAPE_COLUMNS = 14
UPRIGHT_LETTERS = 105
LANDSCAPE_LETTERS = 165
"""How many letters of table print stand side by side on a page."""
ROW_LETTERS = 1200
"""A cell with more may be cut at the end of a page: its row could be too tall for one."""
MIN_LETTERS = 4

_TOKEN = re.compile(r"[\u2e80-\U0003ffff]|[^\s\u200b\u2e80-\U0003ffff]+")

Contents = Callable[[Node], Content]
Inline = Callable[[Sequence[Node | str]], Content]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place in the grid."""

    node: Node
    column: int
    columns: int
    rows: int

    @property
    def is_heading(self) -> bool:
        """Whether it heads its column, its row or the rows below it."""
        return self.node.tag == "th"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, with the row that heads them if there is one."""

    heading: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with every cell in its place."""

    columns: int
    head: tuple[tuple[Cell, ...], ...]
    groups: tuple[Group, ...]


def tables(node: Node, contents: Contents, inline: Inline) -> Iterator[Box]:
    """The boxes of one table: one, or several where it had to be folded."""
    grid = _grid(node)
    if grid.columns == 0:
        return
    caption = _first(node, "caption")
    parts = list(_folded(grid))
    for part in parts:
        yield {
            "k": "table",
            "caption": inline(caption.children) if caption and part is parts[0] else [],
            "wide": _is_wide(part),
            "widths": _widths(part),
            "head": [[_box(c, contents) for c in row] for row in part.head],
            "groups": [
                {
                    "head": [_box(c, contents) for c in group.heading],
                    "rows": [[_box(c, contents) for c in row] for row in group.rows],
                }
                for group in part.groups
            ],
        }


def _first(node: Node, tag: str) -> Node | None:
    return next(
        (c for c in node.children if isinstance(c, Node) and c.tag == tag), None
    )


def _box(cell: Cell, contents: Contents) -> Box:
    content = contents(cell.node)
    return {
        "c": content,
        "x": cell.columns,
        "y": cell.rows,
        "th": cell.is_heading,
        "num": "num" in cell.node.classes,
        "long": len(cell.node.text()) > ROW_LETTERS,
    }


# The grid


def _grid(node: Node) -> Grid:
    head: list[tuple[Cell, ...]] = []
    groups: list[Group] = []
    for section in _sections(node):
        rows = _placed(section)
        if section.tag == "thead":
            head.extend(rows)
        else:
            groups.extend(_groups(rows))
    every = [*head, *(row for g in groups for row in (g.heading, *g.rows))]
    columns = max((c.column + c.columns for row in every for c in row), default=0)
    return Grid(columns, tuple(head), tuple(groups))


def _sections(node: Node) -> Iterator[Node]:
    """Parts of a table; rows that stand directly in it are one of them."""
    loose = tuple(c for c in node.children if isinstance(c, Node) and c.tag == "tr")
    if loose:
        yield Node("tbody", {}, loose)
    for child in node.children:
        if isinstance(child, Node) and child.tag in {"thead", "tbody", "tfoot"}:
            yield child


def _placed(section: Node) -> list[tuple[Cell, ...]]:
    """The rows of a part, each cell at the first free place of its row."""
    rows: list[tuple[Cell, ...]] = []
    covered: dict[int, int] = {}
    for row in (c for c in section.children if isinstance(c, Node)):
        cells: list[Cell] = []
        column = 0
        for node in (c for c in row.children if isinstance(c, Node)):
            while covered.get(column, 0) > 0:
                column += 1
            across = max(1, int(node.attributes.get("colspan") or 1))
            down = max(1, int(node.attributes.get("rowspan") or 1))
            cells.append(Cell(_with_row_name(node, row, cells), column, across, down))
            for taken in range(column, column + across):
                covered[taken] = down
            column += across
        covered = {k: v - 1 for k, v in covered.items()}
        rows.append(tuple(cells))
    return [row for row in rows if row]


def _with_row_name(node: Node, row: Node, before: list[Cell]) -> Node:
    """The first cell of a row takes the row's name, so that links find it."""
    name = row.attributes.get("id")
    if before or not name or "id" in node.attributes:
        return node
    return replace(node, attributes={**node.attributes, "id": name})


def _groups(rows: Sequence[tuple[Cell, ...]]) -> Iterator[Group]:
    """Cut rows where one heads those that follow."""
    heading: tuple[Cell, ...] = ()
    below: list[tuple[Cell, ...]] = []
    for row in rows:
        if _heads_rows(row):
            if heading or below:
                yield Group(heading, tuple(below))
            heading, below = row, []
        else:
            below.append(row)
    if heading or below:
        yield Group(heading, tuple(below))


def _heads_rows(row: Sequence[Cell]) -> bool:
    return len(row) == 1 and row[0].node.attributes.get("scope") == "rowgroup"


# Widths


def _needs(grid: Grid) -> list[tuple[int, int]]:
    """For each column the letters of its longest word and of its longest line."""
    words = [MIN_LETTERS] * grid.columns
    all_letters = [MIN_LETTERS] * grid.columns
    for cell in _single_cells(grid):
        text = cell.node.text()
        longest = max((_letters(token) for token in _TOKEN.findall(text)), default=0)
        words[cell.column] = max(words[cell.column], min(longest, 24))
        all_letters[cell.column] = max(all_letters[cell.column], _letters(text.strip()))
    return list(zip(words, all_letters, strict=True))


def _single_cells(grid: Grid) -> Iterator[Cell]:
    for row in (*grid.head, *(row for g in grid.groups for row in g.rows)):
        yield from (cell for cell in row if cell.columns == 1)


def _letters(text: str) -> int:
    """How wide a text is; a Chinese character takes the place of two letters."""
    return sum(2 if character >= "\u2e80" else 1 for character in text)


def _widths(grid: Grid) -> list[float]:
    """Shares of the page's width: what the longest word needs, and more for long text."""
    return [
        round(word + min(max(0, letters - word), 160) ** 0.62, 1)
        for word, letters in _needs(grid)
    ]


def _is_wide(grid: Grid) -> bool:
    least = sum(word + 2 for word, _ in _needs(grid))
    return grid.columns > UPRIGHT_COLUMNS or least > UPRIGHT_LETTERS


# Folding


def _folded(grid: Grid) -> Iterator[Grid]:
    """The table in parts that fit, if it does not fit a landscape page in one."""
    needs = [word + 2 for word, _ in _needs(grid)]
    if grid.columns <= LANDSCAPE_COLUMNS and sum(needs) <= LANDSCAPE_LETTERS:
        yield grid
        return
    if not _can_be_cut(grid):
        yield grid
        return
    for first, last in _cuts(needs):
        yield _part(grid, first, last)


def _can_be_cut(grid: Grid) -> bool:
    rows = (*grid.head, *(row for group in grid.groups for row in group.rows))
    return all(cell.columns == cell.rows == 1 for row in rows for cell in row)


def _cuts(needs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where to cut: the first column stands in every part."""
    first, width = 1, needs[0]
    for column in range(1, len(needs)):
        is_full = width + needs[column] > LANDSCAPE_LETTERS
        if column > first and (is_full or column - first >= LANDSCAPE_COLUMNS - 1):
            yield first, column
            first, width = column, needs[0]
        width += needs[column]
    yield first, len(needs)


def _part(grid: Grid, first: int, last: int) -> Grid:
    def cut(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        kept = (c for c in row if c.column == 0 or first <= c.column < last)
        return tuple(
            replace(c, column=0 if c.column == 0 else c.column - first + 1)
            for c in kept
        )

    columns = last - first + 1
    groups = tuple(
        Group(
            tuple(replace(c, columns=min(c.columns, columns)) for c in group.heading),
            tuple(cut(row) for row in group.rows),
        )
        for group in grid.groups
    )
    return Grid(columns, tuple(cut(row) for row in grid.head), groups)
