"""What several page types list: policies, targets, events, conflicts, and how many there are.

A count never stands for an amount: targets are counted, their values are not added up.
"""

from collections.abc import Callable, Iterable, Sequence

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import plural
from generator.library.clock import SILENT
from generator.pages import vocabulary
from generator.pages.clock_words import days_view, status_view
from generator.pages.evidence_links import ISSUED, evidence_link
from generator.pages.filters import token
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import (
    Day,
    EvidenceLink,
    LinkView,
    Mark,
    StatusView,
    ValueView,
    Words,
)
from generator.records.base import Entry
from generator.records.conflict import Conflict
from generator.records.event import Event
from generator.records.policy import Policy

MOST = 300
"""Rows of a list on one page: a longer list is no reading matter, and goes on on further pages."""


@frozen
class Count:
    """A number that we counted, with the word for what was counted."""

    name: str
    """Names the fact, for machines."""
    value: int
    noun: str

    def __bool__(self) -> bool:
        return self.value > 0

    @property
    def words(self) -> str:
        """The number as it is printed: `10,000`."""
        return f"{self.value:,}"

    @property
    def counted(self) -> str:
        """`21 policies`, `1 policy`, `no policies`."""
        return f"{self.words if self.value else 'no'} {self.noun}"


@frozen
class Coverage:
    """What a count of targets rests on."""

    targets: Count
    confirmed: Count
    share: Count
    """Per cent of the targets that are confirmed."""
    disputed: Count
    passed: Count
    """Deadline passed, no result known."""


@frozen
class PolicyRow:
    """One policy in a list."""

    link: LinkView
    place: LinkView
    kind: str
    day: Day | None
    evidence: EvidenceLink | None
    """Of the day."""
    targets: Count
    note: Words | None = None
    """A word on why it is listed: a role, a narrower topic."""


@frozen
class PolicyList:
    """Policies in a list: the newest, and how many more there are."""

    rows: tuple[PolicyRow, ...]
    more: Count
    all: LinkView

    def __bool__(self) -> bool:
        return bool(self.rows)


@frozen
class TargetLine:
    """One target in a list: its page says more."""

    ref: str
    link: LinkView
    place: LinkView
    policy: LinkView
    scope: str
    value: ValueView
    deadline: Day | None
    days: str
    status: StatusView
    certainty: str


@frozen
class TargetGroup:
    """Targets under one heading."""

    id: str
    heading: Words
    link: LinkView | None
    coverage: Coverage
    targets: tuple[TargetLine, ...]


@frozen
class EventLine:
    """One event in a list."""

    day: Day
    link: LinkView
    place: LinkView | None
    summary: Words | None
    marks: tuple[Mark, ...]


@frozen
class ConflictRow:
    """One conflict in a list."""

    id: str
    link: LinkView
    kind: str
    resolution: str
    resolution_words: str
    readings: Count
    about: tuple[LinkView, ...]

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What each filter compares, by its name."""
        return (
            ("kind", token(self.kind)),
            ("resolution", token(self.resolution_words)),
        )


def count(name: str, value: int, one: str, many: str = "") -> Count:
    """So many of something: `count("policies", 1, "policy", "policies")`."""
    return Count(name, value, plural(value, one, many or f"{one}s"))


def policies_count(value: int) -> Count:
    """So many policies."""
    return count("policies", value, "policy", "policies")


def targets_count(value: int) -> Count:
    """So many targets."""
    return count("targets", value, "target")


def coverage(site: Site, refs: Sequence[Ref]) -> Coverage:
    """How many targets there are, how well they are attested and what is known of them."""
    records = [site.library.targets[ref][1] for ref in refs]
    confirmed = sum(target.certainty == "confirmed" for target in records)
    disputed = sum(ref in site.library.conflicts_of for ref in refs)
    passed = sum(site.facts.clocks[ref].result in SILENT for ref in refs)
    share = round(100 * confirmed / len(refs)) if refs else 0
    return Coverage(
        targets=targets_count(len(refs)),
        confirmed=count("targets.confirmed", confirmed, "confirmed", "confirmed"),
        share=count("targets.confirmed-share", share, "per cent", "per cent"),
        disputed=count("targets.disputed", disputed, "disputed", "disputed"),
        passed=count("targets.no-result", passed, "target"),
    )


def targets_of(policies: Iterable[Entry[Policy]]) -> list[Ref]:
    """The targets of some policies, in the policies' order."""
    return [
        Ref("policies", entry.record.id, target.id)
        for entry in policies
        for target in entry.record.targets
    ]


