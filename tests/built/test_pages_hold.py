"""Links lead somewhere, anchors are there and unique, headings and tables are whole."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml.html import HtmlElement

from tests.built.built_pages import BuiltPage
from tests.html_pages import find, said

pytestmark = pytest.mark.site

Pages = dict[str, BuiltPage]
NOT_FOUND = "404.html"
"""Served for any address, so that its links begin at the site's root."""


def addresses(page: BuiltPage) -> Iterator[str]:
    """Everything that a page links to or loads from the same site."""
    for name in ("href", "src", "data-explorer"):
        for element in find(page.root, f"//*[@{name}]"):
            address = element.get(name, "")
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                yield address


def target_of(page: BuiltPage, address: str) -> tuple[str, str]:
    """The file that an address leads to, and the anchor in it."""
    path, anchor = urldefrag(urlsplit(address)._replace(query="").geturl())
    if not path:
        return page.path, unquote(anchor)
    folder = PurePosixPath(page.path).parent
    target = normpath((folder / unquote(path)).as_posix())
    is_folder = path.endswith(("/", "..")) or path == "."
    return normpath(f"{target}/index.html") if is_folder else target, unquote(anchor)


def test_links_lead_to_files(pages: Pages, built_site: Path) -> None:
    """Every link, script, style and index within the site is there."""
    broken = sorted(
        {
            (page.path, address)
            for page in pages.values()
            if page.path != NOT_FOUND
            for address in addresses(page)
            if not (built_site / target_of(page, address)[0]).is_file()
        }
    )
    assert broken == []


def test_anchors_are_there(pages: Pages) -> None:
    """What stands behind `#` is the id of something on that page."""
    ids = {path: set(page.ids) for path, page in pages.items()}
    missing = sorted(
        {
            (page.path, address)
            for page in pages.values()
            if page.path != NOT_FOUND
            for address in addresses(page)
            for target, anchor in [target_of(page, address)]
            if anchor and target in ids and anchor not in ids[target]
        }
    )
    assert missing == []


def test_ids_are_unique(pages: Pages) -> None:
    """No id stands twice on a page."""
    repeated = {
        path: [one for one, number in Counter(page.ids).items() if number > 1]
        for path, page in pages.items()
    }
    assert {path: ids for path, ids in repeated.items() if ids} == {}


def test_each_page_has_one_heading_of_the_first_level(pages: Pages) -> None:
    """And it says something."""
    headings = {
        path: [said(one) for one in find(page.root, "//h1")]
        for path, page in pages.items()
    }
    assert {
        p: found for p, found in headings.items() if len(list(filter(None, found))) != 1
    } == {}


def test_each_page_says_the_day_of_its_edition(pages: Pages) -> None:
    """The page for wrong addresses too."""
    days = {
        path: {said(one) for one in find(page.root, "//footer//*[@data-fact='as-of']")}
        for path, page in pages.items()
    }
    assert {
        path: found for path, found in days.items() if found != {"25 Nov 2026"}
    } == {}


def is_empty(cell: HtmlElement) -> bool:
    """Whether a cell shows nothing: no word and no drawing."""
    return not said(cell) and not find(cell, ".//*[@role='img']")


def test_no_cell_is_empty(pages: Pages) -> None:
    """What is missing is said in words."""
    empty = {
        path: [
            said(cell.getparent())
            for cell in find(page.article, ".//td")
            if is_empty(cell)
        ]
        for path, page in pages.items()
    }
    assert {path: rows for path, rows in empty.items() if rows} == {}


def test_notes_are_used_and_lead_back(pages: Pages) -> None:
    """Every note has a reference on its page, and every reference its note."""
    wrong = {}
    for path, page in pages.items():
        notes = {
            f"#{one.get('id')}"
            for one in find(page.article, ".//ol[@class='b-notes']/li")
        }
        marks = {one.get("href") for one in find(page.article, ".//a[@class='b-ev']")}
        if notes != marks:
            wrong[path] = sorted(notes ^ marks, key=str)
    assert wrong == {}
