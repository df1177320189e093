"""Evidence opens where the number stands: by mouse, by keyboard, by finger, and without script."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

PAGE = "policies/cn-vr-2022/"


def _mark(page: "Page") -> "Locator":
    """A reference in the table of targets."""
    return page.locator("td a.b-ev").first


def _note(page: "Page") -> str:
    """The words of its note at the end of the page, without the way back."""
    note = page.locator(_mark(page).get_attribute("href") or "").first
    return " ".join(note.inner_text().replace("↩", "").split())


def _popover(page: "Page") -> "Locator":
    found = page.locator("#ev-pop")
    found.wait_for()
    return found


def test_mouse_opens_evidence_and_may_enter_it(home: str, visit: Visiting) -> None:
    """Hovering shows publisher, title, locator and quoted words; leaving closes."""
    with visit(DESK) as seen:
        page = seen.open(home + PAGE)
        _mark(page).hover()
        popover = _popover(page)
        assert " ".join(popover.inner_text().split()) == _note(page)
        assert popover.locator("cite").count() == 1
        assert popover.locator("q[lang]").count() >= 1
        popover.hover()
        page.wait_for_timeout(400)
        assert popover.is_visible()
        page.locator("h1").hover()
        popover.wait_for(state="detached")


def test_keyboard_opens_evidence_and_escape_closes_it(
    home: str, visit: Visiting
) -> None:
    """Focus shows it, Tab goes into its links, Escape gives the focus back; Enter follows."""
    here = "document.activeElement.matches('{}')"
    with visit(DESK) as seen:
        page = seen.open(home + PAGE)
        _mark(page).focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        popover = _popover(page)
        assert page.evaluate(here.format("a.b-ev[aria-expanded=true]"))
        page.keyboard.press("Tab")
        assert page.evaluate(here.format("#ev-pop a"))
        page.keyboard.press("Escape")
        assert popover.count() == 0
        assert page.evaluate(here.format("td a.b-ev"))
        page.keyboard.press("Enter")
        _popover(page)
        page.keyboard.press("Enter")
        assert page.url.endswith(_mark(page).get_attribute("href") or "?")


def test_finger_opens_evidence_as_a_sheet(home: str, visit: Visiting) -> None:
    """A tap shows it at the foot of the screen, not over the mark, and follows no link."""
    with visit(PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.open(home + PAGE)
        _mark(page).scroll_into_view_if_needed()
        _mark(page).tap()
        popover = _popover(page)
        box = popover.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE.width
        assert box["y"] + box["height"] <= PHONE.height + 1
        mark = _mark(page).bounding_box()
        assert mark
        assert mark["y"] + mark["height"] <= box["y"]
        assert page.url.endswith(PAGE)
        page.touchscreen.tap(200, 80)
        assert popover.count() == 0


def test_reference_is_a_plain_link_without_script(home: str, visit: Visiting) -> None:
    """It leads to the note, and the note leads back."""
    with visit(DESK, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(home + PAGE)
        link = _mark(page)
        target = link.get_attribute("href") or "?"
        link.click()
        assert page.url.endswith(target)
        assert page.locator(target).is_visible()
        page.locator(f"{target} .b-back").first.click()
        assert "#ref-" in page.url
