"""Which mark brings its note along, so that every page has the notes of its marks once.

A note takes room and may push its mark, or a later one, to the next page. So pages are
looked up, notes placed, and pages looked up again until nothing moves. A page depends on
those before it only, so each round settles one page at least, and mostly many.
"""

from collections.abc import Callable, Sequence

PATIENCE = 12
"""After so many rounds notes are only added, never taken away: that must come to rest."""

Pages = Callable[[Sequence[int]], Sequence[int]]


def settle(marks: Sequence[str], pages_with: Pages) -> list[int]:
    """For each mark the mark that brings its note along: itself, or one before it.

    `marks` names the note of each mark. `pages_with` gives the page of each mark if the
    notes are brought along so.
    """
    bringers = _bringers(marks, [0] * len(marks))
    rounds = 0
    while marks:
        rounds += 1
        wanted = _bringers(marks, pages_with(bringers))
        if rounds > PATIENCE:
            wanted = [
                mark if mark in (before, now) else now
                for mark, (before, now) in enumerate(zip(bringers, wanted, strict=True))
            ]
        if wanted == bringers:
            break
        bringers = wanted
    return bringers


def _bringers(marks: Sequence[str], pages: Sequence[int]) -> list[int]:
    """The first mark of each note on each page brings the note along."""
    first: dict[tuple[str, int], int] = {}
    return [
        first.setdefault((note, page), mark)
        for mark, (note, page) in enumerate(zip(marks, pages, strict=True))
    ]
