"""Leaves: an article with the plan of its pages, made once for its own PDF and the book."""

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from datetime import date
from itertools import islice

from generator.core.frozen import frozen
from generator.formats.article_html import article_html
from generator.formats.pdf.article import read_article
from generator.formats.pdf.chapters import Chapter, make_chapter
from generator.formats.pdf.document import Imprint, page_document, together
from generator.formats.pdf.engine import Engine
from generator.formats.pdf.fonts import missing_characters
from generator.formats.pdf.paging import Plan
from generator.pages.page import Page


@frozen
class Source:
    """What a leaf is made from."""

    page: Page
    """Without its context: the Markdown says it all."""
    markdown: str
    address: str
    """Where the page stands in public; empty if nowhere yet."""
    is_landscape: bool = False

    def parts(self) -> tuple[str, ...]:
        """All that decides what the leaf says."""
        way = "landscape" if self.is_landscape else "upright"
        page = self.page
        return page.type, page.path, page.title, self.address, way, self.markdown


def source_of(
    page: Page, markdown: str, address: str, *, is_landscape: bool = False
) -> Source:
    """The source of a page's leaf."""
    return Source(replace(page, context={}), markdown, address, is_landscape)


@frozen
class Leaf:
    """An article ready to be printed."""

    chapter: Chapter
    plan: Plan


def chapter_of(source: Source, covered: AbstractSet[int]) -> Chapter | None:
    """The chapter of a page; nothing if it has a character that no font has."""
    html = article_html(source.page, source.markdown)
    article = read_article(html, base=source.address)
    if missing_characters(article.text(), covered):
        return None
    return make_chapter(
        article,
        title=source.page.title,
        address=source.address,
        is_landscape=source.is_landscape,
    )


_NOTHING = b"null"
NOBODY = Imprint(
    title="", publication="", publisher="", as_of=date(2000, 1, 1), address=""
)
"""The plan of an article's pages does not depend on what stands around it."""


def make_leaves(
    sources: Sequence[Source], engine: Engine, covered: AbstractSet[int]
) -> list[bytes]:
    """The leaves of pages as JSON; `null` for a page that cannot be printed.

    Their pages are planned together, since the engine is slow to begin.
    """
    chapters = [chapter_of(source, covered) for source in sources]
    documents = [page_document(one, NOBODY) for one in chapters if one is not None]
    plan = iter(engine.plan(together(documents)) if documents else ())
    counts = iter([len(document["runs"]) for document in documents])
    return [
        _NOTHING if one is None else _packed(one, list(islice(plan, next(counts))))
        for one in chapters
    ]


def _packed(chapter: Chapter, plan: Plan) -> bytes:
    told = {one.name: getattr(chapter, one.name) for one in fields(chapter)}
    leaf = {"chapter": told, "plan": plan}
    return json.dumps(leaf, ensure_ascii=False, sort_keys=True).encode()


def is_printable(leaf: bytes) -> bool:
    """Whether there is anything to print."""
    return leaf != _NOTHING


def read_leaf(leaf: bytes) -> Leaf | None:
    """A leaf as it was made."""
    content = json.loads(leaf)
    if content is None:
        return None
    return Leaf(Chapter(**content["chapter"]), content["plan"])
