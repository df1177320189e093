"""Something that happened on a day (schema:Event)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import (
    Date,
    Evidence,
    OrganizationRef,
    PlaceRef,
    PolicyRef,
    Text,
)


class Event(Record):
    """A dated event."""

    date: Date
    """The day, as precise as it is known."""
    kind: Literal[
        "policy",
        "law",
        "announcement",
        "company",
        "finance",
        "funding",
        "launch",
        "statement",
        "event",
    ]
    """What kind of event."""
    place: PlaceRef | None = None
    """Where."""
    policies: list[PolicyRef] = []
    """The policies it concerns."""
    organizations: list[OrganizationRef] = []
    """Who took part."""
    summary: Text | None = None
    """What happened, in one sentence of ours."""
    evidence: list[Evidence]
    """Who says so."""
