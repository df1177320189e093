"""Observations, statements and readings as open data. Cells are written out by hand."""

import csv
import io
import json
from collections.abc import Callable

from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
RECORDS = """
-- observations/parks.yml --
id: parks
title: {en: Parks}
value: {comparator: more-than, amount: 35, unit: parks}
as_written: 超过35个
period: 2024
method: measured
about: ["policies/smallest#parks"]
evidence:
  - {source: gazette, supports: [period], quote: 2024年}
  - {source: gazette, locator: page two}
-- claims/parks.yml --
id: parks
title: {en: Ten parks}
text: Nowhere plans parks.
appeared_in: gazette
about: ["policies/smallest#parks"]
verdict: corrected
differences: [comparator, scope]
official: {text: More than that., evidence: [{source: gazette, quote: 超过10个}]}
conflicts: [count]
-- conflicts/count.yml --
id: count
title: {en: How many parks?}
kind: value
about: ["observations/parks"]
readings:
  - id: a
    text: twelve
    quantity: {comparator: exactly, amount: 12, unit: parks}
    source: gazette
    locator: page one
    as_written: 12个
  - {id: b, text: twenty, source: gazette}
resolution: preferred
preferred: a
assessment: The gazette contradicts itself.
"""


def rows_of(files: dict[str, str], name: str) -> list[dict[str, str]]:
    """The rows of a table by their headings."""
    return list(csv.DictReader(io.StringIO(files[name].removeprefix("\ufeff"))))


def test_an_observation_has_the_evidence_that_carries_it(site: MakeSite) -> None:
    """Not the first in the record, which carries only the period."""
    (row,) = rows_of(site(RECORDS).files(), "observations/observations.csv")
    expected = {
        "address": "observations/parks",
        "comparator": "more-than",
        "amount": "35",
        "unit": "parks",
        "period": "2024",
        "source": "gazette",
        "source_publisher": "Office of Nowhere",
        "locator": "page two",
        "quote": "超过35个",
        "quote_language": "zh-Hans",
        "conflicts": "conflicts/count",
        "review": "drafted",
        "as_of": "2026-11-25",
    }
    assert {name: row[name] for name in expected} == expected


def test_a_statement_stands_beside_the_official_wording(site: MakeSite) -> None:
    """With its verdict, differences and conflicts."""
    (row,) = rows_of(site(RECORDS).files(), "claims/claims.csv")
    expected = {
        "statement": "Nowhere plans parks.",
        "appeared_in": "sources/gazette",
        "verdict": "corrected",
        "differences": "comparator; scope",
        "official_text": "More than that.",
        "quote": "超过10个",
        "quote_language": "zh-Hans",
        "conflicts": "conflicts/count",
    }
    assert {name: row[name] for name in expected} == expected


def test_each_reading_is_a_row(site: MakeSite) -> None:
    """The second has no number and no words, so no language of words either."""
    rows = rows_of(site(RECORDS).files(), "conflicts/conflicts.csv")
    names = ("address", "amount", "is_preferred", "locator", "quote", "quote_language")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("conflicts/count#a", "12", "yes", "page one", "12个", "zh-Hans"),
        ("conflicts/count#b", "", "no", "", "", ""),
    ]


def test_json_has_the_evidence_of_readings_and_the_language_of_words(
    site: MakeSite,
) -> None:
    """The publisher goes along."""
    (conflict,) = json.loads(site(RECORDS).files()["conflicts/conflicts.json"])
    (evidence,) = conflict["readings"][0]["evidence"]
    assert evidence["quote"] == "12个"
    assert evidence["quote_language"] == "zh-Hans"
    assert evidence["source"]["publisher"] == "Office of Nowhere"


def test_a_briefing_has_its_figures_with_their_evidence(site: MakeSite) -> None:
    """Targets and observations that it names, in its JSON."""
    briefing = """
-- briefings/news.md --
---
id: news
title: {en: News}
category: Market News
headline: "Nowhere plans [[target: smallest#parks]]"
standfirst: The plan is out.
key_points: [It names parks., It names no money., It names no day.]
published: 2022-07-09
---
So far: [[observation: parks]].
"""
    made = json.loads(site(RECORDS + briefing).files()["briefings/news/news.json"])
    assert [one["address"] for one in made["values"]] == [
        "observations/parks",
        "policies/smallest#parks",
    ]
    words = [one["evidence"][0]["source"]["publisher"] for one in made["values"]]
    assert words == ["Office of Nowhere", "Office of Nowhere"]
