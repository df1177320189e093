"""The explorer: facets, words, order, addresses, CSV; and ten thousand records."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Visiting
from tests.browser.server import serving
from tests.browser.visits import DESK, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MANY = 10_000
READY = 500
"""Milliseconds from the arrival of the index until its rows can be used."""


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
        titles = page.locator(".xp-main tbody th a").all_inner_texts()
        assert titles == sorted(titles)
        with page.expect_download() as download:
            page.get_by_role("button", name="These rows as CSV").click()
        content = Path(download.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content)))
        assert len(rows) == _hits(page)
        assert {row["kind"] for row in rows} == {"Target"}
        assert list(rows[0]) == _index(built_site)["fields"]
        plain = [title.replace("\u2060", "") for title in titles]
        assert [row["title"] for row in rows][: len(plain)] == plain


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


def test_ten_thousand_records_are_ready_in_half_a_second(
    built_site: Path, tmp_path: Path, visit: Visiting
) -> None:
    """From the arrival of the index to rows, facets and counts."""
    index = _index(built_site)
    rows = index["rows"]
    index["rows"] = [rows[i % len(rows)] for i in range(MANY)]
    for folder in ("explorer", "assets"):
        shutil.copytree(built_site / folder, tmp_path / folder)
    file = tmp_path / "explorer" / "explorer.index.json"
    file.write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
    with serving(tmp_path) as address:
        took = min(_milliseconds(address, visit) for _ in range(3))
    assert took < READY


def _milliseconds(address: str, visit: Visiting) -> float:
    with visit(DESK) as seen:
        page = seen.open(address + "explorer/")
        assert _hits(page) == MANY
        return float(
            page.evaluate("""() => {
              const arrived = performance.getEntriesByName(
                new URL('explorer.index.json', location.href).href)[0].responseEnd;
              return document.querySelector('[data-ready]').dataset.ready - arrived;
            }""")
        )
