"""Whether words stand in a text, word for word.

Two copies of one text differ in white space (line breaks of a PDF, blanks that a page sets between
Chinese and Latin) and in how Unicode composes a letter. Nothing else is overlooked: no case, no
punctuation, no spelling.
"""

import hashlib
import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens, zero-width characters and byte order marks."""
_EAST_ASIAN = "\u2e80-\u303f\u3040-\u30ff\u31c0-\ua4cf\uf900-\ufaff\uff00-\uffef"
"""Chinese and Japanese with their punctuation: scripts without blanks between words."""
_IDLE_BLANK = re.compile(f"(?<=[{_EAST_ASIAN}]) | (?=[{_EAST_ASIAN}])")
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
        found = text.find(words, place)
        if found < 0:
            return False
        place = found + len(words)
    return True


def text_hash(text: str) -> str:
    """SHA-256 of a normal text."""
    return hashlib.sha256(text.encode()).hexdigest()
