"""Everything that happened, by year, with today as one line."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.clock import ClockState
from generator.pages.blocks import as_of, page_foot
from generator.pages.charts.policies_by_level import policies_by_level
from generator.pages.evidence_links import evidence_link
from generator.pages.filters import Filter, Option
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.targets import Axis
from generator.pages.views import (
    Basis,
    ConflictMarks,
    Day,
    EvidenceLink,
    LinkView,
    Mark,
    Words,
)
from generator.records.base import Entry
from generator.records.event import Event

PATH = "timeline/index.md"
KINDS = {
    "policy": "policy",
    "law": "law",
    "announcement": "announcement",
    "company": "company",
    "finance": "finance",
    "funding": "funding",
    "launch": "launch",
    "statement": "statement",
    "event": "event",
    "deadline": "deadline",
}


@frozen
class Line:
    """One event, one deadline, or today."""

    id: str
    day: Day
    last: date
    kind: str
    state: str
    """`is-now`, `is-future` or nothing."""
    title: Words
    link: LinkView | None
    summary: Words | None
    place: LinkView | None
    place_ids: str
    links: tuple[LinkView, ...] = ()
    due: tuple[tuple[LinkView, EvidenceLink], ...] = ()
    """The targets of a deadline, each with the way to what carries it."""
    marks: tuple[Mark, ...] = ()
    basis: Basis | None = None
    edit_url: str = ""


@frozen
class Year:
    """The lines of one year."""

    year: str
    lines: tuple[Line, ...]


def pages(site: Site) -> Iterator[Page]:
    """The one page of the timeline."""
    sheet = Sheet(site, PATH)
    lines = sorted(
        [*(_event(sheet, one) for one in site.library.events), *_deadlines(sheet)],
        key=lambda line: (line.last, line.id),
    )
    past = [line for line in lines if line.last <= site.settings.as_of]
    ahead = [line for line in lines if line.last > site.settings.as_of]
    lines = [*past, _today(site), *ahead]
    yield Page(
        type="timeline",
        path=PATH,
        title="Timeline",
        description="Policies, announcements, company news and deadlines by date.",
        context={
            "title": "Timeline",
            "as_of": as_of(site),
            "total": site.facts["events"],
            "years": [
                Year(str(year), tuple(group))
                for year, group in groupby(lines, key=lambda line: line.last.year)
            ],
            "chart": policies_by_level(sheet),
            "strip": _strip(lines),
            "filters": _filters(site, lines),
            **page_foot(sheet, "Timeline"),
            "notes_of": sheet.notes(),
        },
    )


def _event(sheet: Sheet, entry: Entry[Event]) -> Line:
    event, ref = entry.record, str(entry.ref)
    place = event.place
    return Line(
        id=event.id,
        day=sheet.event_day(entry.ref),
        last=event.date.last,
        kind=event.kind,
        state="is-future" if event.date.first > sheet.site.settings.as_of else "",
        title=sheet.site.title(entry.ref),
        link=None,
        summary=sheet.words(event.summary, ref),
        place=sheet.link(place) if place else None,
        place_ids=_line_ids(sheet.site, place) if place else "",
        links=sheet.links([*event.policies, *event.organizations]),
        marks=sheet.marks(event.evidence, entry.ref),
        basis=sheet.basis(entry.ref),
        edit_url=sheet.edit_url(entry.ref),
    )


def _deadlines(sheet: Sheet) -> Iterator[Line]:
    """One line for each policy and day on which targets fall due, from today on."""
    site = sheet.site
    due: dict[tuple[date, Ref], list[Ref]] = {}
    for ref, clock in site.facts.clocks.items():
        if clock.deadline and clock.state in {ClockState.DUE, ClockState.AHEAD}:
            due.setdefault((clock.deadline.last, ref.whole), []).append(ref)
    for (last, policy), refs in sorted(due.items()):
        place = site.library.targets[refs[0]][0].place
        yield Line(
            id=f"due-{policy.id}-{last.isoformat()}",
            day=_due_day(sheet, refs),
            last=last,
            kind="deadline",
            state="is-future",
            title=site.title(policy),
            link=sheet.link(policy),
            summary=None,
            place=sheet.link(place),
            place_ids=_line_ids(site, place),
            due=tuple(_due(sheet, ref) for ref in refs),
        )


def _due(sheet: Sheet, ref: Ref) -> tuple[LinkView, EvidenceLink]:
    link = sheet.link(ref)
    return link, evidence_link(link, "deadline", "Deadline")


def _due_day(sheet: Sheet, refs: list[Ref]) -> Day:
    """The day on which all these targets are due, with what is disputed about any of them."""
    days = [day for ref in refs if (day := sheet.deadline(ref))]
    disputes = dict.fromkeys(mark for day in days for mark in day.conflicts)
    return replace(days[0], conflicts=ConflictMarks(disputes))


def _line_ids(site: Site, place: Ref) -> str:
    return " ".join(one.id for one in site.library.place_line(place))


def _today(site: Site) -> Line:
    return Line(
        id="today",
        day=as_of(site),
        last=site.settings.as_of,
        kind="today",
        state="is-now",
        title=Words("Day of this edition"),
        link=None,
        summary=None,
        place=None,
        place_ids="",
    )


def _strip(lines: list[Line]) -> list[tuple[int, bool]]:
    """One mark per line on a common axis: position in per cent, and whether it is today."""
    years = [line.last.year for line in lines]
    axis = Axis(date(min(years), 1, 1), date(max(years), 12, 31))
    return [(axis.position(line.last), line.kind == "today") for line in lines]


def _filters(site: Site, lines: list[Line]) -> list[Filter]:
    kinds = Counter(line.kind for line in lines if line.kind in KINDS)
    places = Counter(one for line in lines for one in line.place_ids.split())
    named = {one: site.title(Ref("places", one)).text for one in places}
    return [
        Filter(
            "kind",
            "Kind",
            "All kinds",
            tuple(Option(kind, KINDS[kind], kinds[kind]) for kind in sorted(kinds)),
        ),
        Filter(
            "place",
            "Place",
            "All places",
            tuple(
                Option(one, named[one], places[one])
                for one in sorted(places, key=lambda place: named[place])
            ),
        ),
    ]
