"""The drawing of targets by place: points on one axis from zero, a panel for each indicator.

An arrow stands for "more than" and "at least", a line without a point for a class of magnitude,
which is no amount.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.core.quantity import Comparator
from generator.pages.charts.axis import Axis, axis_to
from generator.pages.charts.chart import DISPUTED, PUBLICATION, draw_grid, draw_numbers
from generator.pages.charts.drawing import (
    Box,
    Canvas,
    Dot,
    Drawing,
    Label,
    Stroke,
    width_of,
)
from generator.pages.charts.numbers import signed
from generator.pages.charts.stated import Panel, Row

_UP = {Comparator.MORE_THAN, Comparator.AT_LEAST}
_DOWN = {Comparator.LESS_THAN, Comparator.AT_MOST}
_ARROW = 22
_VALUES = 190
"""Room for numbers and deadlines beside the axis."""
_BY = 16
"""A line for a deadline of its own, where there is no room beside the number."""
_STEPS = 4


def draw(panels: Sequence[Panel], width: int, *, is_titled: bool = True) -> Drawing:
    """One version of the chart, each panel under the title of its indicator if `is_titled`."""
    canvas = Canvas(width)
    rows = [row for panel in panels for row in panel.rows]
    unit = rows[0].quantity.measured_in
    axis = _axis(canvas, rows)
    draw_numbers(canvas, axis, unit.plural if unit else "")
    for panel in panels:
        if is_titled:
            canvas.y += 22
            title = Label(0, canvas.y, panel.indicator.title, ref=PUBLICATION)
            canvas.labels.append(replace(title, is_heading=True))
            canvas.y += 8
        top = canvas.y
        for row in panel.rows:
            _draw_row(canvas, axis, row)
        draw_grid(canvas, axis, top, canvas.y)
    return canvas.drawing()


def _axis(canvas: Canvas, rows: Sequence[Row]) -> Axis:
    """Between names and numbers; below them where the drawing is narrow."""
    numbers = [row.number for row in rows]
    if canvas.is_narrow:
        return axis_to(numbers, 1, canvas.width - 30, _STEPS)
    names = max(width_of(row.place) for row in rows)
    return axis_to(numbers, names + 12, canvas.width - _VALUES - _ARROW, _STEPS)


def _draw_row(canvas: Canvas, axis: Axis, row: Row) -> None:
    height, above, start, end = (
        (42, 22, 6, canvas.width - 16)
        if canvas.is_narrow
        else (24, 8, 0, canvas.width - _VALUES + 60)
    )
    canvas.y += height
    base, ref = canvas.y - above, str(row.ref)
    words = signed(row.quantity, axis.scale)
    canvas.labels += [
        Label(start, base, row.place, ref=str(row.policy.place)),
        Label(end, base, words, anchor="end", ref=ref),
    ]
    if row.is_disputed:
        canvas.labels.append(Label(end + 5, base, DISPUTED, "c-now"))
    if row.by and canvas.is_narrow:
        canvas.y += _BY
        canvas.labels.append(Label(start, base + _BY, row.by, "c-soft", ref=ref))
    elif row.by:
        canvas.labels.append(Label(end + 20, base, row.by, "c-soft", ref=ref))
    _draw_number(canvas, axis, row, canvas.y - (8 if canvas.is_narrow else 12))


def _draw_number(canvas: Canvas, axis: Axis, row: Row, y: int) -> None:
    """A point, with an arrow or a bar where the text says more than a point can."""
    places = [axis.at(number) for number in row.quantity.numbers]
    start, end = places[0], places[-1]
    comparator = row.quantity.comparator
    colour = "c-2" if row.is_disputed else "c-1"
    line = f"c-line {colour}"
    if comparator is Comparator.ORDER_OF_MAGNITUDE:
        canvas.strokes.append(Stroke(start, y - 5, start, y + 5, line))
        _draw_arrow(canvas, start, axis.right + _ARROW // 2, y, line)
        return
    if start != end:
        canvas.boxes.append(Box(start, y - 3, end - start, 6, f"c-bar {colour}"))
    elif comparator in _UP | _DOWN:
        turn = 1 if comparator in _UP else -1
        _draw_arrow(canvas, start, start + turn * _ARROW, y, line)
    canvas.dots += [Dot(x, y, 5, f"c-dot {colour}") for x in places]


def _draw_arrow(canvas: Canvas, start: int, end: int, y: int, look: str) -> None:
    turn = 1 if end > start else -1
    canvas.strokes += [
        Stroke(start, y, end, y, look),
        Stroke(end - 4 * turn, y - 4, end, y, look),
        Stroke(end - 4 * turn, y + 4, end, y, look),
    ]
