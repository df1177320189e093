"""The article of a page as HTML, made from its Markdown as MkDocs makes it.

The one conversion besides MkDocs' own: the same library with the same extensions, so that the
PDF and the page cannot disagree. A test holds the two against each other.
"""

import posixpath
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.pages.addresses import relative_url
from generator.pages.page import Page

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "tables": {},
    "md_in_html": {},
    "sane_lists": {},
    "toc": {"permalink": True, "permalink_title": "Link to this section"},
}
"""As in mkdocs.yml, which a test compares."""


def article_html(page: Page, markdown: str) -> str:
    """The article of a page; `markdown` is its body without the front matter."""
    converter = Markdown(
        extensions=[*EXTENSIONS, _FileLinks(page.path)],
        extension_configs={name: dict(given) for name, given in EXTENSIONS.items()},
    )
    classes = f"md-content__inner md-typeset b b--{page.type}"
    return f'<article class="{classes}">{converter.convert(markdown)}</article>'


class _FileLinks(Extension):
    """Links to Markdown files lead to pages, as MkDocs makes them."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the library's name
        md.treeprocessors.register(_ToPages(md, self._path), "file-links", 0)


class _ToPages(Treeprocessor):
    def __init__(self, md: Markdown, path: str) -> None:
        super().__init__(md)
        self._path = path

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            file, hash_, anchor = link.get("href", "").partition("#")
            if file.endswith(".md") and "://" not in file:
                target = posixpath.normpath(
                    posixpath.join(posixpath.dirname(self._path), file)
                )
                address = relative_url(target, start=self._path)
                link.set("href", f"{address}{hash_}{anchor}")
