"""The numbers and dates that a sentence says: 25 million, three to five, 8 March 2025, 3500亿.

What numerals mean is left to core/, where numbers in words stand to number_words.py. Names such
as 5G, 36Kr and ISO 8601-2 are no numbers, nor are places in a text (article 5, measures 4-6),
ordinals, `one`, and words that name no number of their own (dozens, thousands).
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.core import chinese_numerals, english_numerals
from generator.core.frozen import frozen
from generator.core.readings import Scaled
from generator.core.units import CURRENCIES
from generator.reading.number_words import has_number_words, number_words
from generator.reading.said_days import days_said

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?<![A-Za-z\d.,])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:(?P<han>[十百千万亿]+)|[-\s\u00a0]?(?P<scale>{english_numerals.SCALE}))?"
    r"(?!\+?[A-Za-z\d])"
)
_NAMES = re.compile(
    r"\b[A-Z][A-Za-z]*-\d[\d-]*"
    r"|\b(?:ISO|GB/T|[Vv]ersion|[Aa]rticle|[Mm]easures|[Pp]age) \d(?:[\d.–-]*\d)?"
)
_IN_WORDS = re.compile(
    rf"(?P<number>{english_numerals.NUMERAL})(?:[ -](?P<scale>{english_numerals.SCALE}))?"
)
_ONE = re.compile(r"\b(half an?|an?|one) $", re.IGNORECASE)
_SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        **{unit.plural: code for code, unit in CURRENCIES.items()},
        **dict.fromkeys(("percent", "per cent", "%"), "percent"),
        **dict.fromkeys(("dollars", "美元", "US$"), "USD"),
        **dict.fromkeys(("euro", "欧元", "€"), "EUR"),
        "元": "CNY",
        "韩元": "KRW",
    }
)
_WORDS = "|".join(map(re.escape, sorted(_MEASURES, key=len, reverse=True)))
_MEASURE_AFTER = re.compile(rf"[\s\u00a0]?({_WORDS})")
_MEASURE_BEFORE = re.compile(rf"({_WORDS}) ?$")
_ABOUT = re.compile(r"\b(?:about|almost|around|nearly|roughly|some) (?:\S+ ){0,4}$")
_NOUN = re.compile(r"-?\W{0,2}((?:[\w’'-]+ ?){0,3})")
_STOP = re.compile(r"[.;:] ")


@frozen
class Said:
    """One number or date of a sentence."""

    sentence: str
    start: int
    text: str
    day: str = ""
    """As in `SaidDay`; empty for a number."""
    numbers: tuple[Decimal, ...] = ()
    """What it can mean: in "3, 5 or 8 billion" the 3 is three, or three billion."""

    @property
    def end(self) -> int:
        """Where the sentence goes on."""
        return self.start + len(self.text)

    @property
    def measure(self) -> str | None:
        """`percent` or the code of a currency, where it is said."""
        near = max(0, self.start - len("US$ "))
        found = _MEASURE_AFTER.match(self.sentence, self.end) or _MEASURE_BEFORE.search(
            self.sentence, near, self.start
        )
        return _MEASURES[found[1]] if found else None

    @property
    def is_about(self) -> bool:
        """Whether the sentence says that it is rounded: "about 0.5 to 1.2 million"."""
        near = max(0, self.start - 40)
        return _ABOUT.search(self.sentence, near, self.start) is not None

    @property
    def noun(self) -> str:
        """The next words, in which stands what is counted."""
        found = _NOUN.match(self.sentence, self.end)
        return found[1] if found else ""


_Read = tuple[int, str, Scaled | None]
"""A numeral with its place; nothing if it is none."""


def numbers_said(text: str) -> list[Said]:
    """The numbers and dates of a text in their order."""
    has_digits = _DIGIT.search(text) is not None
    has_words = has_number_words(text)
    if not has_digits and not has_words:
        return []
    days, read, rest = [], list[_Read](), text
    if has_digits:
        days = [Said(text, one.start, one.text, one.day) for one in days_said(text)]
        rest = _without(text, ((one.start, one.end) for one in days))
        rest = _without(rest, (match.span() for match in _NAMES.finditer(rest)))
        read = list(_in_digits(rest))
    if has_words:
        rest = _without(rest, ((at, at + len(words)) for at, words, _ in read))
        read += _in_words(rest)
    return sorted([*days, *_scaled(text, read)], key=lambda said: said.start)


def _without(text: str, stretches: Iterator[tuple[int, int]]) -> str:
    for start, end in stretches:
        text = f"{text[:start]}{'…' * (end - start)}{text[end:]}"
    return text


def _in_digits(text: str) -> Iterator[_Read]:
    for match in _NUMBER.finditer(text):
        digits, han, scale = match.groups()
        number = (
            english_numerals.read_numeral(digits, scale)
            if scale
            else chinese_numerals.read_numeral(f"{digits}{han or ''}")
        )
        yield match.start(), match[0], number


def _in_words(text: str) -> Iterator[_Read]:
    for start, words in number_words(text):
        if not words.isascii():
            yield start, words, chinese_numerals.read_numeral(words)
            continue
        spelt = words.lower().removesuffix("fold").removesuffix("-")
        one = _ONE.search(text[:start]) if spelt.startswith(_SCALES) else None
        found = _IN_WORDS.fullmatch(f"{one[1].lower()} {spelt}" if one else spelt)
        if found and found["number"]:
            number = english_numerals.read_numeral(found["number"], found["scale"])
            yield start, words, number


def _scaled(text: str, read: list[_Read]) -> Iterator[Said]:
    """The numbers, from the last to the first: each may have the scale of the next one."""
    scale, until = 0, len(text)
    for start, words, number in sorted(read, key=lambda one: one[0], reverse=True):
        if number is None:
            continue
        can_be = [number.value]
        if number.zeros:
            scale, until = number.zeros, start
        elif scale and not _STOP.search(text, start, until):
            can_be.append(number.value.scaleb(scale))
        yield Said(text, start, words, numbers=tuple(can_be))
