"""Every page type as readers see it: wide and narrow, light and dark."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.records import TYPES, worst
from tests.browser.server import serving
from tests.browser.visits import (
    DESK,
    PHONE,
    View,
    Visit,
    axe,
    axe_in_the_other_mode,
    overflow,
)

pytestmark = [pytest.mark.browser, pytest.mark.npm]

MOST_SHIFT = 0.02
MOST_BYTES = 200_000


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("view", [DESK, PHONE], ids=str)
def test_pages_are_open_to_everyone_quiet_and_light(
    type_: str, view: View, built_site: Path, home: str, visit: Visiting
) -> None:
    """Nothing for axe-core in either mode, for the console or the policy; no request elsewhere.

    No cookie, no jump while it loads, no sideways scrolling, 200 kB with fonts and indexes.
    """
    faults = []
    with visit(view) as seen:
        for path in worst(built_site, type_):
            seen.page.emulate_media(color_scheme="light")
            seen.open(home + path)
            faults += [f"{path}: {one}" for one in _faults(seen)]
    assert faults == []


def _faults(seen: Visit) -> list[str]:
    faults = overflow(seen.page)
    if seen.shift() >= MOST_SHIFT:
        faults.append(f"shift: {seen.shift():.3f}")
    if seen.weight() > MOST_BYTES:
        faults.append(f"weight: {seen.weight()}")
    seen.page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    in_light, in_dark = axe(seen.page), axe_in_the_other_mode(seen.page, "dark")
    return [*faults, *in_light, *in_dark, *seen.faults_of_noise()]


@pytest.mark.parametrize("view", [DESK, PHONE], ids=str)
def test_late_fonts_and_a_slow_processor_move_nothing(
    built_site: Path, visit: Visiting, view: View
) -> None:
    """With fonts that come late, on a processor that shows a page piece by piece, all stays."""
    shifts = {}
    with serving(built_site, font_delay=0.15) as address, visit(view) as seen:
        seen.slow_down(4)
        for type_ in TYPES[:-1]:
            path = worst(built_site, type_)[0]
            seen.open(address + path)
            shifts[path] = seen.shift()
    assert {path: one for path, one in shifts.items() if one >= MOST_SHIFT} == {}
