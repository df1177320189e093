"""What was reported beside a target: numbers of its unit and scope, by what they count."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from generator.core.frozen import frozen
from generator.core.quantity import Comparator, Quantity
from generator.core.refs import Ref
from generator.core.units import UnitKind
from generator.core.wording import date_words
from generator.pages import vocabulary
from generator.pages.charts.chart import DISPUTED, PUBLICATION
from generator.pages.charts.numbers import signed
from generator.pages.site import Site
from generator.pages.views import Words
from generator.records.observation import Observation
from generator.records.policy import Target

_KINDS = {UnitKind.COUNT, UnitKind.MONEY, UnitKind.AREA}
_DOWN = {Comparator.AT_MOST, Comparator.LESS_THAN}


@frozen
class Goal:
    """The target that numbers are held against."""

    ref: Ref
    target: Target
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

    @property
    def unit(self) -> str:
        """What is counted, in words."""
        unit = self.quantity.measured_in
        return unit.plural if unit else ""


@frozen
class Row:
    """One reported number."""

    ref: Ref
    observation: Observation
    quantity: Quantity
    is_disputed: bool
    """Whether sources disagree about it."""

    @property
    def number(self) -> Decimal:
        """The number that is stated; the upper end of a range."""
        return max(self.quantity.numbers)

    @property
    def period(self) -> str:
        """The time it refers to."""
        return date_words(self.observation.period)

    @property
    def words(self) -> str:
        """`≈ 1.204 million, derived by us`; `644,000 ≠, forecast of Sept 2025`."""
        one = self.observation
        said = "" if one.method == "measured" else f", {vocabulary.METHOD[one.method]}"
        if one.method == "forecast" and one.published:
            said += f" of {date_words(one.published)}"
        return (
            f"{signed(self.quantity)}{f' {DISPUTED}' if self.is_disputed else ''}{said}"
        )


@frozen
class Series:
    """Numbers that were counted alike, oldest first."""

    title: Words
    note: str
    """What to mind about them."""
    rows: tuple[Row, ...]

    @property
    def largest(self) -> Row:
        """The row with the largest number."""
        return max(self.rows, key=lambda row: row.number)


def reported(site: Site, goal: Goal) -> list[Row]:
    """The observations of a target that have its unit and its scope."""
    unit = goal.quantity.measured_in
    has_axis = unit is not None and unit.kind in _KINDS
    if not has_axis or not goal.quantity.numbers or goal.quantity.comparator in _DOWN:
        return []
    outcome = goal.target.outcome
    found = {
        *site.facts.observations_of.get(goal.ref, ()),
        *(outcome.observations if outcome else ()),
    }
    rows = (_row(site, goal, ref) for ref in sorted(found))
    return [row for row in rows if row]


def _row(site: Site, goal: Goal, ref: Ref) -> Row | None:
    observation = site.library.get(ref, Observation)
    if observation.value is None or observation.scope != goal.target.scope:
        return None
    quantity = observation.value.quantity
    if quantity.measure != goal.quantity.measure or not quantity.numbers:
        return None
    is_disputed = ref in site.library.conflicts_of
    row = Row(ref, observation, quantity, is_disputed)
    return row if min(quantity.numbers) >= 0 else None


def series_of(site: Site, rows: Iterable[Row]) -> list[Series]:
    """Rows by what they count and how: by indicator and definition, else each alone."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        one = row.observation
        alone = "" if one.measures or one.definition else one.id
        key = (one.measures or alone, one.definition or "")
        found.setdefault(key, []).append(row)
    order = {one.id: at for at, one in enumerate(site.library.publication.indicators)}
    keys = sorted(found, key=lambda key: (order.get(key[0], len(order)), key))
    shared = Counter(name for name, _ in keys)
    return [_series(site, found[key], is_shared=shared[key[0]] > 1) for key in keys]


def _series(site: Site, rows: Iterable[Row], *, is_shared: bool) -> Series:
    """`is_shared` where other rows count the same thing by another definition."""
    ordered = tuple(sorted(rows, key=_when))
    first = ordered[0].observation
    for one in site.library.publication.indicators:
        if one.id == first.measures:
            definition = first.definition if is_shared else None
            note = " ".join(part for part in (definition, one.note) if part)
            return Series(Words(one.title, ref=PUBLICATION), note, ordered)
    return Series(site.title(ordered[0].ref), "", ordered)


def _when(row: Row) -> tuple[str, str, str]:
    one = row.observation
    published = one.published.last.isoformat() if one.published else ""
    return (one.period.last.isoformat(), published, one.id)
