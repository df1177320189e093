"""Everything that can be wrong: the rules of this room and the refusals of those before it."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.core.ruledocs import RuleDoc
from generator.library.ruledocs import RULES as LIBRARY
from generator.reading.ruledocs import RULES as READING
from generator.records.ruledocs import RULES as RECORDS
from generator.rules import (
    captures,
    comments,
    evidence,
    links,
    references,
    review,
    sentences,
    support,
    time,
    wording,
    words,
)
from generator.rules.registry import check_rules, rules

FAMILIES = (
    captures,
    comments,
    evidence,
    links,
    references,
    review,
    sentences,
    support,
    time,
    wording,
    words,
)
"""Importing a family registers its rules."""


def all_docs() -> Mapping[str, RuleDoc]:
    """The documentation of every problem there can be, by its id."""
    docs = [*READING, *RECORDS, *LIBRARY, *(one.doc for one in rules())]
    return MappingProxyType({doc.id: doc for doc in sorted(docs, key=lambda d: d.id)})


__all__ = ["FAMILIES", "all_docs", "check_rules"]
