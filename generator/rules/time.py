"""Rules about days: what cannot come before what, and what is overdue."""

from collections.abc import Iterator

from generator.core.problems import Severity
from generator.core.wording import day_words, deadline_words
from generator.library.clock import ClockState
from generator.library.facts import Facts
from generator.library.library import Library
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
        targets:
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 3, unit: parks}
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
        targets:
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 3, unit: parks}
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

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        period: {start: 2022, end: 2025}
        status: issued
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
    """Nothing was checked, assessed or searched after the day of the build.

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
        day = entry.record.checked
        if day and day.first > facts.as_of:
            message = f"`checked` is `{day}`, after {day_words(facts.as_of)}"
            yield Finding(entry.span("checked"), message, "correct the day")
    for entry in library.policies:
        for index, target in enumerate(entry.record.targets):
            outcome = target.outcome
            for field in ("assessed", "searched"):
                day = getattr(outcome, field) if outcome else None
                if day and day.first > facts.as_of:
                    message = f"`{field}` is `{day}`, after {day_words(facts.as_of)}"
                    span = entry.span("targets", index, "outcome", field)
                    yield Finding(span, message, "correct the day")


@rule("time.nobody-looked", Severity.NOTE)
def results_are_looked_for(library: Library, facts: Facts) -> Iterator[Finding]:
    """Somebody has looked for the result of a target after its deadline.

    A note to the editors: it fails nothing.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        targets:
          - id: halls
            indicator: halls
            value: {comparator: exactly, amount: 3, unit: parks}
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
        targets:
          - id: halls
            indicator: halls
            value: {comparator: exactly, amount: 3, unit: parks}
            deadline: 2022
            commitment: in-policy-document
            certainty: reported
            outcome: {finding: no-figure-found, searched: 2023-02-01, searched_in: gazettes}
            evidence: [{source: gazette}]
    """
    for entry in library.policies:
        for index, target in enumerate(entry.record.targets):
            ref_clock = facts.clocks[entry.part(target.id)]
            if ref_clock.state is not ClockState.PASSED or not target.deadline:
                continue
            outcome = target.outcome
            looked = outcome and (outcome.searched or outcome.assessed)
            if looked and looked.last > target.deadline.last:
                continue
            if outcome and outcome.finding in {"met", "partly", "not-met"}:
                continue
            yield Finding(
                entry.span("targets", index, "id"),
                f"nobody has looked for the result of `{target.id}` since its deadline, "
                f"the {deadline_words(target.deadline)}",
                "look for a result and record it under `outcome` with `searched`",
            )
