"""The sentences that authors write in records, in our own words.

Titles of documents, quotations and numbers as written are the words of others, headlines and
narratives have rules of their own: none of them is a sentence here.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pydantic import BaseModel

from generator.core.spans import Loc
from generator.records.base import Entry, Note, Record
from generator.records.claim import Claim, Official
from generator.records.conflict import Conflict, Reading
from generator.records.event import Event
from generator.records.fields import Evidence
from generator.records.observation import Observation
from generator.records.place import Place
from generator.records.policy import (
    Dates,
    Interpretation,
    Outcome,
    Policy,
    Relation,
    Target,
    Version,
)
from generator.records.publication import Indicator, Publication
from generator.records.source import Source
from generator.records.term import Term
from generator.records.topic import Topic

_FIELDS: Mapping[type[BaseModel], tuple[str, ...]] = MappingProxyType(
    {
        Claim: ("title", "remarks", "text", "comment"),
        Conflict: ("title", "remarks", "assessment", "settles"),
        Dates: ("note",),
        Event: ("title", "remarks", "summary"),
        Evidence: ("note",),
        Indicator: ("title", "note"),
        Interpretation: ("text", "follows"),
        Note: ("text",),
        Observation: (
            "title",
            "remarks",
            "value_missing",
            "scope_note",
            "definition",
            "derivation",
        ),
        Official: ("text",),
        Outcome: ("comment", "searched_in"),
        Place: ("remarks", "iso_note"),
        Policy: (
            *("remarks", "issuers_unknown", "issuer_note", "tasks", "summary"),
            "unverified",
        ),
        Publication: ("remarks", "description"),
        Reading: ("text", "note"),
        Relation: ("note",),
        Source: ("remarks", "reliability_reason"),
        Target: ("indicator", "scope_note", "deadline_note", "remark"),
        Term: ("remarks", "definition"),
        Topic: ("remarks", "definition"),
        Version: ("note",),
    }
)
"""By the block that holds them. Events, conflicts, claims and observations have no title but the
one that we give them."""


def sentences(entry: Entry[Record]) -> Iterator[tuple[Loc, str]]:
    """The sentences of a record, each with the way to it; corrections say what was wrong."""
    for loc, block in entry.blocks:
        if type(block) is Note and block.kind == "correction":
            continue
        for name in _FIELDS.get(type(block), ("remarks",) if not loc else ()):
            yield from _texts(getattr(block, name), (*loc, name))


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The text of a field, of each of its languages, or of each of its items."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        yield from ((((*loc, key), text)) for key, text in value.items())
    elif isinstance(value, list):
        yield from ((((*loc, at), text)) for at, text in enumerate(value))
