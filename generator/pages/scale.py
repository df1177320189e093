"""Where numbers and days stand on a common axis, in per cent of its width.

A scale is made only for what shares one unit. It is logarithmic where the largest number is ten
times the smallest or more: each step is then ten times the last, and the heading says so.
"""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from generator.core.digits import scaled_digits
from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.quantity import Comparator, Quantity
from generator.core.wording import day_words

TENFOLD = 10
_OPEN = {Comparator.MORE_THAN, Comparator.AT_LEAST}


@frozen
class Tick:
    """A named place on the axis."""

    at: int
    words: str
    iso: str = ""
    """The day, on an axis of days."""


@frozen
class Scale:
    """An axis with its ticks."""

    low: float
    high: float
    is_log: bool
    ticks: tuple[Tick, ...] = ()

    def at(self, number: float) -> int:
        """The place of a number, 0 to 100."""
        value = math.log10(number) if self.is_log else number
        share = (value - self.low) / (self.high - self.low)
        return max(0, min(100, round(100 * share)))


@frozen
class Dot:
    """A reading on the axis: a point, or a bar from one end to the other."""

    start: int
    end: int
    shape: str
    """Empty for a point; `open` for "more than"; `range` for two ends or a class."""


def ends_of(quantity: Quantity) -> tuple[float, float]:
    """Both ends of a number: a class of magnitude reaches to ten times its name."""
    numbers = [float(number) for number in quantity.numbers]
    if quantity.comparator is Comparator.ORDER_OF_MAGNITUDE:
        return numbers[0], numbers[0] * TENFOLD
    return numbers[0], numbers[-1]


def number_scale(quantities: Sequence[Quantity]) -> Scale | None:
    """The axis of some numbers of one unit; nothing for fewer than two."""
    ends = [end for one in quantities if one.numbers for end in ends_of(one)]
    if len(quantities) < 2 or not ends:
        return None
    low, high = min(ends), max(ends)
    if low > 0 and high / low >= TENFOLD:
        return _decades(low, high)
    return _linear(low, high)


def number_dot(scale: Scale, quantity: Quantity) -> Dot:
    """A number on its axis."""
    start, end = (scale.at(number) for number in ends_of(quantity))
    if start != end:
        return Dot(start, end, "range")
    return Dot(start, end, "open" if quantity.comparator in _OPEN else "")


def day_scale(days: Sequence[Edtf]) -> Scale | None:
    """The axis of some dates; nothing for fewer than two, or for twice the same."""
    if len(days) < 2:
        return None
    first, last = min(on.first for on in days), max(on.last for on in days)
    if first == last:
        return None
    ticks = (_day_tick(0, first), _day_tick(100, last))
    return Scale(first.toordinal(), last.toordinal(), is_log=False, ticks=ticks)


def day_dot(scale: Scale, on: Edtf) -> Dot:
    """A date on its axis: a bar where only the month or the year is known."""
    start, end = scale.at(on.first.toordinal()), scale.at(on.last.toordinal())
    return Dot(start, end, "range" if on.first != on.last else "")


def _day_tick(at: int, day: date) -> Tick:
    return Tick(at, day_words(day), day.isoformat())


def _decades(low: float, high: float) -> Scale:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    scale = Scale(first, last, is_log=True)
    ticks = tuple(
        Tick(scale.at(10.0**power), scaled_digits(Decimal(10) ** power))
        for power in range(first, last + 1)
    )
    return Scale(first, last, is_log=True, ticks=ticks)


def _linear(low: float, high: float) -> Scale:
    """From zero, so that lengths can be compared; both ways where numbers are negative."""
    bottom = -_round_up(-low) if low < 0 else 0.0
    top = _round_up(high) if high > 0 else 0.0
    middle = (bottom + top) / 2
    ticks = tuple(
        Tick(at, scaled_digits(Decimal(repr(number)).normalize()))
        for at, number in ((0, bottom), (50, middle), (100, top))
    )
    return Scale(bottom, top, is_log=False, ticks=ticks)


def _round_up(number: float) -> float:
    """The next of 1, 2, 4, 6, 8 and their tens, hundreds, and so on."""
    unit = 10.0 ** math.floor(math.log10(number))
    return next(step * unit for step in (1, 2, 4, 6, 8, 10) if step * unit >= number)
