"""The pages to look at: of each type the ones that are hardest to set."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from generator.pages.plan import PAGE_TYPES

TYPES = (*PAGE_TYPES, "404")
"""Every page type, and the page that nobody looks for."""


@dataclass(frozen=True, slots=True)
class Built:
    """A page of the built site."""

    type: str
    path: str
    """The address below the site's root."""
    article: HtmlElement
    size: int


def _found(page: Built, path: str) -> list[HtmlElement]:
    nodes = page.article.xpath(path)
    assert isinstance(nodes, list)
    return nodes


def _words(path: str) -> Callable[[Built], int]:
    """Length of the longest text of such an element."""
    return lambda page: max(
        (len(node.text_content()) for node in _found(page, path)), default=0
    )


def _number(path: str) -> Callable[[Built], int]:
    """How many such elements there are."""
    return lambda page: len(_found(page, path))


_MEASURES: tuple[Callable[[Built], int], ...] = (
    lambda page: page.size,
    _words(".//h1"),
    _number(".//aside//a[contains(@href, 'organizations/')]"),
    lambda page: -page.size,
)
"""Targets, readings, sources; title; issuers; and what is missing."""


@cache
def pages(site: Path) -> tuple[Built, ...]:
    """Every page of the site that has an article; redirects have none."""
    files = sorted(site.rglob("*.html"))
    return tuple(filter(None, (_read(site, file) for file in files)))


def _read(site: Path, file: Path) -> Built | None:
    content = file.read_bytes()
    article = html.document_fromstring(content.decode()).find(".//article")
    if article is None:
        return None
    classes = article.get("class", "").split()
    type_ = next(one[3:] for one in classes if one.startswith("b--"))
    path = file.relative_to(site).as_posix().removesuffix("index.html")
    return Built(type_, path, article, len(content))


def worst(site: Path, type_: str) -> list[str]:
    """Paths of the pages of a type that are extreme in some way, the largest first."""
    candidates = [page for page in pages(site) if page.type == type_]
    return list(dict.fromkeys(max(candidates, key=one).path for one in _MEASURES))
