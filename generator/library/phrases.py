"""The words of sources that records hold: quotations, and numbers as written.

Each can be held against a copy of its source (rules/captures.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.spans import Loc
from generator.records.base import Entry, Record, blocks
from generator.records.fields import Evidence


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a record takes from a source."""

    entry: Entry[Record]
    loc: Loc
    """Where in the record they stand."""
    text: str
    sources: tuple[Ref, ...]
    """The sources that can carry them: one for a quotation, any of several for a number."""
    value: Quantity | None = None
    """The value that a quotation carries, if it carries one."""


def phrases(entries: Iterable[Entry[Record]]) -> Iterator[Phrase]:
    """All words of sources in the records, in their order."""
    for entry in entries:
        for loc, model in blocks(entry.record):
            if isinstance(model, Evidence):
                continue
            yield from _written(entry, loc, model)
            yield from _quoted(entry, loc, model)


def _written(entry: Entry[Record], loc: Loc, model: BaseModel) -> Iterator[Phrase]:
    text = getattr(model, "as_written", None)
    if text:
        supporting = [one for _, one in _own_evidence(model) if _is_support(one)]
        sources = tuple(dict.fromkeys(one.source for one in supporting))
        yield Phrase(entry, (*loc, "as_written"), text, sources)


def _quoted(entry: Entry[Record], loc: Loc, model: BaseModel) -> Iterator[Phrase]:
    value = getattr(model, "value", None)
    quantity = value.quantity if value is not None else None
    for step, one in _own_evidence(model):
        if one.quote:
            carries = _is_support(one) and one.is_about_value
            yield Phrase(
                entry,
                (*loc, "evidence", step, "quote"),
                one.quote,
                (one.source,),
                quantity if carries else None,
            )


def _own_evidence(model: BaseModel) -> list[tuple[int, Evidence]]:
    return list(enumerate(getattr(model, "evidence", [])))


def _is_support(one: Evidence) -> bool:
    return one.stance == "supports"
