"""Light and dark: as the system says, or as the reader says."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK, View

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LIGHT, DARK = "rgb(251, 249, 245)", "rgb(19, 23, 28)"


def _paper(page: "Page") -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_choice_is_kept_without_a_cookie(home: str, visit: Visiting) -> None:
    """One press makes it dark, on the next page too; a second press gives the system's back."""
    with visit(DESK) as seen:
        page = seen.open(home)
        assert _paper(page) == LIGHT
        button = page.get_by_role("button", name="Dark mode")
        button.focus()
        page.keyboard.press("Enter")
        assert _paper(page) == DARK
        assert button.get_attribute("aria-pressed") == "true"

        seen.open(home + "targets/")
        assert _paper(page) == DARK
        assert page.context.cookies() == []
        page.get_by_role("button", name="Dark mode").click()
        assert _paper(page) == LIGHT
        assert page.evaluate("Object.keys(localStorage)") == []


def test_system_decides_without_script(home: str, visit: Visiting) -> None:
    """Dark needs no script."""
    with visit(View(1440, "dark"), java_script_enabled=False) as seen:
        seen.page.goto(home)
        assert _paper(seen.page) == DARK
