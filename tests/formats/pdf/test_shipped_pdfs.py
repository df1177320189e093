"""The PDFs of the shipped records, opened by other programs than ours."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from generator import paper, pipeline
from generator.formats.article_html import article_html
from generator.formats.markdown import body_of
from generator.formats.pdf.article import Node, read_article
from generator.formats.pdf.edition import BOOK, PRINTED, pdf_path
from generator.formats.templates import environment_of
from generator.pages.page import Edition
from generator.pages.plan import plan
from generator.reading.project import read_templates
from tests.conftest import AS_OF, ROOT
from tests.formats.pdf.pdf_reader import lines_of, pages_of, squeezed

pytestmark = [pytest.mark.pdf, pytest.mark.site]

NOTES_HEADING = {"Sources"}
"""On paper there is no list of notes that would need a heading: they stand at the feet."""
MARK = re.compile(r"\[\d+\]")
LINE = 17
"""Points from one line of running text to the next."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, so that nothing is kept of earlier runs."""
    copy = tmp_path_factory.mktemp("printed")
    for folder in ("content", "site_templates"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


@pytest.fixture(scope="module")
def edition(root: Path) -> Edition:
    """All pages of the shipped records."""
    checked = pipeline.check(root, AS_OF)
    assert checked.library
    assert checked.facts
    return plan(checked.library, checked.facts, pipeline.settings_of(root, AS_OF))


@pytest.fixture(scope="module")
def printed(root: Path, edition: Edition) -> Mapping[str, Path]:
    """Every PDF by its place in the site."""
    made = paper.print_edition(root, edition, read_templates(root))
    artifacts = [*made.pages, *made.book]
    files = {one.path: root / "pdf" / one.path for one in artifacts}
    for one in artifacts:
        files[one.path].parent.mkdir(parents=True, exist_ok=True)
        files[one.path].write_bytes(one.content)
    return files


def texts_of(node: Node) -> Iterator[str]:
    """Every text of an article, but for the words that unfold the rest on a screen."""
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag != "summary" or "b-rest" not in node.classes:
            yield from texts_of(child)


def words_of(article: Node) -> set[str]:
    """The words of an article; what only parts them, such as a dash, is left out."""
    words = {word for text in texts_of(article) for word in text.split()}
    return {word for word in words if any(sign.isalnum() for sign in word)}


def articles(edition: Edition) -> Iterator[tuple[str, set[str]]]:
    """The place of each PDF and the words of its article."""
    environment = environment_of(read_templates(ROOT))
    for page in edition.pages:
        if page.type in PRINTED:
            html = article_html(page, body_of(page, environment))
            article = read_article(html, base="https://x.example/")
            yield pdf_path(page), words_of(article)


def test_each_printed_page_has_its_pdf(
    edition: Edition, printed: Mapping[str, Path]
) -> None:
    """Briefings, policies, places, the tracker, and the book."""
    pages = [pdf_path(page) for page in edition.pages if page.type in PRINTED]
    assert sorted(printed) == sorted([BOOK, *pages])


def test_no_word_of_an_article_is_lost(
    edition: Edition, printed: Mapping[str, Path]
) -> None:
    """English and Chinese; a word may be parted by the end of a line, never by a hyphen."""
    for path, words in articles(edition):
        found = squeezed("".join(pages_of(printed[path])))
        lost = [word for word in words - NOTES_HEADING if word not in found]
        assert (path, sorted(lost)) == (path, [])


def test_each_note_stands_on_every_page_with_its_mark(
    printed: Mapping[str, Path],
) -> None:
    """A number that stands on a page as a mark stands there once more, before its note."""
    for path, file in printed.items():
        for number, text in enumerate(pages_of(file), 1):
            alone = [mark for mark, n in Counter(MARK.findall(text)).items() if n < 2]
            assert (path, number, alone) == (path, number, [])


def test_pages_are_filled(printed: Mapping[str, Path]) -> None:
    """Between words and notes stand at most six lines on average; the last page ends anywhere."""
    gaps = [
        max(below - above for above, below in pairwise(lines))
        for path, file in printed.items()
        if path.startswith(("briefings/", "policies/"))
        for lines in lines_of(file)[:-1]
    ]
    assert gaps
    assert sum(gaps) / len(gaps) < 6 * LINE


def test_each_says_what_it_is(printed: Mapping[str, Path]) -> None:
    """Language, title, tags, bookmarks, PDF/UA-1 and PDF/A-2a; no script, no attachment."""
    for path, file in printed.items():
        with pikepdf.open(file) as pdf:
            meta = pdf.open_metadata()
            flags = [meta.get(f"pdf{name}") for name in ("uaid:part", "aid:part")]
            assert (path, flags) == (path, ["1", "2"])
            assert pdf.Root.MarkInfo.Marked
            assert str(pdf.Root.Lang).startswith("en")
            assert meta.get("dc:title")
            assert "/Outlines" in pdf.Root
            names = set(pdf.Root.get("/Names", pikepdf.Dictionary()).keys())
            assert not {"/JavaScript", "/EmbeddedFiles"} & names
