"""Whether words stand in a text, word for word.

Two copies of one text differ in white space (line breaks of a PDF, blanks that a page sets between
Chinese and Latin) and in how Unicode composes a letter. Nothing else is overlooked: no case, no
punctuation, no spelling. A number stands there only as a whole: 100家 does not stand in 1100家.
"""

import hashlib
import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens, zero-width characters and byte order marks."""
_EAST_ASIAN = "\u2e80-\u303f\u3040-\u30ff\u31c0-\ua4cf\uf900-\ufaff\uff00-\uffef"
"""Chinese and Japanese with their punctuation: scripts without blanks between words."""
_IDLE_BLANK = re.compile(f"(?<=[{_EAST_ASIAN}]) | (?=[{_EAST_ASIAN}])")
_ONES = "一二两三四五六七八九"
_SCALES = "十百千万亿兆"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_GOES_ON_BEFORE = tuple(
    (re.compile(start), re.compile(f"(?:{before})$"))
    for start, before in (
        (r"\d", r"\d|\d\.|(?:^|[^\w-]|[一-鿿])[-−]"),
        (r"\d{3}(?!\d)", r"\d,"),
        (r"(?!(?:19|20)\d\d(?!\d))\d", r"\d ?[-–—−~～－至到] ?"),
        (f"[{_SCALES}]", rf"[\d{_ONES}{_SCALES}数几]"),
        (f"[{_ONES}]", f"[{_SCALES}点]"),
        ("[A-Za-z]", rf"[A-Za-z]|\b(?:{_TENS})-"),
    )
)
"""How words may begin, and what before them says that the copy began earlier."""
_GOES_ON_BEHIND = tuple(
    (re.compile(f"(?:{end})$"), re.compile(behind))
    for end, behind in (
        (
            r"\d",
            rf"\d|\.\d|,\d{{3}}(?!\d)| ?(?:[{_SCALES}]|(?:hundred|thousand|\w*illion)\b)",
        ),
        (f"[{_ONES}]", f"[{_SCALES}]"),
        (f"[{_SCALES}]", f"[{_ONES}{_SCALES}]"),
        ("[A-Za-z]", "[A-Za-z]"),
    )
)
"""How words may end, and what behind them says that the copy goes on."""
_AROUND = 10
"""The longest of what may go on before, as `seventy-`, with the sign before it."""
_OMISSION = re.compile(r"\s*(?:\[…\]|…+|\.{3,}|\[\.{3}\])\s*")


def normal(text: str) -> str:
    """The text in Unicode NFC, with single blanks, and none beside Chinese characters."""
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _IDLE_BLANK.sub("", " ".join(composed.split()))


def stands_in(phrase: str, text: str) -> bool:
    """Whether `phrase` stands in a normal `text`; around `…` its parts, in their order."""
    place = 0
    for part in _OMISSION.split(phrase):
        words = normal(part)
        found = _find(words, text, place)
        if found < 0:
            return False
        place = found + len(words)
    return True


def _find(words: str, text: str, place: int) -> int:
    """Where `words` stand whole in a text, from a place on; -1 if nowhere."""
    found = text.find(words, place)
    while found >= 0 and _is_cut(words, text, found):
        found = text.find(words, found + 1)
    return found


def _is_cut(words: str, text: str, place: int) -> bool:
    """Whether the number or word at one end of `words` goes on in the text around them."""
    before, end = text[max(0, place - _AROUND) : place], place + len(words)
    return any(
        start.match(words) and goes_on.search(before)
        for start, goes_on in _GOES_ON_BEFORE
    ) or any(
        last.search(words) and goes_on.match(text, end)
        for last, goes_on in _GOES_ON_BEHIND
    )


def text_hash(text: str) -> str:
    """SHA-256 of a normal text."""
    return hashlib.sha256(text.encode()).hexdigest()
