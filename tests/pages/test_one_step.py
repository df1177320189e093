"""Evidence stands beside what rests on it."""

from collections.abc import Callable

import pytest

from generator.core.refs import Ref
from generator.pages.evidence_links import carrying
from generator.records.fields import Evidence
from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, said

MakeSite = Callable[..., SiteInAString]


POLICY = """
    -- policies/plan.yml --
    id: plan
    title: {en: Plan}
    type: plan
    place: nowhere
    issuers: [{organization: office, role: lead}]
    dates: {published: 2022-07-08}
    status: issued
    evidence:
      - {source: gazette, locator: title}
      - {source: gazette, locator: page}
      - {source: gazette, locator: annex, supports: [period]}
"""
OF_THE_DAY = "      - {source: gazette, locator: foot, supports: [dates.published]}\n"


@pytest.mark.parametrize(
    ("policy", "locator"),
    [(POLICY + OF_THE_DAY, ", foot."), (POLICY, ", title.")],
    ids=["evidence for the day", "evidence for the whole record"],
)
def test_the_day_of_a_policy_has_its_note(
    site: MakeSite, policy: str, locator: str
) -> None:
    """Of evidence for the whole record the first: all of it stands together on the page."""
    page = blocks(site(policy).files()["policies/plan.md"])
    [head] = find(page, '//p[@class="b-by"]/span[time][1]')
    assert said(head) == "Published 8 Jul 2022[1]"
    [row] = find(page, '//dl/div[dt="Published"]/dd')
    assert said(row) == "8 Jul 2022[1]"
    notes = [said(one) for one in find(page, '//ol[@class="b-notes"]/li')]
    assert locator in notes[0]


def _evidence(*supports: str, stance: str = "supports") -> Evidence:
    return Evidence.model_validate(
        {"source": Ref("sources", "gazette"), "supports": supports, "stance": stance}
    )


WHOLE, AMOUNT, DEADLINE = _evidence(), _evidence("value.amount"), _evidence("deadline")
AGAINST = _evidence("value", stance="contradicts")


@pytest.mark.parametrize(
    ("evidence", "field", "found"),
    [
        ([WHOLE, AMOUNT, DEADLINE], "value", [AMOUNT]),
        ([WHOLE, AMOUNT, DEADLINE], "deadline", [DEADLINE]),
        ([AMOUNT, WHOLE, WHOLE], "deadline", [WHOLE]),
        ([_evidence("dates")], "dates.published", [_evidence("dates")]),
        ([_evidence("date")], "dates.published", []),
        ([AGAINST, WHOLE], "value", [WHOLE]),
        ([AGAINST, DEADLINE], "value", []),
    ],
)
def test_what_names_a_field_carries_it_first(
    evidence: list[Evidence], field: str, found: list[Evidence]
) -> None:
    """Then the first piece for the whole record; never what contradicts or is about another."""
    assert carrying(evidence, field) == found


TARGET = """
    targets:
      - id: parks
        indicator: Parks
        value: {comparator: more-than, amount: 10, unit: parks}
        as_written: 超过10个
        deadline: 2025
        commitment: announced
        certainty: confirmed
        evidence:
          - {source: gazette, locator: sum, supports: [value]}
          - {source: gazette, locator: end, supports: [deadline]}
"""


def test_a_note_has_the_names_of_what_it_carries(site: MakeSite) -> None:
    """Lists lead there: the names stay when notes get other numbers."""
    files = site(POLICY + OF_THE_DAY + TARGET).files()
    notes = find(blocks(files["policies/plan.md"]), '//ol[@class="b-notes"]/li')
    names = {
        said(note).split(", ")[2].split(".")[0].split(":")[0]: [
            anchor.get("id") for anchor in find(note, "span[@id]")
        ]
        for note in notes
    }
    assert names == {
        "foot": ["dates.issued"],
        "sum": ["parks.value"],
        "end": ["parks.deadline"],
        "title": [],
        "page": [],
        "annex": [],
    }


