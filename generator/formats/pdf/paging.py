"""Pages of a document: their numbers, once it is known what stands on each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Document = dict[str, Any]
Page = dict[str, Any]
FROM = 3
"""Where a unit of a page says how much of it stands on the pages before."""

Plan = list[list[Page]]
"""The pages of each run, as `plan.typ` fills them."""


def paged(document: Document, plan: Plan, *, front: int = 0) -> Document:
    """A document whose runs have their pages, numbered behind `front` others."""
    number = front
    runs = []
    continued: list[int] = []
    for run, pages in zip(document["runs"], plan, strict=True):
        number += 1 if "part" in run else 0
        numbered = list(_numbered(pages, number + 1))
        number += sum(map(_sheets, pages))
        continued += [page["number"] for page in numbered if _goes_on(page)]
        runs.append(run | {"pages": numbered})
    about = document["about"] | {"pages": number}
    return document | {"runs": runs, "about": about, "continued": continued}


def _numbered(pages: Sequence[Page], number: int) -> Iterator[Page]:
    for page in pages:
        yield page | {"number": number}
        number += _sheets(page)


def _goes_on(page: Page) -> bool:
    """Whether a page begins with the rest of a paragraph or an item."""
    first = page["units"][0]
    return bool(first[FROM])


def _sheets(page: Page) -> int:
    """How many pages one takes: more than one if it goes over its foot."""
    return max(1, int(page["over"]))


def entries(document: Document, plan: Plan, *, front: int) -> list[Mapping[str, Any]]:
    """The lines of the contents of a book: its parts, and the titles of its chapters."""
    found: list[Mapping[str, Any]] = []
    chapter = ""
    for run in paged(document, plan, front=front)["runs"]:
        number = run["pages"][0]["number"] if run["pages"] else 1
        if "part" in run:
            found.append({"level": 1, "title": run["part"], "number": number - 1})
        if run["chapter"] != chapter:
            chapter = run["chapter"]
            found.append({"level": 2, "title": run["title"], "number": number})
    return found
