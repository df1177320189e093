"""The explorer: facets, words, order, addresses, CSV; and ten thousand records."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.lists import MOST
from tests.bench.many_rows import build_explorer
from tests.browser.conftest import Visiting
from tests.browser.server import serving
from tests.browser.visits import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MANY = 10_000
RUNS = 5
READY = 1000
"""Milliseconds from the start of the visit until rows and facets can be used, on a machine that
does other things as well: half of it is what readers may expect of one that does not."""
SHOWN = 8
"""Values of a facet before `Show all`."""


_WAYS = "links => links.map(link => link.getAttribute('href'))"


def _hits(page: "Page") -> int:
    """How many rows the explorer says that it shows."""
    words = page.locator(".xp-count").inner_text()
    return int(words.split()[0].replace(",", ""))


def _check(page: "Page", facet: str, words: str) -> int:
    """Tick a value by keyboard; the number that stood beside it comes back."""
    label = page.locator("fieldset", has=page.get_by_text(facet, exact=True)).locator(
        "label", has=page.get_by_text(words, exact=True)
    )
    number = int(label.locator("span").last.inner_text().replace(",", ""))
    label.locator("input").focus()
    page.keyboard.press("Space")
    return number


def _index(built_site: Path) -> dict[str, Any]:
    file = built_site / "explorer" / "explorer.index.json"
    return dict(json.loads(file.read_text(encoding="utf-8")))


def test_facets_say_how_many_they_give_and_add_up(
    home: str, built_site: Path, visit: Visiting
) -> None:
    """The number beside a value is the number of rows it gives; two facets narrow."""
    rows = len(_index(built_site)["rows"])
    with visit(DESK) as seen:
        page = seen.open(home + "explorer/")
        assert _hits(page) == rows
        policies = _check(page, "Kind", "Policy")
        assert _hits(page) == policies
        number = _check(page, "Level", "provincial")
        assert 0 < number < policies
        assert _hits(page) == number
        assert "kind=Policy&level=provincial" in page.url

        page.locator(".xp-chips button").first.click()
        assert _hits(page) > number
        page.go_back()
        assert _hits(page) == number


def test_an_address_opens_the_same_rows_and_they_download(
    home: str, built_site: Path, visit: Visiting
) -> None:
    """Words, facet and order survive a reload; the CSV has the rows shown, in their order."""
    with visit(DESK, accept_downloads=True) as seen:
        page = seen.open(home + "explorer/?kind=Target&q=henan&sort=title")
        assert page.locator(".xp-bar input").input_value() == "henan"
        titles = page.locator(".xp-main tbody th > a").all_inner_texts()
        assert titles == sorted(titles)
        with page.expect_download() as download:
            page.get_by_role("button", name="These rows as CSV").click()
        content = Path(download.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content)))
        assert len(rows) == _hits(page)
        assert {row["kind"] for row in rows} == {"Target"}
        assert list(rows[0]) == [*_index(built_site)["fields"], "evidence"]
        leading = page.locator(".xp-main tbody tr").first.locator("a.b-from")
        ways = leading.evaluate_all("links => links.map(link => link.href)")
        assert ways
        assert rows[0]["evidence"] == "; ".join(ways)
        plain = [title.replace("\u2060", "") for title in titles]
        assert [row["title"] for row in rows][: len(plain)] == plain


def test_a_disputed_row_leads_to_what_is_disputed(home: str, visit: Visiting) -> None:
    """The mark beside a value or a day opens the conflict; a target names its policy."""
    with visit(DESK) as seen:
        page = seen.open(home + "explorer/?kind=Target&q=sales of VR terminals")
        row = page.locator(".xp-main tbody tr", has_text="Sales of VR terminals")
        assert row.locator("th a").evaluate_all(_WAYS) == [
            "../policies/cn-vr-2022/#devices",
            "../policies/cn-vr-2022/",
        ]
        page.goto(home + "explorer/?kind=Policy&q=三年行动计划")
        row = page.locator(".xp-main tbody tr", has_text="Three-Year Action Plan")
        day = row.locator("td[data-l=Published]").first
        assert day.inner_text().startswith("8 Sept 2023")
        day.locator("a.b-dis").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/conflicts/national-plan-date/")


def test_rows_have_the_marks_of_the_plain_table(home: str, visit: Visiting) -> None:
    """With and without script a value or a day is one step from its note, under one name."""
    marks = """links => links.map(link =>
        [link.href, link.ariaLabel, link.textContent])"""
    for path in ("explorer/", "policies/"):
        with visit(DESK) as seen:
            rows = seen.open(home + path).locator(".xp-main td a.b-from")
            scripted = rows.evaluate_all(marks)
        with visit(DESK, java_script_enabled=False) as seen:
            seen.page.goto(home + path)
            plain = seen.page.locator("td a.b-from").evaluate_all(marks)
        assert len(scripted) > 20
        assert [mark for mark in scripted if mark not in plain] == []


def test_a_mark_of_a_row_opens_the_note(home: str, visit: Visiting) -> None:
    """The words of the source are where the one step ends."""
    with visit(PHONE) as seen:
        page = seen.open(home + "explorer/?kind=Target&q=sales of VR terminals")
        page.locator("td[data-l=Value] a.b-from").first.click()
        page.wait_for_url("**/policies/cn-vr-2022/#devices.value")
        note = page.locator(".b-notes > li:has(> :target)")
        assert "超过2500万" in note.inner_text()
        box = note.bounding_box()
        assert box
        assert 0 <= box["y"] < 300


def test_an_empty_result_says_what_to_drop(home: str, visit: Visiting) -> None:
    """Nothing fits: the page names the demand that would give rows without it."""
    with visit(PHONE) as seen:
        page = seen.open(home + "explorer/?kind=Policy&q=zzzz")
        drop = page.locator(".xp-none button")
        assert drop.all_inner_texts() != []
        drop.first.click()
        assert _hits(page) > 0
        assert "q=" not in page.url


def test_explorer_is_a_table_without_script(
    home: str, built_site: Path, visit: Visiting
) -> None:
    """All rows stand in the page."""
    with visit(DESK, java_script_enabled=False) as seen:
        seen.page.goto(home + "explorer/")
        rows = seen.page.locator("#explorer tbody tr")
        assert rows.count() == len(_index(built_site)["rows"])
        assert rows.last.is_visible()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an explorer over ten thousand made-up records."""
    site = build_explorer(tmp_path_factory.mktemp("many"), MANY)
    with serving(site) as address:
        yield address


