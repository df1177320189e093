"""What places state for one indicator: the rows of a chart, each with its comparator."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.wording import deadline_words
from generator.pages.site import Site
from generator.records.policy import Policy, Target
from generator.records.publication import Indicator


@frozen
class Row:
    """One target in the chart."""

    ref: Ref
    policy: Policy
    target: Target
    line: tuple[Ref, ...]
    """The place and those it lies in, outermost first."""
    place: str
    """Its name, with that of the place it lies in where that is no country."""
    by: str
    """The deadline, where it is not the one of most targets."""
    is_disputed: bool
    """Whether sources disagree about it."""

    @property
    def quantity(self) -> Quantity:
        """The number as it is meant."""
        return self.target.value.quantity

    @property
    def number(self) -> Decimal:
        """The number that is stated; the upper end of a range."""
        return max(self.quantity.numbers)


@frozen
class Panel:
    """The targets of one indicator."""

    indicator: Indicator
    rows: tuple[Row, ...]


def panels_of(site: Site, indicators: Sequence[Indicator]) -> list[Panel]:
    """The indicators that have targets with numbers."""
    targets = site.library.targets
    refs = {
        one.id: [ref for ref, (_, target) in targets.items() if _counts(target, one)]
        for one in indicators
    }
    usual = usual_deadline(
        targets[ref][1] for ref in chain.from_iterable(refs.values())
    )
    return [
        Panel(one, tuple(_rows(site, refs[one.id], usual)))
        for one in indicators
        if refs[one.id]
    ]


def _counts(target: Target, indicator: Indicator) -> bool:
    """Whether a target has a number of just this indicator, in its scope and currency."""
    quantity = target.value.quantity
    return (
        target.measures == indicator.id
        and target.scope == indicator.scope
        and quantity.measure == (indicator.currency or indicator.unit)
        and bool(quantity.numbers)
    )


def usual_deadline(targets: Iterable[Target]) -> Edtf | None:
    """The deadline that most targets have."""
    ends = Counter(target.deadline for target in targets if target.deadline)
    return max(ends, key=lambda end: (ends[end], end.sort_key), default=None)


def _rows(site: Site, refs: Iterable[Ref], usual: Edtf | None) -> list[Row]:
    """Places under the ones they lie in."""
    rows = [_row(site, ref, usual) for ref in refs]
    return sorted(rows, key=lambda row: [site.title(one).text for one in row.line])


def _row(site: Site, ref: Ref, usual: Edtf | None) -> Row:
    policy, target = site.library.targets[ref]
    line = site.library.place_line(policy.place)
    names = [site.title(one).text for one in reversed(line[1:] or line)]
    says_where = len(names) > 1 and names[0].endswith(f", {names[1]}")
    return Row(
        ref=ref,
        policy=policy,
        target=target,
        line=tuple(line),
        place=names[0] if says_where else ", ".join(names[:2]),
        by=_by(target.deadline, usual),
        is_disputed=ref in site.library.conflicts_of,
    )


def _by(end: Edtf | None, usual: Edtf | None) -> str:
    if end == usual:
        return ""
    return f"by {deadline_words(end)}" if end else "no deadline"
