"""What records state, each thing with the evidence that the record names for it.

Whether that evidence carries it is judged by rules/support.py.
"""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.spans import Loc
from generator.library.library import Library
from generator.records.base import Entry, Record
from generator.records.fields import Evidence
from generator.records.policy import Policy, Target
from generator.records.value import Value


@frozen
class Stated:
    """One thing that a record, or a block in it, states."""

    field: str
    """Its way within the block, as `supports` names it: `value.amount`."""
    words: str
    """What it is, for a message."""


@frozen
class Block:
    """A record or a part of one that has evidence of its own."""

    entry: Entry[Record]
    loc: Loc
    """The way to the block; nothing for the record itself."""
    evidence: list[Evidence]
    states: tuple[Stated, ...]

    def way_to(self, field: str) -> Loc:
        """The way to a field of the block."""
        return (*self.loc, *field.split("."))


def stated(library: Library) -> Iterator[Block]:
    """Every block that states something which needs evidence, by kind and address."""
    for event in library.events:
        yield Block(event, (), event.record.evidence, (Stated("date", "the date"),))
    for entry in library.observations:
        states = _value(entry.record.value) if entry.record.value else ()
        yield Block(entry, (), entry.record.evidence, states)
    for policy in library.policies:
        yield Block(policy, (), policy.record.evidence, tuple(_policy(policy.record)))
        for index, target in enumerate(policy.record.targets):
            states = tuple(_target(target))
            yield Block(policy, ("targets", index), target.evidence, states)
    for claim in library.claims:
        if claim.record.official:
            evidence = claim.record.official.evidence
            states = (Stated("text", "the official wording"),)
            yield Block(claim, ("official",), evidence, states)


def _policy(policy: Policy) -> Iterator[Stated]:
    yield Stated("status", "the status")
    if policy.document_number:
        yield Stated("document_number", "the document number")
    for name in ("signed", "published", "in_force", "ends"):
        if getattr(policy.dates, name):
            yield Stated(f"dates.{name}", f"the day in `{name}`")
    for name in ("start", "end"):
        if getattr(policy.period, name):
            yield Stated(f"period.{name}", f"the {name} of the period")
    for name, number in policy.structure or ():
        if number is not None:
            yield Stated(f"structure.{name}", f"the number of {name.replace('_', ' ')}")


def _target(target: Target) -> Iterator[Stated]:
    yield from _value(target.value)
    if target.deadline:
        yield Stated("deadline", f"the deadline of `{target.id}`")
    if target.baseline:
        yield Stated("baseline", f"the baseline of `{target.id}`")


def _value(value: Value) -> tuple[Stated, ...]:
    """The numbers of a value; its comparator where it states none."""
    numbers = [
        name for name in ("amount", "min", "max") if getattr(value, name) is not None
    ]
    if not numbers:
        return (Stated("value.comparator", "the value"),)
    return tuple(Stated(f"value.{name}", f"the value's `{name}`") for name in numbers)
