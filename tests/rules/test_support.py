"""Whatever a record states, some of its evidence carries it. Positions are counted by hand."""

from collections.abc import Callable

import pytest

from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
PLAN = """
-- policies/second.yml --
id: second
title: {{en: Second plan}}
type: plan
document_number: 工信部联电子〔2022〕148号
place: nowhere
issuers: [{{organization: office}}]
dates: {{published: 2022-07-08}}
status: issued
evidence: {policy}
targets:
  - id: halls
    indicator: halls
    value: {{comparator: range, min: 3, max: 5, unit: parks}}
    baseline: {{value: {{comparator: exactly, amount: 1, unit: parks}}, period: 2020}}
    deadline: 2027
    commitment: in-policy-document
    certainty: reported
    evidence: {target}
"""
NONE = "evidence.none"
UNSUPPORTED = "evidence.unsupported"
WHOLE = "[{source: gazette}]"
VALUE_AND_DEADLINE = "[{source: gazette, supports: [value, deadline]}"
AGAINST_BASELINE = "{source: gazette, supports: [baseline], stance: contradicts}"


@pytest.mark.parametrize(
    ("policy", "target", "found"),
    [
        (WHOLE, WHOLE, []),
        ("[]", WHOLE, [(9, 11, NONE)]),
        ("[{source: gazette, stance: context}]", WHOLE, [(9, 11, NONE)]),
        (
            "[{source: gazette, supports: [status]}]",
            WHOLE,
            [(4, 18, UNSUPPORTED), (7, 20, UNSUPPORTED)],
        ),
        ("[{source: gazette, supports: [status, dates, document_number]}]", WHOLE, []),
        (WHOLE, "[]", [(18, 15, NONE)]),
        (
            WHOLE,
            "[{source: gazette, supports: [deadline]}]",
            [(13, 37, UNSUPPORTED), (13, 45, UNSUPPORTED), (14, 15, UNSUPPORTED)],
        ),
        (
            WHOLE,
            "[{source: gazette, supports: [value.min, baseline]}]",
            [(13, 45, UNSUPPORTED), (15, 15, UNSUPPORTED)],
        ),
        (WHOLE, "[{source: gazette, supports: [value, baseline, deadline]}]", []),
        (
            WHOLE,
            f"{VALUE_AND_DEADLINE}, {{source: gazette, supports: [baseline]}}]",
            [],
        ),
        (
            WHOLE,
            f"{VALUE_AND_DEADLINE}, {AGAINST_BASELINE}]",
            [(14, 15, UNSUPPORTED)],
        ),
    ],
)
def test_each_thing_stated_has_evidence(
    site: MakeSite, policy: str, target: str, found: list[tuple[int, int, str]]
) -> None:
    """A number, each end of a range, a deadline, a baseline; number, day, status of a policy."""
    problems = site(PLAN.format(policy=policy, target=target)).check()
    assert short(problems) == [("policies/second.yml", *one) for one in found]


def test_the_message_names_the_field_and_what_to_do(site: MakeSite) -> None:
    """The author need not guess how `supports` names a deadline."""
    target = "[{source: gazette, supports: [value, baseline]}]"
    (problem,) = site(PLAN.format(policy=WHOLE, target=target)).check()
    assert problem.message == (
        "no evidence supports the deadline of `halls`, only other fields"
    )
    assert problem.help == "name a source for it, or add `deadline` to `supports`"


def test_an_official_wording_has_a_source(site: MakeSite) -> None:
    """What a claim is held against rests on something too."""
    problems = site(
        """
        -- claims/parks.yml --
        id: parks
        title: {en: Parks}
        text: Nowhere plans parks.
        appeared_in: gazette
        verdict: confirmed
        official: {text: It plans parks., evidence: []}
        """
    ).check()
    assert short(problems) == [("claims/parks.yml", 6, 45, NONE)]


def test_a_misspelt_or_empty_field_supports_nothing(site: MakeSite) -> None:
    """The word is pointed at; a range has no `amount`."""
    target = "[{source: gazette}, {source: gazette, supports: [value.amount, dedline]}]"
    problems = site(PLAN.format(policy=WHOLE, target=target)).check()
    assert short(problems) == [
        ("policies/second.yml", 18, 64, "evidence.unknown-field"),
        ("policies/second.yml", 18, 78, "evidence.unknown-field"),
    ]
    assert problems[1].help == "did you mean `deadline`?"


def test_period_and_structure_of_a_policy_have_evidence(site: MakeSite) -> None:
    """Each end and each count by itself; evidence for the block carries all of it."""
    lines = """structure: {tasks: 5, measures: 14}
period: {start: 2022, end: 2027}
evidence: [{source: gazette, supports: [status, dates, document_number%s]}]"""
    plan = PLAN.format(policy="HERE", target=WHOLE)
    some = plan.replace("evidence: HERE", lines % ", period.end, structure.tasks")
    assert short(site(some).check()) == [
        ("policies/second.yml", 9, 33, UNSUPPORTED),
        ("policies/second.yml", 10, 17, UNSUPPORTED),
    ]
    whole = plan.replace("evidence: HERE", lines % ", period, structure")
    assert site(whole).check() == []
