"""The page of an organization: what it issued, what it has to carry out, what it said."""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.library import by_date
from generator.library.series import series_of
from generator.pages import vocabulary
from generator.pages.addresses import page_of
from generator.pages.blocks import (
    FactRow,
    actions,
    mentions,
    plain,
    record_line,
)
from generator.pages.citing import cite
from generator.pages.document_series import series_rows
from generator.pages.lists import (
    EventLine,
    conflict_rows,
    event_line,
    newest_first,
    policies_count,
    policy_list,
)
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, LinkView, Words
from generator.records.base import Entry
from generator.records.event import Event
from generator.records.organization import Organization
from generator.records.policy import Policy
from generator.records.source import Source

SHOWN_ELSEWHERE = ("policies", "events", "organizations", "conflicts")
ROLES = {"lead": "named first", "joint": "joint"}


@frozen
class Publication:
    """A source that the organization published."""

    link: LinkView
    day: Day | None


def pages(site: Site) -> Iterator[Page]:
    """One page for each organization."""
    for entry in site.library.organizations:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Organization]) -> Page:
    organization = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    title = site.title(entry.ref)
    original = site.original(organization, entry.ref)
    issued = issued_by(site, entry.ref)
    charged = carried_out_by(site, entry.ref)
    context = {
        "title": title,
        "original": original,
        "acronym": sheet.words(organization.acronym, str(entry.ref)),
        "kind": vocabulary.ORGANIZATION[organization.classification],
        "crumbs_of": sheet.links(_line(site, organization)),
        "line": record_line(sheet, entry),
        "can": actions(sheet, entry),
        "facts": list(_facts(sheet, entry)),
        "issued_count": policies_count(len(issued)),
        "charged_count": policies_count(len(charged)),
        "issued": policy_list(sheet, issued, lambda one: _role(one, entry.ref)),
        "charged": policy_list(sheet, charged),
        "events": _events(sheet, entry.ref),
        "publications": _publications(sheet, entry.ref),
        "series": series_rows(
            sheet, series_of(site.library, [one.ref for one in issued])
        ),
        "conflicts": conflict_rows(sheet, [entry.ref]),
        "mentioned": mentions(sheet, entry.ref, SHOWN_ELSEWHERE),
        "cite": cite(sheet, title.text, "record of an organization"),
        "notes_of": sheet.notes(),
    }
    return Page(
        type="organization",
        path=sheet.path,
        title=title.text,
        description=_description(title.text, organization, len(issued), len(charged)),
        context=context,
        about=entry.ref,
        edit_path=entry.document.path,
        search=SearchEntry(
            "Organization",
            where=site.title(organization.place).text if organization.place else "",
            original=original.text if original else "",
            also=(*_also(organization), *site.names(_line(site, organization))),
        ),
    )


def issued_by(site: Site, ref: Ref) -> list[Entry[Policy]]:
    """The policies that an organization issued, alone or with others; newest first."""
    named = site.library.naming(ref, "issuers", Policy)
    return newest_first(entry for entry in named if role_in(entry.record, ref))


def carried_out_by(site: Site, ref: Ref) -> list[Entry[Policy]]:
    """The policies that an organization has to carry out; newest first."""
    return newest_first(site.library.naming(ref, "responsible", Policy))


def role_in(policy: Policy, ref: Ref) -> str:
    """How an organization took part in issuing a policy; empty if it did not."""
    roles = (one.role for one in policy.issuers if one.organization == ref)
    return ROLES.get(next(roles, ""), "")


def _role(entry: Entry[Policy], ref: Ref) -> Words:
    """How an organization took part in issuing a policy."""
    alone = len(entry.record.issuers) == 1
    return Words("alone" if alone else role_in(entry.record, ref))


def _line(site: Site, organization: Organization) -> list[Ref]:
    """The bodies it belongs to, outermost first."""
    line: list[Ref] = []
    parent = organization.parent
    while parent and parent not in line:
        line.insert(0, parent)
        parent = site.library.get(parent, Organization).parent
    return line


def _facts(sheet: Sheet, entry: Entry[Organization]) -> Iterator[FactRow]:
    organization, ref = entry.record, str(entry.ref)
    kind = vocabulary.ORGANIZATION[organization.classification]
    yield FactRow("Kind", words=(Words(kind),))
    yield FactRow(
        "Place",
        links=(sheet.link(organization.place),) if organization.place else (),
        missing="" if organization.place else "not recorded",
    )
    if organization.acronym:
        yield FactRow("Acronym", words=(Words(organization.acronym, ref=ref),))
    yield from _relatives(sheet, entry)
    if organization.former_names:
        names = "; ".join(organization.former_names)
        yield FactRow("Before", words=(Words(names, ref=ref),))
    if organization.aka:
        yield FactRow("Also", words=(Words("; ".join(organization.aka), ref=ref),))
    for one in organization.identifiers:
        yield FactRow(one.scheme, words=(Words(one.id, ref=ref),))
    for same in organization.same_as:
        yield FactRow(same.scheme.capitalize(), words=(Words(same.id, ref=ref),))
    if organization.url:
        yield FactRow("Address", links=(_outside(organization.url, ref),))
    marks = sheet.marks(organization.evidence, entry.ref)
    yield FactRow(
        "Seen in",
        words=(Words("the source that names it"),) if marks else (),
        missing="" if marks else "no source of its own; named by the records below",
        marks=marks,
    )


def _relatives(sheet: Sheet, entry: Entry[Organization]) -> Iterator[FactRow]:
    """The bodies above, below, before and after it."""
    organization = entry.record
    naming = sheet.site.library.naming
    below = [one.ref for one in naming(entry.ref, "parent", Organization)]
    before = [one.ref for one in naming(entry.ref, "successor", Organization)]
    if organization.parent:
        yield FactRow("Part of", links=(sheet.link(organization.parent),))
    if below:
        yield FactRow("Has under it", links=sheet.links(below))
    if before:
        yield FactRow("Took over from", links=sheet.links(before))
    if organization.successor:
        yield FactRow("Succeeded by", links=(sheet.link(organization.successor),))


def _outside(url: str, ref: str) -> LinkView:
    """A link to a site that is not ours."""
    words = url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return LinkView(Words(words, ref=ref), href=url)


def _events(sheet: Sheet, ref: Ref) -> list[EventLine]:
    events = sheet.site.library.naming(ref, "organizations", Event)
    return [event_line(sheet, entry) for entry in sorted(events, key=by_date)]


def _publications(sheet: Sheet, ref: Ref) -> list[Publication]:
    own = [
        Publication(sheet.link(entry.ref), sheet.day(entry.record.published))
        for entry in sheet.site.library.naming(ref, "publisher_organization", Source)
    ]
    return sorted(own, key=lambda one: one.day.iso if one.day else "", reverse=True)


def _also(organization: Organization) -> tuple[str, ...]:
    """Other names that search should find."""
    acronym = (organization.acronym,) if organization.acronym else ()
    return (*acronym, *organization.aka, *organization.former_names)


def _description(
    title: str, organization: Organization, issued: int, charged: int
) -> str:
    kind = vocabulary.ORGANIZATION[organization.classification]
    of_issued, of_charged = policies_count(issued), policies_count(charged)
    return plain(
        f"{title} ({kind.lower()}): issued {of_issued.counted} on record, "
        f"responsible for {of_charged.words if of_charged else 'none'}."
    )
