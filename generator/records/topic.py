"""What policies are about (skos:Concept)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import Evidence, Text, TopicRef


class Topic(Record):
    """A technology, an industry or a theme."""

    scheme: Literal["technology", "industry", "theme"]
    """Which list it belongs to."""
    broader: TopicRef | None = None
    """The topic it is part of."""
    definition: Text | None = None
    """What it means, in our words."""
    evidence: list[Evidence] = []
    """Where the definition comes from."""
