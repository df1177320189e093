"""Where targets stand on a day. Days are worked out by hand."""

from datetime import date

import pytest

from generator.core.edtf import parse_edtf
from generator.library.clock import ClockState, Result, clock, clock_state
from generator.records.policy import Policy, Target

EVIDENCE = [{"source": "gazette"}]


def a_target(deadline: str | None = "2025", **outcome: str) -> Target:
    """A target that is due at the end of a year, with what is known of it."""
    fields = {
        "id": "parks",
        "indicator": "parks",
        "value": {"comparator": "exactly", "amount": "10", "unit": "parks"},
        "commitment": "in-policy-document",
        "certainty": "confirmed",
        "evidence": EVIDENCE,
        **({"deadline": deadline} if deadline else {}),
        **({"outcome": outcome} if outcome else {}),
    }
    return Target.model_validate(fields)


def a_policy(target: Target, published: str = "2022-07-08") -> Policy:
    """The plan that states it."""
    return Policy.model_validate(
        {
            "id": "plan",
            "title": {"en": "Plan"},
            "type": "plan",
            "place": "nowhere",
            "issuers": [{"organization": "office", "role": "lead"}],
            "dates": {"published": published},
            "status": "issued",
            "evidence": EVIDENCE,
            "targets": [target],
        }
    )


def result_of(target: Target, on: date) -> Result:
    """The word beside the target on a day."""
    return clock(a_policy(target), target, on).result


@pytest.mark.parametrize(
    ("deadline", "on", "state"),
    [
        (None, date(2026, 11, 25), ClockState.UNDATED),
        ("2026", date(2026, 10, 1), ClockState.AHEAD),  # 91 days before 31 December
        ("2026", date(2026, 10, 2), ClockState.DUE),  # 90 days before it
        ("2026", date(2026, 12, 31), ClockState.DUE),  # its last day
        ("2026", date(2027, 1, 1), ClockState.PASSED),
        ("2026-06", date(2026, 6, 30), ClockState.DUE),
        ("2026-06", date(2026, 7, 1), ClockState.PASSED),
        ("2026-Q1", date(2026, 3, 31), ClockState.DUE),
        ("2026-H1", date(2026, 7, 1), ClockState.PASSED),
        ("2024/2026", date(2026, 12, 31), ClockState.DUE),
    ],
)
def test_a_deadline_ends_with_its_last_day(
    deadline: str | None, on: date, state: ClockState
) -> None:
    """Inclusive, as ISO 8601-2 has it; due means 90 days or fewer."""
    assert clock_state(parse_edtf(deadline) if deadline else None, on) is state


def test_days_and_share_of_the_time() -> None:
    """From 8 July 2022 to 31 December 2025 are 1,272 days; 25 November 2026 is 329 later."""
    target = a_target()
    before = clock(a_policy(target), target, date(2024, 4, 4))  # 636 days after
    after = clock(a_policy(target), target, date(2026, 11, 25))
    assert (before.elapsed, before.days_left) == (50, 636)
    assert (after.elapsed, after.days_left) == (100, -329)


AFTER = date(2026, 11, 25)
BEFORE = date(2024, 11, 25)


def test_silence_is_not_a_search_without_result() -> None:
    """Nobody noted a search for the one; somebody looked for the other and found nothing."""
    searched = a_target(
        finding="no-figure-found", searched="2026-02-01", searched_in="gazettes"
    )
    assert result_of(a_target(), AFTER) is Result.UNSEARCHED
    assert result_of(searched, AFTER) is Result.PASSED


def test_before_its_deadline_nobody_need_have_looked() -> None:
    """The word is that of the clock, also after an early search."""
    searched = a_target(
        finding="no-figure-found", searched="2024-02-01", searched_in="gazettes"
    )
    assert result_of(a_target(), BEFORE) is Result.AHEAD
    assert result_of(searched, BEFORE) is Result.AHEAD


def test_a_target_without_deadline_is_never_late() -> None:
    """Undated, whatever the day."""
    assert result_of(a_target(None), AFTER) is Result.UNDATED


@pytest.mark.parametrize(
    ("finding", "before", "after"),
    [
        ("met", Result.MET, Result.MET),
        ("partly", Result.AHEAD, Result.PARTLY),
        ("not-met", Result.AHEAD, Result.NOT_MET),
        ("unclear", Result.AHEAD, Result.UNCLEAR),
    ],
)
def test_a_finding_counts_once_the_time_is_over(
    finding: str, before: Result, after: Result
) -> None:
    """Only what is met cannot be unmet by waiting."""
    target = a_target(finding=finding, comment="Counted.", assessed="2024-06-01")
    assert result_of(target, BEFORE) is before
    assert result_of(target, AFTER) is after


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        ({"searched": "2026-02-01"}, Result.PASSED),
        ({"assessed": "2026-02-01"}, Result.PASSED),
        ({"searched_in": "gazettes"}, Result.PASSED),
        ({"searched": "2025-12-31", "searched_in": "gazettes"}, Result.UNSEARCHED),
        ({"searched": "2025", "assessed": "2026-01-01"}, Result.PASSED),
        ({}, Result.UNSEARCHED),
    ],
)
def test_only_a_search_after_the_deadline_can_say_that_nothing_was_found(
    outcome: dict[str, str], word: Result
) -> None:
    """The deadline is 31 December 2025; a search without a day counts by its place."""
    assert result_of(a_target(finding="no-figure-found", **outcome), AFTER) is word
