"""Where each target stands on the day of the build.

Computed, never stored. Time is not achievement: a passed deadline without a result says only that
nobody has published one.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.library import Library
from generator.records.policy import Policy, Target

DUE_WITHIN = 90
"""Days before a deadline in which a target counts as due."""


class ClockState(StrEnum):
    """Where a target stands between its publication and its deadline."""

    UNDATED = "undated"
    """It has no deadline."""
    AHEAD = "ahead"
    """Its deadline is more than 90 days away."""
    DUE = "due"
    """Its deadline is today or within 90 days."""
    PASSED = "passed"
    """Its deadline is over."""


class Result(StrEnum):
    """The one word that stands beside a target: its finding if there is one, else its clock."""

    UNDATED = "undated"
    AHEAD = "ahead"
    DUE = "due"
    PASSED = "passed"
    """Its deadline is over; somebody looked for a result since and found none."""
    UNSEARCHED = "unsearched"
    """Its deadline is over; nobody has noted a search for a result since."""
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    UNCLEAR = "unclear"


FINDINGS = (Result.MET, Result.PARTLY, Result.NOT_MET, Result.UNCLEAR)
"""Results that rest on evidence about what happened."""

SILENT = (Result.PASSED, Result.UNSEARCHED)
"""Results of targets whose deadline is over and of which nothing is known."""

RESULTS = (
    Result.PASSED,
    Result.UNSEARCHED,
    Result.NOT_MET,
    Result.UNCLEAR,
    Result.PARTLY,
    Result.MET,
    Result.DUE,
    Result.AHEAD,
    Result.UNDATED,
)
"""The order in which results are counted and listed."""


@frozen
class Clock:
    """A target's deadline seen from one day."""

    state: ClockState
    result: Result
    deadline: Edtf | None
    days_left: int | None
    """Days from `as_of` to the last day of the deadline; negative when it is over."""
    begun: date | None
    """The day the time bar starts: publication, or the start of the policy's period."""
    elapsed: int | None
    """Per cent of the time from `begun` to the deadline that is over, 0 to 100."""


def clock_state(deadline: Edtf | None, as_of: date) -> ClockState:
    """Where a deadline stands on the day `as_of`.

    A deadline given as a year or a month ends on its last day, inclusive (ISO 8601-2). A target
    without a deadline has no clock: the state is then `undated`, never `ahead`.
    """
    if deadline is None:
        return ClockState.UNDATED
    left = (deadline.last - as_of).days
    if left < 0:
        return ClockState.PASSED
    return ClockState.DUE if left <= DUE_WITHIN else ClockState.AHEAD


def result(target: Target, state: ClockState) -> Result:
    """The word for a target: a finding counts once its time is over, or when it is `met`.

    `no-figure-found` is no finding about the target, only about the search. A target without a
    deadline can have a finding at any time.
    """
    finding = target.outcome.finding if target.outcome else None
    if finding is None or finding == "no-figure-found":
        is_silent = state is ClockState.PASSED and not is_searched(target)
        return Result.UNSEARCHED if is_silent else Result(state.value)
    waits = state in {ClockState.AHEAD, ClockState.DUE} and finding != "met"
    return Result(state.value) if waits else Result(finding)


def is_searched(target: Target) -> bool:
    """Whether a search for the result after the deadline is recorded.

    By its day; where no day is recorded, by the place that was searched.
    """
    outcome, deadline = target.outcome, target.deadline
    if outcome is None or deadline is None:
        return False
    days = [day.last for day in (outcome.searched, outcome.assessed) if day]
    if days:
        return max(days) > deadline.last
    return outcome.searched_in is not None


def clock(policy: Policy, target: Target, as_of: date) -> Clock:
    """The clock of one target."""
    state = clock_state(target.deadline, as_of)
    begun = _begun(policy)
    deadline = target.deadline
    left = (deadline.last - as_of).days if deadline else None
    return Clock(
        state=state,
        result=result(target, state),
        deadline=deadline,
        days_left=left,
        begun=begun,
        elapsed=_elapsed(begun, deadline, as_of),
    )


def clocks(library: Library, as_of: date) -> Mapping[Ref, Clock]:
    """The clock of every target."""
    return {
        ref: clock(policy, target, as_of)
        for ref, (policy, target) in library.targets.items()
    }


def _begun(policy: Policy) -> date | None:
    published = policy.dates.published or policy.dates.signed
    if published is not None:
        return published.first
    return policy.period.start.first if policy.period.start else None


def _elapsed(begun: date | None, deadline: Edtf | None, as_of: date) -> int | None:
    if begun is None or deadline is None or deadline.last <= begun:
        return None
    share = (as_of - begun).days / (deadline.last - begun).days
    return max(0, min(100, round(100 * share)))
