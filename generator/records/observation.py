"""A measured, estimated, forecast or derived value (SDMX observation)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import Address, Date, Evidence, Id, Text
from generator.records.value import Scope, Value


class Observation(Record):
    """A number about the world that a target can be held against. Its title says what it counts."""

    measures: Id | None = None
    """Id of an indicator in `publication.yml`: observations of different indicators never share a
    line."""
    value: Value | None = None
    """The number; missing where the source's number cannot be used."""
    value_missing: Text | None = None
    """Why there is no number."""
    scope: Scope = "unspecified"
    """Core and related industry are never compared as one."""
    scope_note: Text | None = None
    """What the number covers, in words."""
    as_written: Text | None = None
    """The number as the source writes it."""
    period: Date
    """The time it refers to."""
    method: Literal["measured", "estimate", "forecast", "derived"]
    """How it came about; a forecast is never drawn as a measurement."""
    definition: Text | None = None
    """Who counts what: `IDC, AR and VR headsets, vendors' sales-in`."""
    derivation: Text | None = None
    """The arithmetic of a derived value."""
    published: Date | None = None
    """When it was published."""
    about: list[Address] = []
    """The targets and policies it can be held against."""
    evidence: list[Evidence]
    """Who says so."""
