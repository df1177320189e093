"""The comparison: places against indicators, for targets that count the same thing.

One column has one unit and one scope. A column has a total only where its values can be added
(library/aggregates.py); nothing is added across.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.units import CURRENCIES, UNITS
from generator.core.wording import amount_signs
from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.charts.chart import Chart
from generator.pages.charts.targets_by_place import (
    SmallChart,
    core_and_related,
    small_charts,
)
from generator.pages.lists import Count, Coverage, count, coverage
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.totals import TotalView, total_view
from generator.pages.views import ConflictMarks, Day, LinkView, Mark, Words
from generator.records.policy import Target
from generator.records.publication import Indicator

_PATH = "compare/index.md"
_PUBLICATION = "publication/publication"

PARTS: Mapping[str, frozenset[str]] = {
    "Money": frozenset(CURRENCIES),
    "Companies": frozenset({"companies"}),
    "Scenarios, projects and products": frozenset(
        {"scenarios", "projects", "products", "cases"}
    ),
    "Platforms, centres and areas": frozenset(
        {"platforms", "centres", "clusters", "parks", "zones", "sites"}
    ),
}
"""The matrices, each with the units whose columns stand in it."""
REST = "Standards, patents, people and others"


@frozen
class Cell:
    """One target of a place."""

    link: LinkView
    comparator: str
    number: str
    unit: str
    phrase: Words | None
    machine: str
    ref: str
    deadline: Day | None
    note: Words | None
    """The policy, where a place has several such targets."""
    marks: tuple[Mark, ...]
    conflicts: ConflictMarks


@frozen
class Column:
    """One indicator: one unit, one scope."""

    id: str
    title: Words
    unit: str
    scope: str
    note: Words | None
    places: Count
    coverage: Coverage
    total: TotalView
    """The sum of the column, or why it has none."""


@frozen
class Row:
    """One place with its cells, one tuple for each column."""

    place: LinkView
    within: LinkView | None
    cells: tuple[tuple[Cell, ...], ...]


@frozen
class Matrix:
    """Indicators that can be read side by side, and the places that state them."""

    id: str
    title: str
    charts: tuple[SmallChart, ...]
    """One for each column with two numbers or more that no chart above has."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@frozen
class Nested:
    """Two cells of one column of which one lies within the other."""

    inner: LinkView
    outer: LinkView
    column: Words


@frozen
class LeftOut:
    """A target that names an indicator but is not counted like it."""

    link: LinkView
    place: LinkView
    column: Words
    reason: str


Columns = Mapping[str, Sequence[Ref]]
"""The targets of each indicator that is compared."""


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    columns = comparable(site)
    compared = [ref for refs in columns.values() for ref in refs]
    chart = core_and_related(sheet)
    yield Page(
        type="compare",
        path=_PATH,
        title="Comparison",
        description="What places promise side by side: one unit and one scope in each column.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Comparison"),
            "coverage": coverage(site, compared),
            "all": count("targets.all", len(site.library.targets), "target"),
            "chart": chart,
            "matrices": list(_matrices(sheet, columns, chart)),
            "nested": list(_nested(sheet, columns)),
            "single": list(_single(sheet)),
            "left_out": list(_left_out(sheet)),
            "notes_of": sheet.notes(),
        },
        search=SearchEntry("Comparison"),
    )


def comparable(site: Site) -> Columns:
    """The targets of each indicator that several places state alike."""
    found = {}
    for indicator in site.library.publication.indicators:
        alike = [
            ref
            for ref in _naming(site, indicator)
            if not mismatch(indicator, site.library.targets[ref][1])
        ]
        if len({site.library.targets[ref][0].place for ref in alike}) > 1:
            found[indicator.id] = alike
    return found


def _naming(site: Site, indicator: Indicator) -> list[Ref]:
    targets = site.library.targets
    return sorted(
        ref for ref, (_, target) in targets.items() if target.measures == indicator.id
    )


def mismatch(indicator: Indicator, target: Target) -> str:
    """Why a target cannot stand in an indicator's column; empty if it can."""
    measure = indicator.currency or indicator.unit
    if target.value.quantity.measure != measure:
        return "it has another unit"
    if target.scope != indicator.scope:
        return "it has another scope"
    return ""


def _matrices(sheet: Sheet, columns: Columns, chart: Chart | None) -> Iterator[Matrix]:
    shown = [
        one for one in sheet.site.library.publication.indicators if one.id in columns
    ]
    for title in (*PARTS, REST):
        chosen = [one for one in shown if _part_of(one) == title]
        if chosen:
            charts = small_charts(sheet, chosen, chart)
            yield _matrix(sheet, title, chosen, columns, charts)


def _part_of(indicator: Indicator) -> str:
    measure = indicator.currency or indicator.unit
    return next((title for title, units in PARTS.items() if measure in units), REST)


