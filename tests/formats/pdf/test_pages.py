"""Pages that are full: running text goes on over their ends, each note stays with its mark."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.formats.pdf import pdf_reader
from tests.formats.pdf.conftest import article
from tests.formats.pdf.pdf_reader import lines_of, pages_of, places_of, squeezed

pytestmark = pytest.mark.pdf

PdfOf = Callable[..., Path]
NOTES = 60
WIDEST_GAP = 60
"""Points: a heading with its space, or two lines that had to stay together."""


def words(number: int) -> str:
    """A text of some hundred words with a few marks; no two words are the same."""
    return " ".join(
        f"word{number}x{place}" + (mark(number * 5 + place // 25) * (place % 25 == 7))
        for place in range(90 + number * 7 % 50)
    )


def mark(number: int) -> str:
    """A mark; notes come back on later pages."""
    note = number % NOTES + 1
    return f"<a class='b-ev' href='#note-{note}'>[{note}]</a>"


def page(before: str, between: str, after: str) -> str:
    """An article of 24 texts with notes of different lengths."""
    notes = "".join(
        f"<li id='note-{n}'>note{n}begins {'and goes on ' * (n % 9)}</li>"
        for n in range(1, NOTES + 1)
    )
    texts = between.join(words(number) for number in range(24))
    ordered = f"<h2>Sources</h2><ol class='b-notes'>{notes}</ol>"
    return article(f"{before}{texts}{after}{ordered}")


PAGES = {
    "paragraphs": page("<p>", "</p><p>", "</p>"),
    "items": page("<ul><li>", "</li><li>", "</li></ul>"),
    "numbers": page("<ol><li>", "</li><li>", "</li></ol>"),
}


@pytest.fixture(params=sorted(PAGES))
def kind(request: pytest.FixtureRequest) -> str:
    """What the texts are."""
    return str(request.param)


@pytest.fixture
def path(kind: str, pdf_of: PdfOf) -> Path:
    """A PDF of them."""
    return pdf_of(PAGES[kind])


def test_every_word_is_there_once_and_in_order(path: Path) -> None:
    """Nothing is lost or said twice where text goes on."""
    found = re.findall(r"word\d+x\d+", squeezed("".join(pages_of(path))))
    numbered = [tuple(map(int, re.findall(r"\d+", word))) for word in found]
    assert numbered == sorted(numbered)
    assert len(numbered) == sum(90 + number * 7 % 50 for number in range(24))


def test_notes_stand_with_their_marks(path: Path) -> None:
    """Each page has exactly the notes of its marks, each once."""
    for text in map(squeezed, pages_of(path)):
        marks = set(re.findall(r"word\d+x\d+\[(\d+)\](?!note)", text))
        notes = re.findall(r"\[\d+\]note(\d+)begins", text)
        assert sorted(notes) == sorted(marks)


def test_pages_are_full(path: Path) -> None:
    """No page but the last has a gap between its text and its notes."""
    for lines in lines_of(path)[:-1]:
        assert max(b - a for a, b in pairwise(lines)) < WIDEST_GAP


def test_notes_stand_in_two_columns(path: Path) -> None:
    """First the left one, then the right one, in the order of the marks; both about as high."""
    pages = [
        [(x, y) for x, y, text in words if re.match(r"note\d+begins", text)]
        for words in places_of(path)
    ]
    assert len(pages) > 5
    for notes in pages[:-1]:
        left, right = sorted({round(x) for x, _ in notes})
        assert right - left > 200
        assert notes == sorted(notes)
        ends = [max(y for x, y in notes if round(x) == at) for at in (left, right)]
        assert abs(ends[0] - ends[1]) < WIDEST_GAP


def test_a_dispute_is_spelt_out_on_the_first_page_with_its_mark(pdf_of: PdfOf) -> None:
    """Later pages have the question, the way to that page, and the way to the readings."""
    conflict = (
        "<details class='b-conf'><summary>Sources disagree</summary><p><b>How many?</b> "
        "One says so. <a href='../../conflicts/many/'>2 readings</a></p></details>"
    )
    rows = "".join(
        f"<tr><th scope='row'>row {n}</th><td>{conflict if n in {3, 70} else 'words'}</td></tr>"
        for n in range(80)
    )
    head = "<thead><tr><th>First</th><th>Second</th></tr></thead>"
    table = f"<table>{head}<tbody>{rows}</tbody></table>"
    pages = [squeezed(text) for text in pages_of(pdf_of(article(table)))]
    first, last = (
        next(n for n, text in enumerate(pages) if f"row{row}" in text)
        for row in (3, 70)
    )
    assert first == 0
    assert last > 0
    told = [n for n, text in enumerate(pages) if "Howmany?Onesaysso.2readings" in text]
    again = [n for n, text in enumerate(pages) if "Howmany?Seepage1.2readings" in text]
    assert (told, again) == ([first], [last])


def test_what_was_cut_is_whole_in_the_structure(kind: str, path: Path) -> None:
    """As many paragraphs or items as the article has; one list."""
    kinds = pdf_reader.kinds(path)
    if kind == "paragraphs":
        assert kinds.count("P") - kinds.count("Note") == 24
        return
    assert kinds.count("L") == 1
    assert kinds.count("LI") == kinds.count("LBody") == 24


def test_the_rest_of_an_item_has_no_mark(pdf_of: PdfOf) -> None:
    """Numbers stand before the beginnings alone."""
    text = "".join(pages_of(pdf_of(PAGES["numbers"])))
    assert re.findall(r"^(\d+)\. ", text, re.MULTILINE) == [
        str(number) for number in range(1, 25)
    ]


def test_marks_and_notes_lead_to_each_other(path: Path) -> None:
    """Both on the same page: from each mark to its note, from each note to a mark."""
    links = pdf_reader.links(path)
    assert all(goal == f"#{number}" for number, goal in links)
    for number, text in enumerate(map(squeezed, pages_of(path)), 1):
        marks = len(re.findall(r"word\d+x\d+\[\d+\](?!note)", text))
        notes = len(re.findall(r"\[\d+\]note\d+begins", text))
        assert sum(where == number for where, _ in links) >= marks + notes
