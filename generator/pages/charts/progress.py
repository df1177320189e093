"""What was reported beside a target: whether any number found is as large.

Drawn for targets with at least three numbers of their unit and scope; fewer are read in a table.
"""

from collections.abc import Iterable, Sequence

from generator.core.refs import Ref
from generator.pages.blocks import as_of
from generator.pages.charts.chart import (
    DISPUTED_KEY,
    Bit,
    Chart,
    Sentence,
    Table,
    publishers,
    table,
)
from generator.pages.charts.drawing import MOST, NARROW, WIDE
from generator.pages.charts.progress_drawing import draw
from generator.pages.charts.reported import Goal, Row, Series, reported, series_of
from generator.pages.sheet import Sheet
from generator.pages.views import Words

FEWEST = 3
_OUTLINES = {
    "estimate": "outlined bars are estimates",
    "derived": "dotted outlines are derived by us",
    "forecast": "dashed outlines are forecasts",
}


def progress_charts(sheet: Sheet, refs: Iterable[Ref]) -> list[Chart]:
    """The charts of those targets that have enough numbers beside them."""
    library = sheet.site.library
    charts = (
        _chart(sheet, Goal(ref, library.targets[ref][1], ref in library.conflicts_of))
        for ref in refs
    )
    return [chart for chart in charts if chart]


def _chart(sheet: Sheet, goal: Goal) -> Chart | None:
    rows = reported(sheet.site, goal)
    if not FEWEST <= len(rows) <= MOST:
        return None
    series = series_of(sheet.site, rows)
    return Chart(
        id=f"progress-{goal.ref.id}-{goal.ref.part}",
        title=_title(sheet, goal, rows),
        subtitle=_subtitle(sheet, goal, rows),
        wide=draw(series, goal, WIDE),
        narrow=draw(series, goal, NARROW),
        conflicts=sheet.conflicts(goal.ref),
        table=_table(sheet, series),
        notes=tuple(_notes(sheet, goal)),
        sources=publishers(sheet, [goal.ref, *(row.ref for row in rows)]),
    )


def _title(sheet: Sheet, goal: Goal, rows: Sequence[Row]) -> Sentence:
    """Whether the largest number found is as large as the target's."""
    top = max(rows, key=lambda row: row.number)
    wanted = sheet.target(goal.ref).value
    largest = sheet.observation(top.ref)
    opening = "No number" if top.number < goal.number else "A number"
    return (
        Bit(text=f"{opening} found is as large as the target of "),
        Bit(value=wanted, marks=wanted.marks),
        Bit(text="; the largest is "),
        Bit(value=largest.value, marks=largest.marks),
        Bit(text=" ("),
        Bit(day=largest.period),
        Bit(text=")"),
    )


def _subtitle(sheet: Sheet, goal: Goal, rows: Sequence[Row]) -> Sentence:
    used = {row.observation.method for row in rows}
    key = [words for method, words in _OUTLINES.items() if method in used]
    if goal.is_disputed or any(row.is_disputed for row in rows):
        key.append(DISPUTED_KEY)
    return (
        Bit(text=f"In {goal.unit}, bars from zero. As of "),
        Bit(day=as_of(sheet.site)),
        Bit(text=f". Solid bars are measured; {'; '.join(key)}. " if key else ". "),
        Bit(text="Figures that were counted in different ways are never joined."),
    )


def _notes(sheet: Sheet, goal: Goal) -> Iterable[Sentence]:
    """How the target can be read, and who wrote about it."""
    scope = sheet.words(goal.target.scope_note, str(goal.ref))
    if scope:
        yield (Bit(text="How the target is meant: "), Bit(words=scope))
    briefings = sheet.site.library.named_by(goal.ref, "briefings")
    if briefings:
        links = [Bit(link=link) for link in sheet.links(briefings)]
        rest = [bit for link in links[1:] for bit in (Bit(text=", "), link)]
        yield (Bit(text="More about it: "), links[0], *rest)


def _table(sheet: Sheet, series: Sequence[Series]) -> Table:
    columns = (
        ("What was counted", False),
        ("Period", False),
        ("Value", True),
        ("Method", False),
        ("Definition", False),
    )
    rows = [_cells(sheet, one, row) for one in series for row in one.rows]
    return table(columns, rows)


def _cells(sheet: Sheet, series: Series, row: Row) -> list[Sentence]:
    view = sheet.observation(row.ref)
    return [
        (Bit(words=series.title),),
        (Bit(day=view.period),),
        (Bit(value=view.value, marks=view.marks),),
        (Bit(text=view.method),),
        (Bit(words=view.definition or Words("not stated in the source")),),
    ]
