"""Numbers written in words: five ministries, a dozen cities, 三个.

A number that comes from no record is typed by hand in whatever signs. `one` and 一 are left: they
are articles and pronouns more often than numbers. Ordinals order, they do not count.
"""

import re
from collections.abc import Iterator

_SMALL = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALES = "hundreds?|thousands?|millions?|billions?|trillions?|dozens?"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ONE = rf"(?:(?:{_TENS})-(?:one|{_SMALL})|{_SMALL}|{_TENS}|{_SCALES})"
_ENGLISH = re.compile(
    rf"(?<![\w-]){_ONE}(?:(?:(?<=hundred) and |[ -]){_ONE})*(?:-?fold)?(?!\w)",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"(?<![\w-])(?:(?:half|twice|(?:an?|one) (?:third|quarter|fifth|tenth))(?= (?:as|of|the)\b)"
    r"|(?:doubl|tripl|quadrupl|halv)(?:e[sd]?|ing)(?![\w-]))",
    re.IGNORECASE,
)
"""Numbers too, where something is said to be a part or a multiple of something."""
_SAYINGS = re.compile(
    rf"\b(?:(?:{_TENS})-(?:{_ORDINALS})|two-(?:way|sided|faced|edged)|in two minds"
    r"|on all fours|two by two)\b",
    re.IGNORECASE,
)
"""Not a quantity: twenty-first is an ordinal; nobody counts what is two-sided."""
_CHINESE = re.compile(
    r"(?<!第)[零〇二两三四五六七八九十百千万亿][零〇一二两三四五六七八九十百千万亿]*"
)
_CHINESE_NAMES = re.compile(r"十[三四五]五|三维|二维|万物")
"""Five-year plans by their names, dimensions, everything: words of their own."""
_PATTERNS = (
    (_ENGLISH, _SAYINGS),
    (_SHARES, _SAYINGS),
    (_CHINESE, _CHINESE_NAMES),
)
"""What is looked for, and what is none of it."""

_WORD = re.compile(r"[a-z]+")
_WORDS = frozenset(
    form
    for word in _WORD.findall(f"{_SMALL} {_TENS} {_SCALES}")
    for form in (word, word.removesuffix("s"))
)
_HAN_DIGITS = frozenset("〇二两三四五六七八九十百千万亿")


def has_number_words(text: str) -> bool:
    """Whether a number in words may stand there; quicker than to look for it."""
    words = _WORD.findall(text.lower().replace("fold", ""))
    return not (_WORDS.isdisjoint(words) and _HAN_DIGITS.isdisjoint(text))


def number_words(text: str) -> Iterator[tuple[int, str]]:
    """Where a number in words stands, and the words."""
    for pattern, names in _PATTERNS:
        if pattern.search(text):
            shown = names.sub(lambda found: "…" * len(found[0]), text)
            yield from ((match.start(), match[0]) for match in pattern.finditer(shown))
