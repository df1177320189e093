"""Briefings on paper: how many sheets they take, and that what a reader needs is on them."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK

pytestmark = pytest.mark.browser

_SHEETS = 4
_NEEDED = (
    "h1, .b-stand, .b-key, .b-figs, .b-rail .b-facts, .b-prose, .b-notes > li, .b-cite"
)
_UNSEEN = """nodes => nodes.filter(node => !node.checkVisibility())
  .map(node => node.outerHTML.slice(0, 120))"""


def test_briefings_take_at_most_four_sheets(
    built_site: Path, home: str, visit: Visiting, tmp_path: Path
) -> None:
    """Of every briefing, on A4 with the margins of the sheet; nothing needed is left out."""
    import pikepdf  # noqa: PLC0415  may be missing

    names = sorted(
        path.parent.name for path in built_site.glob("briefings/*/index.html")
    )
    long: dict[str, int] = {}
    with visit(DESK) as seen:
        for name in names:
            page = seen.open(f"{home}briefings/{name}/")
            page.emulate_media(media="print")
            paper = tmp_path / f"{name}.pdf"
            page.pdf(path=paper, prefer_css_page_size=True)
            with pikepdf.open(paper) as document:
                if len(document.pages) > _SHEETS:
                    long[name] = len(document.pages)
            assert page.locator(f"article :is({_NEEDED})").evaluate_all(_UNSEEN) == []
    assert names
    assert long == {}
