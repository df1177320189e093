"""Long lists stand on several pages: the first on the list's own, the rest below it.

One mechanism for every list that grows with the records. A list of at most `MOST` rows stays one
page and says nothing of pages.
"""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from generator.core.frozen import frozen
from generator.pages import lists
from generator.pages.lists import Count, count
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView

T = TypeVar("T")


@frozen
class Turn:
    """Where a page stands among the pages of its list."""

    page: Count
    pages: Count
    first: Count
    """The first row of the page, counted through all pages."""
    last: Count
    rows: Count
    before: LinkView | None
    after: LinkView | None


@frozen
class Part(Generic[T]):
    """What one page of a list shows."""

    sheet: Sheet
    shown: Sequence[T]
    turn: Turn | None
    """Nothing if the page is the only one."""
    is_first: bool

    def titled(self, title: str) -> str:
        """The title of the list, with the number of the page from the second on."""
        if self.turn is None or self.is_first:
            return title
        return f"{title}, page {self.turn.page.words} of {self.turn.pages.words}"


def parts(site: Site, path: str, rows: Sequence[T]) -> Iterator[Part[T]]:
    """The pages of a list in their order; an empty list has one, too."""
    starts = range(0, max(len(rows), 1), lists.MOST)
    for number, start in enumerate(starts, 1):
        sheet = Sheet(site, path_of(path, number))
        turn = None
        if len(starts) > 1:
            turn = _turn(sheet, path, number, start, len(rows))
        yield Part(sheet, rows[start : start + lists.MOST], turn, number == 1)


def path_of(path: str, number: int) -> str:
    """The file of a page: `sources/index.md`, then `sources/page/2.md`.

    A record may be called `2`, so the pages have a folder of their own.
    """
    return path if number == 1 else path.replace("index.md", f"page/{number}.md")


def _turn(sheet: Sheet, path: str, number: int, start: int, rows: int) -> Turn:
    pages = -(-rows // lists.MOST)
    before, after = path_of(path, number - 1), path_of(path, number + 1)
    return Turn(
        page=count("page", number, "page"),
        pages=count("pages", pages, "page"),
        first=count("row", start + 1, "row"),
        last=count("row", min(start + lists.MOST, rows), "row"),
        rows=count("rows", rows, "row"),
        before=sheet.page(before, "Previous page") if number > 1 else None,
        after=sheet.page(after, "Next page") if number < pages else None,
    )
