"""A linear axis from zero, so that lengths can be compared: ticks and positions.

Nothing here is rounded for looks: a position is the nearest unit of the drawing.
"""

import math
from collections.abc import Iterable
from decimal import Decimal

from generator.core.digits import Scale, digits, scale_of
from generator.core.frozen import frozen

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@frozen
class Tick:
    """A named place on the axis."""

    at: int
    words: str


@frozen
class Axis:
    """From zero at `left` to `high` at `right`, in units of the drawing."""

    high: Decimal
    left: int
    right: int
    steps: int
    """Between zero and `high`."""
    scale: Scale
    """What numbers on the axis are counted in: millions, billions."""

    def at(self, number: Decimal) -> int:
        """The place of a number; beyond the end for what is larger than `high`."""
        return round(self.left + (self.right - self.left) * number / self.high)

    def length(self, number: Decimal) -> int:
        """How long the bar of a number is; what is not zero is seen."""
        return max(1 if number else 0, self.at(number) - self.left)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers of the ticks."""
        return tuple(self.high * one / self.steps for one in range(self.steps + 1))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks with their numbers, without unit."""
        return tuple(Tick(self.at(one), self.words(one)) for one in self.numbers)

    def words(self, number: Decimal) -> str:
        """A number as the axis counts: 25 where it counts in millions."""
        return digits(number.normalize(), self.scale) if number else "0"


def axis_to(numbers: Iterable[Decimal], left: int, right: int, most: int = 5) -> Axis:
    """The axis that holds some numbers in at most so many steps of 1, 2 or 5.

    Without any number above zero it ends at 1.
    """
    held = list(numbers)
    largest = max([*held, Decimal(0)]) or Decimal(1)
    step = _step(largest / most)
    steps = math.ceil(largest / step)
    return Axis(step * steps, left, right, steps, scale_of(held))


def _step(least: Decimal) -> Decimal:
    """The smallest 1, 2 or 5 with any number of zeros that is not below `least`."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(unit * step for step in _STEPS if unit * step >= least)
