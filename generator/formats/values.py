"""Every value and day that a briefing states, as a table: the same set as in its JSON.

A target has a row for its value, its baseline and its deadline. The evidence of each row carries
that field.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.core.edtf import Edtf
from generator.core.refs import Ref, parse_ref
from generator.formats.fields import (
    evidence_cells,
    listed,
    title_of,
    value_cells,
)
from generator.library.library import Library
from generator.library.review import review_state
from generator.pages.briefing import shown_events
from generator.pages.charts.chart import Chart
from generator.pages.page import Edition
from generator.records.base import Entry
from generator.records.briefing import Briefing
from generator.records.event import Event
from generator.records.observation import Observation
from generator.records.policy import Policy

Row = Mapping[str, str]
DAYS = ("signed", "published", "in_force", "ends")
"""The days of a policy."""


def stated_by_briefings(edition: Edition) -> dict[Ref, list[Ref]]:
    """For each briefing, by address, the records and parts whose values or days it states.

    Targets and observations that it names or draws, the policies that it is about, and events.
    """
    charts = {
        page.about: page.context["chart"]
        for page in edition.pages
        if page.type == "briefing"
    }
    return {
        entry.ref: sorted(
            {*_named(edition.library, entry), *_drawn(charts.get(entry.ref))}
        )
        for entry in edition.library.briefings
    }


def _named(library: Library, briefing: Entry[Briefing]) -> Iterator[Ref]:
    for link in library.links_from(briefing.ref):
        if link.target in library.targets or link.target.kind == "observations":
            yield link.target
    yield from briefing.record.policies
    yield from (event.ref for event in shown_events(library, briefing))


def _drawn(chart: Chart | None) -> Iterator[Ref]:
    """What stands in the table of a chart."""
    cells = [cell for row in chart.table.rows for cell in row] if chart else []
    for bit in (bit for cell in cells for bit in cell.bits):
        if bit.value and (ref := parse_ref(bit.value.ref)):
            yield ref


def rows_of_values(edition: Edition, refs: Iterable[Ref]) -> Iterator[Row]:
    """One row for each value and day of some records and parts."""
    library = edition.library
    as_of = edition.settings.as_of.isoformat()
    for ref in refs:
        known = {"address": str(ref), "as_of": as_of}
        known["review"] = review_state(library.entries[ref.whole])
        for row in _rows(edition, ref):
            yield {**known, **row}


def _rows(edition: Edition, ref: Ref) -> Iterator[Row]:
    library = edition.library
    if ref.part:
        return _target(edition, ref)
    if ref.kind == "observations":
        return _observation(library, ref)
    return _event(library, ref) if ref.kind == "events" else _policy(library, ref)


def _target(edition: Edition, ref: Ref) -> Iterator[Row]:
    """Its value with what became of it, its baseline and its deadline."""
    library, clock = edition.library, edition.facts.clocks[ref]
    policy, target = library.targets[ref]
    known = {
        "title": target.indicator,
        "place": policy.place.id,
        "policy": policy.id,
        "certainty": target.certainty,
        "commitment": target.commitment,
    }
    outcome, written = target.outcome, target.as_written
    scope = {"scope": target.scope, "scope_note": target.scope_note or ""}
    yield {
        **known,
        **scope,
        "field": "value",
        **value_cells(target.value),
        "as_written": written or "",
        "state": clock.result.value,
        "days_left": "" if clock.days_left is None else str(clock.days_left),
        "finding": outcome.finding if outcome else "",
        "finding_comment": (outcome.comment or "") if outcome else "",
        "conflicts": listed(library.conflicts_of.get(ref, ())),
        **evidence_cells(library, target.evidence, "value", written),
    }
    if start := target.baseline:
        yield {
            **known,
            **scope,
            "field": "baseline",
            **value_cells(start.value),
            "as_written": start.as_written or "",
            "period": start.period,
            **evidence_cells(library, target.evidence, "baseline", start.as_written),
        }
    if target.deadline:
        evidence = evidence_cells(library, target.evidence, "deadline")
        yield {**known, **_day(library, "deadline", target.deadline, ref), **evidence}


def _observation(library: Library, ref: Ref) -> Iterator[Row]:
    one = library.get(ref, Observation)
    yield {
        "field": "value",
        "title": title_of(one),
        "scope": one.scope,
        "scope_note": one.scope_note or "",
        **value_cells(one.value),
        "as_written": one.as_written or "",
        "period": one.period.edtf,
        "method": one.method,
        "definition": one.definition or "",
        "derivation": one.derivation or "",
        "value_missing": one.value_missing or "",
        "conflicts": listed(library.conflicts_of.get(ref, ())),
        **evidence_cells(library, one.evidence, "value", one.as_written),
    }


def _event(library: Library, ref: Ref) -> Iterator[Row]:
    one = library.get(ref, Event)
    yield {
        "title": title_of(one),
        "place": one.place.id if one.place else "",
        **_day(library, "date", one.date, ref, *one.policies),
        **evidence_cells(library, one.evidence, "date"),
    }


def _policy(library: Library, ref: Ref) -> Iterator[Row]:
    """Its days."""
    policy = library.get(ref, Policy)
    known = {"title": title_of(policy), "place": policy.place.id, "policy": policy.id}
    for name in DAYS:
        if on := getattr(policy.dates, name):
            field = f"dates.{name}"
            evidence = evidence_cells(library, policy.evidence, field)
            yield {**known, **_day(library, field, on, ref), **evidence}


def _day(library: Library, field: str, on: Edtf, *refs: Ref) -> Row:
    """A day, as disputed as that of any of some records."""
    disputes = [one for ref in refs for one in library.disputes_of_day(ref, on)]
    conflicts = listed(dict.fromkeys(disputes))
    return {"field": field, "date": on.edtf, "conflicts": conflicts}
