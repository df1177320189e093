"""The edition as a book."""

from pathlib import Path

import pikepdf
import pytest

from generator.formats.pdf.article import read_article
from generator.formats.pdf.chapters import Chapter, make_chapter
from generator.formats.pdf.document import Part, book_document
from generator.formats.pdf.press import Press
from generator.formats.pdf.render import render
from tests.formats.pdf import pdf_reader
from tests.formats.pdf.conftest import IMPRINT, SITE, sample
from tests.formats.pdf.pdf_reader import pages_of, squeezed

pytestmark = pytest.mark.pdf


def chapter(key: int, name: str, title: str, path: str) -> Chapter:
    """One of the hand-made pages."""
    address = SITE + path
    return make_chapter(
        read_article(sample(name), base=address),
        key=str(key),
        title=title,
        address=address,
        is_landscape=name == "tracker",
    )


@pytest.fixture(scope="module")
def book(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of three pages in three parts; a part without pages is left out."""
    parts = [
        Part(
            "Briefings",
            (chapter(1, "briefing", "Five clusters", "briefings/clusters/"),),
        ),
        Part(
            "Policies: China",
            (
                chapter(2, "policy", "Opinions", "policies/cn-vr-2022/"),
                chapter(3, "policy", "Opinions again", "policies/cn-metaverse-2023/"),
            ),
        ),
        Part("Policies: nowhere", ()),
        Part("Targets", (chapter(4, "tracker", "Tracker", "targets/"),)),
    ]
    path = tmp_path_factory.mktemp("book") / "book.pdf"
    path.write_bytes(render(book_document(parts, IMPRINT), press))
    return path


def test_it_has_a_cover_and_contents_with_page_numbers(book: Path) -> None:
    """The numbers are those of the pages."""
    pages = pages_of(book)
    assert IMPRINT.title in pages[0]
    contents = pages[1]
    for title in ("Briefings", "Policies: China", "Targets"):
        number = next(
            line.rsplit(" ", 1)[1]
            for line in contents.splitlines()
            if line.startswith(title)
        )
        assert title in pages[int(number) - 1]
    assert "nowhere" not in "".join(pages)


def test_its_bookmarks_are_parts_chapters_and_sections(book: Path) -> None:
    """The title of a page is one level below that of its part."""
    marks = pdf_reader.outline(book)
    parts = [title for depth, title in marks if depth == 1]
    assert parts == ["Briefings", "Policies: China", "Targets"]
    assert (3, "Key points") in marks
    assert (2, "What was promised, and by when") in marks


def test_links_between_its_chapters_stay_inside(book: Path) -> None:
    """A link to the policy is one to its chapter; one to another page leaves the book."""
    goals = {goal for _, goal in pdf_reader.links(book)}
    assert SITE + "policies/cn-vr-2022/" not in goals
    assert SITE + "policies/cn-metaverse-2023/#clusters" not in goals
    assert SITE + "places/china/" in goals


def test_its_notes_keep_their_numbers_in_each_chapter(book: Path) -> None:
    """Two chapters have a note 1, each on its own pages."""
    pages = [squeezed(text) for text in pages_of(book)]
    first = [n for n, text in enumerate(pages) if "[1]MIITandfour" in text]
    second = [n for n, text in enumerate(pages) if "[1]新华社" in text]
    assert first
    assert second
    assert set(first) & set(second) == set()


def test_the_tracker_is_in_landscape_and_the_rest_upright(book: Path) -> None:
    """Each chapter on the pages that it needs."""
    with pikepdf.open(book) as pdf:
        turned = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    first = turned.index(True)
    assert not any(turned[:first])
    assert all(turned[first:])


def test_heads_name_the_chapter(book: Path) -> None:
    """From the first page of a chapter to its last."""
    pages = pages_of(book)
    assert any("Opinions again" in text for text in pages[3:])
    assert all(
        f"Page {n} of {len(pages)}" in text for n, text in enumerate(pages[1:], 2)
    )


def test_the_contents_may_take_many_pages(press: Press, tmp_path: Path) -> None:
    """However long they are, their numbers and the links are those of the pages."""
    chapters = tuple(
        make_chapter(
            read_article(f"<article><p>This is {n}.</p></article>", base=SITE),
            key=str(n),
            title=f"Chapter {n} " + "with a long title " * (n % 7),
            address=f"{SITE}{n}/",
        )
        for n in range(1, 131)
    )
    path = tmp_path / "long.pdf"
    path.write_bytes(render(book_document([Part("All", chapters)], IMPRINT), press))
    pages = pages_of(path)
    front = next(n for n, text in enumerate(pages) if "This is 1." in text)
    assert front >= 5
    contents = "".join(pages[1 : front - 1])
    assert f"Chapter 1 with a long title {front + 1}" in contents.replace("\n", " ")
    for n in range(1, 131):
        assert f"This is {n}." in pages[front + n - 1]


def test_what_stands_as_a_row_is_found_there(press: Press, tmp_path: Path) -> None:
    """A link to a page that is a row of a list leads to the row; the row leads out."""
    text = "<article><p>As <a href='../sources/gazette/'>it</a> says.</p></article>"
    listed = (
        "<article><table><thead><tr><th scope='col'>Source</th></tr></thead><tbody>"
        "<tr id='gazette'><td><a href='gazette/'>Gazette</a></td></tr>"
        "</tbody></table></article>"
    )
    pages = (("Text", text, "text/"), ("Sources", listed, "sources/"))
    chapters = tuple(
        make_chapter(
            read_article(html, base=f"{SITE}{path}"),
            key=path,
            title=title,
            address=f"{SITE}{path}",
        )
        for title, html, path in pages
    )
    path = tmp_path / "rows.pdf"
    path.write_bytes(render(book_document([Part("All", chapters)], IMPRINT), press))
    texts = pages_of(path)
    of_text = next(n for n, one in enumerate(texts, 1) if "says." in one)
    of_list = next(n for n, one in enumerate(texts, 1) if "Gazette" in one)
    goals = pdf_reader.links(path)
    assert [goal for page, goal in goals if page == of_list] == [
        f"{SITE}sources/gazette/"
    ]
    assert [goal for page, goal in goals if page == of_text] == [f"#{of_list}"]
