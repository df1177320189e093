"""The note to editors and the word beside a target come from one condition."""

from collections.abc import Callable

import pytest

from generator.core.refs import Ref
from generator.library.facts import compute_facts
from tests.conftest import AS_OF, SiteInAString

MakeSite = Callable[..., SiteInAString]
PLAN = """
-- policies/second.yml --
id: second
title: {{en: Second plan}}
type: plan
place: nowhere
issuers: [{{organization: office}}]
status: issued
evidence: [{{source: gazette}}]
targets:
  - id: halls
    indicator: halls
    value: {{comparator: exactly, amount: 3, unit: parks}}
    deadline: 2025
    commitment: in-policy-document
    certainty: reported
    evidence: [{{source: gazette}}]
    outcome: {outcome}
"""


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        ("{finding: no-figure-found, searched: 2026-02-01}", "passed"),
        ("{finding: no-figure-found, searched_in: gazettes}", "passed"),
        ("{finding: no-figure-found, searched: 2025-02-01}", "unsearched"),
        ("{finding: no-figure-found}", "unsearched"),
        ("{finding: unclear, evidence: [{source: gazette}]}", "unclear"),
        ("{finding: met, evidence: [{source: gazette}]}", "met"),
    ],
)
def test_editors_are_asked_where_readers_are_told(
    site: MakeSite, outcome: str, word: str
) -> None:
    """*Not yet looked for* on the page, and only then, is a note to the editors."""
    made = site(PLAN.format(outcome=outcome))
    notes = [one for one in made.check_all() if one.rule == "time.nobody-looked"]
    clocks = compute_facts(made.library(), AS_OF).clocks
    assert clocks[Ref("policies", "second", "halls")].result.value == word
    assert [one.span.line for one in notes] == ([9] if word == "unsearched" else [])


def test_an_unclear_result_rests_on_something(site: MakeSite) -> None:
    """Somebody has read something that leaves it unclear; a search alone is no finding."""
    unclear = site(PLAN.format(outcome="{finding: unclear}")).check()
    silent = "{finding: no-figure-found, searched: 2026-02-01}"
    assert [(one.rule, one.span.line) for one in unclear] == [
        ("evidence.unfounded-finding", 16)
    ]
    assert site(PLAN.format(outcome=silent)).check() == []


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("{start: 2022, end: 2025}", 0),
        ("{end: 2025-06}", 1),
        ("{start: 2022, end: 2024}", 1),
        ("{start: 2026, end: 2028}", 1),
        ("{start: 2022}", 0),
    ],
)
def test_a_deadline_outside_the_years_of_the_policy_is_asked_about(
    site: MakeSite, period: str, found: int
) -> None:
    """The deadline of the plan is the end of 2025."""
    plan = PLAN.replace("status:", f"period: {period}\nstatus:")
    plan = plan.replace("{{", "{").replace("}}", "}")
    text = plan.replace("    outcome: {outcome}\n", "")
    rules = [one.rule for one in site(text).check()]
    assert rules.count("time.deadline-outside-period") == found
