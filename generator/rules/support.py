"""Rules about what evidence is for: whatever a record states, some of its evidence carries it."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.core.spans import Loc
from generator.core.suggest import did_you_mean, one_of
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.stated import stated
from generator.records.base import Entry, Record
from generator.rules.registry import Finding, rule


@rule("evidence.none")
def values_have_evidence(library: Library, _: Facts) -> Iterator[Finding]:
    """Every policy, target, event, observation and official wording names a source for it.

    At least one of its sources supports it. A value without its evidence is not shown to readers.

    Wrong:
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: []

    Right:
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: gazette}]
    """
    for block in stated(library):
        if not any(one.stance == "supports" for one in block.evidence):
            is_empty = not block.evidence
            message = "there is no evidence" if is_empty else "no evidence supports it"
            advice = "name the source that says so, with its locator"
            span = block.entry.span(*block.loc, "evidence")
            yield Finding(span, message, advice)


@rule("evidence.unsupported")
def each_value_has_evidence_of_its_own(library: Library, _: Facts) -> Iterator[Finding]:
    """Number, deadline, baseline, date, status: each is carried by some of the evidence.

    A source that supports only the deadline does not carry the amount. Evidence without
    `supports` carries the whole.

    Wrong:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        as_written: 35 parks
        period: 2024
        method: measured
        evidence: [{source: gazette, supports: [period]}]

    Right:
        -- observations/parks.yml --
        id: parks
        title: {en: Parks}
        value: {comparator: exactly, amount: 35, unit: parks}
        as_written: 35 parks
        period: 2024
        method: measured
        evidence: [{source: gazette, supports: [value, period]}]
    """
    for block in stated(library):
        supporting = [one for one in block.evidence if one.stance == "supports"]
        for one in block.states:
            carried = any(evidence.carries(one.field) for evidence in supporting)
            if supporting and not carried:
                span = block.entry.span(*block.way_to(one.field))
                message = f"no evidence supports {one.words}, only other fields"
                advice = f"name a source for it, or add `{one.field}` to `supports`"
                yield Finding(span, message, advice)


@rule("evidence.unknown-field")
def supported_fields_exist(library: Library, _: Facts) -> Iterator[Finding]:
    """What evidence supports is a field that is filled, beside the evidence.

    Wrong:
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: gazette}, {source: gazette, supports: [dtae]}]

    Right:
        -- events/opening.yml --
        id: opening
        title: {en: Opening}
        date: 2022-07
        kind: event
        evidence: [{source: gazette}, {source: gazette, supports: [date]}]
    """
    for entry in library:
        for loc, block, field in _supports(entry):
            if not _is_filled(block, field):
                names = sorted(_filled(block) - {"id", "evidence"})
                advice = did_you_mean(field, names) or f"use {one_of(names)}"
                yield Finding(entry.span(*loc), f"there is no `{field}` here", advice)


def _supports(entry: Entry[Record]) -> Iterator[tuple[Loc, BaseModel, str]]:
    """Every word in `supports` of a record, with its way and the block it is about."""
    for loc, block in entry.blocks:
        for step, evidence in enumerate(vars(block).get("evidence", ())):
            for at, field in enumerate(evidence.supports):
                yield (*loc, "evidence", step, "supports", at), block, field


def _filled(block: BaseModel) -> set[str]:
    return {name for name, value in block if value not in (None, [], {})}


def _is_filled(block: BaseModel, field: str) -> bool:
    """Whether `value.amount` leads to something."""
    name, _, rest = field.partition(".")
    value = getattr(block, name, None) if name in _filled(block) else None
    if rest and isinstance(value, BaseModel):
        return _is_filled(value, rest)
    return value is not None and not rest
