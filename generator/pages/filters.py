"""Filters over a table: what each select offers, and what a row is filtered by.

The form is written in full; a script of the theme shows it and filters at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.core.frozen import frozen


@frozen
class Option:
    """One choice of a select."""

    value: str
    words: str
    number: int
    """How many rows it leaves."""

    @property
    def lang(self) -> str:
        """Set where Han characters stand in it: an option can hold no element that says so."""
        return "zh-Hans" if any("㐀" <= one <= "鿿" for one in self.words) else ""


@frozen
class Filter:
    """One select: its name is the data attribute of the rows."""

    name: str
    label: str
    everything: str
    """The choice that filters nothing."""
    options: tuple[Option, ...]


def token(text: str) -> str:
    """Any text as one word for an attribute and a query string."""
    return "-".join(text.casefold().split())


def make_filter(
    name: str,
    label: str,
    words: Iterable[str],
    order: Sequence[str] = (),
) -> Filter:
    """A filter over the words of all rows: in the order given, or the alphabet's."""
    found = list(words)
    numbers = Counter(token(text) for text in found)
    by_token = {token(text): text for text in found}
    ranks: Mapping[str, int] = {token(text): rank for rank, text in enumerate(order)}
    ordered = sorted(by_token, key=lambda one: (ranks.get(one, len(ranks)), one))
    options = tuple(Option(one, by_token[one], numbers[one]) for one in ordered)
    return Filter(name, label, f"All {_many(label)}", options)


def _many(label: str) -> str:
    word = label.lower()
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
