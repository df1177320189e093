"""What records lack: fields that somebody could fill, and doubts that somebody could settle.

Which of them readers are told of, and in which words, is left to pages/.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from generator.library.review import review_state
from generator.records.base import Entry, Record

Lacks = Callable[[Any], bool]
"""Whether a record of one kind lacks something."""

GAPS: Mapping[str, Mapping[str, Lacks]] = MappingProxyType(
    {
        "policies": {
            "document-number": lambda one: one.document_number is None,
            "day": lambda one: not (one.dates.published or one.dates.signed),
            "issuers": lambda one: not one.issuers,
            "summary": lambda one: one.summary is None,
            "targets": lambda one: not one.targets,
            "unverified": lambda one: one.unverified is not None,
        },
        "sources": {
            "published": lambda one: one.published is None,
            "accessed": lambda one: one.accessed is None,
            "url": lambda one: one.url is None,
            "doubtful-host": lambda one: not one.link,
            "archive": lambda one: one.archive_url is None,
            "capture": lambda one: one.capture is None,
            "excerpt": lambda one: one.read == "excerpt",
        },
        "observations": {
            "value": lambda one: one.value is None,
            "definition": lambda one: one.definition is None,
        },
        "conflicts": {"open": lambda one: one.resolution == "open"},
        "organizations": {
            "evidence": lambda one: not one.evidence,
            "place": lambda one: one.place is None,
        },
        "places": {"code": lambda one: not (one.iso3166 or one.gbt2260)},
        "topics": {"definition": lambda one: one.definition is None},
        "terms": {"evidence": lambda one: not one.evidence},
    }
)
"""By kind of record, in the order in which gaps are listed."""

EVERY: Mapping[str, Callable[[Entry[Record]], bool]] = MappingProxyType(
    {
        "checked": lambda entry: entry.record.checked is None,
        "review": lambda entry: review_state(entry) == "drafted",
    }
)
"""What every record can lack."""


def gaps_of(entry: Entry[Record]) -> tuple[str, ...]:
    """The names of what a record lacks."""
    of_kind = GAPS.get(entry.document.kind, {})
    own = [name for name, lacks in of_kind.items() if lacks(entry.record)]
    return (*own, *(name for name, lacks in EVERY.items() if lacks(entry)))
