"""The mark beside a target and the sentence that explains it, on the day of the build."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

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
        deadline: 2025
        commitment: in-policy-document
        certainty: confirmed
        evidence: [{source: gazette, locator: second paragraph}]
"""
SEARCHED = """
        outcome:
          finding: no-figure-found
          searched: 2026-02-01
          searched_in: the yearbook of Nowhere
"""


def status(made: SiteInAString, path: str = "policies/plan.md") -> str:
    """The first mark on a page."""
    return said(find(blocks(made.files()[path]), '//*[@data-fact="clock"]')[0])


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2025, 9, 1), "Deadline ahead"),
        (date(2025, 11, 25), "Due within 90 days"),
        (date(2026, 11, 25), "Deadline passed, result not yet looked for"),
    ],
)
def test_the_mark_moves_with_the_day(site: MakeSite, on: date, words: str) -> None:
    """The same records, three days."""
    assert status(replace(site(PLAN), as_of=on)) == words


def test_a_search_without_result_says_when(site: MakeSite) -> None:
    """Where the day of the search is recorded."""
    made = site(PLAN.rstrip() + SEARCHED)
    assert status(made) == ("Deadline passed, no result found (searched 1 Feb 2026)")


def test_the_page_of_a_target_says_why(site: MakeSite) -> None:
    """31 December 2025 is 329 days before 25 November 2026."""
    silent = said(blocks(site(PLAN).files()["policies/plan.md"]))
    looked = said(blocks(site(PLAN.rstrip() + SEARCHED).files()["policies/plan.md"]))
    deadline = (
        "The deadline is the end of 2025: its last day, 31 Dec 2025, was 329 days before "
        "25 Nov 2026."
    )
    assert f"{deadline} No result is recorded, and nobody has yet noted" in silent
    assert (
        f"{deadline} A result was looked for on 1 Feb 2026 in the yearbook of Nowhere; "
        "none was found. That does not mean that the target was missed."
    ) in looked


def test_the_first_page_counts_both_kinds_of_silence(site: MakeSite) -> None:
    """The target of the smallest plan was looked for, this one was not."""
    words = said(blocks(site(PLAN).files()["index.md"]))
    assert "2 of 2 targets whose deadline has passed have no result" in words
    assert "For 1 of them somebody looked for one and found none" in words
    assert "for 1 nobody has noted a search yet" in words
