"""Counts of lists in the text of a briefing. What is expected is counted by hand."""

from collections.abc import Callable

import pytest

from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
SITE = """
-- policies/second.yml --
id: second
title: {{en: Second plan}}
type: plan
place: nowhere
issuers: [{{organization: office}}]
tasks: [Build, Teach, Show]
structure: {{measures: 14}}
status: issued
evidence: [{{source: gazette, supports: [status]}}, {{source: gazette, locator: page 2}}]
targets:
  - id: halls
    indicator: halls
    value: {{comparator: exactly, amount: 7, unit: parks}}
    as_written: 7个
    commitment: in-policy-document
    certainty: confirmed
    interpretations:
      - {{id: a, text: All, follows: Nothing.}}
      - {{id: b, text: Some, follows: Nothing.}}
    evidence: [{{source: gazette, locator: page 3}}]
-- briefings/news.md --
---
id: news
title: {{en: News}}
category: Market News
headline: Nowhere plans halls
standfirst: The plan is out.
key_points: [It names halls., It names no money., It names no day.]
published: 2022-07-09
---
{text}
"""
REFERENCE = "[[count: second | {}]]"


def shown(site: MakeSite, text: str) -> str:
    """The paragraph of the briefing, as Markdown."""
    page = site(SITE.format(text=text)).files()["briefings/news.md"]
    [line] = [one for one in page.splitlines() if "marker" in one]
    return line


@pytest.mark.parametrize(
    ("what", "words"),
    [("issuers", "one"), ("tasks", "three"), ("measures", "14"), ("targets", "one")],
)
def test_lists_are_counted_in_words_up_to_ten(
    site: MakeSite, what: str, words: str
) -> None:
    """What the policy states of its structure, else the length of its list; with its note."""
    line = shown(site, f"A marker: {REFERENCE.format(what)} of them.")
    said = f'<span data-ref="policies/second">{words}</span>'
    note = '<a class="b-ev" id="ref-1-1" href="#note-1" aria-label="Source 1">[1]</a>'
    assert line == f"A marker: {said}{note} of them."


def test_the_note_is_the_source_that_carries_the_list(site: MakeSite) -> None:
    """The first for the whole record, not the one for the status alone."""
    files = site(SITE.format(text=f"{REFERENCE.format('tasks')} tasks.")).files()
    assert "page 2" in files["briefings/news.md"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{} tasks, a marker.", "Three"),
        ("It is out. {} tasks, a marker.", "Three"),
        ("It is out, with {} tasks, a marker.", "three"),
        ("- {} tasks, a marker.", "Three"),
    ],
)
def test_a_count_begins_a_sentence_with_a_capital(
    site: MakeSite, text: str, word: str
) -> None:
    """Also in a list; not within a sentence."""
    line = shown(site, text.format(REFERENCE.format("tasks")))
    assert f">{word}</span>" in line


def test_interpretations_of_a_target_are_counted(site: MakeSite) -> None:
    """With the evidence of the target."""
    line = shown(site, "A marker: [[count: second#halls | interpretations]] ways.")
    assert '<span data-ref="policies/second#halls">two</span><a' in line


@pytest.mark.parametrize(
    ("reference", "rule", "message"),
    [
        ("second", "wording.nothing-counted", "nothing says what is counted"),
        (
            "second | responsible",
            "wording.nothing-counted",
            "`second` has no responsible to count",
        ),
        (
            "second#halls | tasks",
            "wording.nothing-counted",
            "`second#halls` has no tasks to count",
        ),
        ("second | halls", "wording.unknown-aspect", "a count has no aspect `halls`"),
    ],
)
def test_what_cannot_be_counted_is_refused(
    site: MakeSite, reference: str, rule: str, message: str
) -> None:
    """At the reference."""
    problems = site(SITE.format(text=f"It has [[count: {reference}]].")).check()
    assert short(problems) == [("briefings/news.md", 10, 8, rule)]
    assert problems[0].message == message
