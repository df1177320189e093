"""Numbers and days on a common axis."""

from decimal import Decimal

from generator.core.edtf import parse_edtf
from generator.core.quantity import Comparator, Quantity
from generator.pages.scale import (
    Dot,
    day_dot,
    day_scale,
    number_dot,
    number_scale,
)


def yuan(comparator: str, amount: int) -> Quantity:
    """So many yuan."""
    return Quantity(Comparator(comparator), amount=Decimal(amount), currency="CNY")


def test_numbers_that_differ_tenfold_get_decades() -> None:
    """1, 10 and 100 billion; a class of magnitude is a bar, "more than" is hollow."""
    one = yuan("exactly", 10**9)
    about, over = yuan("about", 10**10), yuan("more-than", 10**10)
    of_class = yuan("order-of-magnitude", 10**10)
    scale = number_scale([about, of_class, over, one])

    assert scale is not None
    assert [(tick.at, tick.words) for tick in scale.ticks] == [
        (0, "1\N{NO-BREAK SPACE}billion"),
        (50, "10\N{NO-BREAK SPACE}billion"),
        (100, "100\N{NO-BREAK SPACE}billion"),
    ]
    assert number_dot(scale, one) == Dot(0, 0, "")
    assert number_dot(scale, about) == Dot(50, 50, "")
    assert number_dot(scale, over) == Dot(50, 50, "open")
    assert number_dot(scale, of_class) == Dot(50, 100, "range")


def test_numbers_of_one_size_begin_at_zero() -> None:
    """644,000 and 742,000: from 0 to 800,000, so lengths can be compared."""
    low, high = yuan("exactly", 644_000), yuan("exactly", 742_000)
    scale = number_scale([low, high])

    assert scale is not None
    assert [tick.words for tick in scale.ticks] == ["0", "400,000", "800,000"]
    assert number_dot(scale, low).start == 80  # 644 of 800
    assert number_dot(scale, high).start == 93  # 742 of 800


def test_falls_are_drawn_towards_the_left() -> None:
    """-53.3 and -56: from -60 to 0."""
    falls = [
        Quantity(Comparator.EXACTLY, amount=Decimal(text), unit="percent")
        for text in ("-53.3", "-56")
    ]
    scale = number_scale(falls)

    assert scale is not None
    assert [tick.words for tick in scale.ticks] == ["−60", "−30", "0"]
    assert [number_dot(scale, one).start for one in falls] == [11, 7]


def test_one_number_has_no_scale() -> None:
    """A scale compares; one number is none."""
    assert number_scale([yuan("exactly", 5)]) is None


def test_a_month_is_a_bar_on_the_axis_of_days() -> None:
    """1 August to 8 September are 38 days: 29 August is day 28, the month ends on day 30."""
    days = [parse_edtf(text) for text in ("2023-08-29", "2023-08", "2023-09-08")]
    known = [day for day in days if day]
    scale = day_scale(known)

    assert scale is not None
    assert [day_dot(scale, day) for day in known] == [
        Dot(74, 74, ""),
        Dot(0, 79, "range"),
        Dot(100, 100, ""),
    ]
