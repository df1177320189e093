"""What a record holds that a number in a sentence can rest on: numbers, days and counts.

Made of values and of the words of sources, never of our own sentences. On which records a
sentence may rest is left to foundations.py.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from pydantic import BaseModel

from generator.core.digits import rounded
from generator.core.edtf import Edtf, Precision, parse_edtf
from generator.core.spans import Loc
from generator.reading.said_numbers import Said, numbers_said
from generator.records.base import Record
from generator.records.conflict import Conflict, Reading
from generator.records.event import Event
from generator.records.fields import Evidence
from generator.records.observation import Observation
from generator.records.policy import Outcome, Period, Policy, Target
from generator.records.source import Source
from generator.records.term import Term
from generator.records.value import Baseline, Value

_WORDS: Mapping[type[BaseModel], tuple[str, ...]] = MappingProxyType(
    {
        Baseline: ("as_written", "period"),
        Evidence: ("quote", "locator"),
        Observation: ("as_written",),
        Policy: ("title", "aka", "document_number"),
        Reading: ("as_written", "locator"),
        Source: ("title", "aka"),
        Target: ("as_written",),
        Term: ("title", "aka"),
    }
)
"""The words of others, by the block that holds them."""
_COUNTS: Mapping[type[BaseModel], Mapping[str, str]] = MappingProxyType(
    {
        Conflict: {"readings": "readings|reports|sources|values|outlets|counts|dates"},
        Event: {"organizations": "organi[sz]ations|companies|bodies|firms"},
        Outcome: {"observations": "observations|figures|years"},
        Policy: {
            "issuers": "issuers|bodies|departments|ministries|offices|agencies|authorities",
            "tasks": "tasks",
            "targets": "targets|goals",
        },
        Target: {"interpretations": "readings|ways"},
    }
)
"""The lists that are counted, and the nouns by which a sentence counts them."""
_NUMBERS = (int, Decimal)
_UNREAD = {"accessed", "captured", "checked", "on"}
"""Days of our work, not of what is recorded."""


@dataclass(slots=True)
class Founding:
    """Numbers, days and counts."""

    numbers: dict[Decimal, set[str | None]] = field(default_factory=dict)
    """Each with its currency or unit, or with nothing where that is not known."""
    days: set[str] = field(default_factory=set)
    """As in `SaidDay`."""
    counts: dict[Decimal, list[str]] = field(default_factory=dict)
    """Each with patterns of what is counted."""
    words: list[str] = field(default_factory=list)
    """Texts whose numbers and days belong to it, too; read when they are needed."""

    def holds(self, said: Said) -> bool:
        """Whether a number or day of a sentence is one of these; quick, since no words are read."""
        if said.day:
            return said.day in self.days
        return any(self._has(number, said) for number in said.numbers)

    def says(self, said: Said) -> bool:
        """The same, with the words."""
        while self.words:
            self._add_words(self.words.pop())
            if self.holds(said):
                return True
        return self.holds(said)

    def rounds(self, said: Said) -> bool:
        """Whether it is said to be rounded, and is one of these if that is rounded as far."""
        return said.is_about and any(
            _is_rounded(number, held)
            for number in said.numbers
            for held, measures in self.numbers.items()
            if _fits(said, measures)
        )

    def _has(self, number: Decimal, said: Said) -> bool:
        measures = self.numbers.get(number)
        if measures and _fits(said, measures):
            return True
        nouns = self.counts.get(number)
        return bool(nouns and re.search(rf"\b(?:{'|'.join(nouns)})\b", said.noun))

    def add_number(self, number: Decimal, measure: str | None = None) -> None:
        """A number with what it counts."""
        self.numbers.setdefault(number, set()).add(measure)

    def add_count(self, count: int, nouns: str) -> None:
        """A length of a list, or of time."""
        self.counts.setdefault(Decimal(count), []).append(nouns)

    def add_day(self, day: str) -> None:
        """A day with its month and year; as much of it as there is."""
        year, *rest = day.split("-")
        if year:
            self.add_number(Decimal(year))
            self.days.update(day[:end] for end in (7, 10) if len(day) >= end)
        if len(rest) > 1:
            self.days.add(f"-{'-'.join(rest)}")

    def add_date(self, on: Edtf) -> None:
        """A date; of a stretch of time both ends and its length in years."""
        if on.precision is Precision.INTERVAL:
            self.add_years(on, on)
            for end in filter(None, map(parse_edtf, on.text.split("/"))):
                self.add_date(end)
        else:
            is_day = on.precision in {Precision.DAY, Precision.MONTH}
            self.add_day(on.text if is_day else str(on.first.year))

    def add_years(self, start: Edtf, end: Edtf) -> None:
        """Both the years that a period touches and those between its ends."""
        years = end.last.year - start.first.year
        for count in (years, years + 1):
            self.add_count(count, "years?")

    def _add_words(self, text: str) -> None:
        for said in numbers_said(text):
            if said.day:
                self.add_day(said.day)
            for number in said.numbers:
                self.add_number(number, said.measure)


def _fits(said: Said, measures: set[str | None]) -> bool:
    measure = said.measure
    return measure is None or measure in measures or None in measures


def _is_rounded(number: Decimal, held: Decimal) -> bool:
    figures = len(number.normalize().as_tuple().digits)
    return number == rounded(held, figures)


def founding_of(held: list[tuple[Loc, BaseModel]]) -> Founding:
    """What the blocks of a record, or of a part of it, hold themselves."""
    whole = held[0][1]
    founding = Founding()
    for _, block in held:
        for name in _WORDS.get(type(block), ()):
            founding.words += _texts(getattr(block, name))
        for name, nouns in _COUNTS.get(type(block), {}).items():
            founding.add_count(len(getattr(block, name)), nouns)
        _add_values(founding, block)
    if isinstance(whole, Record):
        founding.words += founding_of_list(whole).words
    return founding


def founding_of_list(record: Record) -> Founding:
    """The numbers that a record lists; what they rest on stands behind the colon."""
    return Founding(words=[text.partition(": ")[0] for text in record.numbers])


def _add_values(founding: Founding, block: BaseModel) -> None:
    if type(block) is Value:
        unit = (block.unit or "").removesuffix("-change")
        for number in (block.amount, block.min, block.max):
            if number is not None:
                founding.add_number(number, block.currency or unit)
        return
    if type(block) is Period and block.start and block.end:
        founding.add_years(block.start, block.end)
    for name, value in vars(block).items():
        if type(value) is Edtf and name not in _UNREAD:
            founding.add_date(value)
        elif type(value) in _NUMBERS:
            founding.add_number(Decimal(value))


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
