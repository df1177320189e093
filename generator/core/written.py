"""The number as a source writes it, and whether a record says the same.

A source's words leave room (达到3500亿元 is "exactly" or "at least"), so a text is read as the
set of comparators and units that fit it. What cannot be read for sure is not read: the rules
turn that into a notice, not into an error.
"""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.quantity import Comparator, Quantity
from generator.core.readings import PERCENT, Reading, Written
from generator.core.units import CURRENCIES
from generator.core.wording import in_words
from generator.core.written_chinese import HAN, read_chinese
from generator.core.written_english import read_english

_LONGEST = 200
"""As written is a phrase, never a sentence."""

_SAID_FIRST = (
    Comparator.ASPIRATION,
    Comparator.MORE_THAN,
    Comparator.ABOUT,
    Comparator.EXACTLY,
)
"""Of several comparators that fit, the one that is closest to the source's word."""


@frozen
class Disagreement:
    """A source and a record that say different things about one value."""

    written: str
    """What the source writes, in our words."""
    recorded: str
    """What the record says, in the same way."""
    fields: tuple[str, ...]
    """Where they differ: `comparator`, `amount` (for a range: `min` or `max`), `unit`."""

    def __str__(self) -> str:
        both = f"the source writes {self.written}, the record says {self.recorded}"
        is_of_many_units = "unit" in self.fields and self.recorded.startswith(
            self.written
        )
        return f"{both}, which its word does not count" if is_of_many_units else both


def read_written(text: str) -> Written | None:
    """The readings of a text such as 超过3500亿元, `3—5家` or `about 10 billion yuan`.

    Nothing if there is no number in it (世界先进水平, `by end of 2023`) or none that is sure.
    """
    if len(text) > _LONGEST:
        return None
    return read_chinese(text) if HAN.search(text) else read_english(text)


def compare(written: Written, quantity: Quantity) -> Disagreement | None:
    """Where a record departs from what its source writes; nothing if they agree.

    Of several values a record holds any one, or the range from the lowest to the highest.
    """
    differences = [tuple(_differing(r, quantity)) for r in written.readings]
    if () in differences or _spans(written, quantity):
        return None
    said = [_in_words(_said(r, quantity)) for r in written.readings]
    return Disagreement(
        written=" and ".join(dict.fromkeys(said)),
        recorded=_in_words(quantity),
        fields=min(differences, key=len),
    )


def _differing(reading: Reading, quantity: Quantity) -> Iterator[str]:
    if quantity.comparator not in reading.comparators:
        yield "comparator"
    if quantity.numbers != reading.numbers:
        yield "amount"
    if reading.measures and quantity.measure not in reading.measures:
        yield "unit"


def _spans(written: Written, quantity: Quantity) -> bool:
    """Whether a range was recorded for `50%、70%、100%`."""
    readings = written.readings
    numbers = sorted(number for reading in readings for number in reading.numbers)
    is_alike = len({r.comparators for r in readings}) == 1
    return (
        len(numbers) == len(readings) > 1
        and is_alike
        and quantity.comparator is Comparator.RANGE
        and quantity.numbers == (numbers[0], numbers[-1])
        and quantity.measure in readings[0].measures
    )


def _in_words(quantity: Quantity) -> str:
    """The quantity for a message, where spaces need not hold lines together."""
    words = in_words(quantity, without_number="no number")
    return words.replace("\N{NO-BREAK SPACE}", " ")


def _said(reading: Reading, quantity: Quantity) -> Quantity:
    """The reading as a quantity, as near to the record's as the words allow."""
    comparators = (quantity.comparator, *_SAID_FIRST, *Comparator)
    comparator = next(c for c in comparators if c in reading.comparators)
    measures = reading.measures & {quantity.measure} or reading.measures
    measure = min(measures) if len(measures) == 1 or measures == PERCENT else None
    is_money = measure in CURRENCIES
    return Quantity(
        comparator,
        amount=None if reading.is_range else next(iter(reading.numbers), None),
        minimum=reading.numbers[0] if reading.is_range else None,
        maximum=reading.numbers[1] if reading.is_range else None,
        unit=None if is_money else measure,
        currency=measure if is_money else None,
    )
