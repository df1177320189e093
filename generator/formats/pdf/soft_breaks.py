"""Places where a long word may break: addresses, document numbers, keys."""

import re

BREAK = "\u200b"
"""A zero-width space; the template breaks there and prints nothing."""
LONGEST = 24
"""A word with more letters gets places to break."""
PIECE = 16

_LONG_WORD = re.compile(rf"[^\s{BREAK}\u2e80-\U0003ffff]{{{LONGEST},}}")
_AFTER_SIGN = re.compile(r"([/._=&?#%+,;:–—-]+)(?=[^/._=&?#%+,;:–—-])")
_PIECE = re.compile(rf"[^{BREAK}]{{{PIECE}}}(?=[^{BREAK}]{{4}})")


def with_soft_breaks(text: str) -> str:
    """The text, with places to break inside its long words: after signs first."""
    return _LONG_WORD.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    at_signs = _AFTER_SIGN.sub(rf"\1{BREAK}", word)
    return _PIECE.sub(rf"\g<0>{BREAK}", at_signs)
