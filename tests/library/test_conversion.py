"""Sums in other currencies, by hand: 350 billion yuan at 0.1486 are 52.01 billion dollars."""

from decimal import Decimal

import pytest

from generator.core.quantity import Comparator, Quantity
from generator.library.conversion import conversions, rate_between
from generator.records.publication import Publication


def publication(*rates: str, convert: str = "true") -> Publication:
    """A publication with rates written as `CNY USD 0.1486 2022-07`."""
    names = ("currency", "to", "rate", "day")
    return Publication.model_validate(
        {
            "id": "publication",
            "title": {"en": "A"},
            "description": "A",
            "publisher": "A",
            "languages": ["en"],
            "licences": dict.fromkeys(("text", "data", "code", "quotes"), "A"),
            "convert": convert,
            "exchange_rates": [
                {**dict(zip(names, rate.split(), strict=True)), "evidence": []}
                for rate in rates
            ],
        }
    )


YUAN = Quantity(Comparator.MORE_THAN, Decimal(350_000_000_000), currency="CNY")
RATE = "CNY USD 0.1486 2022-07"


def test_a_sum_is_converted_to_two_figures() -> None:
    """52.01 billion is said as 52; the comparator stays."""
    [one] = conversions(publication(RATE), YUAN)
    assert one.quantity == Quantity(
        Comparator.MORE_THAN, Decimal(52_000_000_000), currency="USD"
    )
    assert str(one.rate.day) == "2022-07"


def test_both_ends_of_a_range() -> None:
    """2 billion are 297.2 million, 3 billion 445.8 million; rounded 300 and 450."""
    ends = (Decimal(2_000_000_000), Decimal(3_000_000_000))
    between = Quantity(
        Comparator.RANGE, minimum=ends[0], maximum=ends[1], currency="CNY"
    )
    [one] = conversions(publication(RATE), between)
    assert one.quantity.numbers == (Decimal(300_000_000), Decimal(450_000_000))


def test_a_rate_is_used_in_both_directions() -> None:
    """1 euro at 8 yuan: 350 billion yuan are 43.75 billion euros, said as 44."""
    [one] = conversions(publication("EUR CNY 8 2022-07"), YUAN)
    assert (one.quantity.amount, one.quantity.currency) == (
        Decimal(44_000_000_000),
        "EUR",
    )


def test_dollars_stand_before_euros_and_newer_rates_win() -> None:
    """0.15 of August, not 0.1486 of July: 52.5 billion, said as 53."""
    rates = ("CNY EUR 0.14 2022-07", RATE, "CNY USD 0.15 2022-08")
    said = [
        (c.quantity.currency, c.quantity.amount)
        for c in conversions(publication(*rates), YUAN)
    ]
    assert said == [("USD", Decimal(53_000_000_000)), ("EUR", Decimal(49_000_000_000))]


@pytest.mark.parametrize(
    "quantity",
    [
        Quantity(
            Comparator.ORDER_OF_MAGNITUDE, Decimal(10_000_000_000), currency="CNY"
        ),
        Quantity(Comparator.ASPIRATION, currency="CNY"),
        Quantity(Comparator.EXACTLY, Decimal(5), unit="parks"),
        Quantity(Comparator.EXACTLY, Decimal(5), currency="USD"),
        Quantity(Comparator.EXACTLY, Decimal(5), currency="KRW"),
    ],
)
def test_what_is_not_converted(quantity: Quantity) -> None:
    """No amount, no money, the readers' own money, money without a rate."""
    assert list(conversions(publication(RATE), quantity)) == []


def test_conversions_can_be_switched_off() -> None:
    """`convert: false`."""
    off = publication(RATE, convert="false")
    assert list(conversions(off, YUAN)) == []
    assert rate_between(off, "CNY", "USD") is None
