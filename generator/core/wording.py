"""Quantities for readers, in plain British English.

A number never stands without its comparator, and no digit is lost. Digits themselves are in
digits.py, dates in date_wording.py; both know Chinese as well.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from babel import Locale

from generator.core.date_wording import (
    date_words,
    day_words,
    days_words,
    deadline_words,
)
from generator.core.digits import (
    ENGLISH,
    UNSCALED,
    digits,
    gap,
    rounded,
    scale_of,
    scaled_digits,
)
from generator.core.frozen import frozen
from generator.core.quantity import Comparator, Quantity
from generator.core.units import UNITS, Unit, UnitKind

__all__ = [
    "NO_NUMBER",
    "AmountWords",
    "amount_signs",
    "amount_words",
    "date_words",
    "day_words",
    "days_words",
    "deadline_words",
    "digits",
    "in_signs",
    "in_words",
    "plural",
    "rounded",
    "scaled_digits",
]

NO_NUMBER = "no number stated"
_ENGLISH = Locale.parse(ENGLISH)
_COMPARATOR_WORDS = {
    Comparator.AT_LEAST: "at least",
    Comparator.MORE_THAN: "more than",
    Comparator.AT_MOST: "at most",
    Comparator.LESS_THAN: "less than",
    Comparator.ABOUT: "about",
    Comparator.ORDER_OF_MAGNITUDE: "of the order of",
    Comparator.ASPIRATION: "striving for",
    Comparator.EXACTLY: "",
    Comparator.RANGE: "",
}
_COMPARATOR_SIGNS = _COMPARATOR_WORDS | {
    Comparator.AT_LEAST: "≥",
    Comparator.MORE_THAN: ">",
    Comparator.AT_MOST: "≤",
    Comparator.LESS_THAN: "<",
    Comparator.ABOUT: "≈",
    Comparator.ORDER_OF_MAGNITUDE: "~",
}
_SIGNS = frozenset("≥>≤<≈~")
_UNSCALED_KINDS = {UnitKind.PERCENT, UnitKind.MULTIPLE}
_ORDINAL_ENDINGS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


@frozen
class AmountWords:
    """The three parts of a quantity in words; all empty where no number is stated."""

    comparator: str
    number: str
    unit: str

    @property
    def phrase(self) -> str:
        """The parts as one phrase; what belongs to the number does not come apart."""
        before = gap() if self.comparator in _SIGNS else " "
        between = "" if self.unit == "%" else gap()
        return f"{self.comparator}{before}{self.number}{between}{self.unit}".strip()


def amount_words(quantity: Quantity) -> AmountWords:
    """The parts of a quantity for running text: `more than`, `350`, `billion yuan`."""
    unit = quantity.measured_in
    if not quantity.numbers or unit is UNITS["qualitative"]:
        return AmountWords("", "", "")
    if unit is not None and unit.kind is UnitKind.RANK:
        return _rank_words(quantity)
    comparator = _COMPARATOR_WORDS[quantity.comparator]
    if comparator == "less than" and unit is not None and unit.kind is UnitKind.COUNT:
        comparator = "fewer than"
    is_scaled = unit is None or unit.kind not in _UNSCALED_KINDS
    scale = scale_of(quantity.numbers) if is_scaled else UNSCALED
    number = _joined([digits(number, scale) for number in quantity.numbers])
    unit_word = _unit_word(unit, quantity.numbers)
    return AmountWords(comparator, number, f"{scale.word} {unit_word}".strip())


def amount_signs(quantity: Quantity) -> AmountWords:
    """The parts of a quantity for a table cell: `>`, `350`, `billion yuan`; `≈`, `15`, `%`."""
    words = amount_words(quantity)
    if not words.number:
        return words
    comparator = _COMPARATOR_SIGNS[quantity.comparator]
    if quantity.measure == "rank" and quantity.comparator is Comparator.AT_MOST:
        comparator = "top"
    measured_in = quantity.measured_in
    is_percent = measured_in is not None and measured_in.kind is UnitKind.PERCENT
    unit = "%" if is_percent else words.unit
    return AmountWords(comparator, words.number, unit)


def in_words(quantity: Quantity, *, without_number: str = NO_NUMBER) -> str:
    """The whole quantity in running text: `more than 350 billion yuan`.

    `without_number` is what is said of an aspiration that states none, such as its own phrase.
    """
    return amount_words(quantity).phrase or without_number


def in_signs(quantity: Quantity, *, without_number: str = NO_NUMBER) -> str:
    """The whole quantity in a table cell: `> 350 billion yuan`, `≈ 15%`."""
    return amount_signs(quantity).phrase or without_number


def plural(number: Decimal | int, singular: str, plural_form: str) -> str:
    """The word that goes with `number`: `policy` for 1, `policies` for 0, 2 and 1.5."""
    return singular if _category(str(number)) == "one" else plural_form


@lru_cache(maxsize=4096)
def _category(number: str) -> str:
    """Kept by its spelling: 1.0 is equal to 1, but has another plural."""
    return str(_ENGLISH.plural_form(Decimal(number)))


def _unit_word(unit: Unit | None, numbers: Sequence[Decimal]) -> str:
    if unit is None:
        return ""
    if len(numbers) > 1:
        return unit.plural
    return plural(numbers[0], unit.singular, unit.plural)


def _joined(ends: Sequence[str]) -> str:
    """`3–5`; `−5 to −3`, since a dash beside a minus is read twice."""
    is_signed = any(not end[0].isdigit() for end in ends)
    return (" to " if is_signed else "–").join(ends)


def _rank_words(quantity: Quantity) -> AmountWords:
    if quantity.comparator is Comparator.AT_MOST:
        return AmountWords("among the first", digits(quantity.numbers[0]), "")
    places = [_ordinal(number) for number in quantity.numbers]
    comparator = _COMPARATOR_WORDS[quantity.comparator]
    return AmountWords(comparator, _joined(places), "")


def _ordinal(number: Decimal) -> str:
    ending = _ORDINAL_ENDINGS[str(_ENGLISH.ordinal_form(number))]
    return digits(number, UNSCALED) + ending
