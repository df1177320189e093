"""The CSV of a briefing says value by value what its JSON says, and both all that its page does."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.built.built_pages import BuiltPage
from tests.html_pages import find

pytestmark = pytest.mark.site

Value = dict[str, Any]
VALUES = ("value", "baseline", "deadline", "date")
"""What a value or a day is in JSON; a baseline has its value within."""
RELATED = "ancestor::section[contains(@class, 'b-more')]"
"""Other briefings have files of their own."""


def in_json(record: Value) -> Iterator[tuple[str, Value]]:
    """Each value and day of a record with its field, and how the table writes it."""
    for field in VALUES:
        if field not in record:
            continue
        found = record[field]
        if isinstance(found, str):
            yield field, {"date": found}
            continue
        start = record if field == "value" else found
        amount = found if field == "value" else found["value"]
        written = {"as_written": start.get("as_written", "")}
        yield field, {name: str(of) for name, of in amount.items()} | written
    if "value_missing" in record:
        yield "value", {"value_missing": record["value_missing"]}
    for name, day in record.get("dates", {}).items():
        if name != "note":
            yield f"dates.{name}", {"date": day}


def sources(record: Value) -> list[str]:
    """The sources of a record, by address."""
    return sorted(one["source"]["address"] for one in record["evidence"])


def sources_of(row: dict[str, str]) -> list[str]:
    """The same of a row of the table."""
    others = [one for one in row["further_sources"].split("; ") if one]
    return sorted([f"sources/{row['source']}", *others])


def briefings(site: Path) -> Iterator[tuple[str, list[dict[str, str]], list[Value]]]:
    """The address of each briefing, the rows of its table and the values of its JSON."""
    for path in sorted((site / "briefings").glob("*/*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        table = path.with_suffix(".csv").read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(table.splitlines(keepends=True)))
        yield content["address"], rows, content["values"]


def test_table_and_json_say_the_same(built_site: Path) -> None:
    """No value is in one alone; numbers, words, days and sources are equal."""
    seen = 0
    for _, rows, values in briefings(built_site):
        stated = {
            (record["address"], field): (said, sources(record))
            for record in values
            for field, said in in_json(record)
        }
        listed = {(row["address"], row["field"]): row for row in rows}
        assert len(listed) == len(rows)
        assert listed.keys() == stated.keys()
        for key, (said, known) in stated.items():
            row = listed[key]
            assert {name: row[name] for name in said} == said, key
            assert sources_of(row) == known, key
            seen += 1
    assert seen > 150


def test_files_have_every_value_of_the_page(
    built_site: Path, pages: dict[str, BuiltPage]
) -> None:
    """Those of the chart's table too."""
    for address, rows, _ in briefings(built_site):
        article = pages[f"{address}/index.html"].article
        shown = f".//*[contains(@class, 'b-val') and not({RELATED})]"
        refs = {one.get("data-ref") for one in find(article, shown)}
        assert (
            refs - {row["address"] for row in rows if row["field"] == "value"} == set()
        )
        assert refs
