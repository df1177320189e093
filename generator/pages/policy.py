"""The page of a policy: what it is, what it promises, by whom, by when, how sure."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import date_words, day_words
from generator.library.library import by_date
from generator.pages import vocabulary
from generator.pages.addresses import page_of
from generator.pages.blocks import (
    FactRow,
    actions,
    as_of,
    mentions,
    page_downloads,
    plain,
    record_line,
)
from generator.pages.charts.progress import progress_charts
from generator.pages.citing import cite
from generator.pages.comments import comments_on
from generator.pages.evidence_links import (
    DOCUMENT_NUMBER,
    ISSUED,
    carrying,
    mark_of,
    with_anchors,
)
from generator.pages.explorer_index import disputes_of_day
from generator.pages.figure_check import figure_check
from generator.pages.interpretations import readings_of
from generator.pages.money import rate_lines
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import (
    Day,
    LinkView,
    Mark,
    ObservationView,
    TargetView,
    Words,
)
from generator.records.base import Entry
from generator.records.event import Event
from generator.records.organization import Organization
from generator.records.place import Place
from generator.records.policy import Policy, Relation
from generator.records.topic import Topic


@frozen
class RelationView:
    """How the policy stands to another, from its own end or the other."""

    label: str
    link: LinkView
    certainty: str
    note: Words | None
    marks: tuple[Mark, ...]


@frozen
class DateLine:
    """One entry of the policy's timeline."""

    day: Day
    text: str
    link: LinkView | None = None
    marks: tuple[Mark, ...] = ()
    is_now: bool = False


def pages(site: Site) -> Iterator[Page]:
    """One page for each policy."""
    for entry in site.library.policies:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Policy]) -> Page:
    policy = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    return Page(
        type="policy",
        path=sheet.path,
        title=site.title(entry.ref).text,
        description=plain(policy.summary or _description(site, policy)),
        context=_context(sheet, entry),
        about=entry.ref,
        edit_path=entry.document.path,
        search=_search(site, entry),
    )


def _context(sheet: Sheet, entry: Entry[Policy]) -> dict[str, Any]:
    """Everything on the page, in its order, since notes are numbered on the way."""
    site, policy = sheet.site, entry.record
    title = site.title(entry.ref)
    original = site.original(policy, entry.ref)
    refs = [Ref("policies", policy.id, target.id) for target in policy.targets]
    in_head, of_period = _issued_marks(sheet, entry), _period_marks(sheet, entry)
    facts = [*facts_of(sheet, entry), *_structure_row(sheet, entry)]
    targets = [sheet.target(ref) for ref in refs]
    return {
        "title": title,
        "original": original,
        "crumbs_of": sheet.links(site.library.place_line(policy.place)),
        "status_words": status_words(site, policy),
        "pill": _pill(site, policy),
        "issued": sheet.issued(entry.ref),
        "issued_marks": in_head,
        "is_published": policy.dates.published is not None,
        "period": period_words(policy),
        "period_marks": of_period,
        "unverified": sheet.words(policy.unverified, str(entry.ref)),
        "summary": sheet.words(policy.summary, str(entry.ref)),
        "line": record_line(sheet, entry),
        "facts": facts,
        "check": figure_check(sheet, entry),
        "about_conflicts": sheet.conflicts(entry.ref),
        "targets": targets,
        "rates_of": rate_lines(sheet, refs),
        "readings": list(readings_of(sheet, refs)),
        "progress": progress_charts(sheet, refs),
        "results": _results(sheet, [entry.ref, *refs]),
        "tasks": [Words(task, ref=str(entry.ref)) for task in policy.tasks],
        "tasks_marks": _marks(sheet, entry, "tasks") if policy.tasks else (),
        "relations": list(_relations(sheet, entry)),
        "dates": _dates(sheet, entry),
        "mentioned": mentions(sheet, entry.ref, ("policies", "events", "observations")),
        "cite": cite(sheet, title.text, "record of a policy"),
        "can": actions(sheet, entry, page_downloads(entry.ref, ("json", "csv"))),
        "comments": comments_on(sheet, entry.ref),
        "evidence": sheet.marks(policy.evidence, entry.ref),
        "notes_of": with_anchors(sheet.notes(), _anchors(policy, facts, targets)),
    }


def _anchors(
    policy: Policy, facts: Iterable[FactRow], views: Iterable[TargetView]
) -> dict[str, Mark | None]:
    """The marks of what lists show of the policy, by the names at which its notes are found."""
    found: dict[str, Mark | None] = {}
    for row in facts:
        if row.marks and row.field:
            found[row.field] = row.marks[0]
    for target, view in zip(policy.targets, views, strict=True):
        for field in ("value", "deadline") if target.deadline else ("value",):
            mark = mark_of(target.evidence, view.value.marks, field)
            found[f"{target.id}.{field}"] = mark
    return found


