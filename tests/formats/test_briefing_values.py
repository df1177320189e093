"""The table of a briefing: every value and day that it states. Cells are written out by hand."""

import csv
import io
from collections.abc import Callable

from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
RECORDS = """
-- policies/plan.yml --
id: plan
title: {en: Plan}
type: plan
place: nowhere
issuers: [{organization: office, role: lead}]
dates: {signed: 2022-07-01, published: 2022-07-08}
status: issued
evidence:
  - {source: gazette, locator: head}
  - {source: gazette, locator: foot, supports: [dates.signed]}
targets:
  - id: parks
    indicator: Parks
    scope: core
    value: {comparator: more-than, amount: 10, unit: parks}
    as_written: 超过10个
    baseline:
      value: {comparator: exactly, amount: 4, unit: parks}
      as_written: 4个
      period: 2021
    deadline: 2025
    commitment: announced
    certainty: confirmed
    evidence:
      - {source: gazette, locator: end, supports: [deadline], quote: 到2025年}
      - {source: gazette, locator: sum, supports: [value]}
      - {source: gazette, locator: start, supports: [baseline]}
-- observations/parks.yml --
id: parks
title: {en: Parks so far}
value: {comparator: about, amount: 7, unit: parks}
as_written: 约7个
period: 2023
method: estimate
evidence: [{source: gazette, locator: table}]
-- events/launch.yml --
id: launch
title: {en: Launch}
date: 2022-08-01
kind: launch
policies: [plan]
evidence: [{source: gazette, locator: news}]
-- conflicts/when.yml --
id: when
title: {en: When?}
kind: date
about: [policies/plan]
resolution: open
assessment: The papers differ.
readings:
  - {id: first, text: so they say, source: gazette, date: 2022-07-08}
  - {id: second, text: so they say, source: gazette, date: 2022-08-01}
-- briefings/news.md --
---
id: news
title: {en: News}
category: Market News
headline: "Nowhere plans [[target: plan#parks]]"
standfirst: The plan is out.
key_points: [It names parks., It names no money., It names no day.]
policies: [plan]
published: 2022-07-09
---
So far: [[observation: parks]].
"""


def test_each_value_and_day_of_a_briefing_is_a_row(site: MakeSite) -> None:
    """With the evidence that carries it, and the conflicts about that day alone."""
    text = site(RECORDS).files()["briefings/news/news.csv"].removeprefix("\ufeff")
    names = ("address", "field", "amount", "date", "period", "as_written", "locator")
    found = [
        (*(row[name] for name in names), row["quote"], row["conflicts"])
        for row in csv.DictReader(io.StringIO(text))
    ]
    plan, parks, when = "policies/plan", "policies/plan#parks", "conflicts/when"
    assert found == [
        ("events/launch", "date", "", "2022-08-01", "", "", "news", "", when),
        ("observations/parks", "value", "7", "", "2023", "约7个", "table", "约7个", ""),
        (plan, "dates.signed", "", "2022-07-01", "", "", "foot", "", ""),
        (plan, "dates.published", "", "2022-07-08", "", "", "head", "", when),
        (parks, "value", "10", "", "", "超过10个", "sum", "超过10个", ""),
        (parks, "baseline", "4", "", "2021", "4个", "start", "4个", ""),
        (parks, "deadline", "", "2025", "", "", "end", "到2025年", ""),
    ]


def test_a_derived_number_says_how(site: MakeSite) -> None:
    """What was counted, and the arithmetic, as its page does."""
    derived = RECORDS.replace(
        "method: estimate",
        "method: derived\nderivation: 14 parks / 2\ndefinition: Parks that are open\n"
        "numbers: [14 parks in all]",
    )
    text = site(derived).files()["briefings/news/news.csv"].removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["definition"], row["derivation"]) for row in rows[:2]] == [
        ("", ""),
        ("Parks that are open", "14 parks / 2"),
    ]
