"""English numerals: 14,500,000, three, twenty-five, a hundred, half a, fifth.

Scale words (million, bn) are counted in zeros, so that every number stays exact.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.core.readings import Scaled, plain_number


def _count(words: str, first: int = 1, step: int = 1) -> Mapping[str, int]:
    return {word: first + step * at for at, word in enumerate(words.split())}


def _any(words: Mapping[str, int]) -> str:
    """A pattern for one of the words, longer ones first: `sixteen` before `six`."""
    return "|".join(sorted(words, key=len, reverse=True))


_ONES = _count("one two three four five six seven eight nine")
_SMALL = {
    **_ONES,
    **_count("ten eleven twelve thirteen fourteen fifteen sixteen", 10),
    **_count("seventeen eighteen nineteen", 17),
}
_WORD_OF = {count: word for word, count in _SMALL.items() if count <= 10}
_TENS = _count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_ORDINALS = _count("first second third fourth fifth sixth seventh eighth ninth tenth")
_ZEROS = {
    **dict.fromkeys(("thousand",), 3),
    **dict.fromkeys(("million", "mn", "m"), 6),
    **dict.fromkeys(("billion", "bn"), 9),
    **dict.fromkeys(("trillion", "tn"), 12),
}

_ARABIC = r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?"
_IN_WORDS = (
    rf"(?:(?:a|{_any(_ONES)}) hundred(?: and )?)?"
    rf"(?:(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)}))?|{_any(_SMALL)})?"
)
_HALF_OR_ONE = r"half an?|an?"
NUMERAL = (
    rf"(?:{_ARABIC}|(?:(?:{_HALF_OR_ONE})(?= (?:{_any(_ZEROS)})\b)"
    rf"|(?=[a-z]){_IN_WORDS})(?![a-z]))"
)
"""A pattern for a number without its scale."""
SCALE = rf"(?:{_any(_ZEROS)})(?![a-z])"
ORDINAL = rf"(?:\d[\d,]{{0,8}}(?:st|nd|rd|th)|{_any(_ORDINALS)})(?![a-z])"

_PARTS = re.compile(
    rf"(?:(?P<hundreds>a|{_any(_ONES)}) hundred(?: and )?)?"
    rf"(?:(?P<tens>{_any(_TENS)})[- ]?)?(?P<small>{_any(_SMALL)})?"
)


def count_words(count: int) -> str:
    """A count for readers: `five`, and in digits from eleven on."""
    return _WORD_OF.get(count, f"{count:,}")


def read_numeral(text: str, scale: str | None) -> Scaled | None:
    """The number in a text that `NUMERAL` matches, with its scale word."""
    zeros = _ZEROS[scale] if scale else 0
    coefficient = _coefficient(text)
    return None if coefficient is None else Scaled(coefficient, zeros)


def read_ordinal(text: str) -> Decimal:
    """The place that a text names that `ORDINAL` matches: 5 for `fifth` and `5th`."""
    word = _ORDINALS.get(text)
    return plain_number(text[:-2]) if word is None else Decimal(word)


def _coefficient(text: str) -> Decimal | None:
    if re.fullmatch(_ARABIC, text, re.ASCII):
        return plain_number(text.replace("−", "-"))
    if text in {"a", "an"}:
        return Decimal(1)
    if text.startswith("half"):
        return Decimal("0.5")
    parts = _PARTS.fullmatch(text)
    return _added(parts) if parts and text else None


def _added(parts: re.Match[str]) -> Decimal:
    hundreds = {"a": 1, **_ONES}.get(parts["hundreds"] or "", 0)
    tens = _TENS.get(parts["tens"] or "", 0)
    return Decimal(100 * hundreds + tens + _SMALL.get(parts["small"] or "", 0))
