"""Forms: what the elements of an article become in the document."""

import json
from typing import Any

import pytest

from generator.formats.pdf.soft_breaks import with_soft_breaks
from generator.formats.pdf.trees import boxes
from tests.formats.pdf.conftest import IMPRINT, article, document_of, sample


def body_of(inside: str, *, is_landscape: bool = False) -> list[dict[str, Any]]:
    """The boxes of an article below its title, without what only counts marks."""
    runs = document_of(article(inside), is_landscape=is_landscape)["runs"]
    found = [box for run in runs for box in run["body"]][1:]
    return [without_counts(box) for box in found]


def without_counts(value: Any) -> Any:  # noqa: ANN401  # JSON
    """A box without the lists of marks and names that the template needs."""
    if isinstance(value, list):
        return [without_counts(part) for part in value]
    if isinstance(value, dict):
        kept = value.keys() - {"refs", "names", "head_marked"}
        return {key: without_counts(value[key]) for key in value if key in kept}
    return value


def runs_of(inside: str) -> Any:  # noqa: ANN401  # JSON
    """The content of the first paragraph."""
    return body_of(f"<p>{inside}</p>")[0]["c"]


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        (" a  <em> b </em> c ", ["a ", {"k": "s", "look": "em", "c": ["b "]}, "c"]),
        ("a<br> b", ["a", {"k": "br"}, "b"]),
        ("a&nbsp;b &lt;i&gt;", ["a\N{NO-BREAK SPACE}b <i>"]),
        (
            '<span class="b-none">none</span>',
            [{"k": "s", "look": "absent", "c": ["none"]}],
        ),
        ("#set page(); $x$ *a* @b <c>".replace("<c>", ""), ["#set page(); $x$ *a* @b"]),
    ],
)
def test_runs_keep_their_words_and_blanks(html: str, runs: list[object]) -> None:
    """Blanks as a browser shows them; text of any syntax is text."""
    assert runs_of(html) == runs


def test_every_run_of_chinese_has_its_language() -> None:
    """Marked by the page or not: glyphs and voices depend on it."""
    chinese = {"k": "lang", "l": "zh", "r": "cn"}
    assert runs_of('a <span lang="zh-Hans">到2025年</span> b') == [
        "a ",
        chinese | {"c": ["到2025年"]},
        " b",
    ]
    assert runs_of("新华社 says 3—5个，") == [
        chinese | {"c": ["新华社"]},
        " says 3—5",
        chinese | {"c": ["个，"]},
    ]
    assert runs_of('<span lang="ja">東京</span>') == [
        {"k": "lang", "l": "ja", "r": None, "c": ["東京"]}
    ]


def test_headings_skip_no_level() -> None:
    """A heading of a card under the title is of the second level, whatever its element."""
    levels = [box["l"] for box in body_of("<h3>a</h3><h4>b</h4><h2>c</h2><h6>d</h6>")]
    assert levels == [2, 3, 2, 3]


def test_an_article_without_a_title_gets_the_page_s() -> None:
    """The first heading of a document is its title."""
    runs = document_of("<article><p>x</p></article>")["runs"]
    heading = runs[0]["body"][0]
    assert (heading["k"], heading["l"], heading["c"]) == ("h", 1, [IMPRINT.title])


NOTES = (
    '<p>five<a class="b-ev" href="#note-1">[1]</a></p><h2>Sources</h2><ol class="b-notes">'
    '<li id="note-1">Xinhua. <a class="b-src" href="https://a.example/x">Source</a></li>'
    '<li id="note-2">Unused.</li></ol>'
)


def test_notes_go_to_the_foot_with_the_numbers_of_the_page() -> None:
    """The mark names its note; the link to the source shows its address."""
    run = document_of(article(NOTES))["runs"][0]
    mark = run["body"][1]["c"][0]["c"][1]
    assert (mark["note"], mark["c"]) == ("#1", "[1]")
    assert run["notes"]["#1"]["words"] == "[1]"
    words = json.dumps(run["notes"]["#1"]["c"], ensure_ascii=False)
    assert "https://a.example/x" in words


def test_a_note_without_a_mark_stays_in_a_list() -> None:
    """Nothing is lost; a list that is empty goes with its heading."""
    assert body_of(NOTES)[1:] == [
        {"k": "h", "l": 2, "rank": 2, "c": ["Sources"]},
        {"k": "facts", "rows": [{"label": ["[2]"], "c": ["Unused."]}]},
    ]
    used = NOTES.replace('<li id="note-2">Unused.</li>', "")
    assert [box["k"] for box in body_of(used)] == ["p"]


def test_inner_links_have_targets_and_others_lead_to_the_page() -> None:
    """A link to what paper does not show leads to the public page."""
    linked = '<h2 id="goals">Goals</h2><p><a href="#goals">a</a> <a href="#ref-1-1">b</a></p>'
    heading, paragraph = body_of(linked)
    assert heading["id"] == "#goals"
    assert paragraph["c"] == [
        {"k": "a", "to": "#goals", "c": ["a"]},
        " ",
        {"k": "a", "url": IMPRINT.address + "#ref-1-1", "c": ["b"]},
    ]


