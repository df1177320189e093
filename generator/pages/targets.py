"""The tracker: every target against the day of the edition."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.clock import RESULTS, Clock, Result
from generator.pages import vocabulary
from generator.pages.blocks import as_of, list_downloads, page_foot
from generator.pages.charts.deadlines import deadlines
from generator.pages.filters import Filter, Option
from generator.pages.money import rate_lines
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import TargetView

PATH = "targets/index.md"
FOLD_OVER = 25
"""Rows of a group above which a script folds it."""


@frozen
class Gantt:
    """From issue to deadline on the common axis, in per cent of its width."""

    start: int
    end: int
    elapsed: int
    sentence: str


@frozen
class Row:
    """One target with what the filters need."""

    id: str
    target: TargetView
    gantt: Gantt | None
    values: tuple[tuple[str, str], ...]
    """What each filter compares, by its name; several values are parted by blanks."""


@frozen
class Part:
    """How many targets of a group have one result."""

    key: str
    words: str
    number: int


@frozen
class Group:
    """The targets of one deadline year."""

    id: str
    heading: str
    year: str
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """How many targets it has."""
        return len(self.rows)

    @property
    def is_folded(self) -> bool:
        """Whether a script shows only the first rows."""
        return len(self.rows) > FOLD_OVER


@frozen
class Axis:
    """The years of the time bars."""

    first: date
    last: date

    def position(self, day: date) -> int:
        """Where a day stands, in per cent."""
        share = (day - self.first).days / (self.last - self.first).days
        return max(0, min(100, round(100 * share)))

    @property
    def ticks(self) -> tuple[tuple[int, int], ...]:
        """Every third year with its position."""
        years = range(self.first.year, self.last.year + 1, 3)
        return tuple((year, self.position(date(year, 1, 1))) for year in years)


def pages(site: Site) -> Iterator[Page]:
    """The one page of the tracker."""
    sheet = Sheet(site, PATH)
    axis = _axis(site)
    groups = [_group(sheet, axis, year, refs) for year, refs in _years(site)]
    rows = [row for group in groups for row in group.rows]
    title = "What was promised, and by when"
    yield Page(
        type="targets",
        path=PATH,
        title=title,
        description="Every target in the records against its deadline.",
        context={
            "title": title,
            "as_of": as_of(site),
            "total": site.facts["targets"],
            "tally": parts(row.target for row in rows),
            "chart": deadlines(sheet),
            "groups": groups,
            "filters": _filters(site, rows),
            "ticks": axis.ticks,
            "now": axis.position(site.settings.as_of),
            "everything": sheet.page(
                "explorer/index.md", "Policies and targets together"
            ),
            **page_foot(sheet, title, list_downloads("targets")),
            "rates_of": rate_lines(sheet, site.library.targets),
            "notes_of": sheet.notes(),
        },
        scripts=("tracker",),
    )


def parts(targets: Iterable[TargetView]) -> tuple[Part, ...]:
    """How many targets have each result; those that none has are left out."""
    counted = Counter(target.status.key for target in targets)
    return tuple(
        Part(result.value, vocabulary.STATUS[result].lower(), counted[result.value])
        for result in RESULTS
        if counted[result.value]
    )


def _years(site: Site) -> list[tuple[int | None, list[Ref]]]:
    """Targets by deadline year: this year, the years to come, the past, undated."""
    by_year: dict[int | None, list[Ref]] = {}
    for ref, clock in site.facts.clocks.items():
        year = clock.deadline.last.year if clock.deadline else None
        by_year.setdefault(year, []).append(ref)
    this = site.settings.as_of.year

    def order(year: int | None) -> tuple[int, int]:
        if year is None:
            return (2, 0)
        return (0, year) if year >= this else (1, -year)

    return [(year, by_year[year]) for year in sorted(by_year, key=order)]


def _group(sheet: Sheet, axis: Axis, year: int | None, refs: list[Ref]) -> Group:
    clocks = sheet.site.facts.clocks
    ordered = sorted(refs, key=lambda ref: _row_order(sheet.site, ref, clocks[ref]))
    rows = tuple(_row(sheet, axis, ref) for ref in ordered)
    is_past = year is not None and year < sheet.site.settings.as_of.year
    heading = f"{'Was due' if is_past else 'Due'} by the end of {year}"
    return Group(
        id=f"y{year}" if year else "undated",
        heading=heading if year else "No deadline stated",
        year=str(year or ""),
        rows=rows,
        parts=parts(row.target for row in rows),
    )


def _row_order(site: Site, ref: Ref, clock: Clock) -> tuple[int, bool, str, str]:
    """Findings first, then what is disputed, then by place."""
    findings = (Result.NOT_MET, Result.UNCLEAR, Result.PARTLY, Result.MET)
    rank = findings.index(clock.result) if clock.result in findings else len(findings)
    is_agreed = not site.library.conflicts_of.get(ref)
    place = site.title(site.library.targets[ref][0].place).text
    return (rank, is_agreed, place, str(ref))


def _row(sheet: Sheet, axis: Axis, ref: Ref) -> Row:
    policy, target = sheet.site.library.targets[ref]
    view = sheet.target(ref)
    within = sheet.site.library.place_line(policy.place)
    return Row(
        id=f"{ref.id}--{ref.part}",
        target=view,
        gantt=_gantt(axis, sheet.site.facts.clocks[ref]),
        values=(
            ("place", " ".join(place.id for place in within)),
            ("state", view.status.key),
            ("year", view.year or "none"),
            ("indicator", target.measures or "other"),
            ("unit", view.unit),
            ("certainty", target.certainty),
            ("commitment", target.commitment),
            ("topic", " ".join(topic.id for topic in policy.topics)),
        ),
    )


def _gantt(axis: Axis, clock: Clock) -> Gantt | None:
    if clock.begun is None or clock.deadline is None or clock.elapsed is None:
        return None
    years = f"From {clock.begun.year} to {clock.deadline.last.year}"
    return Gantt(
        start=axis.position(clock.begun),
        end=axis.position(clock.deadline.last),
        elapsed=clock.elapsed,
        sentence=f"{years}; {clock.elapsed}% of the time has passed",
    )


def _axis(site: Site) -> Axis:
    clocks = site.facts.clocks.values()
    begun = [clock.begun for clock in clocks if clock.begun]
    ends = [clock.deadline.last for clock in clocks if clock.deadline]
    day = site.settings.as_of
    first = min([*begun, day]).year
    last = max([*ends, day]).year
    return Axis(date(first, 1, 1), date(last, 12, 31))


def _filters(site: Site, rows: Sequence[Row]) -> list[Filter]:
    """The filters of the table; each option says how many targets it leaves."""
    places = {
        entry.record.id: site.title(entry.ref).text for entry in site.library.places
    }
    topics = {
        entry.record.id: site.title(entry.ref).text for entry in site.library.topics
    }
    indicators = {one.id: one.title for one in site.library.publication.indicators}
    results = {result.value: vocabulary.STATUS_SHORT[result] for result in RESULTS}
    years = {str(year): str(year) for year in range(1900, 2200)}
    return [
        _filter(rows, "place", "Place", "All places", places),
        _filter(rows, "state", "Result", "All results", results),
        _filter(rows, "year", "Deadline", "All years", years | {"none": "no deadline"}),
        _filter(
            rows, "indicator", "Counts", "Everything", indicators | {"other": "other"}
        ),
        _filter(rows, "topic", "Topic", "All topics", topics),
        _filter(rows, "certainty", "Certainty", "All", dict(vocabulary.CERTAINTY)),
        _filter(rows, "commitment", "Stated", "Anywhere", dict(vocabulary.COMMITMENT)),
    ]


def _filter(
    rows: Sequence[Row],
    name: str,
    label: str,
    everything: str,
    words: Mapping[str, str],
) -> Filter:
    """One filter: what occurs, in the order of the words."""
    values = [dict(row.values)[name].split() for row in rows]
    counted = Counter(one for several in values for one in several)
    options = [Option(one, words[one], number) for one, number in counted.items()]
    options.sort(key=lambda option: option.words)
    return Filter(name, label, everything, tuple(options))
