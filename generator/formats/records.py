"""Open data of observations, checked statements and what sources disagree on.

CSV with one row per observation, statement and reading; JSON with the whole records.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.core.artifacts import Artifact
from generator.core.refs import Ref
from generator.formats.downloads import record_of
from generator.formats.fields import (
    edtf_of,
    evidence_cells,
    json_lines,
    listed,
    title_of,
    value_cells,
)
from generator.formats.tables import csv_of
from generator.library.review import review_state
from generator.pages.dictionary import CLAIMS, OBSERVATIONS, READINGS, Table
from generator.pages.page import Edition
from generator.records.base import Entry, Record
from generator.records.claim import Claim
from generator.records.conflict import Conflict
from generator.records.observation import Observation

Row = Mapping[str, str]


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """A CSV and a JSON for each of the three kinds."""
    library = edition.library
    yield from _kind(
        edition, "observations", OBSERVATIONS, library.observations, _observation
    )
    yield from _kind(edition, "claims", CLAIMS, library.claims, _claim)
    yield from _kind(edition, "conflicts", READINGS, library.conflicts, _readings)


def _kind(
    edition: Edition,
    kind: str,
    table: Table,
    entries: Sequence[Entry[Any]],
    rows: Callable[[Edition, Entry[Any]], Iterator[Row]],
) -> Iterator[Artifact]:
    every = [
        {**_known(edition, entry), **row}
        for entry in entries
        for row in rows(edition, entry)
    ]
    yield csv_of(f"{kind}/{kind}.csv", table.columns, every)
    records = [record_of(edition, entry.ref) for entry in entries]
    yield json_lines(f"{kind}/{kind}.json", records)


def _known(edition: Edition, entry: Entry[Record]) -> Row:
    """What every row says of its record."""
    return {
        "address": str(entry.ref),
        "conflicts": listed(edition.library.conflicts_of.get(entry.ref, ())),
        "review": review_state(entry),
        "as_of": edition.settings.as_of.isoformat(),
    }


def _observation(edition: Edition, entry: Entry[Observation]) -> Iterator[Row]:
    one = entry.record
    yield {
        "title": title_of(one),
        "measures": one.measures or "",
        "scope": one.scope,
        "scope_note": one.scope_note or "",
        **value_cells(one.value),
        "as_written": one.as_written or "",
        "period": one.period.edtf,
        "method": one.method,
        "definition": one.definition or "",
        "derivation": one.derivation or "",
        "published": edtf_of(one.published),
        "value_missing": one.value_missing or "",
        "about": listed(one.about),
        **evidence_cells(edition.library, one.evidence, "value", one.as_written),
    }


def _claim(edition: Edition, entry: Entry[Claim]) -> Iterator[Row]:
    one = entry.record
    evidence = one.official.evidence if one.official else []
    yield {
        "title": title_of(one),
        "statement": one.text,
        "appeared_in": str(one.appeared_in),
        "about": listed(one.about),
        "verdict": one.verdict,
        "differences": "; ".join(one.differences),
        "official_text": one.official.text if one.official else "",
        "comment": one.comment or "",
        "conflicts": listed(one.conflicts),
        **evidence_cells(edition.library, evidence, "text"),
    }


def _readings(edition: Edition, entry: Entry[Conflict]) -> Iterator[Row]:
    """One row for each reading."""
    one = entry.record
    for reading in one.readings:
        yield {
            "address": str(Ref(entry.ref.kind, one.id, reading.id)),
            "conflict": str(entry.ref),
            "question": title_of(one),
            "kind": one.kind,
            "about": listed(one.about),
            "reading": reading.text,
            **value_cells(reading.quantity),
            "date": edtf_of(reading.date),
            "as_written": reading.as_written or "",
            "note": reading.note or "",
            "resolution": one.resolution,
            "is_preferred": "yes" if reading.id == one.preferred else "no",
            "assessment": one.assessment,
            "settles": one.settles or "",
            **evidence_cells(edition.library, [reading.as_evidence], "value"),
        }
