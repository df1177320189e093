"""A number as a statement: how it is meant, how much, of what.

The record's own form of it is in records/value.py; how it is said to readers in wording.py.
"""

from decimal import Decimal
from enum import StrEnum

from generator.core.frozen import frozen
from generator.core.units import CURRENCIES, UNITS, Unit


class Comparator(StrEnum):
    """How a number is meant; "more than 10" is never said as "10"."""

    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    EXACTLY = "exactly"
    ABOUT = "about"
    RANGE = "range"
    """From `minimum` to `maximum`, both inclusive."""
    ORDER_OF_MAGNITUDE = "order-of-magnitude"
    """Of the class of the number (百亿级), which is no amount."""
    ASPIRATION = "aspiration"
    """Hoped for: with a number (力争600亿元), or without one (一批)."""


@frozen
class Quantity:
    """A number with its unit or its currency, as a record holds it.

    A range has `minimum` and `maximum`, everything else `amount`; an aspiration may have none.
    """

    comparator: Comparator
    amount: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str | None = None
    currency: str | None = None

    @property
    def measure(self) -> str | None:
        """The id of the unit or the code of the currency, whichever it has."""
        return self.currency or self.unit

    @property
    def measured_in(self) -> Unit | None:
        """The unit or currency itself; nothing for a bare number."""
        if self.currency is not None:
            return CURRENCIES[self.currency]
        return None if self.unit is None else UNITS[self.unit]

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The amount, or both ends of the range; empty where there is no number."""
        ends = (self.amount, self.minimum, self.maximum)
        return tuple(end for end in ends if end is not None)
