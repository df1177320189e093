"""The days and months that a sentence says: 8 March 2025, 4–8 September, 2022年11月, 2024-03-27.

A month without a day and a year is left, and so is a year by itself: it is a number.
"""

import re
from collections.abc import Iterator

from generator.core.frozen import frozen

_MONTHS = "January February March April May June July August September October November December"
_MONTH_OF = {
    spelt: f"{at:02}"
    for at, name in enumerate(_MONTHS.split(), 1)
    for spelt in (name, name[:3], name[:4])
}
_YEAR = r"[12]\d{3}(?!\d)"
_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b"
    rf"(?: \(?(?P<year>{_YEAR}))?"
)
_DAY_BEFORE = re.compile(
    r"(?<![\w.,])(?:(?P<first>\d{1,2})(?: to |[-–—]))?(?P<day>\d{1,2}) $"
)
_LONGEST_BEFORE = len(" 24 to 31 ")
_IN_DIGITS = re.compile(
    rf"(?<![\w-]){_YEAR}-\d\d(?:-\d\d)?(?![\w-])|{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?"
)


@frozen
class SaidDay:
    """One day or month in a sentence."""

    start: int
    text: str
    day: str
    """`2025-03-08`, `2025-03`, or `-03-08` where the year is not said."""


def days_said(text: str) -> Iterator[SaidDay]:
    """The days and months of a text; of "4–8 September" both."""
    for match in _IN_DIGITS.finditer(text):
        year, *rest = re.findall(r"\d+", match[0])
        day = "-".join([year, *(f"{int(part):02}" for part in rest)])
        yield SaidDay(match.start(), match[0], day)
    for match in _MONTH.finditer(text):
        yield from _with_days(text, match)


def _with_days(text: str, match: re.Match[str]) -> Iterator[SaidDay]:
    month = f"{match['year'] or ''}-{_MONTH_OF[match['month']]}"
    near = max(0, match.start() - _LONGEST_BEFORE)
    before = _DAY_BEFORE.search(text, near, match.start())
    if before is None:
        if match["year"]:
            yield SaidDay(match.start(), match[0], month)
        return
    if before["first"]:
        day = f"{month}-{int(before['first']):02}"
        yield SaidDay(before.start("first"), before["first"], day)
    start = before.start("day")
    day = f"{month}-{int(before['day']):02}"
    yield SaidDay(start, text[start : match.end()], day)
