"""Dates as precise as they are known (EDTF, ISO 8601-2).

`2022`, `2022-07`, `2022-07-08`; quarters and halves of a year as `2024-Q1` and `2022-H1`, which
EDTF writes `2024-33` and `2022-40`; intervals as `2018/2021`. How a date is shown to a reader is
left to the formats.
"""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum

from generator.core.frozen import frozen

_FORM = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|"
    r"(?P<month>\d\d)(?:-(?P<day>\d\d))?))?",
    re.ASCII,
)
_EDTF_QUARTER = 32
_EDTF_HALF = 39


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    INTERVAL = "interval"


_AS_WRITTEN = (Precision.DAY, Precision.MONTH, Precision.YEAR)
"""What the standard spells as authors do."""


@frozen
class Edtf:
    """A date or a stretch of time: `first` and `last` are its days, both inclusive."""

    text: str
    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        """That of the text, which all else follows from."""
        return hash(self.text)

    @property
    def edtf(self) -> str:
        """The date in the standard's spelling, for data files."""
        if self.precision in _AS_WRITTEN:
            return self.text
        return "/".join(_standard(part) for part in self.text.split("/"))

    @property
    def sort_key(self) -> tuple[date, date]:
        """July 2022 stands after 30 June and before 31 July."""
        return (self.last, self.first)


def parse_edtf(text: str) -> Edtf | None:
    """The date written in `text`; nothing if it has another form or is no day of the calendar."""
    if "/" not in text:
        return _parse_one(text)
    start, _, end = text.partition("/")
    first, last = _parse_one(start), _parse_one(end)
    if first is None or last is None or last.last < first.first:
        return None
    return Edtf(text, first.first, last.last, Precision.INTERVAL)


def _parse_one(text: str) -> Edtf | None:
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year = int(match["year"])
    if match["quarter"]:
        last = 3 * int(match["quarter"])
        return _months(text, year, last - 2, last, Precision.QUARTER)
    if match["half"]:
        last = 6 * int(match["half"])
        return _months(text, year, last - 5, last, Precision.HALF)
    if match["month"] is None:
        return _months(text, year, 1, 12, Precision.YEAR)
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"] is None:
        return _months(text, year, month, month, Precision.MONTH)
    day = int(match["day"])
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    on = date(year, month, day)
    return Edtf(text, on, on, Precision.DAY)


def _months(text: str, year: int, first: int, last: int, precision: Precision) -> Edtf:
    end = date(year, last, monthrange(year, last)[1])
    return Edtf(text, date(year, first, 1), end, precision)


def _standard(text: str) -> str:
    year, _, rest = text.partition("-")
    if rest.startswith("Q"):
        return f"{year}-{_EDTF_QUARTER + int(rest[1])}"
    if rest.startswith("H"):
        return f"{year}-{_EDTF_HALF + int(rest[1])}"
    return text
