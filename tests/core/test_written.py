"""As written against as recorded."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.quantity import Comparator, Quantity
from generator.core.units import CURRENCIES, UNITS, UnitKind
from generator.core.wording import in_signs, in_words
from generator.core.written import compare, read_written

BILLION = 10**9
UNSAID = {"qualitative", "rank"}
AMOUNTS = st.decimals(
    allow_nan=False,
    allow_infinity=False,
    places=4,
    min_value=-(10**15),
    max_value=10**15,
)
PLACES = st.integers(1, 10**5).map(Decimal)
HARD_TO_READ = st.text(
    alphabet="0123456789.,%+-—~至到万亿百千一二两点约超过不以上下左右级年内前第个家元余多批"
    " abcdefmnortuvyx$€&():、，；"
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any quantity that states a number."""
    measure = draw(st.sampled_from(sorted({*UNITS, *CURRENCIES} - UNSAID)))
    comparator = draw(st.sampled_from(sorted(Comparator)))
    amounts = sorted([draw(AMOUNTS), draw(AMOUNTS)])
    is_range = comparator is Comparator.RANGE and amounts[0] < amounts[1]
    return Quantity(
        comparator
        if is_range or comparator is not Comparator.RANGE
        else Comparator.ABOUT,
        amount=None if is_range else amounts[0],
        minimum=amounts[0] if is_range else None,
        maximum=amounts[1] if is_range else None,
        unit=measure if measure in UNITS else None,
        currency=measure if measure in CURRENCIES else None,
    )


def money(comparator: str, billions: int, currency: str = "CNY") -> Quantity:
    """An amount of money."""
    amount = Decimal(billions * BILLION)
    return Quantity(Comparator(comparator), amount, currency=currency)


def counted(comparator: str, amount: int | None, unit: str = "companies") -> Quantity:
    """A number of things, or none."""
    number = None if amount is None else Decimal(amount)
    return Quantity(Comparator(comparator), number, unit=unit)


def span(low: int, high: int, unit: str) -> Quantity:
    """A range."""
    return Quantity(Comparator.RANGE, None, Decimal(low), Decimal(high), unit=unit)


def difference(text: str, quantity: Quantity) -> tuple[str, tuple[str, ...]] | None:
    """The sentence and the fields of a disagreement."""
    written = read_written(text)
    assert written is not None
    found = compare(written, quantity)
    return None if found is None else (str(found), found.fields)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("超过3500亿元", money("more-than", 350)),
        ("达到3500亿元", money("exactly", 350)),
        ("达到3500亿元", money("at-least", 350)),
        ("百亿级", money("order-of-magnitude", 10)),
        ("百家", counted("about", 100)),
        ("3-5家", span(3, 5, "companies")),
        ("一批", counted("aspiration", None)),
        ("一批", counted("aspiration", None, "qualitative")),
        ("争创1个", counted("aspiration", 1, "zones")),
        ("争创1个", counted("exactly", 1, "zones")),
        ("突破500亿元、力争600亿元", money("more-than", 50)),
        ("突破500亿元、力争600亿元", money("aspiration", 60)),
        ("50%、70%、100%", span(50, 100, "percent")),
        ("50%、70%、100%", counted("exactly", 70, "percent")),
        ("top 10", counted("at-most", 10, "rank")),
        ("over €30 billion", money("more-than", 30, "EUR")),
        ("40,000", counted("exactly", 40000, "jobs")),
    ],
)
def test_records_that_say_what_the_source_writes(text: str, quantity: Quantity) -> None:
    """Words that leave room fit more than one record."""
    assert difference(text, quantity) is None


