"""What was reported beside a target: numbers of its unit and scope, by what they count."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.core.quantity import Comparator, Quantity
from generator.core.refs import Ref
from generator.core.units import UnitKind
from generator.core.wording import date_words
from generator.pages import vocabulary
from generator.pages.charts.chart import PUBLICATION
from generator.pages.charts.numbers import signed
from generator.pages.site import Site
from generator.pages.views import Words
from generator.records.observation import Observation
from generator.records.policy import Target

_KINDS = {UnitKind.COUNT, UnitKind.MONEY, UnitKind.AREA}
_DOWN = {Comparator.AT_MOST, Comparator.LESS_THAN}


@dataclass(frozen=True, slots=True)
class Goal:
    """The target that numbers are held against."""

    ref: Ref
    target: Target

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


@dataclass(frozen=True, slots=True)
class Row:
    """One reported number."""

    ref: Ref
    observation: Observation
    quantity: Quantity

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
        """`≈ 1.204 million, derived by us`; `644,000, forecast of Sept 2025`."""
        one = self.observation
        said = "" if one.method == "measured" else f", {vocabulary.METHOD[one.method]}"
        if one.method == "forecast" and one.published:
            said += f" of {date_words(one.published)}"
        return f"{signed(self.quantity)}{said}"


@dataclass(frozen=True, slots=True)
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
    return Row(ref, observation, quantity) if min(quantity.numbers) >= 0 else None


def series_of(site: Site, rows: Iterable[Row]) -> list[Series]:
    """Rows by what they count: by indicator, else by definition, else each alone."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        one = row.observation
        found.setdefault(one.measures or one.definition or one.id, []).append(row)
    listed = [one.id for one in site.library.publication.indicators if one.id in found]
    rest = sorted(set(found) - set(listed))
    return [_series(site, key, found[key]) for key in [*listed, *rest]]


def _series(site: Site, key: str, rows: Iterable[Row]) -> Series:
    ordered = tuple(sorted(rows, key=_when))
    for one in site.library.publication.indicators:
        if one.id == key:
            return Series(Words(one.title, ref=PUBLICATION), one.note or "", ordered)
    return Series(site.title(ordered[0].ref), "", ordered)


def _when(row: Row) -> tuple[str, str, str]:
    one = row.observation
    published = one.published.last.isoformat() if one.published else ""
    return (one.period.last.isoformat(), published, one.id)
