"""Targets that count the same thing, place by place; core and related industry in panels apart.

Places stand under the ones they lie in, not in a ranking, and nothing is added up.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.units import UNITS, UnitKind
from generator.core.wording import deadline_words
from generator.pages import vocabulary
from generator.pages.blocks import as_of
from generator.pages.charts.basis import basis_sentence
from generator.pages.charts.chart import (
    DISPUTED_KEY,
    DISPUTED_WORDS,
    PUBLICATION,
    Bit,
    Chart,
    Sentence,
    plain,
    publishers,
    table,
)
from generator.pages.charts.drawing import MOST, NARROW, WIDE, Drawing
from generator.pages.charts.numbers import SIGNS
from generator.pages.charts.stated import Panel, Row, panels_of, usual_deadline
from generator.pages.charts.targets_drawing import draw
from generator.pages.lists import count
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, Words
from generator.records.publication import Indicator


@frozen
class SmallChart:
    """The targets of one indicator beside a table that has their numbers and sources."""

    id: str
    indicator: Words
    title: Sentence
    """The finding."""
    subtitle: Sentence
    """By when, where it is not said beside a number."""
    drawing: Drawing
    basis: Sentence
    """What the finding rests on."""
    is_disputed: bool
    """Whether sources disagree about one of them."""

    @property
    def alternative(self) -> str:
        """What is said instead of the drawing."""
        said = f"{self.indicator}: {plain(self.title)}. The numbers stand in the table."
        return said + (DISPUTED_WORDS if self.is_disputed else "")


_COLUMNS = (
    ("Place", False),
    ("What is counted", False),
    ("Value", True),
    ("Deadline", False),
    ("Policy", False),
    ("Certainty", False),
)


def core_and_related(sheet: Sheet) -> Chart | None:
    """The chart of the indicators of core and of related industry, core first."""
    indicators = _core_and_related(sheet.site)
    return targets_by_place(sheet, indicators, "core-and-related")


def _core_and_related(site: Site) -> list[Indicator]:
    """In one currency, so that they have one axis."""
    money = [
        one
        for one in site.library.publication.indicators
        if one.scope in {"core", "related"} and one.currency
    ]
    money.sort(key=lambda one: one.scope)
    return [one for one in money if one.currency == money[0].currency]


def small_charts(
    sheet: Sheet, indicators: Sequence[Indicator], above: Chart | None
) -> tuple[SmallChart, ...]:
    """The charts of indicators with two numbers or more, but for those of the chart above."""
    drawn = _core_and_related(sheet.site) if above else []
    wanted = [one for one in indicators if one not in drawn and not _is_rank(one)]
    charts = (_small_chart(sheet, one) for one in wanted)
    return tuple(chart for chart in charts if chart)


def _is_rank(indicator: Indicator) -> bool:
    """Whether fewer is better, and a distance from zero would mislead."""
    unit = indicator.unit
    return unit is not None and UNITS[unit].kind is UnitKind.RANK


def _small_chart(sheet: Sheet, indicator: Indicator) -> SmallChart | None:
    panels = panels_of(sheet.site, [indicator])
    rows = panels[0].rows if panels else ()
    if not 1 < len(rows) <= MOST:
        return None
    usual = _deadline(usual_deadline(row.target for row in rows))
    by = (Bit(text="By "), Bit(day=usual), Bit(text=" unless said."))
    return SmallChart(
        id=f"chart-{indicator.id}",
        indicator=Words(indicator.title, ref=PUBLICATION),
        title=_title(sheet, panels),
        subtitle=by if usual else (Bit(text="No deadlines stated."),),
        drawing=draw(panels, NARROW, is_titled=False),
        basis=basis_sentence(sheet, [[row.ref for row in rows]]),
        is_disputed=any(row.is_disputed for row in rows),
    )


def targets_by_place(
    sheet: Sheet, indicators: Sequence[Indicator], name: str
) -> Chart | None:
    """The chart of indicators in one unit; nothing if no two targets can be compared.

    Nor if there are more than can be read.
    """
    panels = panels_of(sheet.site, indicators)
    rows = [row for panel in panels for row in panel.rows]
    is_comparison = any(len(panel.rows) > 1 for panel in panels)
    if not is_comparison or len(rows) > MOST:
        return None
    return Chart(
        id=name,
        title=_title(sheet, panels),
        subtitle=_subtitle(sheet, rows),
        wide=draw(panels, WIDE),
        narrow=draw(panels, NARROW),
        table=table(_COLUMNS, [_cells(sheet, row) for row in rows]),
        notes=(
            basis_sentence(sheet, [[row.ref for row in one.rows] for one in panels]),
            *(
                (Bit(words=Words(one.indicator.note, ref=PUBLICATION)),)
                for one in panels
                if one.indicator.note
            ),
        ),
        sources=publishers(sheet, [row.ref for row in rows]),
    )


def _title(sheet: Sheet, panels: Sequence[Panel]) -> Sentence:
    """Places that name more than the one they lie in, or else the largest number."""
    above = sorted(set(_above(panels)))
    if len(above) > 1:
        places = count("places.above", len({inner for inner, _ in above}), "place")
        words = " with a larger number than the place around it"
        return (Bit(count=places), Bit(text=words))
    if above:
        inner, outer = (Bit(link=sheet.link(place)) for place in above[0])
        words = " names a larger number than "
        return (inner, Bit(text=words), outer, Bit(text=", in which it lies"))
    rows = [row for panel in panels for row in panel.rows]
    top = max(rows, key=lambda row: row.number)
    words = "No place names a larger number than "
    return (Bit(text=words), Bit(link=sheet.link(top.policy.place)))


def _above(panels: Sequence[Panel]) -> Iterator[tuple[Ref, Ref]]:
    """Each place with one around it that names less for the same indicator."""
    for panel in panels:
        least: dict[Ref, Decimal] = {}
        for row in panel.rows:
            place = row.policy.place
            least[place] = min(row.number, least.get(place, row.number))
        for row in panel.rows:
            for place in row.line[:-1]:
                if least.get(place, row.number) < row.number:
                    yield row.policy.place, place


def _subtitle(sheet: Sheet, rows: Sequence[Row]) -> Sentence:
    used = {row.quantity.comparator for row in rows}
    signs = [words for one, words in SIGNS.items() if one in used]
    if any(row.is_disputed for row in rows):
        signs.append(DISPUTED_KEY)
    unit = rows[0].quantity.measured_in
    counted = f", in {unit.plural}" if unit else ""
    usual = _deadline(usual_deadline(row.target for row in rows))
    by = (Bit(text=", by "), Bit(day=usual), Bit(text=" unless said")) if usual else ()
    return (
        Bit(text=f"Targets as the policies state them{counted}"),
        *by,
        Bit(text=". As of "),
        Bit(day=as_of(sheet.site)),
        Bit(text=f". {'; '.join(signs)}." if signs else "."),
    )


def _cells(sheet: Sheet, row: Row) -> list[Sentence]:
    target = row.target
    value = sheet.value(target.value, row.ref, target.evidence, target.as_written)
    day = _deadline(target.deadline)
    certainty = vocabulary.CERTAINTY[target.certainty]
    commitment = vocabulary.COMMITMENT[target.commitment]
    return [
        (Bit(link=sheet.link(row.policy.place)),),
        (Bit(words=Words(target.indicator, ref=str(row.ref))),),
        (Bit(value=value, marks=value.marks),),
        (Bit(day=day) if day else Bit(text="no deadline stated"),),
        (Bit(link=sheet.link(row.ref.whole)),),
        (Bit(text=f"{certainty}, {commitment}"),),
    ]


def _deadline(end: Edtf | None) -> Day | None:
    return Day(deadline_words(end), end.edtf) if end else None
