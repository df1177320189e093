"""Sums of money in another currency: ours, never the source's.

A dated rate of `publication.yml` is used, or nothing is converted; `convert: false` there switches
all of it off. Where and how a conversion is shown is left to pages/.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.core.frozen import frozen
from generator.core.quantity import Comparator, Quantity
from generator.core.wording import rounded
from generator.records.publication import ExchangeRate, Publication

READERS_CURRENCIES = ("USD", "EUR")
"""What sums are converted to, in this order."""
FIGURES = 2
"""Significant figures: a conversion says how large a sum is, not what it is to the last digit."""


@frozen
class Conversion:
    """A sum in another currency with the rate that it rests on."""

    quantity: Quantity
    rate: ExchangeRate


def conversions(publication: Publication, quantity: Quantity) -> Iterator[Conversion]:
    """A sum of money in the readers' currencies for which there is a rate.

    A class of magnitude (百亿级) is no amount, so there is nothing to convert.
    """
    if quantity.comparator is Comparator.ORDER_OF_MAGNITUDE or not quantity.numbers:
        return
    for currency in READERS_CURRENCIES:
        rate = rate_between(publication, quantity.currency or "", currency)
        if rate is not None:
            yield Conversion(convert(quantity, rate), rate)


def rate_between(publication: Publication, one: str, other: str) -> ExchangeRate | None:
    """The newest rate between two currencies, if conversions are wanted and one is known."""
    if not publication.convert or one == other:
        return None
    rates = (
        r for r in publication.exchange_rates if {r.currency, r.to} == {one, other}
    )
    return max(rates, key=lambda rate: rate.day.sort_key, default=None)


def convert(quantity: Quantity, rate: ExchangeRate) -> Quantity:
    """A sum of money in the other currency of a rate, to FIGURES."""
    is_forth = quantity.currency == rate.currency

    def other(number: Decimal | None) -> Decimal | None:
        if number is None:
            return None
        exact = number * rate.rate if is_forth else number / rate.rate
        return rounded(exact, FIGURES)

    return replace(
        quantity,
        amount=other(quantity.amount),
        minimum=other(quantity.minimum),
        maximum=other(quantity.maximum),
        currency=rate.to if is_forth else rate.currency,
    )