def test_ten_thousand_records_are_soon_ready(
    many: str, visit: Visiting, record_property: Callable[[str, object], None]
) -> None:
    """From the wish to see the page to facets and rows; the plain table is a part of all rows."""
    took = min(_milliseconds(many, visit) for _ in range(RUNS))
    record_property("explorer-ready-ms", took)
    assert took < READY


def _milliseconds(address: str, visit: Visiting) -> float:
    with visit(DESK) as seen:
        page = seen.open(address + "explorer/")
        assert _hits(page) == MANY
        assert page.locator(".xp-opts label").first.is_visible()
        assert page.locator(".xp-main tbody th").first.is_visible()
        return float(page.locator("[data-ready]").get_attribute("data-ready") or "inf")


def test_ten_thousand_records_narrow_by_facet_and_words(
    many: str, visit: Visiting
) -> None:
    """A facet with a thousand values shows the first, finds others, and keeps what was chosen."""
    with visit(DESK) as seen:
        page = seen.open(many + "explorer/")
        facet = page.locator("fieldset", has=page.get_by_text("Place", exact=True))
        assert facet.locator("label").count() == SHOWN
        facet.get_by_role("searchbox").fill("Place 77")
        facet.locator("label input").first.check()
        number = _hits(page)
        assert 0 < number < MANY
        page.locator(".xp-bar input").fill("related")
        page.wait_for_url("**q=related**")
        assert 0 < _hits(page) < number


def test_ten_thousand_records_are_there_without_script(
    many: str, visit: Visiting
) -> None:
    """A page has a few hundred rows and leads to the next one, which leads back."""
    with visit(DESK, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(many + "explorer/")
        rows = page.locator("article tbody tr")
        assert rows.count() == MOST
        assert rows.last.is_visible()
        page.locator("a[rel=next]").click()
        assert page.url == many + "explorer/page/2/"
        assert rows.count() == MOST
        page.locator("a[rel=prev]").click()
        assert page.url == many + "explorer/"