@pytest.mark.parametrize(
    ("text", "quantity", "sentence", "fields"),
    [
        (
            "超过3500亿元",
            money("about", 35),
            (
                "the source writes more than 350 billion yuan,"
                " the record says about 35 billion yuan"
            ),
            ("comparator", "amount"),
        ),
        (
            "超过3500亿元",
            money("at-least", 350),
            (
                "the source writes more than 350 billion yuan,"
                " the record says at least 350 billion yuan"
            ),
            ("comparator",),
        ),
        (
            "$4 billion",
            money("exactly", 4),
            "the source writes 4 billion US dollars, the record says 4 billion yuan",
            ("unit",),
        ),
        (
            "10%",
            counted("exactly", 10),
            "the source writes 10 per cent, the record says 10 companies",
            ("unit",),
        ),
        (
            "100家以上",
            counted("at-least", 100, "devices"),
            (
                "the source writes at least 100, the record says at least 100 devices,"
                " which its word does not count"
            ),
            ("unit",),
        ),
        (
            "50000人",
            counted("exactly", 5000, "people"),
            "the source writes 50,000 people, the record says 5,000 people",
            ("amount",),
        ),
        (
            "3-5家",
            span(3, 6, "companies"),
            "the source writes 3–5 companies, the record says 3–6 companies",
            ("amount",),
        ),
        (
            "一批",
            counted("exactly", 3),
            "the source writes no number, the record says 3 companies",
            ("comparator", "amount"),
        ),
        (
            "力争600亿元",
            money("aspiration", 50),
            (
                "the source writes striving for 60 billion yuan,"
                " the record says striving for 50 billion yuan"
            ),
            ("amount",),
        ),
        (
            "突破500亿元、力争600亿元",
            money("exactly", 50),
            (
                "the source writes more than 50 billion yuan and 60 billion yuan,"
                " the record says 50 billion yuan"
            ),
            ("comparator",),
        ),
        (
            "50%、70%、100%",
            span(50, 90, "percent"),
            (
                "the source writes 50 per cent and 70 per cent and 100 per cent,"
                " the record says 50–90 per cent"
            ),
            ("comparator", "amount"),
        ),
        (
            "220",
            counted("at-least", 220),
            "the source writes 220, the record says at least 220 companies",
            ("comparator",),
        ),
    ],
)
def test_records_that_say_something_else(
    text: str, quantity: Quantity, sentence: str, fields: tuple[str, ...]
) -> None:
    """Both readings in plain words, and the fields to look at."""
    assert difference(text, quantity) == (sentence, fields)


def test_a_sentence_is_too_long_to_be_read() -> None:
    """As written is a phrase; what is longer is left unread, however it begins."""
    assert read_written("10" + "家" * 300) is None
    assert read_written("1" * 100_000) is None


@given(quantities())
@settings(deadline=None)
def test_our_words_are_read_as_what_they_say(quantity: Quantity) -> None:
    """No digit, comparator or unit is lost between a quantity and its phrase."""
    written = read_written(in_words(quantity))
    assert written is not None
    (reading,) = written.readings
    assert reading.numbers == quantity.numbers
    assert quantity.comparator in reading.comparators
    assert quantity.measure in reading.measures
    assert compare(written, quantity) is None


@given(quantities())
@settings(deadline=None)
def test_our_signs_are_read_as_what_they_say(quantity: Quantity) -> None:
    """The short form of tables says the same."""
    written = read_written(in_signs(quantity))
    assert written is not None
    assert compare(written, quantity) is None


@given(PLACES, st.sampled_from(sorted(set(Comparator) - {Comparator.RANGE})))
@settings(deadline=None)
def test_our_ranks_are_read_as_what_they_say(
    place: Decimal, comparator: Comparator
) -> None:
    """Among the first ten, 5th, about 12th."""
    quantity = Quantity(comparator, place, unit="rank")
    for phrase in (in_words(quantity), in_signs(quantity)):
        written = read_written(phrase)
        assert written is not None
        assert compare(written, quantity) is None


@given(st.integers(1, 10**13))
@settings(deadline=None)
def test_numbers_in_characters_are_read(number: int) -> None:
    """Any whole number as Chinese writes it without digits, but for a bare 百 or 万."""
    written = read_written(f"{cn2an.an2cn(number)}家")
    assert written is not None
    assert written.readings[0].numbers == (Decimal(number),)


@given(HARD_TO_READ | st.text(alphabet="零一二两五十百千万亿点", max_size=12))
@settings(deadline=None)
def test_no_text_stops_the_reading(text: str) -> None:
    """Whatever is written, it is read or left unread; numbers are exact and ordered."""
    written = read_written(text)
    for reading in written.readings if written else ():
        assert reading.comparators
        assert all(isinstance(number, Decimal) for number in reading.numbers)
        assert list(reading.numbers) == sorted(reading.numbers)


def test_every_countable_unit_is_known_to_the_reader() -> None:
    """A unit that is added to the list can be read in English at once."""
    for unit in UNITS.values():
        if unit.kind is UnitKind.COUNT:
            written = read_written(f"3 {unit.plural}")
            assert written is not None
            assert unit.id in written.readings[0].measures