def _matrix(
    sheet: Sheet,
    title: str,
    indicators: Sequence[Indicator],
    columns: Columns,
    charts: tuple[SmallChart, ...],
) -> Matrix:
    site = sheet.site
    by_place = [_by_place(site, columns[one.id]) for one in indicators]
    places = {place for column in by_place for place in column}
    return Matrix(
        id="-".join(title.replace(",", "").lower().split()),
        title=title,
        charts=charts,
        columns=tuple(_column(sheet, one, columns[one.id]) for one in indicators),
        rows=tuple(
            _row(sheet, place, by_place)
            for place in sorted(places, key=lambda ref: _line_names(site, ref))
        ),
    )


def _by_place(site: Site, refs: Sequence[Ref]) -> Mapping[Ref, list[Ref]]:
    found: dict[Ref, list[Ref]] = {}
    for ref in refs:
        found.setdefault(site.library.targets[ref][0].place, []).append(ref)
    return found


def _line_names(site: Site, place: Ref) -> tuple[str, ...]:
    """Sorts each place behind the one that it lies in."""
    return tuple(site.title(one).text for one in site.library.place_line(place))


def _column(sheet: Sheet, indicator: Indicator, refs: Sequence[Ref]) -> Column:
    site = sheet.site
    unit = CURRENCIES.get(indicator.currency or "") or UNITS[indicator.unit or ""]
    places = {site.library.targets[ref][0].place for ref in refs}
    return Column(
        id=indicator.id,
        title=Words(indicator.title, ref=_PUBLICATION),
        unit=unit.plural,
        scope=vocabulary.SCOPE[indicator.scope],
        note=sheet.words(indicator.note, _PUBLICATION),
        places=count("places", len(places), "place"),
        coverage=coverage(site, refs),
        total=total_view(sheet, refs),
    )


def _row(sheet: Sheet, place: Ref, by_place: Sequence[Mapping[Ref, list[Ref]]]) -> Row:
    link = sheet.link(place)
    around = sheet.links(sheet.site.library.place_line(place)[-2:-1])
    says_where = any(link.words.text.endswith(f", {one.words}") for one in around)
    return Row(
        place=link,
        within=around[0] if around and not says_where else None,
        cells=tuple(_cells(sheet, column.get(place, [])) for column in by_place),
    )


def _cells(sheet: Sheet, refs: Sequence[Ref]) -> tuple[Cell, ...]:
    return tuple(_cell(sheet, ref, is_alone=len(refs) == 1) for ref in refs)


def _cell(sheet: Sheet, ref: Ref, *, is_alone: bool) -> Cell:
    target = sheet.site.library.targets[ref][1]
    value = sheet.value(target.value, ref, target.evidence, target.as_written)
    signs = amount_signs(target.value.quantity)
    is_scaled = bool(target.value.currency)
    return Cell(
        link=sheet.link(ref, "target"),
        comparator=signs.comparator,
        number=signs.number,
        unit=signs.unit if is_scaled else "",
        phrase=value.phrase,
        machine=value.machine,
        ref=str(ref),
        deadline=sheet.deadline(ref),
        note=None if is_alone else Words(target.indicator, ref=str(ref)),
        marks=value.marks,
        conflicts=value.conflicts,
    )


def _nested(sheet: Sheet, columns: Columns) -> Iterator[Nested]:
    """The pairs of one column of which one place lies within the other."""
    library = sheet.site.library
    titles = {one.id: one.title for one in library.publication.indicators}
    for name, refs in columns.items():
        places = sorted({library.targets[ref][0].place for ref in refs})
        for inner in places:
            for outer in library.place_line(inner)[:-1]:
                if outer in places:
                    column = Words(titles[name], ref=_PUBLICATION)
                    yield Nested(sheet.link(inner), sheet.link(outer), column)


def _single(sheet: Sheet) -> Iterator[LeftOut]:
    """Targets whose indicator no other place states."""
    columns = comparable(sheet.site)
    for indicator in sheet.site.library.publication.indicators:
        if indicator.id not in columns:
            for ref in _naming(sheet.site, indicator):
                yield _left(sheet, indicator, ref, "no other place states it")


def _left_out(sheet: Sheet) -> Iterator[LeftOut]:
    """Targets that name an indicator but are not counted like it."""
    for indicator in sheet.site.library.publication.indicators:
        for ref in _naming(sheet.site, indicator):
            reason = mismatch(indicator, sheet.site.library.targets[ref][1])
            if reason:
                yield _left(sheet, indicator, ref, reason)


def _left(sheet: Sheet, indicator: Indicator, ref: Ref, reason: str) -> LeftOut:
    policy = sheet.site.library.targets[ref][0]
    return LeftOut(
        link=sheet.link(ref),
        place=sheet.link(policy.place),
        column=Words(indicator.title, ref=_PUBLICATION),
        reason=reason,
    )
