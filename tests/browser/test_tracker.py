"""The target tracker: filters by keyboard, addresses that can be sent, a plain table."""

from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from tests.browser.conftest import Visiting
from tests.browser.visits import DESK, PHONE
from tests.conftest import AS_OF, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROWS = "#targets-table tr[data-state]"


@pytest.fixture(scope="module")
def targets() -> int:
    """How many targets the records state."""
    library = pipeline.check(ROOT, AS_OF).library
    assert library
    return len(library.targets)


def _shown(page: "Page", name: str) -> list[str]:
    """An attribute of the rows that the filter has left."""
    rows = page.locator(f"{ROWS}:not([hidden])").all()
    return [row.get_attribute(f"data-{name}") or "" for row in rows]


def test_filters_work_by_keyboard_and_live_in_the_address(
    home: str, visit: Visiting, targets: int
) -> None:
    """Typing in a list filters; the address opens the same rows; Back goes back."""
    with visit(DESK) as seen:
        page = seen.open(home + "targets/")
        assert len(_shown(page, "place")) == targets
        page.locator("select[name=place]").focus()
        page.keyboard.type("Shang")
        assert page.url.endswith("?place=shanghai")
        places = _shown(page, "place")
        assert [one for one in places if "shanghai" not in one.split()] == []
        assert (
            page.locator("output").inner_text() == f"{len(places)} of {targets} targets"
        )
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.b-filters *')")

        with visit(PHONE) as other:
            assert _shown(other.open(page.url), "place") == places

        page.go_back()
        assert len(_shown(page, "place")) == targets


def test_tally_and_words_filter_together(home: str, visit: Visiting) -> None:
    """A link of the tally and a word give the rows that have both; clearing gives all."""
    with visit(DESK) as seen:
        page = seen.open(home + "targets/")
        page.locator(".b-tally a").first.focus()
        state = page.evaluate(
            "new URLSearchParams(document.activeElement.search).get('state')"
        )
        page.keyboard.press("Enter")
        assert set(_shown(page, "state")) == {state}
        page.locator(".b-filters input[name=q]").focus()
        page.keyboard.type("henan")
        assert f"state={state}" in page.url
        assert "q=henan" in page.url
        found = page.locator(f"{ROWS}:not([hidden])").all_inner_texts()
        assert found
        assert [text for text in found if "henan" not in text.lower()] == []
        page.locator(".b-filters input[name=q]").fill("no such word")
        assert "No target fits" in page.locator("output").inner_text()
        page.locator(".b-filters [type=reset]").focus()
        page.keyboard.press("Enter")
        assert page.url.endswith("targets/")
        assert page.locator(f"{ROWS}[hidden]").count() == 0


def test_tracker_is_a_table_without_script(
    home: str, visit: Visiting, targets: int
) -> None:
    """All targets stand in the page, with nothing to press that does nothing."""
    with visit(DESK, java_script_enabled=False) as seen:
        seen.page.goto(home + "targets/")
        rows = seen.page.locator(ROWS)
        assert rows.count() == targets
        assert all(row.is_visible() for row in rows.all())
        assert [
            one
            for one in seen.page.locator("button, select, input").all()
            if one.is_visible()
        ] == []
