"""Rules about values: what they say is possible, and what is said of them rests on something.

That each has evidence: rules/support.py.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.core.problems import Severity
from generator.core.refs import Ref
from generator.library.facts import Facts
from generator.library.library import Library
from generator.records.base import Entry, Record
from generator.records.policy import Policy
from generator.records.value import Value
from generator.rules.registry import Finding, rule


@rule("evidence.no-issuer")
def policies_name_issuers(library: Library, _: Facts) -> Iterator[Finding]:
    """A policy names who issued it, or says why that is unknown.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        status: issued
        evidence: [{source: gazette}]

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers_unknown: The part that was read does not show it.
        status: issued
        evidence: [{source: gazette}]
    """
    for entry in library.policies:
        if not entry.record.issuers and entry.record.issuers_unknown is None:
            advice = "name the issuers, or give the reason in `issuers_unknown`"
            yield Finding(entry.key_span("id"), "the policy has no `issuers`", advice)


@rule("evidence.disputed-alone", of_whole=True)
def disputed_values_have_conflicts(library: Library, _: Facts) -> Iterator[Finding]:
    """A target that is disputed has a conflict that says how.

    A disputed value is never printed alone.

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
            commitment: in-policy-document
            certainty: disputed
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
            commitment: in-policy-document
            certainty: disputed
            evidence: [{source: gazette}]
        -- conflicts/halls.yml --
        id: halls
        title: {en: How many halls?}
        kind: value
        about: ["policies/second#halls"]
        readings:
          - {id: a, text: three, as_written: 3个, source: gazette}
          - {id: b, text: four, as_written: 4个, source: gazette}
        resolution: open
        assessment: The gazette contradicts itself.
        settles: A second edition of the gazette.
    """
    for entry in library.policies:
        for index, target in enumerate(entry.record.targets):
            is_alone = not library.conflicts_of.get(entry.part(target.id))
            if target.certainty == "disputed" and is_alone:
                yield Finding(
                    entry.span("targets", index, "certainty"),
                    f"the target `{target.id}` is disputed, but no conflict is about it",
                    f"add a conflict about `{entry.part(target.id)}`",
                )


@rule("evidence.unfounded-finding")
def findings_have_evidence(library: Library, _: Facts) -> Iterator[Finding]:
    """A finding about a target rests on observations or sources.

    That it was met, partly met or missed, and also that this is unclear: somebody has read
    something. `no-figure-found` is a statement about a search.

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
            commitment: in-policy-document
            certainty: reported
            outcome: {finding: met, searched: 2023-02-01}
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
            commitment: in-policy-document
            certainty: reported
            outcome:
              finding: met
              evidence: [{source: gazette, locator: last page}]
            evidence: [{source: gazette}]
    """
    for entry in library.policies:
        for index, target in enumerate(entry.record.targets):
            outcome = target.outcome
            if outcome is None or outcome.finding == "no-figure-found":
                continue
            if not outcome.observations and not outcome.evidence:
                span = entry.span("targets", index, "outcome", "finding")
                message = f"the finding `{outcome.finding}` rests on nothing"
                advice = "name an observation, or a source under `evidence`"
                yield Finding(span, message, advice)


@rule("evidence.open-question", Severity.WARNING)
def open_conflicts_say_what_settles(library: Library, _: Facts) -> Iterator[Finding]:
    """An open conflict says what would settle it.

    Wrong:
        -- conflicts/parks.yml --
        id: parks
        title: {en: How many parks?}
        kind: value
        about: ["policies/smallest#parks"]
        readings:
          - {id: a, text: ten, as_written: 10个, source: gazette}
          - {id: b, text: twelve, as_written: 12个, source: gazette}
        resolution: open
        assessment: The gazette contradicts itself.

    Right:
        -- conflicts/parks.yml --
        id: parks
        title: {en: How many parks?}
        kind: value
        about: ["policies/smallest#parks"]
        readings:
          - {id: a, text: ten, as_written: 10个, source: gazette}
          - {id: b, text: twelve, as_written: 12个, source: gazette}
        resolution: open
        assessment: The gazette contradicts itself.
        settles: A second edition of the gazette.
    """
    for entry in library.conflicts:
        if entry.record.resolution == "open" and entry.record.settles is None:
            message = "the conflict is open, and nothing says what would settle it"
            yield Finding(entry.span("resolution"), message, "add `settles`")


@rule("value.percent")
def shares_are_possible(library: Library, _: Facts) -> Iterator[Finding]:
    """A percentage lies between 0 and 100; a change may be more or less: `percent-change`.

    Wrong:
        -- observations/share.yml --
        id: share
        title: {en: Share of parks}
        value: {comparator: exactly, amount: 130, unit: percent}
        as_written: 130%
        period: 2024
        method: measured
        evidence: [{source: gazette}]

    Right:
        -- observations/share.yml --
        id: share
        title: {en: Growth of parks}
        value: {comparator: exactly, amount: 130, unit: percent-change}
        as_written: 130%
        period: 2024
        method: measured
        evidence: [{source: gazette}]
    """
    for entry, loc, value in _values(library):
        numbers = [n for n in (value.amount, value.min, value.max) if n is not None]
        if value.unit == "percent" and any(not 0 <= n <= Decimal(100) for n in numbers):
            message = f"`{numbers[0]}` per cent is no share"
            advice = "correct the number, or use the unit `percent-change`"
            yield Finding(entry.span(*loc), message, advice)


def _values(
    library: Library,
) -> Iterator[tuple[Entry[Record], tuple[str | int, ...], Value]]:
    for entry in library.observations:
        if entry.record.value is not None:
            yield entry, ("value", "amount"), entry.record.value
    for policy in library.policies:
        for index, target in enumerate(policy.record.targets):
            yield policy, ("targets", index, "value", "amount"), target.value


@rule("identity.taken")
def anchors_are_free(library: Library, _: Facts) -> Iterator[Finding]:
    """No target or reading has the id of a section of its page.

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
          - id: sources
            indicator: sources of water
            value: {comparator: exactly, amount: 3, unit: sites}
            as_written: 3个
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
          - id: water-sources
            indicator: sources of water
            value: {comparator: exactly, amount: 3, unit: sites}
            as_written: 3个
            commitment: in-policy-document
            certainty: reported
            evidence: [{source: gazette}]
    """
    for entry in library:
        field = "targets" if isinstance(entry.record, Policy) else "readings"
        for index, ref in enumerate(library.parts_of(entry.ref)):
            if _is_taken(ref):
                message = f"`{ref.part}` is the address of a section of the page"
                yield Finding(entry.span(field, index, "id"), message, "use another id")


SECTIONS = frozenset(
    {
        "targets",
        "sources",
        "dates",
        "remarks",
        "readings",
        "related-policies",
        "mentioned-by",
        "what-has-been-reported",
        "what-a-target-can-mean",
        "what-it-sets-out-to-do",
        "corrections-and-updates",
        "what-the-record-rests-on",
        "cite-h",
        "cite-t",
        "facts-h",
    }
)
"""Anchors of the sections of record pages."""


def _is_taken(ref: Ref) -> bool:
    prefixes = ("note-", "ref-", "f-", "pf-", "ev-", "comment-")
    return ref.part in SECTIONS or ref.part.startswith(prefixes)
