"""Small windows, large text and wide spacing lose nothing (WCAG 2.2: 1.4.4, 1.4.10, 1.4.12)."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Launch, Visiting
from tests.browser.records import TYPES, worst
from tests.browser.visits import DESK, View, overflow, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SMALLEST = View(320)
_SPACING = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }"""
_STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
_CUT = """() => [...document.querySelectorAll('body *')].filter(node => {
  const style = getComputedStyle(node), room = node.getBoundingClientRect();
  if (room.width < 2 || !node.innerText?.trim() || node.closest('dialog, svg')) return false;
  const wide = style.overflowX === 'hidden' || style.overflowX === 'clip';
  const high = style.overflowY === 'hidden' || style.overflowY === 'clip';
  return wide && node.scrollWidth > node.clientWidth + 1
    || high && node.scrollHeight > node.clientHeight + 1;
}).map(node => `cut: ${node.outerHTML.slice(0, 120)}`)"""


@pytest.mark.parametrize("type_", TYPES)
def test_nothing_is_cut_or_wider_than_the_window(
    type_: str, built_site: Path, home: str, visit: Visiting
) -> None:
    """320 pixels, also with text spacing; 200 % zoom: no sideways scrolling, nothing cut."""
    faults = []
    with visit(SMALLEST) as seen:
        for path in worst(built_site, type_)[:2]:
            seen.page.set_viewport_size({"width": 320, "height": 640})
            page = seen.open(home + path)
            found = {
                "320 px": _faults(page),
                "text spacing at 320 px": _faults(page, _SPACING),
            }
            page.set_viewport_size({"width": 720, "height": 450})
            found["zoom 200 %"] = _faults(page)
            found["text spacing"] = _faults(page, _SPACING)
            faults += [
                f"{path} {way}: {one}" for way, all_ in found.items() for one in all_
            ]
    assert faults == []


def test_readers_who_set_large_text_get_it(
    built_site: Path, home: str, launch: Launch
) -> None:
    """Twice the usual size, as the browser's setting: all types fit, and text is that large."""
    faults = []
    size = "getComputedStyle(document.body).fontSize"
    with (
        launch("--blink-settings=defaultFontSize=32") as browser,
        visiting(browser, DESK) as seen,
    ):
        for type_ in TYPES:
            path = worst(built_site, type_)[0]
            page = seen.open(home + path)
            assert page.evaluate(size) == "32px"
            faults += [f"{path}: {one}" for one in _faults(page)]
    assert faults == []


def _faults(page: "Page", css: str = "") -> list[str]:
    page.evaluate(_STYLE, css)
    return [*overflow(page), *page.evaluate(_CUT)]
