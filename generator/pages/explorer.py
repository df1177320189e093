"""The explorer: all policies and all targets together, with facets, and a plain table of them.

A target has the place, topics and issuers of its policy, and stands below it.
Of a long table the first rows stand in the page, which the script replaces by all of them; the
rest stand on pages of their own, for readers without script.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import in_words
from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.evidence_links import ISSUED, evidence_link
from generator.pages.explorer_index import (
    Cell,
    Column,
    ExplorerIndex,
    Facet,
    Sort,
    disputes,
    disputes_of_day,
    with_conflicts,
)
from generator.pages.lists import policies_count, targets_count
from generator.pages.page import Page
from generator.pages.paging import Part, parts
from generator.pages.policies import newest_policies, policy_cells
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, EvidenceLink, LinkView, ValueView, Words
from generator.records.base import Entry
from generator.records.fields import Evidence
from generator.records.policy import Policy
from generator.records.source import Source

PATH = "explorer/index.md"
_FIELDS = (
    "url",
    "kind",
    "title",
    "title_zh",
    "original_lang",
    "policy",
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
    "value",
    "value_conflicts",
    "certainty",
    "deadline",
    "deadline_words",
    "deadline_conflicts",
    "due",
    "result",
    "source",
)
_INDEX = ExplorerIndex(
    file="explorer.index.json",
    one="record",
    many="records",
    base="",
    fields=_FIELDS,
    columns=(
        Column(
            "title",
            "Policy or target",
            link=True,
            sub="title_zh",
            sub_lang="original_lang",
            above="policy",
        ),
        Column("where", "Place"),
        Column("value", "Value", disputed="value_conflicts", evidence=".value"),
        Column(
            "issued",
            "Published",
            words="issued_words",
            none="no day seen",
            disputed="issued_conflicts",
            evidence=f"#{ISSUED}",
        ),
        Column(
            "deadline",
            "Deadline",
            words="deadline_words",
            none="none stated",
            disputed="deadline_conflicts",
            evidence=".deadline",
        ),
        Column("result", "Result", none="a policy"),
    ),
    facets=(
        Facet("kind", "Kind"),
        Facet("place", "Place"),
        Facet("level", "Level"),
        Facet("type", "Type"),
        Facet("status", "Status"),
        Facet("topic", "Topic"),
        Facet("year", "Year published", newest_first=True),
        Facet("due", "Year due", newest_first=True),
        Facet("issuer", "Issued by"),
        Facet("result", "Result"),
    ),
    sorts=(
        Sort("newest", "Newest first", "issued", is_descending=True),
        Sort("oldest", "Oldest first", "issued"),
        Sort("due", "Due first", "deadline"),
        Sort("title", "By title", "title"),
    ),
    search=("title", "title_zh", "policy", "place", "topic", "issuer", "value"),
    rows=(),
    repeated=(
        "original_lang",
        "policy",
        "where",
        "certainty",
        "source",
        "issued_words",
        "issued_conflicts",
        "value_conflicts",
        "deadline_words",
        "deadline_conflicts",
    ),
)


@frozen
class ExplorerRow:
    """A policy or a target in the plain table."""

    link: LinkView
    original: Words | None
    policy: LinkView | None
    """Of a target."""
    place: LinkView
    value: ValueView | None
    value_from: EvidenceLink | None
    stated: str
    """How many targets a policy states, in words."""
    issued: Day | None
    issued_from: EvidenceLink | None
    deadline: Day | None
    deadline_from: EvidenceLink | None
    result: str
    source: LinkView | None


Named = tuple[Entry[Policy], Ref]
"""A policy, and the policy itself or one of its targets."""


def pages(site: Site) -> Iterator[Page]:
    """The page of the explorer, and those with the rest of a long table."""
    named: list[Named] = [
        (entry, ref)
        for entry in newest_policies(site)
        for ref in (entry.ref, *site.library.parts_of(entry.ref))
    ]
    for part in parts(site, PATH, named):
        yield _page(part, _index(part.sheet, named) if part.is_first else None)


def _page(part: Part[Named], explorer: ExplorerIndex | None) -> Page:
    sheet, site = part.sheet, part.sheet.site
    title = part.titled("Explorer")
    description = "All policies and targets: filter, search, sort, download."
    if not explorer:
        description = f"{title}: policies and targets as a plain table."
    return Page(
        type="explorer",
        path=sheet.path,
        title=title,
        description=description,
        context={
            "as_of": as_of(site),
            **(page_foot(sheet, title) if explorer else {}),
            "policies": policies_count(len(site.library.policies)),
            "targets": targets_count(len(site.library.targets)),
            "explorer": explorer,
            "everything": sheet.page(PATH, "Explorer"),
            "turn": part.turn,
            "rows": [_row(sheet, *one) for one in part.shown],
        },
        scripts=("explorer",) if explorer else (),
    )


def _index(sheet: Sheet, named: Sequence[Named]) -> ExplorerIndex:
    """All rows, with addresses from the page of the sheet."""
    cells: list[dict[str, Cell]] = []
    shared: dict[str, Cell] = {}
    for entry, ref in named:
        if not ref.part:
            shared = {**policy_cells(sheet, entry), **_policy_cells(sheet, entry)}
        cells.append({**shared, **_target_cells(sheet, ref)} if ref.part else shared)
    return with_conflicts(sheet, _INDEX, cells)


def _policy_cells(sheet: Sheet, entry: Entry[Policy]) -> dict[str, Cell]:
    """What the row of a policy has beside its fields in the other explorers."""
    policy = entry.record
    title = sheet.site.title(entry.ref).text
    return {
        "url": sheet.link(entry.ref).href,
        "kind": "Policy",
        "title": title,
        "policy": title,
        "value": _stated(policy),
        "source": _publisher(sheet, policy.evidence),
    }


def _target_cells(sheet: Sheet, ref: Ref) -> dict[str, Cell]:
    """What the row of a target has in other words than its policy's."""
    _, target = sheet.site.library.targets[ref]
    clock = sheet.site.facts.clocks[ref]
    written = sheet.phrase(target.as_written, target.evidence)
    deadline = sheet.deadline(ref)
    return {
        "url": sheet.link(ref).href,
        "kind": "Target",
        "title": sheet.site.title(ref).text,
        "title_zh": written.text if written and written.lang else "",
        "original_lang": written.lang if written else "",
        "value": in_words(
            target.value.quantity, without_number=target.as_written or ""
        ),
        "value_conflicts": disputes(sheet.site.library.conflicts_of.get(ref, ())),
        "source": _publisher(sheet, target.evidence),
        "certainty": vocabulary.CERTAINTY[target.certainty],
        "deadline": target.deadline.text if target.deadline else "",
        "deadline_words": deadline.words if deadline else "",
        "deadline_conflicts": disputes_of_day(sheet.site, ref, target.deadline),
        "due": str(clock.deadline.last.year) if clock.deadline else "",
        "result": vocabulary.STATUS_SHORT[clock.result],
    }


