"""Open data beside the pages: JSON with the whole record, CSV with one row per target.

The evidence goes along with every value. A cell of a table is never a formula.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.core.artifacts import Artifact
from generator.core.edtf import Edtf
from generator.core.refs import Ref
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.review import review_state
from generator.pages.addresses import url_of
from generator.pages.page import Edition
from generator.records.base import Record
from generator.records.briefing import Briefing
from generator.records.fields import Evidence
from generator.records.policy import Policy, Target
from generator.records.source import Source
from generator.records.value import Value

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FORMULA = tuple("=+-@\t\r")
COLUMNS = (
    "address",
    "place",
    "policy",
    "policy_title",
    "indicator",
    "scope",
    "scope_note",
    "comparator",
    "amount",
    "min",
    "max",
    "unit",
    "currency",
    "as_written",
    "deadline",
    "state",
    "days_left",
    "finding",
    "finding_comment",
    "certainty",
    "commitment",
    "conflicts",
    "review",
    "source",
    "source_publisher",
    "source_host",
    "source_title",
    "source_published",
    "source_url",
    "locator",
    "quote",
    "further_sources",
    "as_of",
)
"""Columns of a table of targets: the first piece of evidence in full, the sources of the others."""


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """A JSON and a CSV for each policy and briefing, and of all policies and targets."""
    library = edition.library
    every = list(library.targets)
    yield _csv("targets/targets.csv", edition, every)
    yield _table("targets/targets.json", [_target(edition, ref) for ref in every])
    yield _csv("policies/policies.csv", edition, every)
    policies = {one.ref: _record(edition, one.ref) for one in library.policies}
    yield _table("policies/policies.json", policies.values())
    for ref, record in policies.items():
        name = f"policies/{ref.id}/{ref.id}"
        yield _json(f"{name}.json", record)
        yield _csv(f"{name}.csv", edition, library.parts_of(ref))
    for briefing in library.briefings:
        name = f"briefings/{briefing.record.id}/{briefing.record.id}"
        yield _json(f"{name}.json", _record(edition, briefing.ref))
        yield _csv(f"{name}.csv", edition, _named_targets(library, briefing.ref))


def _named_targets(library: Library, ref: Ref) -> list[Ref]:
    """The targets that a briefing names, by address."""
    named = {link.target for link in library.links_from(ref)}
    return sorted(one for one in named if one in library.targets)


def _json(path: str, content: object) -> Artifact:
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    return Artifact(path, f"{text}\n".encode())


def _table(path: str, rows: Iterable[object]) -> Artifact:
    """A list with one line for each of its items."""
    body = ",\n".join(
        json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows
    )
    return Artifact(path, f"[\n{body}\n]\n".encode())


def _record(edition: Edition, ref: Ref) -> dict[str, Any]:
    """A record with its address, its computed state and its evidence written out."""
    record = edition.library.record(ref)
    content: dict[str, Any] = {
        "address": str(ref),
        "url": edition.settings.site_url + url_of(ref),
        "as_of": edition.settings.as_of.isoformat(),
        "licence": edition.library.publication.licences.data,
        "conflicts": [str(one) for one in edition.facts.conflicts_of.get(ref, ())],
        "review_state": review_state(edition.library.entries[ref]),
        **_fields(edition.library, record),
    }
    if isinstance(record, Policy):
        parts = edition.library.parts_of(ref)
        content["targets"] = [_target(edition, part) for part in parts]
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
        "conflicts": [str(one) for one in facts.conflicts_of.get(ref, ())],
        "review_state": review_state(edition.library.entries[ref.whole]),
        **_fields(edition.library, target),
    }


def _fields(library: Library, model: BaseModel) -> dict[str, Any]:
    """The fields of a record that are filled, in the order of the author's guide."""
    return {
        name: _plain(library, value)
        for name, value in model
        if value not in (None, [], {})
    }


def _plain(library: Library, value: object) -> Any:  # noqa: ANN401  JSON is anything
    if isinstance(value, Evidence):
        source = library.get(value.source, Source)
        return {**_fields(library, value), "source": _source(value, source)}
    if isinstance(value, BaseModel):
        return _fields(library, value)
    if isinstance(value, list):
        return [_plain(library, one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, Edtf):
        return value.edtf
    return str(value) if isinstance(value, Ref) else value


def _source(evidence: Evidence, source: Source) -> dict[str, Any]:
    return {
        "address": str(evidence.source),
        "publisher": source.publisher,
        "host": source.host,
        "title": dict(source.title),
        "published": source.published.edtf if source.published else None,
        "url": source.url if source.link else None,
        "official": source.official,
        "reliability": source.reliability,
    }


def _csv(path: str, edition: Edition, refs: Iterable[Ref]) -> Artifact:
    """A table of targets: UTF-8 with a mark that spreadsheets understand (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for ref in refs:
        row = _row(edition.library, edition.facts, edition.settings.as_of, ref)
        writer.writerow([_cell(row.get(column, "")) for column in COLUMNS])
    return Artifact(path, b"\xef\xbb\xbf" + text.getvalue().encode())


def _row(library: Library, facts: Facts, as_of: date, ref: Ref) -> dict[str, str]:
    policy, target = library.targets[ref]
    clock = facts.clocks[ref]
    outcome = target.outcome
    return {
        "address": str(ref),
        "place": policy.place.id,
        "policy": policy.id,
        "policy_title": _title(policy),
        "indicator": target.indicator,
        "scope": target.scope,
        "scope_note": target.scope_note or "",
        **_value(target.value),
        "as_written": target.as_written or "",
        "deadline": target.deadline.edtf if target.deadline else "",
        "state": clock.result.value,
        "days_left": "" if clock.days_left is None else str(clock.days_left),
        "finding": outcome.finding if outcome else "",
        "finding_comment": (outcome.comment or "") if outcome else "",
        "certainty": target.certainty,
        "commitment": target.commitment,
        "conflicts": "; ".join(str(one) for one in facts.conflicts_of.get(ref, ())),
        "review": review_state(library.entries[ref.whole]),
        **_evidence(library, target),
        "as_of": as_of.isoformat(),
    }


def _value(value: Value) -> dict[str, str]:
    numbers = {"amount": value.amount, "min": value.min, "max": value.max}
    return {
        "comparator": value.comparator.value,
        **{name: f"{n:f}" for name, n in numbers.items() if n is not None},
        "unit": value.unit or "",
        "currency": value.currency or "",
    }


def _evidence(library: Library, target: Target) -> dict[str, str]:
    first = target.evidence[0]
    source = library.get(first.source, Source)
    return {
        "source": first.source.id,
        "source_publisher": source.publisher,
        "source_host": source.host or "",
        "source_title": _title(source),
        "source_published": source.published.edtf if source.published else "",
        "source_url": source.url or "" if source.link else "",
        "locator": first.locator or "",
        "quote": first.quote or target.as_written or "",
        "further_sources": "; ".join(str(one.source) for one in target.evidence[1:]),
    }


def _title(record: Record) -> str:
    return record.title.get("en") or next(iter(sorted(record.title.values())))


def _cell(text: str) -> str:
    """Text that no spreadsheet computes; numbers, also negative ones, stay numbers."""
    line = " ".join(text.split())
    is_active = line.startswith(_FORMULA) and not _NUMBER.fullmatch(line)
    return f"'{line}" if is_active else line
