"""What a sentence says in numbers. What is expected is written out by hand."""

from decimal import Decimal

import pytest

from generator.reading.said_numbers import Said, numbers_said


def shown(said: Said) -> str:
    """The day, or what a number can mean, without exponents."""
    return said.day or "|".join(f"{Decimal(one):f}" for one in said.numbers)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than 25 million devices", ["25000000"]),
        ("goals of 1,150 billion yuan", ["1150000000000"]),
        ("three to five clusters by 2025", ["3", "5", "2025"]),
        ("a rise of 101 percent from 240,000", ["101", "240000"]),
        ("a hundred and twenty parks; one million square metres", ["120", "1000000"]),
        ("half a million to 1.2 million", ["500000", "1200000"]),
        ("0.5 to 1.2 million", ["0.5|500000", "1200000"]),
        ("He has 3. Then 2 million came.", ["3", "2000000"]),
        ("a five-fold rise, a three-year plan", ["5", "3"]),
        ("超过3500亿元，三个园区", ["350000000000", "3"]),
        ("ten of them; 2022–2025", ["10", "2022", "2025"]),
        ("5G, 36Kr, Web3, HUMAN-16, ISO 8601-2, version 2.0", []),
        ("article 5, measures 4-6, the 14th plan, the 1+N layout", []),
        ("one plan, the second of its kind, thousands of them", []),
    ],
)
def test_numbers_are_read(text: str, found: list[str]) -> None:
    """With their scale; a number before one with a scale may share it, in one sentence."""
    assert [shown(one) for one in numbers_said(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 8 March 2025", ["2025-03-08"]),
        ("in March 2025, or Sept 2024", ["2025-03", "2024-09"]),
        ("until 18 February", ["-02-18"]),
        ("from 4 to 8 September 2023", ["2023-09-04", "2023-09-08"]),
        ("20–23 October 2025", ["2025-10-20", "2025-10-23"]),
        ("23 August (2022)", ["2022-08-23"]),
        ("2022年11月1日，2022年11月", ["2022-11-01", "2022-11"]),
        ("on 2024-03-27", ["2024-03-27"]),
        ("It may be in March. May is near.", []),
    ],
)
def test_days_are_read(text: str, found: list[str]) -> None:
    """As much as is said: a day, a month, a day without its year."""
    assert [one.day for one in numbers_said(text)] == found


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("350 billion yuan", "CNY"),
        ("US$52 billion", "USD"),
        ("US$ 52 billion", "USD"),
        ("two billion won", "KRW"),
        ("10 million euro", "EUR"),
        ("3500亿元", "CNY"),
        ("13 percent", "percent"),
        ("13%", "percent"),
        ("13 firms", None),
    ],
)
def test_money_and_shares_are_told(text: str, measure: str | None) -> None:
    """The currency or `percent` stands beside the number."""
    assert [one.measure for one in numbers_said(text)] == [measure]


def test_a_number_says_where_it_stands_and_what_it_counts() -> None:
    """For messages, and for the counts of lists."""
    [said] = numbers_said("Issued by five central bodies.")
    assert (said.start, said.text, said.noun) == (10, "five", "central bodies")


@pytest.mark.parametrize(
    ("text", "are_rounded"),
    [
        ("about 0.5 to 1.2 million", [True, True]),
        ("some 300 firms", [True]),
        ("over 300 firms", [False]),
    ],
)
def test_rounded_numbers_say_so(text: str, are_rounded: list[bool]) -> None:
    """Both ends of what is about something."""
    assert [one.is_about for one in numbers_said(text)] == are_rounded
