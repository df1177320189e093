"""Tables on paper: how wide the columns are, and what happens if they are too wide.

A table that does not fit is turned to landscape; one that does not fit there either
is folded: cut between columns, each part with the headings of its rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from generator.core.frozen import frozen
from generator.formats.pdf.article import Node
from generator.formats.pdf.grids import Cell, Contents, Grid, Group, Row, grid_of
from generator.formats.pdf.names import names
from generator.formats.pdf.runs import inline
from generator.formats.pdf.spacing import Box, Content

UPRIGHT_COLUMNS = 7
LANDSCAPE_COLUMNS = 14
UPRIGHT_LETTERS = 105
LANDSCAPE_LETTERS = 164
NARROW_LETTERS = 60
"""How many letters of table print stand side by side: upright, turned, in the column."""
LONG_CELL = 1200
"""A cell with more letters may be cut at the foot of a page: it could be too tall."""
LONGEST_WORD = 24
"""Longer words break, see `soft_breaks.py`."""
MIN_LETTERS = 4
WHOLE_LINES = (14, 11, 8)
"""Lines of so many letters are not broken if that is possible in all columns."""
MOST_LINES = 60
UNUSED = 3
"""Letters of a line that stay empty because the next word does not fit."""
GAP_LETTERS = 2
DRAWING = "x" * 44
"""Stands for a drawing: it wants that much room."""
ICON_LETTERS = 5
"""An icon, and that the words beside it are bold."""

DRAWN = names("axis bar position stretch")
WITHIN_A_LINE = names("a anchor lang s status")

_WIDE = re.compile(r"[\u2e80-\U0010ffff]")
_WORD = re.compile(r"[\u2e80-\U0003ffff]|[^\s\u2e80-\U0003ffff]+")


def tables(node: Node, contents: Contents) -> Iterator[Box]:
    """The boxes of one table: one, or several where it had to be folded."""
    grid = grid_of(node, contents)
    if grid.columns == 0:
        return
    captions = [c for c in node.children if isinstance(c, Node) and c.tag == "caption"]
    for number, part in enumerate(_folded(grid)):
        caption = captions[0].children if captions and number == 0 else ()
        yield {
            "k": "table",
            "caption": inline(caption),
            "needs": [[need.word, need.line, need.cell] for need in _needs(part)],
            "head": [_boxes(row) for row in part.head],
            "groups": [
                {"head": _boxes(group.heading), "rows": list(_joined(group.rows))}
                for group in part.groups
            ],
        }


def _joined(rows: Sequence[Row]) -> Iterator[Box]:
    """Rows that may stand on different pages: those under one tall cell are together."""
    lines: list[list[Box]] = []
    open_rows = 0
    for row in rows:
        lines.append(_boxes(row))
        open_rows = max([open_rows - 1, *(cell.rows - 1 for cell in row)])
        if open_rows <= 0:
            yield {"lines": lines}
            lines = []
    if lines:
        yield {"lines": lines}


def fitted(table: Box, *, is_landscape: bool) -> Box:
    """A table's box with the shares of its columns, for a page of its document.

    A table that needs a landscape page in an upright document is marked as `turned`,
    one that fits the column of words as `narrow`.
    """
    needs = [Need(*need) for need in table["needs"]]
    least = sum(need.word + GAP_LETTERS for need in needs)
    is_wide = len(needs) > UPRIGHT_COLUMNS or least > UPRIGHT_LETTERS
    room = LANDSCAPE_LETTERS if is_wide or is_landscape else UPRIGHT_LETTERS
    usual = sum(need.line + GAP_LETTERS for need in needs)
    return {key: value for key, value in table.items() if key != "needs"} | {
        "widths": _widths(needs, room),
        "turned": is_wide and not is_landscape,
        "narrow": usual <= NARROW_LETTERS,
    }


def _boxes(row: Row) -> list[Box]:
    return [
        {
            "c": cell.content,
            "x": cell.columns,
            "y": cell.rows,
            "th": cell.is_heading,
            "num": cell.is_number,
            "long": sum(map(letters, lines_of(cell.content))) > LONG_CELL,
        }
        for cell in row
    ]


# Widths


@frozen
class Need:
    """How many letters a column has: in its longest word, a usual line, a usual cell."""

    word: int
    line: int
    cell: int


def _needs(grid: Grid) -> list[Need]:
    return [_need([c for c in cells if c.columns == 1]) for cells in _columns(grid)]


def _columns(grid: Grid) -> list[list[Cell]]:
    columns: list[list[Cell]] = [[] for _ in range(grid.columns)]
    for cell in (cell for row in grid.rows for cell in row):
        columns[cell.column].append(cell)
    return columns


def _need(cells: Sequence[Cell]) -> Need:
    texts = [lines_of(cell.content) for cell in cells]
    line = _usual([max(map(letters, lines)) for lines in texts])
    cell = _usual([sum(map(letters, lines)) for lines in texts])
    word = max((_longest_word(part) for lines in texts for part in lines), default=0)
    word = max(word, MIN_LETTERS)
    return Need(word, max(word, line), max(word, cell))


def _longest_word(line: str) -> int:
    if line == DRAWING:
        return len(DRAWING)
    words = (letters(word) for word in _WORD.findall(line))
    return min(max(words, default=0), LONGEST_WORD)


def _usual(numbers: Sequence[int]) -> int:
    """The number that one in ten exceeds."""
    return sorted(numbers)[ceil(0.9 * len(numbers)) - 1] if numbers else 0


def lines_of(content: Content) -> list[str]:
    """The text of a cell, cut where a line ends on purpose; drawings want some room.

    Of a disagreement only its head stands in a cell, see `disputes.py`.
    """
    lines = [""]
    for box in content:
        if isinstance(box, str):
            lines[-1] += box
        elif box["k"] == "br":
            lines.append("")
        elif box["k"] == "ref":
            lines[-1] += box["c"]
        elif box["k"] in DRAWN:
            lines += [DRAWING, ""]
        elif box["k"] in WITHIN_A_LINE:
            first, *rest = lines_of(box.get("c", []))
            lines[-1] += first + "x" * (ICON_LETTERS if box["k"] == "status" else 0)
            lines += rest
        elif box["k"] == "conflict":
            lines += [*lines_of(box["head"]), ""]
        else:
            lines += [*lines_of(box.get("c", [])), ""]
    return lines


def letters(text: str) -> int:
    """How wide a text is; a Chinese character takes the place of two letters."""
    return len(text) + len(_WIDE.findall(text))


def _widths(needs: Sequence[Need], room: int) -> list[int]:
    """Letters for each column, so that the rows take as few lines as possible.

    Short lines stay whole if that makes the rows at most one line higher.
    """
    fewest = _lines(needs, room, 0)
    whole = next((w for w in WHOLE_LINES if _lines(needs, room, w) <= fewest + 1), 0)
    lines = _lines(needs, room, whole)
    return [_given(need, lines, whole) for need in needs]


def _lines(needs: Sequence[Need], room: int, whole: int) -> int:
    """The fewest lines to which the usual cells of all columns can be set in the room."""
    return next(
        (
            lines
            for lines in range(1, MOST_LINES)
            if sum(_given(need, lines, whole) for need in needs) <= room
        ),
        MOST_LINES,
    )


def _given(need: Need, lines: int, whole: int) -> int:
    """Letters that a column needs to set its usual cell in so many lines."""
    least = max(need.word, min(need.line, whole))
    shared = ceil(need.cell / lines) + (UNUSED if lines > 1 else 0)
    return max(least, min(need.line, shared)) + GAP_LETTERS


# Folding


def _folded(grid: Grid) -> Iterator[Grid]:
    """The table in parts that fit, if it does not fit a landscape page in one."""
    needs = [need.word + GAP_LETTERS for need in _needs(grid)]
    fits = grid.columns <= LANDSCAPE_COLUMNS and sum(needs) <= LANDSCAPE_LETTERS
    if fits or not _can_be_cut(grid):
        yield grid
        return
    for first, last in _cuts(needs):
        yield _part(grid, first, last)


def _can_be_cut(grid: Grid) -> bool:
    return all(cell.columns == cell.rows == 1 for row in grid.rows for cell in row)


def _cuts(needs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where to cut: columns from, up to; the very first stands in every part."""
    first, width = 1, needs[0]
    for column in range(1, len(needs)):
        is_full = width + needs[column] > LANDSCAPE_LETTERS
        is_full = is_full or column - first >= LANDSCAPE_COLUMNS - 1
        if is_full and column > first:
            yield first, column
            first, width = column, needs[0]
        width += needs[column]
    yield first, len(needs)


def _part(grid: Grid, first: int, last: int) -> Grid:
    def cut(row: Row) -> Row:
        heading = (cell for cell in row if cell.column == 0)
        kept = (
            replace(cell, column=cell.column - first + 1)
            for cell in row
            if first <= cell.column < last
        )
        return (*heading, *kept)

    width = last - first + 1
    groups = (
        Group(
            tuple(replace(c, columns=min(c.columns, width)) for c in group.heading),
            tuple(map(cut, group.rows)),
        )
        for group in grid.groups
    )
    return Grid(width, tuple(map(cut, grid.head)), tuple(groups))
