"""Places where a long word may break: addresses, document numbers, keys."""

import re

from generator.formats.pdf.spacing import Content

BREAK = "\u200b"
"""A zero-width space: it stands for `<wbr>` until the text is cut there."""
LONGEST = 24
"""A word with more letters gets places to break."""
PIECE = 16

_LONG_WORD = re.compile(rf"[^\s{BREAK}\u2e80-\U0003ffff]{{{LONGEST},}}")
_AFTER_SIGN = re.compile(r"([/._=&?#%+,;:–—-]+)(?=[^/._=&?#%+,;:–—-])")
_PIECE = re.compile(rf"[^{BREAK}]{{{PIECE}}}(?=[^{BREAK}]{{4}})")


def with_soft_breaks(text: str) -> Content:
    """The text in pieces, with places to break inside long words: after signs first."""
    pieces = _LONG_WORD.sub(lambda word: _broken(word[0]), text).split(BREAK)
    return [*pieces[:1], *(part for p in pieces[1:] for part in ({"k": "soft"}, p))]


def _broken(word: str) -> str:
    at_signs = _AFTER_SIGN.sub(rf"\1{BREAK}", word)
    return _PIECE.sub(rf"\g<0>{BREAK}", at_signs)
