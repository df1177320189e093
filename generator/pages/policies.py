"""All policies: an explorer with facets, and a plain table of the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.refs import Ref
from generator.pages import vocabulary
from generator.pages.blocks import as_of, list_downloads, page_foot
from generator.pages.explorer_index import (
    Cell,
    Column,
    ExplorerIndex,
    Facet,
    Sort,
    rows_of,
)
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, LinkView
from generator.records.base import Entry
from generator.records.organization import Organization
from generator.records.place import Place
from generator.records.policy import Policy

PATH = "policies/index.md"
FIELDS = (
    "id",
    "title",
    "title_zh",
    "place",
    "level",
    "type",
    "status",
    "topic",
    "issuer",
    "year",
    "issued",
    "targets",
)


def pages(site: Site) -> Iterator[Page]:
    """The one page that lists all policies, newest first."""
    sheet = Sheet(site, PATH)
    entries = newest_policies(site)
    index = ExplorerIndex(
        file="policies.index.json",
        one="policy",
        many="policies",
        base="./",
        fields=FIELDS,
        columns=(
            Column("title", "Policy", link=True, sub="title_zh"),
            Column("place", "Place"),
            Column("type", "Type"),
            Column("issued", "Published", date=True, none="no day seen"),
            Column("targets", "Targets", num=True),
        ),
        facets=(
            Facet("place", "Place"),
            Facet("level", "Level"),
            Facet("type", "Type"),
            Facet("status", "Status"),
            Facet("topic", "Topic"),
            Facet("issuer", "Issued by"),
            Facet("year", "Year", newest_first=True),
        ),
        sorts=(
            Sort("newest", "Newest first", "issued", is_descending=True),
            Sort("title", "By title", "title"),
            Sort("targets", "Most targets", "targets", is_descending=True),
        ),
        search=("title", "title_zh", "place", "topic", "issuer"),
        rows=rows_of([policy_cells(site, entry) for entry in entries], FIELDS),
    )
    yield Page(
        type="policies",
        path=PATH,
        title="Policies",
        description="Every policy in the records, with its place, issuers and targets.",
        context={
            "title": "Policies",
            "as_of": as_of(site),
            "total": site.facts["policies"],
            "explorer": index,
            "rows": [policy_row(sheet, entry) for entry in entries],
            "everything": sheet.page(
                "explorer/index.md", "Policies and targets together"
            ),
            **page_foot(sheet, "Policies", list_downloads("policies")),
        },
        scripts=("explorer",),
    )


def newest_policies(site: Site) -> list[Entry[Policy]]:
    """All policies, the last published first."""
    return sorted(site.library.policies, key=_newest, reverse=True)


def policy_cells(site: Site, entry: Entry[Policy]) -> dict[str, Cell]:
    """The fields of a policy as the explorers index them."""
    policy = entry.record
    library = site.library
    issued = policy.dates.issued
    original = site.original(policy, entry.ref)
    return {
        "id": policy.id,
        "title": site.title(entry.ref).text,
        "title_zh": original.text if original else "",
        "place": tuple(
            site.title(ref).text for ref in library.place_line(policy.place)
        ),
        "level": vocabulary.LEVEL[library.get(policy.place, Place).level],
        "type": vocabulary.POLICY_TYPE[policy.type],
        "status": vocabulary.POLICY_STATUS[policy.status],
        "topic": tuple(site.title(ref).text for ref in policy.topics),
        "issuer": tuple(_short(site, issuer.organization) for issuer in policy.issuers),
        "year": str(issued.first.year) if issued else "",
        "issued": issued.text if issued else "",
        "targets": len(policy.targets),
    }


def _short(site: Site, ref: Ref) -> str:
    acronym = site.library.get(ref, Organization).acronym
    return acronym or site.title(ref).text


def _newest(entry: Entry[Policy]) -> tuple[str, str]:
    issued = entry.record.dates.issued
    return (issued.last.isoformat() if issued else "", entry.record.id)


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy in a plain table."""

    link: LinkView
    place: LinkView
    kind: str
    day: Day | None
    targets: int


def policy_row(sheet: Sheet, entry: Entry[Policy]) -> PolicyRow:
    """The row of one policy."""
    policy = entry.record
    return PolicyRow(
        sheet.link(entry.ref),
        sheet.link(policy.place),
        vocabulary.POLICY_TYPE[policy.type],
        sheet.issued(entry.ref),
        len(policy.targets),
    )
