"""Wherever a date stands, the words of its source are one step away, or a reason says why not.

So they are for the years, numbers and counts among the facts of a policy.
Values are walked the same way in test_numbers.py.
"""

import re
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.built.built_pages import BuiltPage
from tests.built.test_pages_hold import target_of
from tests.html_pages import find, one, said

pytestmark = pytest.mark.site

Pages = dict[str, BuiltPage]
DATES = "//time[not(ancestor::ol[contains(@class, 'b-notes')])]"
ROWS = ("tr", "li", "dd")
"""What a date stands in together with its marks."""
MARKS = ".//a[contains(@class, 'b-ev') or contains(@class, 'b-from')]"
FREE = {
    "days of the page itself: when it was published, reviewed, changed, and its edition": (
        "ancestor::p[contains(@class, 'b-by')]"
    ),
    "the day of the edition, to which states and drawings refer": (
        "ancestor::figcaption or ancestor::p[contains(@class, 'b-legend')]"
        " or ancestor::div[contains(@class, 'b-figs__head')]"
        " or ancestor::li[contains(@class, 'is-now')]"
    ),
    "years and days that head groups and columns, and the ticks of axes": (
        "ancestor::h2 or ancestor::thead or ancestor::nav[contains(@class, 'b-jump')]"
        " or ancestor::tr[contains(@class, 'b-group') or not(.//a)]"
    ),
    "briefings, which are our own": (
        "ancestor::section[contains(@class, 'b-more')]"
        " or ancestor::ul[contains(@class, 'b-list--teasers')]"
    ),
    "sources, which say themselves when they were published": (
        "ancestor::li[.//a[contains(@href, 'sources/')]]"
        " or ancestor::tr[th//a[contains(@href, '../sources/')]]"
    ),
    "the pages of sources, which are the evidence, with place and words in each row": (
        "ancestor::article[contains(@class, 'b--source')]"
    ),
}
"""Dates that need no mark, by the reason."""


def is_sourced(date: HtmlElement) -> bool:
    """Whether the row, item or line of a date has a mark; in a cell with one of its own, that."""
    around = [*date.iterancestors(*ROWS), *date.iterancestors("p", "h1")]
    return bool(around) and bool(find(around[0], MARKS))


def reasons(date: HtmlElement) -> set[str]:
    """Why a date needs no mark."""
    return {reason for reason, where in FREE.items() if date.xpath(f"boolean({where})")}


def test_dates_lead_to_their_evidence_in_one_step(pages: Pages) -> None:
    """No date is free without a reason, and no reason stands here for nothing."""
    used: set[str] = set()
    bare = []
    for path, page in pages.items():
        for date in find(page.article, f".{DATES}"):
            if not is_sourced(date):
                used |= reasons(date)
                if not reasons(date):
                    bare.append((path, date.text))
    assert bare == []
    assert used == set(FREE)


def test_ways_to_evidence_lead_to_notes(pages: Pages) -> None:
    """A mark in a list leads to the note of that record, not merely to a page."""
    seen, wrong = 0, []
    for page in pages.values():
        for mark in find(page.article, ".//a[contains(@class, 'b-from')]"):
            path, anchor = target_of(page, mark.get("href", ""))
            notes = find(pages[path].article, ".//ol[@class='b-notes']/li/span/@id")
            seen += 1
            if unquote(anchor) not in notes:
                wrong.append((page.path, mark.get("href")))
    assert seen > 500
    assert wrong == []


FACTS = (
    "//aside[contains(@class, 'b-facts')]//dd"
    " | //p[contains(@class, 'b-by')]/span[starts-with(., 'For ')]"
)
OWN_WORDS = (
    "descendant::text()[not(ancestor::a or ancestor::*[@data-fact]"
    " or ancestor::p[contains(@class, 'b-note')])]"
)
"""Neither names of other records, nor counts of ours, nor remarks on the fact."""


def test_facts_of_policies_lead_to_their_evidence(pages: Pages) -> None:
    """Numbers of documents, periods and counts of tasks, on their page and in briefings."""
    seen, bare = 0, []
    for path, page in pages.items():
        if path.startswith(("policies/", "briefings/")):
            for fact in find(page.article, f".{FACTS}"):
                if re.search("[0-9]", " ".join(find(fact, OWN_WORDS))):
                    seen += 1
                    if not find(fact, "descendant::a[@class='b-ev']"):
                        bare.append((path, said(fact)))
    assert seen > 100
    assert bare == []


@pytest.mark.parametrize(
    ("text", "sourced"),
    [
        ("<li><time>2022</time><a class='b-from'>[“”]</a></li>", True),
        ("<li><time>2022</time></li><li><a class='b-from'>[“”]</a></li>", False),
        ("<tr><td><time>2025</time></td><td><a class='b-ev'>[1]</a></td></tr>", True),
        ("<p><time>2025</time></p><p><a class='b-ev'>[1]</a></p>", False),
    ],
)
def test_marks_are_looked_for_in_the_row_of_a_date(text: str, *, sourced: bool) -> None:
    """Not in the next one."""
    tags = ("<table>", "</table>") if text.startswith("<tr") else ("<ul>", "</ul>")
    article = html.fromstring(f"<article>{text.join(tags)}</article>")
    assert is_sourced(one(article, "//time")) == sourced


def test_a_date_in_a_list_is_not_free() -> None:
    """The day of a policy in a row of a table has no excuse."""
    row = "<table><tr><th><a href='../x/'>Plan</a></th><td><time>2022</time></td></tr></table>"
    date = one(
        html.fromstring(f"<article class='b b--place'>{row}</article>"), "//time"
    )
    assert reasons(date) == set()
