"""Rules about days: what cannot come before what, and what is overdue."""

from collections.abc import Iterator

from generator.core.edtf import Edtf
from generator.core.problems import Severity
from generator.core.spans import Loc
from generator.core.wording import day_words, deadline_words
from generator.library.clock import Result
from generator.library.facts import Facts
from generator.library.library import Library
from generator.records.base import Record
from generator.records.policy import Policy
from generator.rules.registry import Finding, rule


@rule("time.deadline-before-publication")
def deadlines_follow_publication(library: Library, _: Facts) -> Iterator[Finding]:
    """A deadline ends after the policy was published or signed.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        dates: {published: 2022-07-08}
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2021
            commitment: in-policy-document
            certainty: reported
            outcome: {finding: no-figure-found, searched: 2023-02-01}
            evidence: [{source: gazette}]

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        dates: {published: 2022-07-08}
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2022
            commitment: in-policy-document
            certainty: reported
            outcome: {finding: no-figure-found, searched: 2023-02-01}
            evidence: [{source: gazette}]
    """
    for entry in library.policies:
        begun = entry.record.dates.published or entry.record.dates.signed
        for index, target in enumerate(entry.record.targets):
            if begun and target.deadline and target.deadline.last < begun.first:
                yield Finding(
                    entry.span("targets", index, "deadline"),
                    f"the deadline `{target.deadline}` ends before the policy was "
                    f"published, `{begun}`",
                    "correct the deadline, or the day of publication",
                )


@rule("time.deadline-outside-period", Severity.WARNING)
def deadlines_lie_in_the_period(library: Library, _: Facts) -> Iterator[Finding]:
    """A deadline lies in the years that the policy is for, or some evidence carries it by name.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        period: {start: 2022, end: 2025}
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2030
            commitment: in-policy-document
            certainty: reported
            evidence: [{source: gazette}]

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        period: {start: 2022, end: 2025}
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2030
            commitment: in-policy-document
            certainty: reported
            evidence: [{source: gazette, supports: [value, deadline]}]
    """
    for entry in library.policies:
        start, end = entry.record.period.start, entry.record.period.end
        for index, target in enumerate(entry.record.targets):
            by = target.deadline
            is_late = bool(by and end and by.last > end.last)
            is_early = bool(by and start and by.last < start.first)
            named = any("deadline" in one.supports for one in target.evidence)
            if (is_late or is_early) and not named:
                years = f"`{start or '…'}` to `{end or '…'}`"
                yield Finding(
                    entry.span("targets", index, "deadline"),
                    f"the deadline `{by}` is outside the years of the policy, {years}",
                    "correct it, or name it in the evidence that carries it: "
                    "`supports: [value, deadline]`",
                )


@rule("time.wrong-order")
def dates_are_in_order(library: Library, _: Facts) -> Iterator[Finding]:
    """A policy is not published before it is signed, and no period ends before it starts.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        period: {start: 2025, end: 2022}
        status: issued
        evidence: [{source: gazette}]

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        period: {start: 2022, end: 2025}
        status: issued
        evidence: [{source: gazette}]
    """
    for entry in library.policies:
        policy = entry.record
        dates, period = policy.dates, policy.period
        pairs = (
            (("dates", "published"), dates.signed, dates.published),
            (("dates", "ends"), dates.in_force or dates.published, dates.ends),
            (("period", "end"), period.start, period.end),
        )
        for loc, first, second in pairs:
            if first and second and second.last < first.first:
                message = f"`{loc[-1]}` is `{second}`, before `{first}`"
                yield Finding(entry.span(*loc), message, "correct one of the two")


@rule("time.in-future")
def what_happened_is_past(library: Library, facts: Facts) -> Iterator[Finding]:
    """Nothing was checked, reviewed, noted, assessed or searched after the day of the build.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        checked: 2999-01-01

    Right:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        checked: 2022-08-01
    """
    for entry in library:
        for loc, day in _days_of_work(entry.record):
            if day.first > facts.as_of:
                message = f"`{loc[-1]}` is `{day}`, after {day_words(facts.as_of)}"
                yield Finding(entry.span(*loc), message, "correct the day")


def _days_of_work(record: Record) -> Iterator[tuple[Loc, Edtf]]:
    """The days on which somebody did something for a record, with the ways to them."""
    days: list[tuple[Loc, Edtf | None]] = [
        (("checked",), record.checked),
        (("review", "on"), record.review.on),
    ]
    days += [(("notes", at, "date"), note.date) for at, note in enumerate(record.notes)]
    if isinstance(record, Policy):
        for at, target in enumerate(record.targets):
            if outcome := target.outcome:
                loc: Loc = ("targets", at, "outcome")
                days += [((*loc, "assessed"), outcome.assessed)]
                days += [((*loc, "searched"), outcome.searched)]
    for loc, day in days:
        if day is not None:
            yield loc, day


@rule("time.nobody-looked", Severity.NOTE)
def results_are_looked_for(library: Library, facts: Facts) -> Iterator[Finding]:
    """Somebody has looked for the result of a target after its deadline.

    Where nobody has, the page of the target says so in place of *no result found*. A note to the
    editors: it fails nothing.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: halls
            indicator: halls
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2022
            commitment: in-policy-document
            certainty: reported
            evidence: [{source: gazette}]

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: halls
            indicator: halls
            value: {comparator: exactly, amount: 3, unit: parks}
            as_written: 3个
            deadline: 2022
            commitment: in-policy-document
            certainty: reported
            outcome: {finding: no-figure-found, searched: 2023-02-01, searched_in: gazettes}
            evidence: [{source: gazette}]
    """
    for entry in library.policies:
        for index, target in enumerate(entry.record.targets):
            result = facts.clocks[entry.part(target.id)].result
            if result is not Result.UNSEARCHED or not target.deadline:
                continue
            yield Finding(
                entry.span("targets", index, "id"),
                f"nobody has looked for the result of `{target.id}` since its deadline, "
                f"the {deadline_words(target.deadline)}",
                "look for a result and record it under `outcome` with `searched`",
            )
