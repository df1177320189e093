"""The PDFs themselves, opened with pikepdf, poppler and qpdf."""

import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from generator.formats.pdf.article import Node, read_article
from tests.formats.pdf import pdf_reader
from tests.formats.pdf.conftest import IMPRINT, SITE, article, sample
from tests.formats.pdf.pdf_reader import pages_of, squeezed

pytestmark = pytest.mark.pdf

NAMES = ["briefing", "policy", "tracker"]
PdfOf = Callable[..., Path]


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """A hand-made page."""
    return str(request.param)


@pytest.fixture
def path(name: str, pdf_of: PdfOf) -> Path:
    """Its PDF."""
    return pdf_of(sample(name), is_landscape=name == "tracker")


def words_of(node: Node) -> Iterator[str]:
    """The words of an article, without those that paper has no use for."""
    for child in node.children:
        if isinstance(child, str):
            yield from child.split()
        elif not _is_left_out(child, node):
            yield from words_of(child)


def _is_left_out(child: Node, parent: Node) -> bool:
    is_label = child.tag == "summary" and "b-rest" in parent.classes
    is_other_width = "b-svg--narrow" in child.classes
    is_alternative = child.tag in {"title", "desc"}
    is_heading_of_notes = child.tag == "h2" and child.text() == "Sources"
    return is_label or is_other_width or is_alternative or is_heading_of_notes


# Text


def test_every_word_of_the_article_is_there(name: str, path: Path) -> None:
    """As often as in the article, Chinese included; line ends fall anywhere."""
    text = squeezed("".join(pages_of(path)))
    expected = list(words_of(read_article(sample(name), base=IMPRINT.address)))
    lost = {
        word for word in expected if text.count(word) < _times(word, expected, name)
    }
    assert lost == set()


def _times(word: str, expected: list[str], name: str) -> int:
    """How often a word must be there; a dispute is spelt out once for each page."""
    is_of_dispute = any(word in text for text in DISPUTES.get(name, ()))
    return 1 if is_of_dispute else expected.count(word)


DISPUTES = {
    "policy": [
        "Which industry is counted? The plan says virtual reality. 3 readings",
        "Does it count the devices alone? Two separate targets were fused.",
    ],
    "tracker": ["How large is it? Two figures are in use. 2 readings Sources disagree"],
}


def test_chinese_has_no_blanks_inside(path: Path) -> None:
    """Neither between characters nor between them and figures."""
    text = "\n".join(pages_of(path)).replace("已过期 14", "")  # a bar and its label
    assert re.findall(r"[\u4e00-\u9fff] +[\u4e00-\u9fff0-9]", text) == []
    assert re.findall(r"[0-9] +[\u4e00-\u9fff]", text) == []


def test_nothing_invisible_is_copied(path: Path) -> None:
    """Places to break leave no character in the text."""
    assert not re.search("[\u200b\u2060\u00ad\ufffd\ufeff]", "".join(pages_of(path)))


def test_text_of_any_syntax_is_text(pdf_of: PdfOf) -> None:
    """Typst, HTML, Markdown and templates in a record are inert."""
    hostile = (
        '#set page(width: 1pt) $x^2$ *bold* _em_ @ref <label> #read("/etc/passwd") \\ // '
        '= Title ``` {{ 7 * 7 }} {% raw %} <script>alert(1)</script> [[x]] "quoted" ~ '
    )
    escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page = pdf_of(article(f"<p>{escaped}</p><ul><li>{escaped}</li></ul>"))
    text = squeezed("".join(pages_of(page)))
    assert text.count(squeezed(hostile)) == 2


def test_a_title_of_122_characters_is_printed_whole(pdf_of: PdfOf) -> None:
    """In the heading, in the running head of each page and in the metadata."""
    title = (
        "Opinions on accelerating the integrated development of virtual reality " * 2
    )[:122]
    assert len(title) == 122
    filler = "<p>words words words</p>" * 60
    page = pdf_of(f"<article><h1>{title}</h1>{filler}</article>", title=title)
    for text in pages_of(page):
        assert squeezed(title) in squeezed(text)
    with pikepdf.open(page) as pdf:
        assert str(pdf.docinfo.Title) == title


