"""Everything can be read without script, and printed."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.records import TYPES, worst
from tests.browser.visits import DESK, View

pytestmark = pytest.mark.browser

_LOOSE = """nodes => nodes.map(node => node.getAttribute('href'))
  .filter(href => !document.getElementById(decodeURIComponent(href.slice(1))))"""
_UNSEEN = """nodes => nodes.filter(node => !node.checkVisibility())
  .map(node => node.outerHTML.slice(0, 120))"""
_CONTROLS = "button:visible, select:visible, input:visible"
_FRAME = ".f-nav, .f-bar, .f-skip, button:not(th > *), .b-actions, .b-filters, .pf"
PRINTED = ("briefing", "conflict", "explorer", "glossary", "place", "policy", "targets")


@pytest.mark.parametrize("type_", TYPES)
def test_pages_read_without_script(
    type_: str, built_site: Path, home: str, visit: Visiting
) -> None:
    """Tables, notes and lists are visible, references lead to them, no control is dead."""
    with visit(DESK, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(home + worst(built_site, type_)[0])
        assert page.locator("article h1").count() == 1
        assert page.locator("article a[href^='#']").evaluate_all(_LOOSE) == []
        assert page.locator(_CONTROLS).count() == 0
        parts = "article :is(table, tr, .b-notes > li):not(details *, thead *, .b-fold)"
        assert page.locator(parts).evaluate_all(_UNSEEN) == []


@pytest.mark.parametrize("type_", PRINTED)
def test_paper_has_the_text_and_not_the_frame(
    type_: str, built_site: Path, home: str, visit: Visiting
) -> None:
    """No navigation, no buttons; black on white also in dark mode; everything is open.

    Of a disagreement the question is printed: its readings have a page of their own. BibTeX is
    there to be copied, and is not printed.
    """
    with visit(View(1440, "dark")) as seen:
        page = seen.open(home + worst(built_site, type_)[0])
        page.emulate_media(media="print")
        assert page.locator(f":is({_FRAME}):visible").count() == 0
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
        folded = (
            "article details:not(.b-conf, .b-bib, .xp-side) > :not(summary), .b-conf > summary,"
            "tbody[data-fold] > tr:not(.b-fold)"
        )
        assert page.locator(folded).evaluate_all(_UNSEEN) == []
