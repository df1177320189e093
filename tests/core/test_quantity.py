"""Numbers as statements."""

from decimal import Decimal

from generator.core.quantity import Comparator, Quantity


def test_money_is_measured_in_its_currency() -> None:
    """The measure is the currency's code or the unit's id."""
    money = Quantity(Comparator.EXACTLY, Decimal(1), currency="CNY")
    companies = Quantity(Comparator.EXACTLY, Decimal(1), unit="companies")

    assert (money.measure, companies.measure) == ("CNY", "companies")
    assert money.measured_in is not None
    assert money.measured_in.plural == "yuan"
    assert companies.measured_in is not None
    assert companies.measured_in.singular == "company"
    assert Quantity(Comparator.EXACTLY, Decimal(1)).measured_in is None


def test_numbers_are_the_amount_or_both_ends() -> None:
    """Zero is a number; an aspiration may have none."""
    zero, three, five = Decimal(0), Decimal(3), Decimal(5)

    assert Quantity(Comparator.EXACTLY, zero).numbers == (zero,)
    span = Quantity(Comparator.RANGE, minimum=three, maximum=five)
    assert span.numbers == (three, five)
    assert Quantity(Comparator.ASPIRATION).numbers == ()