# Pages


def test_every_note_is_on_the_page_of_its_mark(name: str, path: Path) -> None:
    """Each page has the notes of its marks, each once, under the same numbers."""
    beginnings = dict(_notes_of(read_article(sample(name), base=SITE)))
    for text in map(squeezed, pages_of(path)):
        for number, beginning in beginnings.items():
            notes = text.count(f"[{number}]{beginning}")
            marks = text.count(f"[{number}]") - notes
            assert notes == min(marks, 1)


def test_every_dispute_is_spelt_out_on_the_page_of_its_mark(pdf_of: PdfOf) -> None:
    """Two questions, marked by letters in the order of the marks."""
    for text in map(squeezed, pages_of(pdf_of(sample("policy")))):
        for mark, question in (("≠a", "Doesitcount"), ("≠b", "Whichindustry")):
            notes = text.count(mark + question)
            assert notes == min(text.count(mark) - notes, 1)


def _notes_of(node: Node) -> Iterator[tuple[str, str]]:
    """Number and first words of each note on the page."""
    for child in node.children:
        if isinstance(child, str):
            continue
        name = child.attributes.get("id", "")
        if name.startswith("note-"):
            yield name.removeprefix("note-"), squeezed(child.text())[:20]
        yield from _notes_of(child)


def test_ninety_rows_have_their_head_on_each_page(pdf_of: PdfOf) -> None:
    """And every row stands on one page."""
    rows = "".join(
        f"<tr><th scope='row'>row {n} begins</th><td>{'words ' * 40}</td>"
        f"<td>row {n} ends</td></tr>"
        for n in range(90)
    )
    head = (
        "<thead><tr><th>First head</th><th>Second head</th><th>Third</th></tr></thead>"
    )
    pages = pages_of(pdf_of(article(f"<table>{head}<tbody>{rows}</tbody></table>")))
    assert len(pages) > 4
    for text in pages:
        assert text.count("Second head") == 1
        begun = re.findall(r"row (\d+) begins", text)
        assert begun == re.findall(r"row (\d+) ends", text)


def test_a_wide_table_is_turned_and_nothing_of_it_lost(pdf_of: PdfOf) -> None:
    """Its page is landscape, those before and after stand upright."""
    cells = "".join(f"<td>value {n} of a wide table</td>" for n in range(10))
    table = f"<table><tbody><tr>{cells}</tr></tbody></table>"
    page = pdf_of(article(f"<p>before</p>{table}<p>after</p>"))
    with pikepdf.open(page) as pdf:
        sizes = [[round(float(n)) for n in part.mediabox[2:]] for part in pdf.pages]
    assert sizes == [[595, 842], [842, 595], [595, 842]]
    text = squeezed(pages_of(page)[1])
    assert all(f"value{n}ofawidetable" in text for n in range(10))


def test_no_heading_ends_a_page(pdf_of: PdfOf) -> None:
    """Wherever the text falls, a heading has company below it."""
    for lines in range(36, 48, 2):
        inside = "<p>words</p>" * lines + "<h2>Alone</h2><p>company<br>of two</p>"
        for text in pages_of(pdf_of(article(inside))):
            assert ("Alone" in text) == ("company" in text)


def test_head_and_foot_say_what_the_page_is(path: Path) -> None:
    """Day, address, commit, page x of y; from the second page on the title."""
    pages = pages_of(path)
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "As of 24 Nov 2026" in text
        assert squeezed(IMPRINT.address) in squeezed(text)
        assert "commit 1a2b3c4" in text
    assert all(IMPRINT.title in text for text in pages[1:])


# Tags


