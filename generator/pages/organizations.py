"""The index of organizations, by kind of body."""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.lists import Count, count, policies_count
from generator.pages.organization import carried_out_by, issued_by
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView, Words
from generator.records.base import Entry
from generator.records.organization import Organization

_PATH = "organizations/index.md"


@frozen
class OrganizationRow:
    """One organization."""

    link: LinkView
    acronym: Words | None
    place: LinkView | None
    issued: Count
    charged: Count


@frozen
class OrganizationGroup:
    """The organizations of one kind."""

    id: str
    label: str
    number: Count
    rows: tuple[OrganizationRow, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    groups = [
        _group(sheet, kind, label) for kind, label in vocabulary.ORGANIZATION.items()
    ]
    yield Page(
        type="organizations",
        path=_PATH,
        title="Organizations",
        description="Ministries, governments, institutes and companies, by kind.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Organizations"),
            "total": _bodies(len(site.library.organizations)),
            "groups": [group for group in groups if group.rows],
        },
        scripts=("tracker",),
    )


def _bodies(value: int) -> Count:
    return count("organizations", value, "organization")


def _group(sheet: Sheet, kind: str, label: str) -> OrganizationGroup:
    rows = [
        _row(sheet, entry)
        for entry in sheet.site.library.organizations
        if entry.record.classification == kind
    ]
    rows.sort(key=lambda row: (-row.issued.value, row.link.words.text))
    return OrganizationGroup(kind, label, _bodies(len(rows)), tuple(rows))


def _row(sheet: Sheet, entry: Entry[Organization]) -> OrganizationRow:
    organization = entry.record
    return OrganizationRow(
        link=sheet.link(entry.ref),
        acronym=sheet.words(organization.acronym, str(entry.ref)),
        place=sheet.link(organization.place) if organization.place else None,
        issued=policies_count(len(issued_by(sheet.site, entry.ref))),
        charged=policies_count(len(carried_out_by(sheet.site, entry.ref))),
    )
