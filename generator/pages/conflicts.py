"""The index of conflicts: where sources disagree, by what became of it and by kind."""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.pages.blocks import as_of, list_downloads, page_foot
from generator.pages.conflict import RESOLUTION
from generator.pages.filters import Filter, make_filter
from generator.pages.lists import ConflictRow, Count, conflict_row, count
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site

_PATH = "conflicts/index.md"

ORDER = ("open", "explained", "preferred")
MARKS = {"open": "due", "explained": "unclear", "preferred": "met"}
"""The colour of each resolution in the tally."""


@frozen
class ResolutionGroup:
    """The conflicts of one resolution."""

    id: str
    label: str
    mark: str
    number: Count
    rows: tuple[ConflictRow, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    rows = [conflict_row(sheet, entry.ref) for entry in site.library.conflicts]
    groups = [_group(rows, resolution) for resolution in ORDER]
    yield Page(
        type="conflicts",
        path=_PATH,
        title="Where sources disagree",
        description="Questions on which sources disagree, their readings and what we make of them.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Where sources disagree", list_downloads("conflicts")),
            "total": _questions(len(rows)),
            "groups": [group for group in groups if group.rows],
            "filters": _filters(rows),
        },
        scripts=("tracker",),
    )


def _questions(value: int) -> Count:
    return count("conflicts", value, "question")


def _group(rows: list[ConflictRow], resolution: str) -> ResolutionGroup:
    alike = [row for row in rows if row.resolution == resolution]
    alike.sort(key=lambda row: (row.kind, row.link.words.text))
    return ResolutionGroup(
        id=resolution,
        label=RESOLUTION[resolution],
        mark=MARKS[resolution],
        number=_questions(len(alike)),
        rows=tuple(alike),
    )


def _filters(rows: list[ConflictRow]) -> list[Filter]:
    states = [row.resolution_words for row in rows]
    return [
        make_filter("kind", "Kind", [row.kind for row in rows]),
        make_filter("resolution", "State", states),
    ]