def _pill(site: Site, policy: Policy) -> str:
    """The colour class of the status: quiet when its time is over, a warning for drafts."""
    end = policy.dates.ends or policy.period.end
    is_over = end is not None and end.last < site.settings.as_of
    if policy.unverified or policy.status in {"draft", "consultation", "planned"}:
        return " b-pill--warn"
    return " b-pill--old" if is_over else " b-pill--good"


def _results(sheet: Sheet, refs: list[Ref]) -> list[ObservationView]:
    """Every observation that can be held against the policy or its targets, oldest first."""
    found = {
        one for ref in refs for one in sheet.site.facts.observations_of.get(ref, ())
    }
    for ref in refs:
        outcome = sheet.site.library.targets[ref][1].outcome if ref.part else None
        found |= set(outcome.observations) if outcome else set()
    views = [sheet.observation(one) for one in sorted(found)]
    return sorted(views, key=lambda view: (view.period.iso, view.id))


def status_words(site: Site, policy: Policy) -> str:
    """What is known of a policy's force, with the end of its period where that is past."""
    words = vocabulary.POLICY_STATUS[policy.status]
    end = policy.dates.ends or policy.period.end
    is_held = policy.status in {"issued", "adopted", "in-force"}
    if is_held and end is not None and end.last < site.settings.as_of:
        return f"{words}; its period ended on {day_words(end.last)}"
    return words


def period_words(policy: Policy) -> str:
    """`2023–2025`, `from 2023`, `until 2025`; empty if the period is not stated."""
    start, end = policy.period.start, policy.period.end
    if start and end:
        one = start.text == end.text
        return date_words(end) if one else f"{date_words(start)}–{date_words(end)}"
    if start:
        return f"from {date_words(start)}"
    return f"until {date_words(end)}" if end else ""


def _search(site: Site, entry: Entry[Policy]) -> SearchEntry:
    policy, issued = entry.record, entry.record.dates.issued
    original = site.original(policy, entry.ref)
    return SearchEntry(
        "Policy",
        where=site.title(policy.place).text,
        date=issued.edtf if issued else "",
        evidence=ISSUED if issued else "",
        disputes=disputes_of_day(site, entry.ref, issued),
        original=original.text if original else "",
        also=(
            *policy.aka,
            *site.names(site.library.place_line(policy.place)[:-1]),
        ),
    )


def _description(site: Site, policy: Policy) -> str:
    kind = vocabulary.POLICY_TYPE[policy.type]
    task = f" {policy.tasks[0]}" if policy.tasks else ""
    return f"{kind}, {site.title(policy.place)}.{task}"


def facts_of(sheet: Sheet, entry: Entry[Policy]) -> Iterator[FactRow]:
    """The lines of a policy's fact box that briefings show, too."""
    site, policy = sheet.site, entry.record
    place = site.library.get(policy.place, Place)
    level = vocabulary.LEVEL[place.level]
    yield FactRow("Place", links=(sheet.link(policy.place, note=level),))
    yield FactRow("Type", words=(Words(vocabulary.POLICY_TYPE[policy.type]),))
    yield _issuers(sheet, entry)
    if policy.responsible:
        yield FactRow("Responsible", links=sheet.links(policy.responsible))
    number = sheet.words(policy.document_number, str(entry.ref), _number_lang(policy))
    yield FactRow(
        "Document",
        words=(number,) if number else (),
        missing="" if number else "number not seen in any source read",
        marks=_marks(sheet, entry, DOCUMENT_NUMBER) if number else (),
        field=DOCUMENT_NUMBER,
    )
    yield _published(sheet, entry)
    period = sheet.words(period_words(policy), str(entry.ref))
    yield FactRow(
        "Period",
        words=(period,) if period else (),
        missing="" if period else "not stated in the sources read",
        marks=_period_marks(sheet, entry),
    )
    for scheme, label in vocabulary.SCHEME.items():
        topics = [
            ref
            for ref in policy.topics
            if site.library.get(ref, Topic).scheme == scheme
        ]
        if topics:
            yield FactRow(label, links=sheet.links(topics))


def _structure_row(sheet: Sheet, entry: Entry[Policy]) -> Iterator[FactRow]:
    """How the document is built, for its own page alone."""
    if entry.record.structure:
        words = Words(_structure(entry.record), ref=str(entry.ref))
        marks = _marks(sheet, entry, "structure")
        yield FactRow("Structure", words=(words,), marks=marks)


