"""An entry of the glossary (skos:Concept)."""

from generator.records.base import Record
from generator.records.fields import Evidence, Text, TopicRef


class Term(Record):
    """A word that readers may not know."""

    definition: Text
    """What it means, in our words."""
    pinyin: Text | None = None
    """How the Chinese word is said."""
    topic: TopicRef | None = None
    """The topic it names."""
    evidence: list[Evidence] = []
    """Where the definition comes from."""
