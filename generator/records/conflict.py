"""A point on which sources disagree, or on which figures cannot be compared."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.records.base import Record
from generator.records.fields import Address, Date, Evidence, Id, Part, SourceRef, Text
from generator.records.value import Value


class Reading(Part):
    """What one source says."""

    id: Id
    """A short id: `a`, `b`, `c`."""
    text: Text
    """The reading, in words."""
    language: Text | None = None
    """BCP 47 language of the text, where it is not English."""
    quantity: Value | None = None
    """The reading as a number, where it is one."""
    date: Date | None = None
    """The reading as a date, where it is one."""
    source: SourceRef
    """Who says it."""
    locator: Text | None = None
    """Where in the source: article, page, paragraph."""
    as_written: Text | None = None
    """The few words of the source, in its language; compared with the number."""
    note: Text | None = None
    """A remark."""

    @property
    def as_evidence(self) -> Evidence:
        """What the reading rests on, in the form of all evidence."""
        return Evidence(source=self.source, locator=self.locator, quote=self.as_written)


class Conflict(Record):
    """Sources that disagree. The title is the question."""

    kind: Literal[
        "value",
        "date",
        "definition",
        "status",
        "count",
        "attribution",
        "translation",
        "comparability",
        "existence",
    ]
    """What they disagree about."""
    about: list[Address]
    """The records it concerns: the conflict is shown at each of their values."""
    readings: list[Reading]
    """What each source says."""
    resolution: Literal["preferred", "explained", "open"]
    """preferred: one reading is right; explained: several can stand; open: not resolved."""
    preferred: Id | None = None
    """Id of the reading to prefer."""
    assessment: Text
    """What we make of it."""
    settles: Text | None = None
    """What would settle an open conflict."""

    @model_validator(mode="after")
    def _preferred_exists(self) -> Self:
        ids = [reading.id for reading in self.readings]
        if self.preferred is not None and self.preferred not in ids:
            context = {"given": self.preferred, "expected": ", ".join(ids)}
            raise PydanticCustomError("reading", "no reading {given}", context)
        return self
