"""Axes by hand: steps of 1, 2 and 5, positions to the unit, lines that fit."""

from decimal import Decimal

from generator.core.quantity import Comparator, Quantity
from generator.pages.charts.axis import axis_to
from generator.pages.charts.drawing import lines_of, width_of
from generator.pages.charts.numbers import signed


def numbers(*words: str) -> list[Decimal]:
    """Exact numbers."""
    return [Decimal(word) for word in words]


def test_an_axis_ends_at_the_next_step_of_one_two_or_five() -> None:
    """1,204,000 in at most five steps: a fifth is 240,800, so steps of half a million."""
    axis = axis_to(numbers("107000", "1204000"), 100, 400)

    assert (axis.high, axis.steps) == (Decimal(1_500_000), 3)
    assert [(tick.at, tick.words) for tick in axis.ticks] == [
        (100, "0"),
        (200, "500,000"),
        (300, "1,000,000"),
        (400, "1,500,000"),
    ]


def test_numbers_on_an_axis_are_counted_as_all_of_them_can_be() -> None:
    """30 to 350 billion are counted in billions; at most four steps end at 400."""
    axis = axis_to(numbers("30000000000", "350000000000"), 0, 80, most=4)

    assert [tick.words for tick in axis.ticks] == ["0", "100", "200", "300", "400"]
    assert axis.scale.word == "billion"


def test_positions_are_in_proportion_and_start_at_zero() -> None:
    """25 million is the whole of an axis of 25 million, 10 million two fifths."""
    axis = axis_to(numbers("25000000"), 1, 501)

    assert [axis.at(one) for one in numbers("0", "10000000", "25000000")] == [
        1,
        201,
        501,
    ]
    assert axis.length(Decimal(10_000_000)) == 200


def test_what_is_not_nothing_is_seen() -> None:
    """One device of 25 million has a bar, none has not."""
    axis = axis_to(numbers("25000000"), 0, 500)

    assert [axis.length(one) for one in numbers("1", "0")] == [1, 0]


def test_an_axis_without_numbers_ends_at_one() -> None:
    """Nothing is divided by nothing."""
    assert axis_to([], 0, 10).high == 1


def test_signs_stand_before_numbers_without_their_unit() -> None:
    """The comparator is never lost; a range has both ends."""
    about = Quantity(Comparator.ABOUT, Decimal(1_204_000), unit="devices")
    some = Quantity(
        Comparator.RANGE, minimum=Decimal(2), maximum=Decimal(3), unit="parks"
    )
    none = Quantity(Comparator.EXACTLY, Decimal(725_000), unit="devices")

    assert [signed(one) for one in (about, some, none)] == [
        "≈\N{NO-BREAK SPACE}1.204\N{NO-BREAK SPACE}million",
        "2–3",
        "725,000",
    ]


def test_lines_are_broken_between_words() -> None:
    """A line is as long as fits; a word that is too long stands alone."""
    text = "Production for the world market, not sales at home."

    assert lines_of(text, width_of("Production for the world")) == [
        "Production for the world",
        "market, not sales at",
        "home.",
    ]
    assert lines_of("", 100) == []
