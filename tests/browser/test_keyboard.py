"""The keyboard reaches everything, and one always sees where it is."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK, PHONE, VIEWS, View, axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = (
    ("", DESK),
    ("", PHONE),
    ("policies/cn-vr-2022/", DESK),
    ("policies/cn-future-industries-2024/", PHONE),
    ("explorer/?kind=Policy", PHONE),
    ("targets/?state=due", DESK),
)
_STOPS = """() => [...document.querySelectorAll(
  'a[href], button, input, select, summary, [tabindex="0"]')].filter(node => node.tabIndex >= 0
  && !node.disabled && node.checkVisibility({visibilityProperty: true})).length"""
_HERE = """() => {
  const node = document.activeElement, style = getComputedStyle(node), faults = [];
  if (node === document.body) return null;
  const [box] = node.getClientRects();
  const x = box.left + Math.min(box.width, innerWidth - box.left) / 2, y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  if (box.bottom < 1 || box.top > innerHeight - 1) faults.push('outside of the window');
  else if (!top || !(node.contains(top) || top.contains(node)))
    faults.push(`under ${top?.outerHTML.slice(0, 80)}`);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
    faults.push('without a ring');
  return {html: node.outerHTML.slice(0, 120), number: window.stops.indexOf(node), faults};
}"""


def _walk(page: "Page", most: int) -> list[dict[str, Any]]:
    """Every place where Tab stops, pop-overs' links among them, until it leaves the page."""
    page.evaluate("window.stops = [...document.querySelectorAll('*')]")
    found: list[dict[str, Any]] = []
    while len(found) <= most:
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here is None:
            break
        found.append(here)
    return found


@pytest.mark.parametrize(("path", "view"), PAGES, ids=str)
def test_tab_reaches_everything_and_is_seen(
    path: str, view: View, home: str, visit: Visiting
) -> None:
    """Tab goes through all links and controls, visibly, and comes out at the end."""
    with visit(view) as seen:
        page = seen.open(home + path)
        stops = page.evaluate(_STOPS)
        walked = _walk(page, 2 * stops + 50)
    assert "Skip to content" in walked[0]["html"]
    assert [one for one in walked if one["faults"]] == []
    assert len({one["number"] for one in walked if one["number"] >= 0}) >= stops
    assert len(walked) < 2 * stops + 50, "the focus is trapped"


def test_skip_link_leads_into_the_text(home: str, visit: Visiting) -> None:
    """Tab, Enter, Tab stands on the first link of the article."""
    with visit(DESK) as seen:
        page = seen.open(home + "policies/cn-vr-2022/")
        for key in ("Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.closest('article') !== null")
        assert page.evaluate("document.activeElement.textContent") == "Policies"


def test_drawer_takes_focus_only_while_it_is_open(home: str, visit: Visiting) -> None:
    """Closed, no Tab stops in it; open, Tab comes out; Escape gives the focus back."""
    focus = "document.activeElement.closest('{}') !== null"
    with visit(PHONE) as seen:
        page = seen.open(home)
        for _ in range(6):
            page.keyboard.press("Tab")
            assert not page.evaluate(focus.format("#f-nav"))
        page.locator(".f-menu").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(focus.format("#f-nav"))
        while page.evaluate(focus.format("#f-nav")):
            page.keyboard.press("Tab")
        assert page.evaluate(focus.format("header"))
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('.f-menu')")
        assert page.locator("#f-nav").is_hidden()


@pytest.mark.npm
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_what_opens_is_open_to_everyone(view: View, home: str, visit: Visiting) -> None:
    """Nothing for axe-core in the drawer, the search dialog with results and a pop-over."""
    with visit(view) as seen:
        page = seen.open(home + "policies/cq-yongchuan-2022/")
        if page.locator(".f-menu").is_visible():
            page.locator(".f-menu").click()
            assert axe(page) == []
            page.keyboard.press("Escape")
        page.locator("a.b-ev:visible").first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        page.locator("#ev-pop").wait_for()
        assert axe(page) == []
        page.keyboard.press("/")
        page.locator(".pf-recent").wait_for()
        assert axe(page) == []
        page.keyboard.type("元宇宙")
        page.locator("#pf-list .pf-hit").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert axe(page) == []
