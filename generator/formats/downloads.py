"""Open data beside the pages: JSON with the whole record, CSV with one row per target.

Of a briefing both have everything whose values or days it states.

The evidence goes along with every value. A cell of a table is never a formula.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.core.artifacts import Artifact
from generator.core.refs import Ref
from generator.formats.fields import (
    evidence_cells,
    fields,
    json_lines,
    json_of,
    listed,
    title_of,
    value_cells,
)
from generator.formats.tables import csv_of
from generator.formats.values import (
    rows_of_values,
    stated_by_briefings,
)
from generator.library.review import review_state
from generator.pages.addresses import url_of
from generator.pages.dictionary import BRIEFING, TARGETS
from generator.pages.page import Edition
from generator.records.briefing import Briefing
from generator.records.policy import Policy

_HEAD = ("address", "url", "as_of", "licence", "conflicts", "review_state")
_DAYS = ("title", "place", "dates", "evidence")
_NO_TARGETS: Mapping[Ref, Mapping[str, Any]] = MappingProxyType({})


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """A JSON and a CSV for each policy and briefing, and of all policies and targets."""
    library = edition.library
    targets = {ref: _target(edition, ref) for ref in library.targets}
    rows = {ref: _row(edition, ref) for ref in library.targets}
    yield csv_of("targets/targets.csv", TARGETS.columns, rows.values())
    yield json_lines("targets/targets.json", targets.values())
    yield csv_of("policies/policies.csv", TARGETS.columns, rows.values())
    policies = {
        one.ref: record_of(edition, one.ref, targets) for one in library.policies
    }
    yield json_lines("policies/policies.json", policies.values())
    for ref, record in policies.items():
        name, parts = f"policies/{ref.id}/{ref.id}", library.parts_of(ref)
        yield json_of(f"{name}.json", record)
        yield csv_of(f"{name}.csv", TARGETS.columns, [rows[part] for part in parts])
    known = {**targets, **{ref: _days(record) for ref, record in policies.items()}}
    for ref, stated in stated_by_briefings(edition).items():
        name = f"briefings/{ref.id}/{ref.id}"
        values = [known.get(one) or record_of(edition, one) for one in stated]
        yield json_of(f"{name}.json", {**record_of(edition, ref), "values": values})
        table = rows_of_values(edition, stated)
        yield csv_of(f"{name}.csv", BRIEFING.columns, table)


def _days(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a briefing states of a policy itself: its days, with their evidence."""
    return {name: record[name] for name in (*_HEAD, *_DAYS) if name in record}


def record_of(
    edition: Edition, ref: Ref, targets: Mapping[Ref, Mapping[str, Any]] = _NO_TARGETS
) -> dict[str, Any]:
    """A record with its address, its computed state and its evidence written out.

    The `targets` of a policy are given, since they stand in other files too.
    """
    library = edition.library
    record = library.record(ref)
    told = (
        {"targets": [targets[part] for part in library.parts_of(ref)]}
        if isinstance(record, Policy)
        else {}
    )
    content: dict[str, Any] = {
        "address": str(ref),
        "url": edition.settings.site_url + url_of(ref),
        "as_of": edition.settings.as_of.isoformat(),
        "licence": edition.library.publication.licences.data,
        "conflicts": [str(one) for one in edition.library.conflicts_of.get(ref, ())],
        "review_state": review_state(edition.library.entries[ref]),
        **fields(edition.library, record, told),
    }
    if isinstance(record, Briefing):
        narrative = edition.library.entries[ref].document.narrative
        content["narrative"] = narrative.text if narrative else ""
    return content


def _target(edition: Edition, ref: Ref) -> dict[str, Any]:
    _, target = edition.library.targets[ref]
    facts = edition.facts
    return {
        "address": str(ref),
        "url": edition.settings.site_url + url_of(ref),
        "as_of": edition.settings.as_of.isoformat(),
        "state": facts.clocks[ref].result.value,
        "days_left": facts.clocks[ref].days_left,
        "conflicts": [str(one) for one in edition.library.conflicts_of.get(ref, ())],
        "review_state": review_state(edition.library.entries[ref.whole]),
        **fields(edition.library, target),
    }


def _row(edition: Edition, ref: Ref) -> dict[str, str]:
    library, as_of = edition.library, edition.settings.as_of
    policy, target = library.targets[ref]
    clock = edition.facts.clocks[ref]
    outcome = target.outcome
    return {
        "address": str(ref),
        "place": policy.place.id,
        "policy": policy.id,
        "policy_title": title_of(policy),
        "indicator": target.indicator,
        "scope": target.scope,
        "scope_note": target.scope_note or "",
        **value_cells(target.value),
        "as_written": target.as_written or "",
        "deadline": target.deadline.edtf if target.deadline else "",
        "state": clock.result.value,
        "days_left": "" if clock.days_left is None else str(clock.days_left),
        "finding": outcome.finding if outcome else "",
        "finding_comment": (outcome.comment or "") if outcome else "",
        "certainty": target.certainty,
        "commitment": target.commitment,
        "conflicts": listed(library.conflicts_of.get(ref, ())),
        "review": review_state(library.entries[ref.whole]),
        **evidence_cells(library, target.evidence, "value", target.as_written),
        "as_of": as_of.isoformat(),
    }
