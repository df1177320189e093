"""The drawing of progress: bars from zero, each way of counting under its own heading.

The first part has the target's own axis, so that the distance is seen. What is too small to be
read there is drawn again on an axis of its own, and a line says so. Nothing is joined: a half year
is no year, a forecast no measurement, and one definition does not continue another.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.core.digits import scaled_digits
from generator.core.wording import deadline_words, in_words
from generator.pages.charts.axis import Axis, axis_to
from generator.pages.charts.chart import (
    AXIS,
    DISPUTED,
    PUBLICATION,
    draw_grid,
    draw_numbers,
)
from generator.pages.charts.drawing import (
    Box,
    Canvas,
    Drawing,
    Label,
    Stroke,
    lines_of,
    width_of,
)
from generator.pages.charts.reported import Goal, Row, Series

_SMALL = 5
"""Bars that are so many times shorter than the target's are drawn again, enlarged."""
_LINE = 16


def draw(series: Sequence[Series], goal: Goal, width: int) -> Drawing:
    """One version of the chart."""
    canvas = Canvas(width)
    small = [one for one in series if one.largest.number * _SMALL <= goal.number]
    shown = [(one, row) for one in series if one not in small for row in one.rows]
    if small:
        top = max(small, key=lambda one: one.largest.number)
        shown.append((top, top.largest))
    numbers = [goal.number, *(row.number for _, row in shown)]
    axis = axis_to(numbers, 1, width - 28)
    _draw_target(canvas, axis, goal, shown)
    if small:
        _draw_enlarged(canvas, small, goal, axis.high)
    return canvas.drawing()


def _draw_target(
    canvas: Canvas, axis: Axis, goal: Goal, shown: Sequence[tuple[Series, Row]]
) -> None:
    """The bars on the axis of the target, which is a line across them."""
    x, ref = axis.at(goal.number), str(goal.ref)
    words = f"Target: {in_words(goal.quantity)}"
    if goal.is_disputed:
        words += f" {DISPUTED}"
    if goal.target.deadline:
        words += f" by {deadline_words(goal.target.deadline)}"
    canvas.y += 14
    canvas.labels.append(Label(x, canvas.y, words, "c-now", "end", ref))
    top = canvas.y + 6
    draw_numbers(canvas, axis, goal.unit)
    start = canvas.y
    for one, row in shown:
        _draw_heading(canvas, one, 6)
        canvas.y += 20
        _draw_bar(canvas, axis, row, f"{row.period}: {row.words}")
    draw_grid(canvas, axis, start, canvas.y)
    canvas.strokes.append(Stroke(x, top, x, canvas.y, "c-now"))


def _draw_heading(canvas: Canvas, series: Series, x: int) -> None:
    """What is counted, and what to mind about it."""
    canvas.y += 22
    title = Label(x, canvas.y, str(series.title), ref=series.title.ref)
    canvas.labels.append(replace(title, is_heading=True))
    for line in lines_of(series.note, canvas.width - 2 * x):
        canvas.y += _LINE
        canvas.labels.append(Label(x, canvas.y, line, "c-soft", ref=PUBLICATION))


def _draw_enlarged(
    canvas: Canvas, series: Sequence[Series], goal: Goal, above: Decimal
) -> None:
    """The small numbers on an axis of their own; `above` is where the other one ends."""
    axis = _own_axis(canvas, [row for one in series for row in one.rows])
    canvas.y += 24
    ends = f"{scaled_digits(axis.high)}, the one above at {scaled_digits(above)}"
    for line in lines_of(f"Enlarged: this axis ends at {ends}", canvas.width):
        canvas.y += _LINE
        canvas.labels.append(Label(0, canvas.y, line, "c-now", fact=AXIS))
    canvas.y += 6
    draw_numbers(canvas, axis, goal.unit)
    for one in series:
        _draw_series(canvas, axis, one)


def _own_axis(canvas: Canvas, rows: Sequence[Row]) -> Axis:
    """Between periods and numbers; below them where the drawing is narrow."""
    numbers = [row.number for row in rows]
    if canvas.is_narrow:
        return axis_to(numbers, 1, canvas.width - 28)
    left = max(width_of(row.period) for row in rows) + 12
    right = canvas.width - max(width_of(row.words) for row in rows) - 12
    return axis_to(numbers, left, right)


def _draw_series(canvas: Canvas, axis: Axis, series: Series) -> None:
    x, height = (6, 36) if canvas.is_narrow else (0, 21)
    _draw_heading(canvas, series, x)
    canvas.y += 6
    start = canvas.y
    for row in series.rows:
        canvas.y += height
        base, ref = canvas.y - (18 if canvas.is_narrow else 6), str(row.ref)
        canvas.labels.append(Label(x, base, row.period, "c-soft", ref=ref))
        if canvas.is_narrow:
            words = Label(canvas.width, base, row.words, anchor="end", ref=ref)
            canvas.labels.append(words)
        _draw_bar(canvas, axis, row, "" if canvas.is_narrow else row.words)
    draw_grid(canvas, axis, start, canvas.y)


def _draw_bar(canvas: Canvas, axis: Axis, row: Row, words: str) -> None:
    """Solid for what was measured, outlines for the rest."""
    method = row.observation.method
    look = f"c-bar {'c-2' if row.is_disputed else 'c-1'}"
    if method != "measured":
        look += f" is-{method}"
    length = axis.length(row.number)
    canvas.boxes.append(Box(axis.left, canvas.y - 14, length, 10, look))
    if words:
        x = axis.left + length + 8
        canvas.labels.append(Label(x, canvas.y - 5, words, ref=str(row.ref)))
