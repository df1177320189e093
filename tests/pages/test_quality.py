"""The quality sheet: every number has its list, and the list has as many rows."""

import json
from collections.abc import Callable
from urllib.parse import parse_qsl

import pytest
from lxml.html import HtmlElement

from tests.conftest import SiteInAString
from tests.html_pages import blocks, cells, find, one, said
from tests.library.test_quality import FILES

MakeSite = Callable[..., SiteInAString]
LISTS = {"values/": "quality/values.md", "records/": "quality/records.md"}


def page(files: dict[str, str], path: str) -> HtmlElement:
    """The HTML blocks of a page."""
    return blocks(files[path])


def bars(element: HtmlElement) -> dict[str, tuple[str, str]]:
    """The number of each bar with its width, by its label."""
    rows = find(element, '//dl[@class="b-bars"]/div')
    return {
        said(one(row, "dt")): (
            said(one(row, "dd//data")),
            "".join(bar.get("style", "") for bar in find(row, "dd/i")),
        )
        for row in rows
    }


def test_the_bars(site: MakeSite) -> None:
    """Two of four values rest on the official text: 50 per cent."""
    found = bars(page(site(FILES).files(), "quality/index.md"))
    assert found["rest on the official text"] == ("2", "--w:50%")
    assert found["have the words of the source"] == ("3", "--w:75%")
    assert found["reported by one source"] == ("2", "--w:67%")
    assert found["not reviewed"] == ("8", "--w:100%")
    assert found["excerpt"] == ("1", "--w:50%")
    assert found["derived"] == ("0", "")


def test_each_number_is_the_length_of_its_list(site: MakeSite) -> None:
    """The rows that the address of a list leaves are as many as the number says."""
    files = site(FILES).files()
    counted = {}
    for link in find(page(files, "quality/index.md"), '//a[contains(@href, "?")]'):
        path, _, query = link.get("href", "").partition("?")
        if path in LISTS:
            wanted = parse_qsl(query)
            fitting = [
                row
                for row in find(page(files, LISTS[path]), "//tbody/tr")
                if all(v in row.get(f"data-{k}", "").split() for k, v in wanted)
            ]
            counted[f"{path}?{query}"] = (said(one(link, ".//data")), len(fitting))
    assert len(counted) > 10
    assert {href: n for href, (n, rows) in counted.items() if int(n) != rows} == {}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (
            FILES,
            (
                "5 records do not say when somebody last compared them with their sources. "
                "Of the 3 that do, half were checked within 30 days of 25 Nov 2026; "
                "the oldest check is of 25 Nov 2025."
            ),
        ),
        (
            "",
            (
                "None of the 4 records says when somebody last compared it with its sources, "
                "so there is no age to give."
            ),
        ),
    ],
    ids=["some", "none"],
)
def test_the_age_of_checks(site: MakeSite, files: str, words: str) -> None:
    """Median and oldest, or that there is none."""
    element = page(site(files).files(), "quality/index.md")
    assert words in [said(one) for one in find(element, "//p")]


def test_the_policies(site: MakeSite) -> None:
    """Two targets, none official, one with its words, none confirmed, none disputed."""
    element = page(site(FILES).files(), "quality/index.md")
    row = one(element, '//tr[th/a[text()="Second plan"]]')
    lacks = "no document number, no day of publication, no summary, not verified"
    assert cells(row) == ["2", "0", "1", "0", "0", lacks]


def test_the_data(site: MakeSite) -> None:
    """The same counts for programs; nothing of earlier editions without tags."""
    content = json.loads(site(FILES).files()["quality/quality.json"])
    assert content["shares"]["values.primary"] == {"n": 2, "of": 4}
    assert content["last_check"] == {
        "recorded": {"n": 3, "of": 8},
        "median_days": 30,
        "oldest": "2025-11-25",
    }
    assert content["earlier"] == []


INDICATOR = """
    -- publication.yml --
    id: publication
    title: {en: Smallest}
    description: Parks.
    publisher: Smallest
    languages: [en]
    licences: {text: CC-BY-4.0, data: CC0-1.0, code: Apache-2.0, quotes: Theirs.}
    indicators: [{id: parks, title: Parks, unit: parks, scope: core}]
    -- places/east.yml --
    id: east
    title: {en: East}
    level: provincial
"""
TARGETS = """
    -- policies/NAME.yml --
    id: NAME
    title: {en: Plan NAME}
    type: plan
    document_number: 川府发〔2022〕NUMBER号
    place: PLACE
    issuers: [{organization: office}]
    status: issued
    evidence: [{source: gazette}]
    targets:
      - id: t
        indicator: parks
        measures: parks
        scope: core
        value: {comparator: COMPARATOR, amount: NUMBER, unit: parks}
        deadline: 2025
        commitment: announced
        certainty: CERTAINTY
        evidence: [{source: gazette}]
"""


def target(**said: str) -> str:
    """A policy with a document number and a target, both of the same number."""
    text = TARGETS
    for name, value in said.items():
        text = text.replace(name.upper(), value)
    return text


FIRST = target(
    name="one",
    place="nowhere",
    comparator="at-least",
    number="30",
    certainty="confirmed",
)
SECOND = target(
    name="two",
    place="east",
    comparator="at-least",
    number="12",
    certainty="reported",
)


def parks(made: SiteInAString) -> list[str]:
    """The cells of the indicator's row."""
    element = page(made.files(), "quality/index.md")
    return cells(one(element, '//tr[th/span[text()="Parks"]]'))


def test_totals_or_reasons(site: MakeSite) -> None:
    """At least 30 and at least 12 are at least 42; about 12 is not added."""
    alike = site(INDICATOR + FIRST + SECOND)
    assert parks(alike) == ["2", "2", "1 50%", "at least 42 parks", "1 Nowhere, 2 East"]
    other = site(INDICATOR + FIRST + SECOND.replace("at-least", "about"))
    why = "none: comparators differ"
    assert parks(other) == ["2", "2", "1 50%", why, why]


def test_document_numbers_are_leads(site: MakeSite) -> None:
    """12 and 30 are known, with their sources: 17 numbers lie between them, on both pages."""
    files = site(INDICATOR + FIRST + SECOND).files()
    for path in ("quality/index.md", "organizations/office.md"):
        row = one(page(files, path), '//tr[th/span[text()="川府发〔2022〕"]]')
        assert cells(row) == ["Office of Nowhere", "12[“”], 30[“”]", "13–29 17 numbers"]
        ways = [way.get("href") for way in find(row, ".//a[@class='b-from']")]
        assert [way.split("policies/")[1] for way in ways] == [
            f"{name}/#document_number" for name in ("two", "one")
        ]
    for name in ("two", "one"):
        policy = page(files, f"policies/{name}.md")
        assert find(policy, "//ol[@class='b-notes']/li/span[@id='document_number']")


def test_the_lists_for_spreadsheets(site: MakeSite) -> None:
    """Each value and each record once, with what the sheet counts."""
    files = site(FILES).files()
    values = files["quality/values.csv"].removeprefix("\ufeff").splitlines()
    assert values == [
        "address,official_text,words_recorded,certainty,review",
        "policies/second#halls,no,yes,reported,drafted",
        "policies/second#stalls,no,no,reported,drafted",
        "policies/smallest#parks,yes,yes,confirmed,drafted",
        "observations/halls-2024,yes,yes,,drafted",
    ]
    records = files["quality/records.csv"].splitlines()
    assert len(records) == 1 + 8
    assert (
        "policies/second,policies,drafted,2026-10-26,"
        "document-number; day; summary; unverified; review"
    ) in records