def test_disputes_in_tables_are_spelt_out_at_the_foot() -> None:
    """A cell has the mark; the question and its assessment stand once below."""
    conflict = (
        '<details class="b-conf"><summary>Sources disagree</summary><p><b>How large?</b> '
        'Two sizes. <a href="../../conflicts/size/">2 readings</a></p></details>'
    )
    rows = "".join(
        f"<tr><th scope='row'>{n}{conflict}</th><td>1</td></tr>" for n in "ab"
    )
    run = document_of(article(f"<table>{rows}</table>"))["runs"][0]
    address = "https://briefbook.example/conflicts/size/"
    marks = [box for box in boxes(run["body"]) if box["k"] == "ref"]
    assert [(mark["note"], mark["c"]) for mark in marks] == [(f"#{address}", "≠")] * 2
    assert list(run["notes"]) == [f"#{address}"]
    assert [box["k"] for box in boxes(run["body"])].count("conflict") == 0


def test_disputes_elsewhere_stand_where_they_are() -> None:
    """At the head of a page there is room for them."""
    conflict = (
        '<details class="b-conf b-conf--settled"><summary>Sources disagree</summary>'
        "<p>Two sizes.</p></details>"
    )
    assert body_of(conflict) == [
        {
            "k": "conflict",
            "is_settled": True,
            "head": ["Sources disagree"],
            "c": [{"k": "p", "c": ["Two sizes."]}],
        }
    ]


def test_facts_that_the_screen_folds_are_one_list() -> None:
    """The label of what unfolds says nothing on paper."""
    folded = (
        "<dl><div><dt>a</dt><dd>1</dd></div></dl><details class='b-rest'><summary>All"
        "</summary><dl><div><dt>b</dt><dd class='b-none'>none</dd></div></dl></details>"
    )
    absent = {"k": "s", "look": "absent", "c": ["none"]}
    assert body_of(folded) == [
        {
            "k": "facts",
            "rows": [{"label": ["a"], "c": ["1"]}, {"label": ["b"], "c": [absent]}],
        }
    ]


def wide_table(columns: int, letters: int = 6) -> str:
    """A table with so many columns."""
    head = "".join(f"<th scope='col'>{'H' * letters}{n}</th>" for n in range(columns))
    row = "".join(f"<td>{n}</td>" for n in range(columns - 1))
    return (
        f"<table><thead><tr>{head}</tr></thead>"
        f"<tbody><tr><th scope='row'>r</th>{row}</tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("columns", "turned"), [(3, False), (7, False), (8, True), (14, True)]
)
def test_wide_tables_are_turned(columns: int, turned: bool) -> None:  # noqa: FBT001
    """Up to seven columns stand upright."""
    (table,) = body_of(wide_table(columns))
    assert table["turned"] is turned


def test_landscape_documents_turn_nothing() -> None:
    """Their pages are wide already."""
    (table,) = body_of(wide_table(10), is_landscape=True)
    assert table["turned"] is False


def test_a_table_too_wide_for_any_page_is_folded() -> None:
    """Each part has the headings of the rows, and every cell stands in one part."""
    parts = body_of(wide_table(31, letters=12))
    assert {part["turned"] for part in parts[:-1]} == {True}
    heads = [[cell["c"][0] for cell in part["head"][0]] for part in parts]
    assert {head[0] for head in heads} == {"HHHHHHHHHHHH0"}
    assert sorted(name for head in heads for name in head[1:]) == sorted(
        f"HHHHHHHHHHHH{n}" for n in range(1, 31)
    )
    for part in parts:
        (row,) = part["groups"][0]["rows"]
        assert row["lines"][0][0]["c"] == ["r"]
        assert sum(part["widths"]) <= 164


def test_cells_under_a_tall_one_stay_together() -> None:
    """Rows that one cell spans are one unit of the page."""
    table = (
        "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>"
        "<tr><td>d</td><td>e</td></tr></table>"
    )
    (box,) = body_of(table)
    rows = box["groups"][0]["rows"]
    assert [len(row["lines"]) for row in rows] == [2, 1]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("short words only", ["short words only"]),
        (
            "https://www.example.org/a-long/path",
            ["https://", "www.", "example.", "org/", "a-", "long/", "path"],
        ),
        ("x" * 40, ["x" * 16, "x" * 16, "x" * 8]),
        ("工信部联电子〔2022〕148号" * 3, ["工信部联电子〔2022〕148号" * 3]),
    ],
)
def test_long_words_may_break(text: str, pieces: list[str]) -> None:
    """After signs first; nothing is added that a reader would copy."""
    assert [part for part in with_soft_breaks(text) if isinstance(part, str)] == pieces


@pytest.mark.parametrize("name", ["briefing", "tracker", "policy"])
def test_equal_pages_have_equal_documents(name: str) -> None:
    """The cache may trust the document."""
    assert document_of(sample(name)) == document_of(sample(name))
