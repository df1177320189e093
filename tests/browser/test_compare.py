"""The comparison: a matrix on a desk, one place at a time on a phone."""

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK, PHONE, View, overflow

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", [PHONE, View(768)], ids=str)
def test_a_place_shows_what_it_promises_on_narrow_screens(
    view: View, home: str, visit: Visiting
) -> None:
    """No cell for what it does not; nothing scrolls sideways, not even the table."""
    with visit(view) as seen:
        page = seen.open(home + "compare/")
        assert page.locator(".b-cmpt td.is-none:visible").count() == 0
        cells = page.locator(".b-cmpt td:visible")
        assert cells.count() > 0
        names = cells.evaluate_all(
            "cells => cells.map(one => getComputedStyle(one, '::before').content)"
        )
        assert all(len(name) > len('""') for name in names)
        wide = page.locator(".b-scroll").evaluate_all(
            "boxes => boxes.filter(one => one.scrollWidth > one.clientWidth).length"
        )
        assert wide == 0
        assert overflow(page) == []


def test_a_desk_shows_the_whole_matrix(home: str, visit: Visiting) -> None:
    """An absent target is a dash in its column; charts stand above each table."""
    with visit(DESK) as seen:
        page = seen.open(home + "compare/")
        assert page.locator(".b-cmpt td.is-none:visible").count() > 0
        charts = page.locator(".b-multiples figure svg:visible")
        assert charts.count() == page.locator(".b-multiples figure").count() > 0
