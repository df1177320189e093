"""What headlines of briefings say of records leads to its evidence wherever they are printed."""

import json
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from generator.formats.article_html import article_html
from tests.conftest import SiteInAString
from tests.formats.pdf.conftest import document_of
from tests.html_pages import blocks, find, said

MakeSite = Callable[..., SiteInAString]
LEAD = """
    -- briefings/towns.md --
    ---
    id: towns
    title: {en: Towns}
    category: News
    headline: Towns come later
    standfirst: Nothing else is known.
    key_points: [Towns are planned.]
    published: 2026-11-25
    authors: [Ann]
    policies: [smallest]
    related: [parks]
    ---

    Nowhere wants towns.
"""
OTHER = """
    -- briefings/parks.md --
    ---
    id: parks
    title: {en: Parks}
    category: News
    headline: "HEADLINE"
    standfirst: "By the [[target: smallest#parks | deadline]] it will have more."
    key_points: [Parks are planned.]
    published: 2026-11-24
    authors: [Ann]
    policies: [smallest]
    ---

    Nowhere wants parks.
"""
VALUE = "[[target: smallest#parks]]"
DEADLINE = "[[target: smallest#parks | deadline]]"


def page(made: SiteInAString, path: str) -> HtmlElement:
    """The blocks of a page."""
    return blocks(made.files()[path])


def in_lists(made: SiteInAString) -> list[str]:
    """The headline of the other briefing with what stands behind it, on home and below the lead."""
    pages = (page(made, path) for path in ("index.md", "briefings/towns.md"))
    teasers = '//section[contains(@class, "b-more")]//li'
    return [said(one) for found in pages for one in find(found, teasers)]


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        (f"{VALUE} are planned", "more than 10 parks are planned[1]"),
        (f"Parks wait for the {DEADLINE}", "Parks wait for the end of 2025[1]"),
        (f"{VALUE} by the {DEADLINE}", "more than 10 parks by the end of 2025[1]"),
        (f"By the {DEADLINE}, {VALUE}", "By the end of 2025, more than 10 parks[1]"),
        ("Parks are planned[[source: gazette]]", "Parks are planned[1]"),
        ("Parks are planned", "Parks are planned"),
    ],
)
def test_headlines_have_each_note_once(
    site: MakeSite, headline: str, words: str
) -> None:
    """With the value; a date has its own where no value of its record stands beside it."""
    made = site(LEAD + OTHER.replace("HEADLINE", headline))
    [title] = find(page(made, "briefings/parks.md"), "//h1")
    assert said(title) == words
    [first, second] = in_lists(made)
    assert first.endswith(f"24 Nov 2026 {words}")
    assert second.replace("[2]", "[1]").endswith(f"24 Nov 2026 {words}")


def test_marks_of_headlines_lead_to_notes_and_back(site: MakeSite) -> None:
    """Home has the notes of what it prints, and none of the standfirsts that it leaves out."""
    found = page(site(LEAD + OTHER.replace("HEADLINE", f"{VALUE} come")), "index.md")
    marks = find(found, '//section[contains(@class, "b-more")]//a[@class="b-ev"]')
    assert [(one.get("id"), one.get("href")) for one in marks] == [
        ("ref-1-1", "#note-1")
    ]
    [note] = find(found, '//li[@id="note-1"]')
    assert "超过10个" in said(note)
    ways_back = [str(href) for href in find(found, '//a[@class="b-back"]/@href')]
    ids = {f"#{one.get('id')}" for one in find(found, '//a[@class="b-ev"]')}
    assert set(ways_back) == ids


def test_paper_has_no_note_without_its_mark(site: MakeSite) -> None:
    """Headlines of related briefings stand on paper too, so no note is left over in a list."""
    made = site(LEAD + OTHER.replace("HEADLINE", f"{VALUE} come"))
    path = "briefings/towns.md"
    [printed] = [one for one in made.edition().pages if one.path == path]
    article = article_html(printed, made.files()[path].split("---\n", 2)[2])
    body = json.dumps([run["body"] for run in document_of(article)["runs"]])
    assert "Related briefings" in body
    assert '["Sources"]' not in body
