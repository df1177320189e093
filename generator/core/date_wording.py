"""Dates for readers, as precise as they are known.

Months, quarters and ranges come from Babel; English words for quarters and deadlines are ours.
ISO dates for machines are in edtf.py.
"""

import re
from datetime import date
from functools import cache

from babel.dates import format_interval, format_skeleton
from babel.units import format_unit

from generator.core.digits import ENGLISH, MINUS, gap, language_of
from generator.core.edtf import Edtf, Precision, parse_edtf

_SKELETONS = {
    Precision.YEAR: "y",
    Precision.MONTH: "yMMM",
    Precision.DAY: "yMMMd",
}
_ORDINALS = ("first", "second", "third", "fourth")
_DASH_SPACES = re.compile(r"\s*–\s*")


@cache
def date_words(edtf: Edtf, *, locale: str = ENGLISH) -> str:
    """`8 Jul 2022`, `Jul 2022`, `2022`, `first quarter of 2024`, `2018–2021`."""
    if edtf.precision is Precision.INTERVAL:
        return _interval(edtf, locale)
    if edtf.precision is Precision.QUARTER:
        return _quarter(edtf.first, locale)
    if edtf.precision is Precision.HALF:
        return _half(edtf.first, locale)
    return str(format_skeleton(_SKELETONS[edtf.precision], edtf.first, locale=locale))


@cache
def deadline_words(edtf: Edtf, *, locale: str = ENGLISH) -> str:
    """The last day that `edtf` allows: `end of 2025`, `end of Mar 2024`, `19 Jan 2024`.

    Of an interval only its end is a deadline.
    """
    _, last = _ends(edtf)
    words = date_words(last, locale=locale)
    if last.precision is Precision.DAY:
        return words
    if _is_chinese(locale):
        spoken_as_end = last.precision in {Precision.YEAR, Precision.MONTH}
        return f"{words}{'底' if spoken_as_end else '末'}"
    if last.precision in {Precision.QUARTER, Precision.HALF}:
        return f"end of the {words}"
    return f"end of {words}"


@cache
def day_words(day: date, *, locale: str = ENGLISH) -> str:
    """One day of the calendar: `8 Jul 2022`."""
    return str(format_skeleton("yMMMd", day, locale=locale))


@cache
def days_words(days: int, *, locale: str = ENGLISH) -> str:
    """So many days: `37 days`, `1 day`."""
    # Chinese has one form for all lengths, which CLDR files under "short".
    text = (
        format_unit(days, "duration-day", "short", locale=locale)
        if _is_chinese(locale)
        else format_unit(days, "duration-day", "long", locale=locale)
    )
    return text.replace(" ", gap(locale)).replace("-", MINUS)


def _quarter(first: date, locale: str) -> str:
    if _is_chinese(locale):
        return str(format_skeleton("yQQQQ", first, locale=locale))
    return f"{_ORDINALS[first.month // 3]} quarter of {first.year}"


def _half(first: date, locale: str) -> str:
    if _is_chinese(locale):
        return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
    return f"{_ORDINALS[first.month // 6]} half of {first.year}"


def _interval(edtf: Edtf, locale: str) -> str:
    """Both ends, with what they share said once: `Jan–Sept 2020`."""
    first, last = _ends(edtf)
    skeleton = _SKELETONS.get(first.precision)
    if skeleton and first.precision is last.precision:
        text = format_interval(first.first, last.first, skeleton, locale=locale)
        return _DASH_SPACES.sub("–", text)
    return f"{date_words(first, locale=locale)}–{date_words(last, locale=locale)}"


def _ends(edtf: Edtf) -> tuple[Edtf, Edtf]:
    """The two dates of an interval; twice the same of any other."""
    start, _, end = edtf.text.partition("/")
    return parse_edtf(start) or edtf, parse_edtf(end) or edtf


def _is_chinese(locale: str) -> bool:
    return language_of(locale) == "zh"
