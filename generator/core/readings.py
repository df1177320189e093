"""What a source's words for a number can mean.

Shared by the two languages: written_chinese.py and written_english.py find the parts, this file
puts them together.
"""

from collections.abc import Iterable
from decimal import Context, Decimal

from generator.core.frozen import frozen
from generator.core.quantity import Comparator
from generator.core.units import UNITS, UnitKind

Comparators = frozenset[Comparator]
"""The comparators that a record may give to one wording, since words leave room."""

AT_LEAST = frozenset({Comparator.AT_LEAST})
MORE_THAN = frozenset({Comparator.MORE_THAN})
AT_MOST = frozenset({Comparator.AT_MOST})
LESS_THAN = frozenset({Comparator.LESS_THAN})
EXACTLY = frozenset({Comparator.EXACTLY})
ABOUT = frozenset({Comparator.ABOUT})
NEARLY = frozenset({Comparator.ABOUT, Comparator.LESS_THAN})
RANGE = frozenset({Comparator.RANGE})
REACHING = frozenset({Comparator.EXACTLY, Comparator.AT_LEAST})
"""达到: the number is to be reached; what is above it is not refused."""
OF_THE_CLASS = frozenset({Comparator.ORDER_OF_MAGNITUDE})
VAGUELY = frozenset({Comparator.ABOUT, Comparator.ORDER_OF_MAGNITUDE})
"""百家: a hundred without "one" before it."""
HOPING = frozenset({Comparator.ASPIRATION})
"""力争: the number may be recorded as hoped for, or as what it is without this word."""
NEUTRAL: Comparators = frozenset()
"""A word that changes nothing."""

COUNTED = frozenset(u.id for u in UNITS.values() if u.kind is UnitKind.COUNT)
"""What a general classifier (个, 项) can count."""

_SOFT = {REACHING, HOPING, OF_THE_CLASS, NEUTRAL}
_LOWER = AT_LEAST | MORE_THAN
_UPPER = AT_MOST | LESS_THAN
_EXACT = Context(prec=1000)


@frozen
class Reading:
    """One number as a source writes it, with all comparators and units that fit the words."""

    comparators: Comparators
    numbers: tuple[Decimal, ...] = ()
    """The amount, both ends of a range, or nothing (一批)."""
    measures: frozenset[str] = frozenset()
    """Ids of units or codes of currencies; empty if the words do not say."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return len(self.numbers) == 2


@frozen
class Written:
    """The number that a source writes; several where it names several values."""

    text: str
    readings: tuple[Reading, ...]


@frozen
class Scaled:
    """A number before its zeros are counted: 3,500 and eight zeros for 3500亿."""

    coefficient: Decimal
    zeros: int = 0
    is_vague: bool = False
    """百, 千, 万 and 亿 without a number before them."""

    @property
    def value(self) -> Decimal:
        """The number itself, exact."""
        return self.coefficient.scaleb(self.zeros, _EXACT)


def several(text: str, readings: list[Reading | None]) -> Written | None:
    """All readings of a text, if they are surely values of the same thing.

    Every one has been read, and where there are several they name the same unit: in "3、5亿元"
    the 3 may be three or three hundred million, so it is left to a person.
    """
    read = [reading for reading in readings if reading is not None]
    if not read or len(read) != len(readings):
        return None
    units = {reading.measures for reading in read}
    if len(read) > 1 and (len(units) > 1 or frozenset() in units):
        return None
    return Written(text, tuple(read))


def meant(marks: Iterable[Comparators], bare: Comparators) -> Comparators | None:
    """The comparators of a number with these words around it; nothing if they contradict.

    `bare` is what the number says by itself.
    """
    marks = list(marks)
    hard = [mark for mark in marks if mark not in _SOFT]
    if not all(_fit(one, other) for one in hard for other in hard):
        return None
    found = NEUTRAL.union(*hard)
    if OF_THE_CLASS in marks:
        found |= OF_THE_CLASS
    if not found:
        found = REACHING if REACHING in marks else bare
    return found | HOPING if HOPING in marks else found


def range_of(
    low: Scaled, high: Scaled, marks: Iterable[Comparators], measures: frozenset[str]
) -> Reading | None:
    """A range; `10-15亿` counts both ends in 亿, `5000-1万` only the second.

    "About three to five" is the same range; "at least three to five" is nothing sure.
    """
    if not low.zeros and low.coefficient < high.coefficient:
        low = Scaled(low.coefficient, high.zeros)
    is_plain = all(mark in {ABOUT, NEUTRAL, REACHING, HOPING} for mark in marks)
    if not is_plain or low.value >= high.value or _are_years(low, high, measures):
        return None
    return Reading(RANGE, (low.value, high.value), measures)


def plain_number(text: str) -> Decimal:
    """The number in Arabic digits, with or without commas between thousands."""
    return Decimal(text.replace(",", ""))


def _fit(one: Comparators, other: Comparators) -> bool:
    both = one | other
    return bool(one & other) or both <= _LOWER or both <= _UPPER


def _are_years(low: Scaled, high: Scaled, measures: frozenset[str]) -> bool:
    """2023—2025 without a unit is a period, not an amount."""
    return not measures and all(
        not end.zeros and 1900 <= end.coefficient < 2100 for end in (low, high)
    )


PERCENT = frozenset({"percent", "percent-change"})
"""A sign of per cent does not tell a share from a change."""
