"""The pages of the shipped records: each can be printed."""

import json
from pathlib import Path

import pytest

from generator.formats.pdf.article import read_article
from generator.formats.pdf.chapters import make_chapter
from generator.formats.pdf.fonts import covered_characters, missing_characters
from tests.formats.pdf.conftest import PRINT

pytestmark = pytest.mark.site

PRINTED = ("briefings", "conflicts", "places", "policies", "sources", "targets")
SITE = "https://briefbook.example/"


def pages_of(site: Path) -> list[Path]:
    """Pages that have a PDF or stand in the book."""
    return [
        page for kind in PRINTED for page in sorted((site / kind).rglob("index.html"))
    ]


def test_every_element_of_the_shipped_pages_has_a_form(built_site: Path) -> None:
    """And every character a glyph; a new element or sign is found here first."""
    covered = covered_characters(
        path.read_bytes() for path in sorted((PRINT / "fonts").glob("*.ttf"))
    )
    pages = pages_of(built_site)
    assert pages
    for page in pages:
        address = SITE + page.parent.relative_to(built_site).as_posix() + "/"
        article = read_article(page.read_text(encoding="utf-8"), base=address)
        chapter = make_chapter(article, title="Title", address=address)
        words = json.dumps([chapter.body, chapter.notes], ensure_ascii=False)
        assert (page, missing_characters(words, covered)) == (page, [])
