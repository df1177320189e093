"""The explorer: a policy, then its targets, each with the words that readers choose by."""

import json
from collections.abc import Callable

import pytest

from generator.pages import lists
from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, one, said

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
    """The table links to both, to the words for each value and day, and to who says it."""
    page = blocks(site().files()["explorer/index.md"])

    links = [
        [link.get("href") for link in find(row, ".//a")]
        for row in find(page, "//tbody/tr")
    ]

    assert links == [
        [
            "../policies/smallest/",
            "../places/nowhere/",
            "../policies/smallest/#dates.issued",
            "../sources/gazette/",
        ],
        [
            "../policies/smallest/#parks",
            "../policies/smallest/",
            "../places/nowhere/",
            "../policies/smallest/#parks.value",
            "../policies/smallest/#dates.issued",
            "../policies/smallest/#parks.deadline",
            "../sources/gazette/",
        ],
    ]


def test_the_rest_of_a_long_table_stands_on_pages_of_its_own(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two rows at one a page: the index has both, each page one, and links lead both ways."""
    monkeypatch.setattr(lists, "MOST", 1)
    files = site().files()
    first, second = (
        blocks(files[f"explorer/{name}.md"]) for name in ("index", "page/2")
    )

    assert len(json.loads(files["explorer/explorer.index.json"])["rows"]) == 2
    assert [said(one(page, "//tbody//th")) for page in (first, second)] == [
        "Smallest plan 最小计划",
        "Industrial parks 超过10个 in Smallest plan",
    ]
    assert one(first, "//a[@rel='next']").get("href") == "page/2/"
    assert one(second, "//a[@rel='prev']").get("href") == "../../"
    assert (
        one(second, "//tbody//th/a").get("href") == "../../../policies/smallest/#parks"
    )
    assert said(one(second, "//h1")) == "Explorer, page 2 of 2"
    assert find(second, "//*[@data-explorer]") == []
    assert 'title: "Explorer, page 2 of 2"' in files["explorer/page/2.md"]
    assert "search: false" in files["explorer/page/2.md"]
    assert "scripts:" not in files["explorer/page/2.md"]


def test_a_table_of_one_page_has_no_others(site: MakeSite) -> None:
    """Nothing is said of pages where there is only one."""
    page = blocks(site().files()["explorer/index.md"])

    assert find(page, "//nav") == []


WHEN = """
    -- conflicts/when.yml --
    id: when
    title: {en: When?}
    kind: date
    about: [policies/smallest]
    resolution: open
    assessment: The papers differ.
    readings:
      - {id: first, text: so they say, source: gazette, date: 2022-07-08}
      - {id: second, text: so they say, source: gazette, date: 2022-08-01}
    -- conflicts/how-many.yml --
    id: how-many
    title: {en: How many parks?}
    kind: value
    about: [policies/smallest#parks]
    resolution: open
    assessment: The papers differ.
    readings:
      - {id: first, text: ten, source: gazette}
      - {id: second, text: twelve, source: gazette}
"""


def test_the_index_names_the_conflicts_about_each_value_and_day(
    site: MakeSite,
) -> None:
    """The day of the policy is disputed in both rows, the value in the target's alone."""
    files = site(WHEN).files()
    index = json.loads(files["explorer/explorer.index.json"])
    keys = ("issued_conflicts", "value_conflicts", "deadline_conflicts")
    at = {key: index["fields"].index(key) for key in keys}

    assert index["conflicts"] == {"how-many": "How many parks?", "when": "When?"}
    assert index["conflicts_at"] == "../conflicts/"
    assert [
        [[index["dict"][key][one] for one in row[at[key]] or ()] for key in keys]
        for row in index["rows"]
    ] == [[["when"], [], []], [["when"], ["how-many"], []]]
    assert (
        "issued_conflicts"
        in json.loads(files["policies/policies.index.json"])["fields"]
    )
    listed, source = find(
        blocks(files["policies/index.md"]), "//td[@data-l='Published']/a"
    )
    assert listed.get("href") == "../conflicts/when/"
    assert source.get("href") == "smallest/#dates.issued"
    assert source.get("aria-label") == "Source: Published, Smallest plan"
