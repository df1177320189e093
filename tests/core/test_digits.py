"""Numbers in digits and scale words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.digits import MINUS, digits, rounded, scale_of, scaled_digits

NUMBERS = st.decimals(
    allow_nan=False,
    allow_infinity=False,
    places=6,
    min_value=-(10**18),
    max_value=10**18,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1204", "1,204"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("1204000", "1.204 million"),
        ("2846000", "2.846 million"),
        ("1234567", "1,234,567"),
        ("14500000", "14.5 million"),
        ("54450000000", "54.45 billion"),
        ("42640000000", "42.64 billion"),
        ("159261000000", "159.261 billion"),
        ("1234567000", "1,234.567 million"),
        ("1500000000000", "1.5 trillion"),
        ("3.5E+11", "350 billion"),
        ("1E+15", "1,000 trillion"),
        ("10.50", "10.50"),
        ("0.001", "0.001"),
        ("-61", f"{MINUS}61"),
        ("-2500000", f"{MINUS}2.5 million"),
    ],
)
def test_every_digit_is_said(number: str, words: str) -> None:
    """The largest scale that takes at most three decimals, and the minus of print."""
    spaced = scaled_digits(Decimal(number)).replace("\N{NO-BREAK SPACE}", " ")
    assert spaced == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("9999", "9,999"),
        ("40000", "4万"),
        ("25000000", "2500万"),
        ("350000000000", "3500亿"),
        ("10240000000", "102.4亿"),
        ("1800000000000", "1.8万亿"),
        ("12345", "12,345"),
    ],
)
def test_chinese_counts_in_ten_thousands(number: str, words: str) -> None:
    """万, 亿 and 万亿 instead of million and billion, and no space."""
    expected = words.replace("2500", "2,500").replace("3500", "3,500")
    assert scaled_digits(Decimal(number), locale="zh_Hans") == expected


def test_numbers_together_share_one_scale() -> None:
    """Both ends of a range are counted in the scale of the smaller one."""
    ends = [Decimal(500000000), Decimal(1500000000)]
    scale = scale_of(ends)
    assert [digits(end, scale) for end in ends] == ["500", "1,500"]
    assert scale.word == "million"


def test_zero_does_not_choose_the_scale() -> None:
    """From zero to two million is counted in millions."""
    assert scale_of([Decimal(0), Decimal(2000000)]).word == "million"
    assert scale_of([Decimal(0)]).word == ""


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("159261000000", "159000000000"),
        ("1204000", "1200000"),
        ("1235", "1240"),
        ("999.5", "1000"),
        ("42", "42"),
        ("0.012345", "0.0123"),
        ("-1235", "-1240"),
        ("0", "0"),
    ],
)
def test_rounding_keeps_three_figures(number: str, expected: str) -> None:
    """Halves go away from zero; what has fewer figures stays as it is."""
    assert rounded(Decimal(number)) == Decimal(expected)


@given(NUMBERS)
def test_digits_read_back_are_the_number(number: Decimal) -> None:
    """Grouping and scale words lose nothing."""
    scale = scale_of([number])
    plain = digits(number, scale).replace(",", "").replace(MINUS, "-")
    assert Decimal(plain).scaleb(scale.zeros) == number


@given(NUMBERS)
def test_rounding_stays_near(number: Decimal) -> None:
    """Three figures are never off by more than half a per cent."""
    assert abs(rounded(number) - number) * 200 <= abs(number)
