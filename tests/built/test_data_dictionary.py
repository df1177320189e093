"""The page of the data describes every column and field of every file, and no others."""

import csv
import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from generator.pages.dictionary import ADDED, COUNTS, MEANING, ROWS, TABLES, Table
from tests.built.built_pages import BuiltPage
from tests.html_pages import find, one, said

pytestmark = pytest.mark.site

Pages = dict[str, BuiltPage]
OF_THE_SITE = ("build.json", "pagefind/*", "*.index.json", "assets/*")
"""Files of the site itself: what was built, and the indexes of search and explorers."""
NAMED_BY_DATA = {"title", "title_origin", "shares", "known"}
"""Objects whose keys are languages, names of counts or document numbers."""
NEVER_FILLED = {
    "briefing": {"value_missing"},
    "conflicts": {"conflicts", "further_sources"},
    "gaps": {"checked"},
    "observations": {"min", "max"},
}
"""Columns for which the shipped records have no word: each number that a briefing names is known, a
reading has one source and is about no conflict, nobody has checked a record yet, and no observation
is a range."""


def files(site: Path, suffix: str) -> Iterator[tuple[str, Path]]:
    """The files of open data by their paths."""
    for path in sorted(site.rglob(f"*.{suffix}")):
        name = path.relative_to(site).as_posix()
        if not any(fnmatch(name, one) for one in OF_THE_SITE):
            yield name, path


def table_of(name: str) -> Table:
    """The one table that a file is."""
    [found] = [t for t in TABLES if any(fnmatch(name, one) for one in t.files)]
    return found


def described(pages: Pages, anchor: str) -> dict[str, str]:
    """What a section of the page says of each name."""
    section = f"//section[@aria-labelledby='{anchor}']//tbody/tr"
    rows = find(pages["data/index.html"].article, section)
    return {said(one(row, "th")): said(one(row, "td")) for row in rows}


def test_tables_have_the_columns_that_are_described(
    built_site: Path, pages: Pages
) -> None:
    """In that order, and the page has words for each; no table is described without a file."""
    seen = set()
    for name, path in files(built_site, "csv"):
        table = table_of(name)
        header = path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        meanings = described(pages, f"table-{table.id}")
        assert header == list(meanings), name
        assert all(meanings.values()), name
        seen.add(table.id)
    assert seen == {table.id for table in TABLES}


def test_no_column_stands_for_nothing(built_site: Path) -> None:
    """Each is filled somewhere, and each meaning belongs to a column of some table."""
    filled: dict[str, set[str]] = {table.id: set() for table in TABLES}
    for name, path in files(built_site, "csv"):
        text = path.read_text(encoding="utf-8-sig")
        for row in csv.DictReader(text.splitlines(keepends=True)):
            filled[table_of(name).id] |= {key for key, cell in row.items() if cell}
    idle = {table.id: set(table.columns) - filled[table.id] for table in TABLES}
    assert {key: names for key, names in idle.items() if names} == NEVER_FILLED
    assert set(MEANING) == {name for table in TABLES for name in table.columns}


def keys_of(found: object) -> Iterator[str]:
    """Every key of some JSON, but for those that data name."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield key
            inner = value.values() if key in NAMED_BY_DATA else [value]
            for one_value in inner if isinstance(value, dict) else [value]:
                yield from keys_of(one_value)
    elif isinstance(found, list):
        for item in found:
            yield from keys_of(item)


def test_fields_of_json_are_described(built_site: Path, pages: Pages) -> None:
    """Those of records by the author's guide, those that files add, and the counts."""
    anchors = [
        str(one.get("id"))
        for one in find(pages["data/index.html"].article, ".//section/h2")
    ]
    known = {
        name: words
        for anchor in anchors
        if not anchor.startswith("table-") and anchor != "counts"
        for name, words in described(pages, anchor).items()
    }
    used: set[str] = set()
    for name, path in files(built_site, "json"):
        keys = set(keys_of(json.loads(path.read_text(encoding="utf-8"))))
        if name == "quality/quality.json":
            assert keys <= set(described(pages, "counts")), name
            assert set(described(pages, "counts")) == set(COUNTS)
        else:
            assert keys - set(known) == set(), name
            used |= keys
    assert set(ADDED) - used == set()
    assert all(known.values())


def test_rows_of_explorers_are_described(built_site: Path, pages: Pages) -> None:
    """Readers save them as a table with these columns."""
    fields = {
        field
        for path in built_site.rglob("*.index.json")
        for field in json.loads(path.read_text(encoding="utf-8"))["fields"]
    }
    fields.add("evidence")  # added by the script, see tests/browser/test_explorer.py
    assert fields == set(described(pages, "table-explorers")) == set(ROWS)
