"""Numbers on a chart: with their comparator as a sign, without what they count."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.core.digits import Scale, digits, gap, scale_of
from generator.core.quantity import Comparator, Quantity
from generator.core.wording import amount_signs

SIGNS: Mapping[Comparator, str] = MappingProxyType(
    {
        Comparator.MORE_THAN: "> more than",
        Comparator.AT_LEAST: "≥ at least",
        Comparator.LESS_THAN: "< less than",
        Comparator.AT_MOST: "≤ at most",
        Comparator.ABOUT: "≈ about",
        Comparator.ORDER_OF_MAGNITUDE: "~ a class of magnitude, no amount",
    }
)
"""The key to the signs."""


def signed(quantity: Quantity, scale: Scale | None = None) -> str:
    """`≈ 1.204 million`, `2–3`; without the scale's word where all are counted in `scale`."""
    own = scale_of(quantity.numbers)
    number = "–".join(digits(one, scale or own) for one in quantity.numbers)
    parts = (amount_signs(quantity).comparator, number, "" if scale else own.word)
    return gap().join(part for part in parts if part)
