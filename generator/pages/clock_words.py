"""Where a target stands, said to a reader."""

from datetime import date

from generator.core.wording import (
    date_words,
    day_words,
    days_words,
    deadline_words,
)
from generator.library.clock import Clock, ClockState, Result
from generator.pages.views import StatusView
from generator.pages.vocabulary import STATUS, STATUS_SHORT
from generator.records.policy import Outcome, Target

_NEAR = 400
"""Days within which a distance is worth saying."""


def status_view(clock: Clock, target: Target, as_of: date) -> StatusView:
    """The mark of a target and the sentence that explains it."""
    searched = _searched(clock.result, target)
    return StatusView(
        key=clock.result.value,
        words=STATUS[clock.result] + searched,
        short=STATUS_SHORT[clock.result] + searched,
        why=_why(clock, target, as_of),
    )


def _searched(result: Result, target: Target) -> str:
    """The day of a search that found nothing, where it is recorded."""
    outcome = target.outcome
    if result is not Result.PASSED or outcome is None or outcome.searched is None:
        return ""
    return f" (searched {date_words(outcome.searched)})"


def days_view(clock: Clock, as_of: date) -> str:
    """`36 days from 25 Nov 2026`, `329 days before 25 Nov 2026`; empty when far away."""
    left = clock.days_left
    if left is None or abs(left) > _NEAR:
        return ""
    return (
        f"{days_words(abs(left))} {'before' if left < 0 else 'from'} {day_words(as_of)}"
    )


def _why(clock: Clock, target: Target, as_of: date) -> str:
    """Why a target has its state: the deadline, the day, and what is known of a result."""
    known = _known(clock.result, target)
    if clock.deadline is None:
        return f"The sources read state no deadline. {known}".strip()
    last = day_words(clock.deadline.last)
    deadline = deadline_words(clock.deadline)
    left = clock.days_left or 0
    if clock.state is ClockState.PASSED:
        when = f"was {days_words(-left)} before {day_words(as_of)}"
    elif left == 0:
        when = f"is {day_words(as_of)}, the day of this edition"
    else:
        when = f"is {days_words(left)} from {day_words(as_of)}"
    said = f"The deadline, {last}, {when}."
    if clock.deadline.first != clock.deadline.last:
        said = f"The deadline is the {deadline}: its last day, {last}, {when}."
    return f"{said} {known}".strip()


def _known(result: Result, target: Target) -> str:
    outcome = target.outcome
    if result is Result.UNSEARCHED and outcome:
        return "No result is recorded, and no search for one since the deadline."
    if result is Result.UNSEARCHED:
        return "No result is recorded, and nobody has yet noted a search for one."
    if result is Result.PASSED and outcome:
        when = f" on {date_words(outcome.searched)}" if outcome.searched else ""
        where = outcome.searched_in or "the sources of this edition"
        return (
            f"A result was looked for{when} in {where}; none was found. "
            "That does not mean that the target was missed."
        )
    if result in {Result.MET, Result.PARTLY, Result.NOT_MET, Result.UNCLEAR}:
        return "The finding is our reading of the evidence below, not an official one."
    return ""


def searched_words(outcome: Outcome) -> str:
    """Where and when somebody looked for a result; nothing where that is not recorded."""
    where = outcome.searched_in or ""
    when = f"on {date_words(outcome.searched)}" if outcome.searched else ""
    return " ".join(part for part in (when, f"in {where}" if where else "") if part)
