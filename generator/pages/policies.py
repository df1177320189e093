"""All policies: an explorer with facets, and a plain table of the same rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages import vocabulary
from generator.pages.blocks import as_of, list_downloads, page_foot
from generator.pages.evidence_links import ISSUED, evidence_link
from generator.pages.explorer_index import (
    Cell,
    Column,
    ExplorerIndex,
    Facet,
    Sort,
    disputes_of_day,
    with_conflicts,
)
from generator.pages.lists import policies_count
from generator.pages.page import Page
from generator.pages.paging import Part, parts
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, EvidenceLink, LinkView
from generator.records.base import Entry
from generator.records.organization import Organization
from generator.records.place import Place
from generator.records.policy import Policy

PATH = "policies/index.md"
FIELDS = (
    "id",
    "title",
    "title_zh",
    "original_lang",
    "where",
    "place",
    "level",
    "type",
    "status",
    "topic",
    "issuer",
    "year",
    "issued",
    "issued_words",
    "issued_conflicts",
    "targets",
)
_INDEX = ExplorerIndex(
    file="policies.index.json",
    one="policy",
    many="policies",
    base="./",
    fields=FIELDS,
    columns=(
        Column("title", "Policy", link=True, sub="title_zh", sub_lang="original_lang"),
        Column("where", "Place"),
        Column("type", "Type"),
        Column(
            "issued",
            "Published",
            words="issued_words",
            none="no day seen",
            disputed="issued_conflicts",
            evidence=f"#{ISSUED}",
        ),
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
    rows=(),
    repeated=("original_lang", "where", "issued_words", "issued_conflicts"),
)


def pages(site: Site) -> Iterator[Page]:
    """All policies, the newest first."""
    entries = newest_policies(site)
    for part in parts(site, PATH, entries):
        yield _page(part, _index(part.sheet, entries) if part.is_first else None)


def _index(sheet: Sheet, entries: Sequence[Entry[Policy]]) -> ExplorerIndex:
    cells = [policy_cells(sheet, entry) for entry in entries]
    return with_conflicts(sheet, _INDEX, cells)


def _page(part: Part[Entry[Policy]], explorer: ExplorerIndex | None) -> Page:
    sheet, title = part.sheet, part.titled("Policies")
    every = "Every policy in the records, with its place, issuers and targets."
    return Page(
        type="policies",
        path=sheet.path,
        title=title,
        description=every if explorer else f"{title}: as a plain table.",
        context={
            "as_of": as_of(sheet.site),
            "total": policies_count(len(sheet.site.library.policies)),
            "explorer": explorer,
            "turn": part.turn,
            "rows": [policy_row(sheet, entry) for entry in part.shown],
            "first": sheet.page(PATH, "first page"),
            "everything": sheet.page(
                "explorer/index.md", "Policies and targets together"
            ),
            **_foot(sheet, title, is_first=part.is_first),
        },
        scripts=("explorer",) if explorer else (),
    )


def _foot(sheet: Sheet, title: str, *, is_first: bool) -> dict[str, Any]:
    """Files stand beside the first page only."""
    return page_foot(sheet, title, list_downloads("policies")) if is_first else {}


def newest_policies(site: Site) -> list[Entry[Policy]]:
    """All policies, the last published first."""
    return sorted(site.library.policies, key=_newest, reverse=True)


def policy_cells(sheet: Sheet, entry: Entry[Policy]) -> dict[str, Cell]:
    """The fields of a policy as the explorers index them."""
    policy, site = entry.record, sheet.site
    library = site.library
    issued, day = policy.dates.issued, sheet.issued(entry.ref)
    original = site.original(policy, entry.ref)
    return {
        "id": policy.id,
        "title": site.title(entry.ref).text,
        "title_zh": original.text if original else "",
        "original_lang": original.lang if original else "",
        "where": site.title(policy.place).text,
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
        "issued_words": day.words if day else "",
        "issued_conflicts": disputes_of_day(site, entry.ref, issued),
        "targets": len(policy.targets),
    }


def _short(site: Site, ref: Ref) -> str:
    acronym = site.library.get(ref, Organization).acronym
    return acronym or site.title(ref).text


def _newest(entry: Entry[Policy]) -> tuple[str, str]:
    issued = entry.record.dates.issued
    return (issued.last.isoformat() if issued else "", entry.record.id)


@frozen
class PolicyRow:
    """A policy in a plain table."""

    link: LinkView
    place: LinkView
    kind: str
    day: Day | None
    evidence: EvidenceLink | None
    """Of the day."""
    targets: int


def policy_row(sheet: Sheet, entry: Entry[Policy]) -> PolicyRow:
    """The row of one policy."""
    policy, link = entry.record, sheet.link(entry.ref)
    day = sheet.issued(entry.ref)
    return PolicyRow(
        link,
        sheet.link(policy.place),
        vocabulary.POLICY_TYPE[policy.type],
        day,
        evidence_link(link, ISSUED, "Published") if day else None,
        len(policy.targets),
    )