def _row(sheet: Sheet, entry: Entry[Policy], ref: Ref) -> ExplorerRow:
    policy, link = entry.record, sheet.link(ref)
    issued, of_policy = sheet.issued(entry.ref), sheet.link(entry.ref)
    row = ExplorerRow(
        link=link,
        original=sheet.site.original(policy, entry.ref),
        policy=None,
        place=sheet.link(policy.place),
        value=None,
        value_from=None,
        stated=_stated(policy),
        issued=issued,
        issued_from=evidence_link(of_policy, ISSUED, "Published", link)
        if issued
        else None,
        deadline=None,
        deadline_from=None,
        result="",
        source=_source(sheet, policy.evidence),
    )
    if not ref.part:
        return row
    _, target = sheet.site.library.targets[ref]
    quiet = sheet.quiet()
    written = quiet.phrase(target.as_written, target.evidence)
    deadline = sheet.deadline(ref)
    return replace(
        row,
        original=written if written and written.lang else None,
        policy=of_policy,
        value=quiet.value(target.value, ref, target.evidence, target.as_written),
        value_from=evidence_link(link, "value", "Value"),
        deadline=deadline,
        deadline_from=evidence_link(link, "deadline", "Deadline") if deadline else None,
        result=vocabulary.STATUS_SHORT[sheet.site.facts.clocks[ref].result],
        source=_source(sheet, target.evidence),
    )


def _stated(policy: Policy) -> str:
    found = targets_count(len(policy.targets))
    return f"{found.value} {found.noun}" if found else "no target stated"


def _source(sheet: Sheet, evidence: list[Evidence]) -> LinkView | None:
    """Who is named first."""
    if not evidence:
        return None
    return sheet.link(evidence[0].source, _publisher(sheet, evidence))


def _publisher(sheet: Sheet, evidence: list[Evidence]) -> str:
    if not evidence:
        return ""
    return sheet.site.library.get(evidence[0].source, Source).publisher
