"""A statement that somebody published, checked (schema:Claim, ClaimReview)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import (
    Address,
    ConflictRef,
    Evidence,
    Part,
    SourceRef,
    Text,
)


class Official(Part):
    """What the official text says."""

    text: Text
    """In our words."""
    evidence: list[Evidence]
    """With the official wording as its quote."""


class Claim(Record):
    """A published statement with our verdict. The title is a short label."""

    text: Text
    """The statement, in our words."""
    appeared_in: SourceRef
    """Where it was published."""
    about: list[Address] = []
    """The policies and targets it is about."""
    verdict: Literal["confirmed", "corrected", "partly", "unconfirmed", "misplaced"]
    """What the check found."""
    differences: list[
        Literal[
            "scope",
            "comparator",
            "unit",
            "status",
            "attribution",
            "horizon",
            "omission",
        ]
    ] = []
    """How the statement differs from the official text."""
    official: Official | None = None
    """The official wording."""
    conflicts: list[ConflictRef] = []
    """Conflicts that the check met."""
    comment: Text | None = None
    """The finding in a sentence."""
