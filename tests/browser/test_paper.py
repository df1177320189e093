"""Briefings on paper: how many sheets they take, and that what a reader needs is on them."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK

pytestmark = pytest.mark.browser

_SHEETS = 5
"""Four were wished for: some forty notes with their addresses alone take a sheet and a half."""
_CHART = 1
"""One sheet more where a chart is printed with its numbers, so that their type can be read."""
_WIDTH = 673
"""Pixels between the margins: 210 mm less twice 16 mm."""
_TEXT, _NOTE = 9.5, 7.5
"""Points: running text, and everything else but marks."""
_LINE = 34
"""Widths of an m: some 75 letters, the longest line that is easily read."""
_TOO_SMALL = """([text, note]) => {
  const article = document.querySelector('article'), found = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const box = node.parentElement;
    if (!node.data.trim() || !box.checkVisibility()) continue;
    if (box.closest('.b-ev, .b-dis, .b-src')) continue;
    const scale = box.closest('svg') ? box.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(box).fontSize) * scale * .75;
    const runs = box.closest('.b-prose > :is(p, ul, ol)') && !box.closest('.b-status');
    if (size < (runs ? text : note) - .01) found.push(`${size} ${node.data.slice(0, 40)}`);
  }
  return found;
}"""
_TOO_LONG = """(nodes, most) => nodes.filter(node => {
  const size = parseFloat(getComputedStyle(node).fontSize);
  return Math.max(...[...node.getClientRects()].map(one => one.width)) > most * size;
}).map(node => node.textContent.slice(0, 40))"""
_NEEDED = (
    "h1, .b-stand, .b-key, .b-figs, .b-rail .b-facts, .b-prose, .b-notes > li, .b-cite"
)
_UNSEEN = """nodes => nodes.filter(node => !node.checkVisibility())
  .map(node => node.outerHTML.slice(0, 120))"""


def test_briefings_take_at_most_five_sheets(
    built_site: Path, home: str, visit: Visiting, tmp_path: Path
) -> None:
    """Of every briefing, on A4; nothing needed is left out, and all of it can be read."""
    import pikepdf  # noqa: PLC0415  may be missing

    names = sorted(
        path.parent.name for path in built_site.glob("briefings/*/index.html")
    )
    long: dict[str, int] = {}
    with visit(DESK) as seen:
        for name in names:
            page = seen.open(f"{home}briefings/{name}/")
            page.emulate_media(media="print")
            page.set_viewport_size({"width": _WIDTH, "height": 1000})
            paper = tmp_path / f"{name}.pdf"
            page.pdf(path=paper, prefer_css_page_size=True)
            with pikepdf.open(paper) as document:
                sheets = len(document.pages)
            if sheets > _SHEETS + _CHART * bool(page.locator(".b-chart").count()):
                long[name] = sheets
            assert page.evaluate(_TOO_SMALL, [_TEXT, _NOTE]) == []
            lines = page.locator(".b-prose > p")
            assert lines.evaluate_all(_TOO_LONG, _LINE) == []
            assert page.locator(f"article :is({_NEEDED})").evaluate_all(_UNSEEN) == []
    assert names
    assert long == {}


@pytest.mark.parametrize(
    "page", ["", "policies/cn-vr-2022/", "compare/", "claims/", "places/", "targets/"]
)
def test_other_pages_can_be_read_on_paper(
    home: str, visit: Visiting, page: str
) -> None:
    """Nothing on them is smaller than on a briefing; nothing asks to be pressed."""
    with visit(DESK) as seen:
        opened = seen.open(home + page)
        opened.emulate_media(media="print")
        opened.set_viewport_size({"width": _WIDTH, "height": 1000})
        assert opened.evaluate(_TOO_SMALL, [_TEXT, _NOTE]) == []
        pressed = opened.locator("button:not(th *), [rel='edit'], input").all()
        assert [one.inner_text() for one in pressed if one.is_visible()] == []


@pytest.mark.pdf
def test_every_sheet_says_what_it_is_from(
    home: str, visit: Visiting, tmp_path: Path
) -> None:
    """The foot of each sheet has the title, the day, the address and the number of the sheet."""
    from tests.formats.pdf.pdf_reader import pages_of, squeezed  # noqa: PLC0415  needs pikepdf

    with visit(DESK) as seen:
        page = seen.open(home + "briefings/metaverse-abroad/")
        title = page.locator("html").get_attribute("data-title") or "-"
        address = page.locator("link[rel=canonical]").get_attribute("href") or "-"
        day = page.locator(".f-foot").inner_text().rpartition("As of ")[2].split(".")[0]
        paper = tmp_path / "briefing.pdf"
        page.pdf(path=paper, prefer_css_page_size=True)

    sheets = pages_of(paper)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        for words in (
            title,
            f"As of {day}",
            address,
            f"Page {number} of {len(sheets)}",
        ):
            assert squeezed(words) in squeezed(sheet)