def test_the_flags_are_set(path: Path) -> None:
    """PDF/UA-1 and PDF/A-2a, tagged, titled, in a language, on the pinned day."""
    with pikepdf.open(path) as pdf:
        with pdf.open_metadata() as meta:
            assert (meta["pdfuaid:part"], meta["pdfaid:part"]) == ("1", "2")
            assert (meta["pdfaid:conformance"], meta["dc:title"]) == (
                "A",
                IMPRINT.title,
            )
            assert meta["dc:creator"] == [IMPRINT.publisher]
            assert meta["xmp:CreateDate"].startswith("2026-11-24T00:00:00")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Keywords) == "metaverse, China"


def test_headings_are_tagged_in_order(path: Path) -> None:
    """The title first, no level skipped, each in the bookmarks."""
    levels = [int(kind[1]) for kind in pdf_reader.kinds(path) if re.match(r"H\d", kind)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert [depth for depth, _ in pdf_reader.outline(path)] == levels


def test_tables_are_one_each_with_heads_and_scopes(name: str, path: Path) -> None:
    """However many pages they take; rows and columns both have headings."""
    tables = read_article(sample(name), base=SITE).text()
    assert tables
    found = pdf_reader.children_of(path, "Table")
    assert all(parts == ["THead", "TBody"] for parts in found)
    scopes = {
        str(owner["/Scope"])
        for cell in pdf_reader.elements(path, "TH")
        for owner in cell["/A"]
        if "/Scope" in owner
    }
    unscoped = [cell for cell in pdf_reader.elements(path, "TH") if "/A" not in cell]
    assert unscoped == []
    assert scopes == ({"/Column"} if name == "briefing" else {"/Column", "/Row"})


def test_rows_of_a_long_table_are_all_in_one(pdf_of: PdfOf) -> None:
    """94 rows on many pages, three that head groups, one with the names of the columns."""
    path = pdf_of(sample("tracker"), is_landscape=True)
    rows = pdf_reader.children_of(path, "TR")
    assert len(pdf_reader.children_of(path, "Table")) == 1
    assert [row[0] for row in rows].count("TH") == len(rows) == 98
    assert sum("TD" in row for row in rows) == 94


def test_notes_are_tagged_as_notes(path: Path) -> None:
    """Each with a name of its own and with its number as label."""
    notes = pdf_reader.elements(path, "Note")
    assert notes
    assert len({note["/ID"] for note in notes}) == len(notes)
    assert {tuple(parts) for parts in pdf_reader.children_of(path, "Note")} == {
        ("Lbl", "Div")
    }


def test_chinese_is_marked_as_chinese(path: Path) -> None:
    """So that it is read aloud as such."""
    assert {"en-GB", "zh-CN"} <= pdf_reader.languages(path)


def test_figures_have_words(pdf_of: PdfOf) -> None:
    """Charts say what they show; bars say how much time has gone."""
    figures = pdf_reader.elements(pdf_of(sample("briefing")), "Figure")
    words = [figure["/Alt"] for figure in figures]
    assert "Targets by state. Bars: ahead 8, due 4, passed 14" in words
    assert "98% of the time between issue and deadline has passed" in words
    assert all(words)


def test_the_words_of_a_chart_are_text(pdf_of: PdfOf) -> None:
    """A chart is a drawing, its labels can be searched; only one of its widths is there."""
    text = "".join(pages_of(pdf_of(sample("briefing"))))
    assert "Deadline ahead" in text
    assert "已过期" in text
    assert "Narrow only" not in text


def test_all_content_is_tagged_or_an_artifact(path: Path) -> None:
    """No operator that draws stands outside of marked content."""
    drawing = {"Tj", "TJ", "f", "f*", "S", "B", "Do", "sh", "'"}
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            depth = 0
            for operator, _ in pdf_reader.operations(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                assert depth > 0 or operator not in drawing


# Links and safety


def test_links_lead_to_pages_and_inside(pdf_of: PdfOf) -> None:
    """Marks to notes and back, names inside the document, public addresses elsewhere."""
    found = pdf_reader.links(pdf_of(sample("policy")))
    addresses = {goal for _, goal in found if not goal.startswith("#")}
    assert "https://www.gov.cn/" in addresses
    assert SITE + "briefings/cn-metaverse-2023/" in addresses
    assert {goal.split(":")[0] for goal in addresses} == {"https"}
    inner = [(page, int(goal[1:])) for page, goal in found if goal.startswith("#")]
    assert len(inner) > 10


def test_the_address_of_each_source_is_printed(path: Path) -> None:
    """Paper cannot be clicked."""
    text = squeezed("".join(pages_of(path)))
    printed = {goal for _, goal in pdf_reader.links(path) if "gov.cn/" in goal}
    assert all(goal == "https://www.gov.cn/" or goal in text for goal in printed)


def test_nothing_runs_and_nothing_is_attached(path: Path) -> None:
    """No script, no action but links, no attachment, no form."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys())
        assert "/Names" not in root or set(root.Names.keys()) == {"/Dests"}
        assert not pdf.attachments
        kinds = {
            str(mark.A.S)
            for page in pdf.pages
            for mark in page.get("/Annots", [])
            if "/A" in mark
        }
    assert kinds <= {"/URI", "/GoTo"}


def test_only_our_fonts_are_in_it(path: Path) -> None:
    """Embedded as subsets, with their way back to text."""
    done = subprocess.run(
        ["pdffonts", str(path)],  # noqa: S607  # poppler of this machine
        capture_output=True,
        check=True,
        text=True,
    )
    for line in done.stdout.splitlines()[2:]:
        assert re.match(r"[A-Z]{6}\+(SourceSerif4|Inter|NotoSansSC)", line)
        assert re.search(r"yes yes yes\s+\d+\s+0$", line)


def test_qpdf_finds_no_fault(path: Path) -> None:
    """A sound file."""
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)  # noqa: S607


def test_tiles_stand_where_the_map_has_them(pdf_of: PdfOf) -> None:
    """A schematic map is a grid of squares on paper too."""
    tiles = "".join(
        f'<li style="--r:{row};--c:{column}"><a class="b-tile b-tile--{n}" href="#x">'
        f"<b>{n}</b> Tile{n}</a></li>"
        for n, (row, column) in enumerate([(1, 8), (2, 1), (2, 8)])
    )
    page = pdf_of(article(f'<h2 id="x">x</h2><ul class="b-tiles">{tiles}</ul>'))
    done = subprocess.run(
        ["pdftotext", "-bbox", str(page), "-"],  # noqa: S607  # poppler of this machine
        capture_output=True,
        check=True,
        text=True,
    )
    places = {
        name: (float(x), float(y))
        for x, y, name in re.findall(
            r'xMin="([\d.]+)" yMin="([\d.]+)".*>(Tile\d)<', done.stdout
        )
    }
    (x0, y0), (x1, y1), (x2, y2) = (places[f"Tile{n}"] for n in range(3))
    assert x1 < x0 == pytest.approx(x2, abs=2)
    assert y0 < y1 == pytest.approx(y2, abs=2)


def test_bookmarks_have_the_words_of_a_title_without_its_marks(pdf_of: PdfOf) -> None:
    """They stand on a line of their own, on the same page as their notes."""
    path = pdf_of(
        "<main><article class='b'><h1>Ten parks"
        "<a class='b-ev' id='ref-1-1' href='#note-1'>[1]</a></h1><p>Text.</p>"
        "<h2>Sources</h2><ol class='b-notes'><li id='note-1'>Gazette.</li></ol>"
        "</article></main>"
    )
    assert pdf_reader.outline(path) == [(1, "Ten parks")]
    [text] = pages_of(path)
    assert text.count("[1]") == 2
