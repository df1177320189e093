"""Policies over time: one strip for each level of government, all on one scale."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.core.frozen import frozen
from generator.pages import vocabulary
from generator.pages.blocks import as_of
from generator.pages.charts.chart import (
    AXIS,
    Bit,
    Chart,
    Sentence,
    Table,
    number,
    table,
)
from generator.pages.charts.drawing import (
    NARROW,
    WIDE,
    Box,
    Canvas,
    Drawing,
    Label,
    Stroke,
    width_of,
)
from generator.pages.lists import policies_count
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day
from generator.records.place import Place
from generator.records.policy import Policy

_TALLEST = 30
_NO_DAY = "no day"
_YEAR = "policies.year"
"""The fact that a bar states."""


@frozen
class Strips:
    """How many policies of each level were published in each year; `None` is no day seen."""

    levels: tuple[str, ...]
    years: tuple[int | None, ...]
    """Every year from the first to the last."""
    numbers: Counter[tuple[str, int | None]]

    def in_year(self, year: int | None) -> int:
        """Of all levels."""
        return sum(self.numbers[level, year] for level in self.levels)

    @property
    def busiest(self) -> int | None:
        """The year with most policies, the latest of several; nothing if none is dated."""
        dated = [year for year in self.years if year is not None]
        return max(dated, key=lambda year: (self.in_year(year), year), default=None)


def policies_by_level(sheet: Sheet) -> Chart | None:
    """The chart of all policies; nothing if none is dated."""
    strips = strips_of(_dated(sheet.site))
    busiest = strips.busiest
    if busiest is None:
        return None
    return Chart(
        id="policies-by-level",
        title=(
            Bit(text="No year has more policies than "),
            Bit(day=Day(str(busiest), str(busiest))),
            Bit(text=": "),
            Bit(count=number(_YEAR, strips.in_year(busiest))),
            Bit(text=" of "),
            Bit(count=policies_count(strips.numbers.total())),
        ),
        subtitle=(
            Bit(
                text="Policies in the records by year of publication and level. As of "
            ),
            Bit(day=as_of(sheet.site)),
            Bit(text=". Records hold what was looked for, not everything there is."),
        ),
        wide=_draw(strips, WIDE),
        narrow=_draw(strips, NARROW),
        table=_table(strips),
        sources=(
            Bit(text="Counted from "),
            Bit(link=sheet.page("policies/index.md", "the policies in the records")),
            Bit(text=", each with its evidence."),
        ),
    )


def _dated(site: Site) -> Iterable[tuple[str, int | None]]:
    for entry in site.library.policies:
        level = site.library.get(entry.record.place, Place).level
        yield level, _year(entry.record)


def _year(policy: Policy) -> int | None:
    on = policy.dates.published or policy.dates.signed
    return on.first.year if on else None


def strips_of(policies: Iterable[tuple[str, int | None]]) -> Strips:
    """Levels from the widest to the narrowest, years without a gap."""
    numbers = Counter(policies)
    found = {year for _, year in numbers if year is not None}
    years: list[int | None] = []
    if found:
        years += range(min(found), max(found) + 1)
    if any(year is None for _, year in numbers):
        years.append(None)
    used = {level for level, _ in numbers}
    levels = tuple(level for level in vocabulary.LEVEL if level in used)
    return Strips(levels, tuple(years), numbers)


def _table(strips: Strips) -> Table:
    years = [(str(year or _NO_DAY), True) for year in strips.years]
    return table(
        [("Level", False), *years], [_cells(strips, level) for level in strips.levels]
    )


def _cells(strips: Strips, level: str) -> list[Sentence]:
    found = [strips.numbers[level, year] for year in strips.years]
    counts = [Bit(count=number(_YEAR, one)) for one in found]
    return [(Bit(text=vocabulary.LEVEL[level]),), *((one,) for one in counts)]


def _draw(strips: Strips, width: int) -> Drawing:
    canvas = Canvas(width, y=14)
    left = max(width_of(vocabulary.LEVEL[level]) for level in strips.levels) + 12
    step = (width - left) // len(strips.years)
    places = [left + step * n + step // 2 for n in range(len(strips.years))]
    for year, x in zip(strips.years, places, strict=True):
        words = str(year or _NO_DAY)
        canvas.labels.append(Label(x, canvas.y, words, "c-soft", "middle", fact=AXIS))
    for level in strips.levels:
        _draw_strip(canvas, strips, level, places)
    return canvas.drawing()


def _draw_strip(
    canvas: Canvas, strips: Strips, level: str, places: Sequence[int]
) -> None:
    canvas.y += _TALLEST + 20
    base, words = canvas.y, vocabulary.LEVEL[level]
    most = max(strips.numbers.values())
    wide = min(40, places[1] - places[0] - 6 if len(places) > 1 else 40)
    canvas.labels.append(Label(0, base - 2, words))
    canvas.strokes.append(Stroke(places[0] - wide, base, canvas.width, base, "c-grid"))
    for year, x in zip(strips.years, places, strict=True):
        found = strips.numbers[level, year]
        if not found:
            continue
        tall = max(1, round(_TALLEST * found / most))
        look = "c-bar c-1" if year else "c-bar c-4"
        canvas.boxes.append(Box(x - wide // 2, base - tall, wide, tall, look))
        mark = Label(x, base - tall - 4, str(found), anchor="middle", fact=_YEAR)
        canvas.labels.append(mark)
