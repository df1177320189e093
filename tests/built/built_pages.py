"""The pages of a built site, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from tests.html_pages import find


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site."""

    path: str
    """Below the site's root: `policies/cn-vr-2022/index.html`."""
    root: HtmlElement

    @property
    def article(self) -> HtmlElement:
        """What the page says, without the frame of the site."""
        [article] = find(self.root, "//article")
        return article

    @cached_property
    def ids(self) -> list[str]:
        """Every id of the page, as often as it stands there."""
        return [element.get("id", "") for element in find(self.root, "//*[@id]")]


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of a site by its path; the page for wrong addresses too."""
    return {page.path: page for page in _read(site)}


def _read(site: Path) -> Iterator[BuiltPage]:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(("assets/", "pagefind/")):
            yield BuiltPage(name, html.fromstring(path.read_bytes()))
