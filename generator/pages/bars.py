"""Counts drawn as bars, each with the way to the list of what was counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from generator.core.frozen import frozen
from generator.library.quality import Share
from generator.pages.lists import Count


@frozen
class Bar:
    """So many of so many."""

    label: str
    number: Count
    whole: int
    percent: int
    href: str
    """Empty where there is nothing to list."""


@frozen
class Bars:
    """Counts under one heading."""

    id: str
    heading: str
    bars: tuple[Bar, ...]
    note: str = ""

    @property
    def has_one_whole(self) -> bool:
        """Whether all count parts of the same, which then stands once, in the heading."""
        return len({bar.whole for bar in self.bars}) == 1


def bar(name: str, label: str, share: Share, href: str) -> Bar:
    """One count; `name` names the fact for machines."""
    number = Count(f"quality.{name}", share.part, label)
    return Bar(label, number, share.whole, share.percent, href if share.part else "")


def tally(
    name: str,
    heading: str,
    words: Mapping[str, str],
    found: Iterable[str],
    href: Callable[[str], str],
) -> Bars:
    """How often each of some values is found, in the order of their words."""
    counted = Counter(found)
    whole = counted.total()
    return Bars(
        name,
        heading,
        tuple(
            bar(f"{name}.{value}", label, Share(counted[value], whole), href(value))
            for value, label in words.items()
        ),
    )
