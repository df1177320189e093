"""The words of sources that records hold: quotations, and numbers as written.

Each can be held against a copy of its source (rules/captures.py) and against the value that it
carries (rules/words.py), which names the values that rest on no words, too.
"""

from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel

from generator.core.frozen import frozen
from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.spans import Loc
from generator.records.base import Entry, Record
from generator.records.claim import Claim, Official
from generator.records.conflict import Reading
from generator.records.fields import Evidence
from generator.records.observation import Observation
from generator.records.policy import Target

QuantityOf = Callable[[Ref], Quantity | None]
"""The number of a target or an observation."""


@frozen
class Worded:
    """A value of a record with the words that its sources have for it, if any are recorded."""

    loc: Loc
    """The way to the block that holds it."""
    name: str
    """For messages."""
    as_written: str | None
    evidence: tuple[Evidence, ...]
    """What carries it."""
    quantities: tuple[Quantity, ...]
    """The numbers of which its words carry one; none if it is no number."""
    is_explained: bool = False
    """Whether a remark, or our own wording, says what the words mean."""

    @property
    def has_words(self) -> bool:
        """Whether words of a source are recorded for it."""
        return bool(self.as_written) or any(one.quote for one in self.evidence)


@frozen
class Phrase:
    """Words that a record takes from a source."""

    entry: Entry[Record]
    loc: Loc
    """Where in the record they stand."""
    text: str
    sources: tuple[Ref, ...]
    """The sources that can carry them: one for a quotation, any of several for a number."""
    values: tuple[Quantity, ...] = ()
    """The numbers of which they carry one; none where they carry a date or a name."""
    is_explained: bool = False
    """Whether a remark says what they mean."""

    @property
    def is_as_written(self) -> bool:
        """Whether they are a number as written, not a quotation."""
        return self.loc[-1] == "as_written"


def phrases(
    entries: Iterable[Entry[Record]], quantity_of: QuantityOf
) -> Iterator[Phrase]:
    """All words of sources in the records, in their order."""
    for entry in entries:
        for loc, model in entry.blocks:
            found = list(_worded(entry.record, loc, model, quantity_of))
            yield from (_written(entry, one) for one in found if one.as_written)
            yield from _quoted(entry, loc, model, found)


def worded(entry: Entry[Record], quantity_of: QuantityOf) -> Iterator[Worded]:
    """The values of a record, each with the words of its sources."""
    for loc, model in entry.blocks:
        yield from _worded(entry.record, loc, model, quantity_of)


def _worded(
    record: Record, loc: Loc, model: BaseModel, quantity_of: QuantityOf
) -> Iterator[Worded]:
    if isinstance(model, Target):
        yield _of_target(loc, model)
        yield from _of_baseline(loc, model)
    elif isinstance(model, Observation) and model.value:
        yield Worded(
            loc,
            "the value",
            model.as_written,
            _carrying(model.evidence),
            (model.value.quantity,),
            bool(model.remarks),
        )
    elif isinstance(model, Reading) and (model.quantity or model.date):
        yield Worded(
            loc,
            f"the reading `{model.id}`",
            model.as_written,
            (model.as_evidence,),
            (model.quantity.quantity,) if model.quantity else (),
            model.note is not None,
        )
    elif isinstance(model, Official) and isinstance(record, Claim):
        about = tuple(found for ref in record.about if (found := quantity_of(ref)))
        supporting = tuple(one for one in model.evidence if one.stance == "supports")
        yield Worded(
            loc, "the official wording", None, supporting, about, is_explained=True
        )


def _of_target(loc: Loc, target: Target) -> Worded:
    return Worded(
        loc,
        f"`{target.id}`",
        target.as_written,
        _carrying(target.evidence),
        (target.value.quantity,),
        target.remark is not None,
    )


def _of_baseline(loc: Loc, target: Target) -> Iterator[Worded]:
    if target.baseline:
        yield Worded(
            (*loc, "baseline"),
            f"the baseline of `{target.id}`",
            target.baseline.as_written,
            tuple(one for one in target.evidence if one.carries("baseline")),
            (target.baseline.value.quantity,),
            target.remark is not None,
        )


def _carrying(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """What supports the value itself."""
    return tuple(
        one for one in evidence if one.stance == "supports" and one.is_about_value
    )


def _written(entry: Entry[Record], one: Worded) -> Phrase:
    return Phrase(
        entry,
        (*one.loc, "as_written"),
        one.as_written or "",
        tuple(dict.fromkeys(evidence.source for evidence in one.evidence)),
        one.quantities,
        one.is_explained,
    )


def _quoted(
    entry: Entry[Record], loc: Loc, model: BaseModel, found: list[Worded]
) -> Iterator[Phrase]:
    """The quotations of a block, with what they can carry of it."""
    for step, evidence in enumerate(getattr(model, "evidence", [])):
        if evidence.quote:
            carried = [one for one in found if evidence in one.evidence]
            yield Phrase(
                entry,
                (*loc, "evidence", step, "quote"),
                evidence.quote,
                (evidence.source,),
                tuple(number for one in carried for number in one.quantities),
                any(one.is_explained for one in carried),
            )
