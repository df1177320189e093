"""Where each record is found on the site. An address is a promise: it does not change."""

from collections.abc import Sequence
from functools import cache

from generator.core.refs import Ref
from generator.pages.page import page_url

PAGE_PER_RECORD = frozenset(
    {
        "briefings",
        "policies",
        "places",
        "organizations",
        "topics",
        "sources",
        "conflicts",
    }
)
"""Kinds whose records have a page each; parts are anchors on it."""

PAGE_OF_KIND = {
    "events": "timeline/index.md",
    "observations": "observations/index.md",
    "claims": "claims/index.md",
    "terms": "glossary/index.md",
}
"""Kinds whose records are anchors on one page."""


def page_of(ref: Ref) -> str:
    """The Markdown file on which a record stands."""
    if ref.kind in PAGE_PER_RECORD:
        return f"{ref.kind}/{ref.id}.md"
    return PAGE_OF_KIND[ref.kind]


def anchor_of(ref: Ref) -> str:
    """The anchor of a record or part on its page; empty for the page itself."""
    return ref.part if ref.kind in PAGE_PER_RECORD else ref.id


def url_of(ref: Ref) -> str:
    """The address below the site's root, with its anchor."""
    return with_anchor(page_url(page_of(ref)), anchor_of(ref))


def relative_url(target: str, *, start: str) -> str:
    """The way from the page `start` to the page `target` (Markdown files), as a browser goes."""
    return f"{_way(_folder(target), _folder(start)) or '.'}/"


def relative_file(target: str, *, start: str) -> str:
    """The way from one Markdown file to another, as a forge's viewer goes."""
    return _way(target.split("/"), start.split("/")[:-1])


def relative_path(target: str, *, start: str) -> str:
    """The way from the page `start` to a file of the site, for example a download."""
    return _way(target.split("/"), _folder(start))


@cache
def _folder(page: str) -> Sequence[str]:
    """The folders of a page's address."""
    return page_url(page).split("/")[:-1]


def _way(target: Sequence[str], start: Sequence[str]) -> str:
    """From one folder to another, or to a file: `../b/c`; empty for the same folder.

    posixpath.relpath asks the machine for its working folder, 40,000 times an edition.
    """
    shared = 0
    for here, there in zip(start, target, strict=False):
        if here != there:
            break
        shared += 1
    return "/".join([*[".."] * (len(start) - shared), *target[shared:]])


def with_anchor(url: str, anchor: str) -> str:
    """The address of a place on a page; of the page itself if `anchor` is empty."""
    return f"{url}#{anchor}" if anchor else url
