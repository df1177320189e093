"""Deadlines by year: how many targets fall due, and what is known of them.

Counts of targets, never sums of what they promise.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.core.digits import UNSCALED
from generator.library.clock import RESULTS, SILENT, Clock, Result
from generator.pages import vocabulary
from generator.pages.blocks import as_of
from generator.pages.charts.axis import Axis
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
    lines_of,
    width_of,
)
from generator.pages.lists import count
from generator.pages.sheet import Sheet
from generator.pages.views import Day

Years = Mapping[int | None, Counter[Result]]
"""How many targets of each deadline year have each result; `None` is no deadline."""

_LOOKS = {Result.UNCLEAR: "c-partly", Result.UNDATED: "c-passed is-estimate"}
"""Classes of results that are not named after them."""
_UNDATED = "no deadline"
_TRACKER = ("targets/index.md", "the targets in the records", "targets-table")


def deadlines(sheet: Sheet) -> Chart | None:
    """The chart of all targets; nothing if none has a deadline."""
    years = results_by_year(sheet.site.facts.clocks.values())
    if not set(years) - {None}:
        return None
    return Chart(
        id="deadlines",
        title=_title(years),
        subtitle=(
            Bit(text="Targets by the year of their deadline and by result. As of "),
            Bit(day=as_of(sheet.site)),
            Bit(text=". Targets are counted; what they promise is not added up."),
        ),
        wide=_draw(years, WIDE),
        narrow=_draw(years, NARROW),
        table=_table(years),
        sources=(
            Bit(text="Counted from "),
            Bit(link=sheet.page(*_TRACKER)),
            Bit(text=", each with its evidence."),
        ),
    )


def results_by_year(clocks: Iterable[Clock]) -> Years:
    """Years in order, those without deadline last."""
    found: dict[int | None, Counter[Result]] = {}
    for clock in clocks:
        year = clock.deadline.last.year if clock.deadline else None
        found.setdefault(year, Counter())[clock.result] += 1
    order = sorted(found, key=lambda year: (year is None, year or 0))
    return {year: found[year] for year in order}


def _title(years: Years) -> Sentence:
    """The year with most deadlines, the latest of several, and how many have no result."""
    dated = [year for year in years if year is not None]
    busiest = max(dated, key=lambda year: (years[year].total(), year))
    everything = sum(results.total() for results in years.values())
    silent = sum(years[busiest][one] for one in SILENT)
    sentence = (
        Bit(text="No year has more deadlines than "),
        Bit(day=Day(str(busiest), str(busiest))),
        Bit(text=": "),
        Bit(count=number("targets.year", years[busiest].total())),
        Bit(text=" of "),
        Bit(count=count("targets", everything, "target")),
    )
    if not silent:
        return sentence
    unanswered = Bit(count=number("targets.no-result", silent))
    return (*sentence, Bit(text=", no result known for "), unanswered)


def _shown(results: Counter[Result]) -> list[Result]:
    """What was found comes before what was not."""
    return [one for one in reversed(RESULTS) if results[one]]


def _all_results(years: Years) -> list[Result]:
    return [one for one in RESULTS if any(results[one] for results in years.values())]


def _table(years: Years) -> Table:
    states = [one for one in RESULTS if any(found[one] for found in years.values())]
    columns = [("Deadline", False), ("Targets", True)]
    columns += [(vocabulary.STATUS_SHORT[one], True) for one in states]
    return table(columns, [_cells(year, years[year], states) for year in years])


def _cells(
    year: int | None, results: Counter[Result], states: Sequence[Result]
) -> list[Sentence]:
    name = Bit(day=Day(str(year), str(year))) if year else Bit(text=_UNDATED)
    counts = [number("targets.year", results.total())]
    counts += [number(f"targets.{one}", results[one]) for one in states]
    return [(name,), *((Bit(count=one),) for one in counts)]


def _draw(years: Years, width: int) -> Drawing:
    canvas = Canvas(width)
    left = width_of(_UNDATED) + 8
    largest = max(results.total() for results in years.values())
    axis = Axis(Decimal(largest), left, width - 40, 1, UNSCALED)
    for year, results in years.items():
        _draw_year(canvas, axis, str(year or _UNDATED), results)
    return canvas.drawing()


def _draw_year(canvas: Canvas, axis: Axis, name: str, results: Counter[Result]) -> None:
    canvas.y += 24
    base = canvas.y - 6
    canvas.labels.append(Label(0, base, name, fact=AXIS))
    end = _draw_bar(canvas, axis, results)
    total = Label(end + 6, base, str(results.total()), fact="targets.year")
    canvas.labels.append(total)
    words = _words(results)
    beside = end + 18 + width_of(total.words)
    if beside + width_of(words) <= canvas.width:
        canvas.labels.append(Label(beside, base, words, "c-soft", fact="targets.year"))
        return
    for line in lines_of(words, canvas.width - axis.left):
        canvas.y += 17
        label = Label(axis.left, canvas.y - 6, line, "c-soft", fact="targets.year")
        canvas.labels.append(label)


def _words(results: Counter[Result]) -> str:
    """What is known of the targets of a year; the number of each if they differ."""
    shown = [(one, vocabulary.STATUS_SHORT[one].lower()) for one in _shown(results)]
    if len(shown) == 1:
        return shown[0][1]
    return ", ".join(f"{results[one]} {words}" for one, words in shown)


def _draw_bar(canvas: Canvas, axis: Axis, results: Counter[Result]) -> int:
    """Parts side by side; gives back where the last one ends."""
    so_far = 0
    for one in _shown(results):
        start = axis.at(Decimal(so_far))
        so_far += results[one]
        end = axis.at(Decimal(so_far))
        look = _LOOKS.get(one, f"c-{one}")
        canvas.boxes.append(
            Box(start, canvas.y - 17, max(2, end - start - 1), 14, f"c-bar {look}")
        )
    return axis.at(Decimal(so_far))