def test_lists_lead_to_the_note_for_the_day(site: MakeSite) -> None:
    """From the page of the place and from the first page."""
    files = site(POLICY).files()
    way = "//a[@class='b-from' and contains(@href, 'plan/')]/@href"
    assert find(blocks(files["places/nowhere.md"]), way) == [
        "../../policies/plan/#dates.issued"
    ]
    assert find(blocks(files["index.md"]), way) == ["policies/plan/#dates.issued"]


def test_a_baseline_has_the_words_of_its_source_beside_it(site: MakeSite) -> None:
    """In the language of the source that carries the baseline, not the value."""
    baseline = """
        baseline:
          value: {comparator: exactly, amount: 4, unit: parks}
          as_written: 4个
          period: 2021
        evidence:
          - {source: gazette, supports: [baseline]}
    """
    plan = POLICY + TARGET.replace("\n        evidence:\n", baseline.rstrip(" "))
    page = blocks(site(plan).files()["policies/plan.md"])
    [start] = find(page, '//tr[@id="parks"]/td[@data-l="Value"]/span')
    [words] = find(start, "q[@lang]")
    assert said(start) == "from 4 parks (2021) 4个"
    assert words.get("lang") == "zh-Hans"


def test_facts_of_a_policy_have_their_notes(site: MakeSite) -> None:
    """Issuer, number, period and structure are stated by somebody as much as the day."""
    known = """document_number: No. 7
    issuer_note: Signed by its head.
    period: {start: 2022, end: 2025}
    structure: {tasks: 5, special_projects: 4}
    tasks: [Build parks]
    evidence:
      - {source: gazette, locator: index, supports: [structure, tasks]}
"""
    plan = POLICY.replace("evidence:\n", known)
    page = blocks(site(plan).files()["policies/plan.md"])
    facts = {
        said(one): said(one.getnext())
        for one in find(page, "//dl/div/dt")
        if said(one) not in {"Place", "Type", "Published"}
    }
    assert facts == {
        "Issued by": "Office of Nowhere[1]Signed by its head.",
        "Document": "No. 7[1]",
        "Period": "2022–2025[2]",
        "Structure": "5 tasks, 4 special projects[3]",
    }
    [head] = find(page, '//p[@class="b-by"]')
    assert "For 2022–2025[2]" in said(head)
    notes = [said(one) for one in find(page, '//ol[@class="b-notes"]/li')]
    places = [one.split(", ")[2].split(".")[0] for one in notes]
    assert places[:3] == ["title", "annex", "index"]


def test_what_a_policy_sets_out_to_do_has_its_note(site: MakeSite) -> None:
    """Once for the list, which is in our words; nothing is said where no evidence carries it."""
    plan = POLICY.replace("evidence:", "tasks: [Build parks]\n    evidence:")
    page = site(plan).files()["policies/plan.md"]
    assert said(blocks(page)).count("In our words, from what was read[1]:") == 1
    nobody = plan.replace("locator: title}", "locator: title, supports: [status]}")
    nobody = nobody.replace("locator: page}", "locator: page, supports: [dates]}")
    assert "In our words" not in site(nobody).files()["policies/plan.md"]


def test_official_words_on_the_page_of_a_report_name_their_source(
    site: MakeSite,
) -> None:
    """They stand in another source than the one that the page is about."""
    herald = """
    -- sources/herald.yml --
    id: herald
    title: {en: Herald}
    type: article-newspaper
    publisher: Herald
    language: en
    read: full
    reliability: low
    -- claims/ten.yml --
    id: ten
    title: {en: Ten parks}
    text: Parks are promised by the office.
    appeared_in: herald
    about: [policies/smallest]
    verdict: confirmed
    official:
      text: The office promises parks.
      evidence: [{source: gazette, quote: 建设园区}, {source: gazette}]
"""
    page = blocks(site(herald).files()["sources/herald.md"])
    [cell] = find(page, "//td[@data-l='Official text']")
    assert said(cell) == (
        "The office promises parks. 建设园区 公报 no words recorded 公报"
    )
    assert {one.get("href") for one in find(cell, ".//a")} == {"../gazette/"}