def _issuers(sheet: Sheet, entry: Entry[Policy]) -> FactRow:
    policy = entry.record
    note = sheet.words(policy.issuer_note, str(entry.ref))
    return FactRow(
        "Issued by",
        links=tuple(_issuer(sheet, issuer.organization) for issuer in policy.issuers),
        words=(note,) if note else (),
        missing="" if policy.issuers else policy.issuers_unknown or "not recorded",
        marks=_marks(sheet, entry, "issuers") if policy.issuers else (),
    )


def _issuer(sheet: Sheet, ref: Ref) -> LinkView:
    acronym = sheet.site.library.get(ref, Organization).acronym
    return sheet.link(ref, note=f"({acronym})" if acronym else "")


def _published(sheet: Sheet, entry: Entry[Policy]) -> FactRow:
    policy = entry.record
    note = sheet.words(policy.dates.note, str(entry.ref))
    day = sheet.issued(entry.ref)
    return FactRow(
        "Published",
        day=day,
        words=(note,) if note else (),
        missing="" if day else "no day seen in the sources read",
        marks=_issued_marks(sheet, entry),
        field=ISSUED,
    )


def _issued_marks(sheet: Sheet, entry: Entry[Policy]) -> tuple[Mark, ...]:
    """The notes for the day by which the policy is listed; none where no day is known."""
    dates = entry.record.dates
    field = "dates.published" if dates.published else "dates.signed"
    return _marks(sheet, entry, field) if dates.issued else ()


def _period_marks(sheet: Sheet, entry: Entry[Policy]) -> tuple[Mark, ...]:
    """The notes for the years that the policy is for; none where they are not stated."""
    return _marks(sheet, entry, "period") if period_words(entry.record) else ()


def _marks(sheet: Sheet, entry: Entry[Policy], field: str) -> tuple[Mark, ...]:
    """The notes for what the policy as a whole says in a field."""
    return sheet.marks(carrying(entry.record.evidence, field), entry.ref)


def _number_lang(policy: Policy) -> str:
    number = policy.document_number or ""
    return "zh-Hans" if any(ord(character) > 0x2E7F for character in number) else ""


def _structure(policy: Policy) -> str:
    structure = policy.structure
    if structure is None:
        return ""
    counts = {
        "tasks": structure.tasks,
        "measures": structure.measures,
        "special projects": structure.special_projects,
        "safeguards": structure.safeguards,
    }
    return ", ".join(f"{n} {name}" for name, n in counts.items() if n is not None)


def _relations(sheet: Sheet, entry: Entry[Policy]) -> Iterator[RelationView]:
    """The policy's own relations, then those of others to it."""
    library = sheet.site.library
    for relation in entry.record.relations:
        yield _relation(sheet, relation, relation.target, end=0)
    for link in library.links_to(entry.ref):
        if link.source.kind == "policies" and link.loc[0] == "relations":
            other = library.get(link.source, Policy)
            relation = other.relations[int(link.loc[1])]
            yield _relation(sheet, relation, link.source.whole, end=1)


def _relation(
    sheet: Sheet, relation: Relation, other: Ref, *, end: int
) -> RelationView:
    return RelationView(
        label=vocabulary.RELATION[relation.type][end],
        link=sheet.link(other),
        certainty=vocabulary.CERTAINTY[relation.certainty],
        note=sheet.words(relation.note, str(other)),
        marks=sheet.marks(relation.evidence),
    )


def _dates(sheet: Sheet, entry: Entry[Policy]) -> list[DateLine]:
    """Versions, events and the end of the period, with today between them."""
    policy, site = entry.record, sheet.site
    lines: list[tuple[Edtf, DateLine]] = []

    def add(on: Edtf | None, text: str, field: str) -> None:
        if on and (day := sheet.day(on)):
            marks = _marks(sheet, entry, field)
            lines.append((on, DateLine(day, text, marks=marks)))

    for version in policy.versions:
        stage = version.stage.replace("-", " ").capitalize()
        add(version.date, f"{stage}. {version.note or ''}".strip(), "versions")
    events = site.library.naming(entry.ref, "policies", Event)
    for event in sorted(events, key=by_date):
        marks = sheet.marks(event.record.evidence, event.ref)
        line = DateLine(sheet.event_day(event.ref), "", sheet.link(event.ref), marks)
        lines.append((event.record.date, line))
    add(policy.dates.in_force, "In force", "dates.in_force")
    field = "dates.ends" if policy.dates.ends else "period.end"
    add(policy.dates.ends or policy.period.end, "Period of the policy ends", field)
    lines.sort(key=lambda line: line[0].sort_key)
    past = [line for on, line in lines if on.last <= site.settings.as_of]
    ahead = [line for on, line in lines if on.last > site.settings.as_of]
    today = DateLine(as_of(site), "Day of this edition", is_now=True)
    return [*past, today, *ahead] if lines else []
