"""The explorer: a policy, then its targets, each with the words that readers choose by."""

import json
from collections.abc import Callable

from tests.conftest import SiteInAString
from tests.html_pages import blocks, find

MakeSite = Callable[..., SiteInAString]


def test_a_target_has_the_facets_of_its_policy_and_its_own(site: MakeSite) -> None:
    """Both rows share place, level and year; the target adds value, deadline and result."""
    index = json.loads(site().files()["explorer/explorer.index.json"])

    rows = [
        {
            field: index["dict"][field][value]
            if field in index["dict"] and isinstance(value, int)
            else value
            for field, value in zip(index["fields"], row, strict=True)
        }
        for row in index["rows"]
    ]

    assert [row["kind"] for row in rows] == ["Policy", "Target"]
    policy, target = rows
    assert {row["level"] for row in rows} == {"national"}
    assert {row["year"] for row in rows} == {"2022"}
    assert policy["value"] == "1 target"
    assert target["value"] == "more than 10\N{NO-BREAK SPACE}parks"
    assert target["deadline"] == "2025"
    assert target["result"] == "No result found"
    assert target["title_zh"] == "超过10个"
    assert target["url"] == "../policies/smallest/#parks"


def test_readers_without_script_have_the_same_rows(site: MakeSite) -> None:
    """The table in the page links to both, and to who says it."""
    page = blocks(site().files()["explorer/index.md"])

    links = [
        [link.get("href") for link in find(row, ".//a")]
        for row in find(page, "//tbody/tr")
    ]

    assert links == [
        ["../policies/smallest/", "../places/nowhere/", "../sources/gazette/"],
        ["../policies/smallest/#parks", "../places/nowhere/", "../sources/gazette/"],
    ]