def newest_first(policies: Iterable[Entry[Policy]]) -> list[Entry[Policy]]:
    """By the day they became public; those without a day last, then by id."""
    by_id = sorted(policies, key=lambda entry: entry.record.id)
    return sorted(by_id, key=lambda entry: _latest_key(entry.record), reverse=True)


def _latest_key(policy: Policy) -> str:
    on = policy_date(policy)
    return on.last.isoformat() if on else ""


def policy_date(policy: Policy) -> Edtf | None:
    """By which a policy is put in order: when it became public, was signed or began."""
    return policy.dates.issued or policy.period.start


def policy_row(
    sheet: Sheet, entry: Entry[Policy], note: Words | None = None
) -> PolicyRow:
    """A policy as a row."""
    policy, link = entry.record, sheet.link(entry.ref)
    day = sheet.issued(entry.ref)
    return PolicyRow(
        link=link,
        place=sheet.link(policy.place),
        kind=vocabulary.POLICY_TYPE[policy.type],
        day=day,
        evidence=evidence_link(link, ISSUED, "Published") if day else None,
        targets=targets_count(len(policy.targets)),
        note=note,
    )


def policy_list(
    sheet: Sheet,
    policies: Sequence[Entry[Policy]],
    note: Callable[[Entry[Policy]], Words | None] = lambda _: None,
) -> PolicyList:
    """Policies in the order given, up to MOST; `note` says why each is listed."""
    shown = policies[:MOST]
    return PolicyList(
        rows=tuple(policy_row(sheet, entry, note(entry)) for entry in shown),
        more=policies_count(len(policies) - len(shown)),
        all=sheet.page("policies/index.md", "all policies"),
    )


def target_line(sheet: Sheet, ref: Ref) -> TargetLine:
    """A target as a row."""
    policy, target = sheet.site.library.targets[ref]
    clock, as_of = sheet.site.facts.clocks[ref], sheet.site.settings.as_of
    return TargetLine(
        ref=str(ref),
        link=sheet.link(ref),
        place=sheet.link(policy.place),
        policy=sheet.link(ref.whole),
        scope=vocabulary.SCOPE[target.scope],
        value=sheet.value(target.value, ref, target.evidence, target.as_written),
        deadline=sheet.deadline(ref),
        days=days_view(clock, as_of),
        status=sheet.site.once(
            ("status", ref), lambda: status_view(clock, target, as_of)
        ),
        certainty=vocabulary.CERTAINTY[target.certainty],
    )


def target_group(
    sheet: Sheet,
    name: str,
    heading: Words,
    refs: Sequence[Ref],
    link: LinkView | None = None,
) -> TargetGroup:
    """Targets under one heading, in the order given."""
    return TargetGroup(
        id=name,
        heading=heading,
        link=link,
        coverage=coverage(sheet.site, refs),
        targets=tuple(target_line(sheet, ref) for ref in refs),
    )


def event_line(sheet: Sheet, entry: Entry[Event]) -> EventLine:
    """An event as a line of a timeline."""
    event = entry.record
    return EventLine(
        day=sheet.event_day(entry.ref),
        link=sheet.link(entry.ref),
        place=sheet.link(event.place) if event.place else None,
        summary=sheet.words(event.summary, str(entry.ref)),
        marks=sheet.marks(event.evidence, entry.ref),
    )


def about_links(sheet: Sheet, refs: Iterable[Ref]) -> tuple[LinkView, ...]:
    """Links to what something is about; targets under the name of their place."""
    return tuple(_about_link(sheet, ref) for ref in refs)


def _about_link(sheet: Sheet, ref: Ref) -> LinkView:
    found = sheet.site.library.targets.get(ref)
    if found is None:
        return sheet.link(ref)
    place = sheet.site.title(found[0].place).text
    return sheet.link(ref, f"{place}: {sheet.site.title(ref).text}")


def conflict_row(sheet: Sheet, ref: Ref) -> ConflictRow:
    """A conflict as a row."""
    conflict = sheet.site.library.get(ref, Conflict)
    return ConflictRow(
        id=conflict.id,
        link=sheet.link(ref),
        kind=conflict.kind,
        resolution=conflict.resolution,
        resolution_words=vocabulary.RESOLUTION[conflict.resolution],
        readings=count("readings", len(conflict.readings), "reading"),
        about=about_links(sheet, conflict.about),
    )


def conflict_rows(sheet: Sheet, about: Iterable[Ref]) -> list[ConflictRow]:
    """The conflicts that concern any of some records or parts; open ones first."""
    found = {
        conflict
        for ref in about
        for conflict in sheet.site.library.conflicts_of.get(ref, ())
    }
    rows = [conflict_row(sheet, ref) for ref in sorted(found)]
    return sorted(rows, key=lambda row: row.resolution != "open")
