"""Totals and rankings over targets, which refuse to mix what is not alike.

A number that no source states is the easiest to get wrong, so each has conditions. Where one does
not hold, the reasons come back instead of a number. How both are said is left to pages/.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from generator.core.frozen import frozen
from generator.core.quantity import Comparator, Quantity
from generator.core.refs import Ref
from generator.core.units import UnitKind
from generator.library.library import Library
from generator.records.policy import Policy, Target

Stated = tuple[Policy, Target]


class Reason(StrEnum):
    """Why values cannot stand in one total or one order."""

    TOO_FEW = "too-few"
    """There are not two of them."""
    INDICATORS = "indicators"
    """They count different things, or nothing says what they count."""
    SCOPES = "scopes"
    """Core, related and overall industry are three things."""
    MEASURES = "measures"
    """Their units or currencies differ."""
    COMPARATORS = "comparators"
    """“More than” and “about” are different promises."""
    PERIODS = "periods"
    """Their deadlines differ, or some have none."""
    NO_AMOUNT = "no-amount"
    """A class of magnitude or an aspiration in words is no amount."""
    NO_SUM = "no-sum"
    """Shares, ranks and multiples cannot be added."""
    DISPUTED = "disputed"
    """Sources disagree on one of the values."""
    NESTED = "nested"
    """One place lies within another, so the same things may be counted twice."""


@frozen
class Basis:
    """What an aggregate rests on, whether it is computed or refused."""

    targets: int
    """How many targets were asked for."""
    with_amount: int
    """How many of them state an amount."""
    confirmed: int

    @property
    def confirmed_share(self) -> int:
        """Per cent of the targets that are confirmed; 0 if there are none."""
        return round(100 * self.confirmed / self.targets) if self.targets else 0


@frozen
class Refusal:
    """No number, and why: all reasons, in the order of Reason."""

    reasons: tuple[Reason, ...]
    basis: Basis


@frozen
class Total:
    """The sum of what targets promise; it has their comparator."""

    quantity: Quantity
    basis: Basis


@frozen
class Ranked:
    """A target with its place in an order; equal values share a place."""

    place: int
    target: Ref


@frozen
class Ranking:
    """Targets by size, the largest first."""

    rows: tuple[Ranked, ...]
    basis: Basis


def total(library: Library, targets: Sequence[Ref]) -> Total | Refusal:
    """The sum of some targets, if it means anything."""
    stated = [library.targets[ref] for ref in targets]
    reasons = {
        *_unlike(stated),
        *_disputed(library, targets),
        *_without_sum(stated),
        *_nested(library, stated),
    }
    if reasons:
        return _refusal(reasons, stated)
    return Total(
        _sum([target.value.quantity for _, target in stated]), basis_of(stated)
    )


def ranking(library: Library, targets: Sequence[Ref]) -> Ranking | Refusal:
    """Some targets by size, if they can be ordered. Places within places may stand in one order."""
    stated = [library.targets[ref] for ref in targets]
    reasons = {*_unlike(stated), *_disputed(library, targets)}
    if reasons:
        return _refusal(reasons, stated)
    sizes = {ref: library.targets[ref][1].value.quantity.numbers for ref in targets}
    ordered = sorted(sorted(targets), key=lambda ref: sizes[ref], reverse=True)
    rows = (
        Ranked(1 + sum(other > sizes[ref] for other in sizes.values()), ref)
        for ref in ordered
    )
    return Ranking(tuple(rows), basis_of(stated))


def basis_of(stated: Sequence[Stated]) -> Basis:
    """How many targets there are, how many state an amount, how many are confirmed."""
    return Basis(
        targets=len(stated),
        with_amount=sum(_has_amount(target) for _, target in stated),
        confirmed=sum(target.certainty == "confirmed" for _, target in stated),
    )


def _refusal(reasons: set[Reason], stated: Sequence[Stated]) -> Refusal:
    in_order = tuple(reason for reason in Reason if reason in reasons)
    return Refusal(in_order, basis_of(stated))


def _unlike(stated: Sequence[Stated]) -> Iterator[Reason]:
    if len(stated) < 2:
        yield Reason.TOO_FEW
        return
    for reason, trait in _TRAITS.items():
        found = {trait(target) for _, target in stated}
        if len(found) > 1 or None in found:
            yield reason
    if not all(_has_amount(target) for _, target in stated):
        yield Reason.NO_AMOUNT


def _disputed(library: Library, targets: Sequence[Ref]) -> Iterator[Reason]:
    if any(ref in library.conflicts_of for ref in targets):
        yield Reason.DISPUTED


_TRAITS: Mapping[Reason, Callable[[Target], object]] = MappingProxyType(
    {
        Reason.INDICATORS: lambda target: target.measures,
        Reason.SCOPES: lambda target: target.scope,
        Reason.MEASURES: lambda target: target.value.quantity.measure,
        Reason.COMPARATORS: lambda target: target.value.comparator,
        Reason.PERIODS: lambda target: target.deadline and target.deadline.text,
    }
)
"""What all values of an aggregate have in common; nothing is not in common."""

_NO_AMOUNT = {Comparator.ORDER_OF_MAGNITUDE, Comparator.ASPIRATION}


def _has_amount(target: Target) -> bool:
    value = target.value
    return value.comparator not in _NO_AMOUNT and bool(value.quantity.numbers)


_SUMMABLE = {UnitKind.MONEY, UnitKind.COUNT, UnitKind.AREA}


def _without_sum(stated: Sequence[Stated]) -> Iterator[Reason]:
    units = [target.value.quantity.measured_in for _, target in stated]
    if any(unit is None or unit.kind not in _SUMMABLE for unit in units):
        yield Reason.NO_SUM


def _nested(library: Library, stated: Sequence[Stated]) -> Iterator[Reason]:
    """Whether a place lies within another, or states two of the targets."""
    places = [policy.place for policy, _ in stated]
    above = {up for place in places for up in library.place_line(place)[:-1]}
    if above & set(places) or len(set(places)) < len(places):
        yield Reason.NESTED


def _sum(quantities: Sequence[Quantity]) -> Quantity:
    """The sum of quantities that are alike; of ranges the sums of both ends."""
    sums = [sum(ends) for ends in zip(*(q.numbers for q in quantities), strict=True)]
    is_range = len(sums) == 2
    first = quantities[0]
    return Quantity(
        comparator=first.comparator,
        amount=None if is_range else sums[0],
        minimum=sums[0] if is_range else None,
        maximum=sums[1] if is_range else None,
        unit=first.unit,
        currency=first.currency,
    )
