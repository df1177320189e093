"""The list of record kinds: folder, model, words."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.records.base import Record
from generator.records.briefing import Briefing
from generator.records.claim import Claim
from generator.records.comment import Comment
from generator.records.conflict import Conflict
from generator.records.event import Event
from generator.records.observation import Observation
from generator.records.organization import Organization
from generator.records.place import Place
from generator.records.policy import Policy
from generator.records.publication import Publication
from generator.records.source import Source
from generator.records.term import Term
from generator.records.topic import Topic

RECORD_KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "briefings": Briefing,
        "claims": Claim,
        "comments": Comment,
        "conflicts": Conflict,
        "events": Event,
        "observations": Observation,
        "organizations": Organization,
        "places": Place,
        "policies": Policy,
        "publication": Publication,
        "sources": Source,
        "terms": Term,
        "topics": Topic,
    }
)
"""Folder of each kind and the model of its records; `publication` is a single file."""
