"""Suggestions for misspelt words."""

from collections.abc import Iterable
from difflib import get_close_matches

_FAR = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`; nothing if none is close. Ties go by alphabet."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=_FAR)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The help line for a misspelt word."""
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else None


def one_of(words: Iterable[str], limit: int = 12) -> str:
    """A readable list of what is allowed."""
    listed = sorted(words)
    shown = ", ".join(f"`{word}`" for word in listed[:limit])
    more = len(listed) - limit
    return f"{shown} and {more} more" if more > 0 else shown
