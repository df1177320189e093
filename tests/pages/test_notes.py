"""What the note of a value says: who wrote it, how sure it is, what is disputed, who checked it."""

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from generator import pipeline
from generator.core.refs import Ref
from generator.library.review import content_hash
from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, said

MakeSite = Callable[..., SiteInAString]
PLAN = """
    -- policies/plan.yml --
    id: plan
    title: {en: Plan}
    type: plan
    place: nowhere
    issuers: [{organization: office, role: lead}]
    dates: {published: 2022-07-08}
    status: issued
    evidence: [{source: gazette, locator: title}]
    targets:
      - id: parks
        indicator: parks
        value: {comparator: more-than, amount: 10, unit: parks}
        as_written: 超过10个
        commitment: in-policy-document
        certainty: CERTAINTY
        evidence: [{source: gazette, locator: second paragraph}]
      - id: more-parks
        indicator: parks in towns
        value: {comparator: more-than, amount: 10, unit: parks}
        as_written: 超过10个
        commitment: in-policy-document
        certainty: confirmed
        evidence: [{source: gazette, locator: second paragraph}]
"""
CONFLICT = """
    -- conflicts/parks-or-towns.yml --
    id: parks-or-towns
    title: {en: Parks or towns?}
    about: [policies/plan#parks]
    kind: definition
    resolution: open
    assessment: Nobody knows.
    readings:
      - {id: parks, source: gazette, text: ten parks}
      - {id: towns, source: gazette, text: ten towns}
"""


def notes(made: SiteInAString) -> list[HtmlElement]:
    """The notes of the plan's page in their order."""
    page = blocks(made.files()["policies/plan.md"])
    return find(page, '//ol[@class="b-notes"]/li')


def about_the_number(made: SiteInAString) -> list[str]:
    """The notes that quote the number."""
    return [said(one) for one in notes(made) if "超过10个" in said(one)]


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        ("confirmed", "Confirmed, not yet reviewed."),
        ("reported", "Reported by one source, not yet reviewed."),
        ("derived", "Derived, not yet reviewed."),
    ],
)
def test_certainty_stands_in_the_note(
    site: MakeSite, certainty: str, words: str
) -> None:
    """As the record has it, in words."""
    found = about_the_number(site(PLAN.replace("CERTAINTY", certainty)))
    assert words in found[0]


def test_values_of_one_standing_share_a_note(site: MakeSite) -> None:
    """A note that says two things of one number would say nothing."""
    assert len(about_the_number(site(PLAN.replace("CERTAINTY", "confirmed")))) == 1
    assert len(about_the_number(site(PLAN.replace("CERTAINTY", "reported")))) == 2


def test_conflicts_stand_in_the_note_of_their_value_only(site: MakeSite) -> None:
    """With a link to the readings."""
    made = site(PLAN.replace("CERTAINTY", "confirmed") + CONFLICT)
    disputed, other = about_the_number(made)
    assert "Sources disagree: Parks or towns?" in disputed
    assert "Sources disagree" not in other
    links = [find(one, './/*[@class="b-disputed"]/a/@href') for one in notes(made)]
    assert [link for link in links if link] == [["../../conflicts/parks-or-towns/"]]


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (
            "{state: reviewed, author: Ann, by: [Ben], on: 2026-11-24, content: HASH}",
            "Confirmed, reviewed.",
        ),
        (
            "{state: second-reviewed, author: Ann, by: [Ben, Cem], on: 2026-11-24, content: HASH}",
            "Confirmed, reviewed twice.",
        ),
        (
            "{state: reviewed, author: Ann, by: [Ben], on: 2026-11-24, content: other}",
            "Confirmed, changed since its review.",
        ),
    ],
)
def test_the_state_of_review_stands_in_the_note(
    site: MakeSite, review: str, words: str
) -> None:
    """That of the record which holds the value, as it stands today."""
    plan = PLAN.replace("CERTAINTY", "confirmed")
    digest = content_hash(site(plan).library().entries[Ref("policies", "plan")])
    made = site(f"{plan}    review: {review.replace('HASH', digest)}\n")
    assert words in about_the_number(made)[0]


def test_the_title_of_a_policy_has_no_certainty(site: MakeSite) -> None:
    """Only values have one; the review is that of the record."""
    [title] = [
        said(one)
        for one in notes(site(PLAN.replace("CERTAINTY", "reported")))
        if ", title." in said(one)
    ]
    assert "Not yet reviewed." in title
    assert "Reported" not in title


def test_a_source_of_the_baseline_is_not_said_to_carry_the_value(
    site: MakeSite,
) -> None:
    """Only what carries the value is quoted with the number as written."""
    plan = PLAN.replace("CERTAINTY", "confirmed").replace(
        "    evidence: [{source: gazette, locator: second paragraph}]\n      - id: more",
        "    evidence:\n"
        "          - {source: gazette, locator: second paragraph}\n"
        "          - {source: gazette, locator: table, supports: [baseline]}\n"
        "      - id: more",
    )
    [of_baseline] = [said(one) for one in notes(site(plan)) if ", table" in said(one)]
    assert "超过10个" not in of_baseline
    assert "It is about the baseline only." in of_baseline


def test_a_source_that_says_otherwise_is_no_evidence(site: MakeSite) -> None:
    """Something has to support a value, or it is not published."""
    plan = PLAN.replace("CERTAINTY", "confirmed").replace(
        "second paragraph}]\n      - id: more",
        "second paragraph, stance: contradicts}]\n      - id: more",
    )
    made = site(plan)
    problems = pipeline.check(made.root, made.as_of).problems
    assert [one.message for one in problems if one.rule == "evidence.none"] == [
        "no evidence supports it"
    ]


def test_headlines_have_notes_and_marks_of_conflicts(site: MakeSite) -> None:
    """Behind the words, since in lists they are a link."""
    briefing = """
    -- briefings/parks.md --
    ---
    id: parks
    title: {en: Parks}
    category: News
    headline: "[[target: plan#parks]] are planned"
    standfirst: Nothing else is known.
    key_points: [Parks are planned.]
    published: 2026-11-25
    authors: [Ann]
    policies: [plan]
    ---

    Nowhere wants parks.
"""
    made = site(PLAN.replace("CERTAINTY", "confirmed") + CONFLICT + briefing)
    for path in ("briefings/parks.md", "briefings/index.md", "index.md"):
        page = blocks(made.files()[path])
        headings = find(page, "//*[self::h1 or self::h2][.//data]")
        assert [said(one) for one in headings] == ["more than 10 parks are planned≠[1]"]
