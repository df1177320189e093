"""PDFs of hand-made pages, and what poppler and pikepdf find in them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.formats.pdf.article import read_article
from generator.formats.pdf.chapters import make_chapter
from generator.formats.pdf.document import Imprint, page_document
from generator.formats.pdf.paging import Document
from generator.formats.pdf.press import Press, make_press
from generator.formats.pdf.render import render

ROOT = Path(__file__).parent.parent.parent.parent
PRINT = ROOT / "site_templates" / "print"
SAMPLES = Path(__file__).parent / "samples"
SITE = "https://briefbook.example/"

IMPRINT = Imprint(
    title="A plan for five clusters",
    publication="Briefbook",
    publisher="Briefbook research",
    as_of=date(2026, 11, 24),
    address=SITE + "briefings/five-clusters/",
    commit="1a2b3c4",
    keywords=("metaverse", "China"),
)


@pytest.fixture(scope="session")
def press() -> Press:
    """The press of the project with its own fonts."""
    return make_press(PRINT, {}, {})


def article(html: str) -> str:
    """A page around the inside of an article."""
    return f"<main><article class='b'><h1>A plan</h1>{html}</article></main>"


def sample(name: str) -> str:
    """A hand-made page."""
    return (SAMPLES / f"{name}.html").read_text(encoding="utf-8")


def document_of(
    html: str, *, is_landscape: bool = False, **changes: object
) -> Document:
    """The document of a page; `changes` are of its imprint."""
    imprint = replace(IMPRINT, **changes)  # type: ignore[arg-type]
    chapter = make_chapter(
        read_article(html, base=imprint.address),
        title=imprint.title,
        address=imprint.address,
        is_landscape=is_landscape,
    )
    return page_document(chapter, imprint)


@pytest.fixture(scope="session")
def pdf_of(
    press: Press, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Path]:
    """Writes the PDF of a page and gives its path."""
    folder = tmp_path_factory.mktemp("pdf")
    made: dict[str, Path] = {}

    def make(html: str, *, is_landscape: bool = False, **changes: object) -> Path:
        document = document_of(html, is_landscape=is_landscape, **changes)
        key = json.dumps(document)
        if key not in made:
            path = folder / f"{len(made)}.pdf"
            path.write_bytes(render(document, press))
            made[key] = path
        return made[key]

    return make
