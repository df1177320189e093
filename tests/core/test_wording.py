"""Quantities in words."""

from decimal import Decimal

import pytest

from generator.core.quantity import Comparator, Quantity
from generator.core.wording import (
    AmountWords,
    amount_signs,
    amount_words,
    in_signs,
    in_words,
    plural,
)

GAP = "\N{NO-BREAK SPACE}"
CASES = [
    ("more-than", "350000000000", "CNY", "more than 350 billion yuan"),
    ("more-than", "1500000000000", "CNY", "more than 1.5 trillion yuan"),
    ("at-least", "20", "scenarios", "at least 20 scenarios"),
    ("exactly", "1", "parks", "1 park"),
    ("exactly", "1", "people", "1 person"),
    ("about", "1204000", "devices", "about 1.204 million devices"),
    ("order-of-magnitude", "10000000000", "CNY", "of the order of 10 billion yuan"),
    ("at-most", "5500000000", "KRW", "at most 5.5 billion won"),
    ("exactly", "4000000000", "USD", "4 billion US dollars"),
    ("exactly", "14500000", "EUR", "14.5 million euros"),
    ("less-than", "5", "companies", "fewer than 5 companies"),
    ("less-than", "5", "percent", "less than 5 per cent"),
    ("exactly", "-61", "percent", "−61 per cent"),
    ("at-most", "10", "rank", "among the first 10"),
    ("exactly", "5", "rank", "5th"),
    ("exactly", "5", "multiple", "5 times"),
    ("at-most", "2000", "square-metres", "at most 2,000 square metres"),
    ("aspiration", "1", "zones", "striving for 1 zone"),
    ("about", "10", None, "about 10"),
]


def quantity(comparator: str, amount: str, measure: str | None) -> Quantity:
    """A quantity with one number; capital letters are a currency."""
    is_money = measure is not None and measure.isupper()
    return Quantity(
        Comparator(comparator),
        Decimal(amount),
        unit=None if is_money else measure,
        currency=measure if is_money else None,
    )


def span(low: str, high: str, unit: str) -> Quantity:
    """A range."""
    return Quantity(Comparator.RANGE, None, Decimal(low), Decimal(high), unit=unit)


@pytest.mark.parametrize(("comparator", "amount", "measure", "words"), CASES)
def test_the_comparator_stands_with_the_number(
    comparator: str, amount: str, measure: str | None, words: str
) -> None:
    """The whole phrase, as it stands in running text."""
    assert in_words(quantity(comparator, amount, measure)).replace(GAP, " ") == words


def test_the_parts_of_a_card() -> None:
    """Comparator, number and unit apart, as a figure card sets them."""
    assert amount_words(quantity("more-than", "350000000000", "CNY")) == AmountWords(
        "more than", "350", "billion yuan"
    )
    assert amount_words(span("3", "5", "companies")) == AmountWords(
        "", "3–5", "companies"
    )


def test_a_number_keeps_its_unit_on_the_line() -> None:
    """The space before the unit does not break; the one after the comparator may."""
    words = in_words(quantity("at-least", "20", "scenarios"))
    assert words == f"at least 20{GAP}scenarios"


def test_ranges_have_a_dash_without_spaces() -> None:
    """Signed ends are joined by a word, since a dash beside a minus is read twice."""
    assert in_words(span("3", "5", "companies")) == f"3–5{GAP}companies"
    assert in_words(span("-5", "-3", "percent")) == f"−5 to −3{GAP}per cent"
    assert in_words(span("1", "3", "rank")) == "1st–3rd"


@pytest.mark.parametrize("unit", ["qualitative", "companies"])
def test_an_aspiration_without_a_number_says_so(unit: str) -> None:
    """There are no parts; the caller may give the phrase that stands instead."""
    hoped = Quantity(Comparator.ASPIRATION, unit=unit)

    assert amount_words(hoped) == AmountWords("", "", "")
    assert in_words(hoped) == "no number stated"
    assert in_words(hoped, without_number="一批") == "一批"
    assert in_signs(hoped, without_number="一批") == "一批"


@pytest.mark.parametrize(
    ("comparator", "amount", "measure", "signs"),
    [
        ("more-than", "350000000000", "CNY", "> 350 billion yuan"),
        ("at-least", "20", "scenarios", "≥ 20 scenarios"),
        ("at-most", "30", "percent", "≤ 30%"),
        ("less-than", "5", "companies", "< 5 companies"),
        ("about", "15", "percent", "≈ 15%"),
        ("order-of-magnitude", "10000000000", "CNY", "~ 10 billion yuan"),
        ("exactly", "10", "percent", "10%"),
        ("at-most", "10", "rank", "top 10"),
        ("aspiration", "1", "zones", "striving for 1 zone"),
    ],
)
def test_tables_have_signs(
    comparator: str, amount: str, measure: str, signs: str
) -> None:
    """Signs for comparators and per cent; a hope has none, so it keeps its words."""
    assert in_signs(quantity(comparator, amount, measure)).replace(GAP, " ") == signs
    assert amount_signs(span("3", "5", "percent")) == AmountWords("", "3–5", "%")


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "policies"), (1, "policy"), (2, "policies"), (Decimal("1.5"), "policies")],
)
def test_plurals_follow_english(number: Decimal | int, word: str) -> None:
    """Only one is singular."""
    assert plural(number, "policy", "policies") == word
