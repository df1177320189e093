"""The explorer: all policies and all targets together, with facets, and a plain table of them.

A target has the place, topics and issuers of its policy, and stands below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.core.refs import Ref
from generator.core.wording import deadline_words, in_words
from generator.pages import vocabulary
from generator.pages.blocks import as_of
from generator.pages.explorer_index import (
    Cell,
    Column,
    ExplorerIndex,
    Facet,
    Sort,
    rows_of,
)
from generator.pages.lists import policies_count, targets_count
from generator.pages.page import Page
from generator.pages.policies import newest_policies, policy_cells
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, LinkView, ValueView, Words
from generator.records.base import Entry
from generator.records.fields import Evidence
from generator.records.policy import Policy, Target
from generator.records.source import Source

PATH = "explorer/index.md"
_FIELDS = (
    "url",
    "kind",
    "title",
    "title_zh",
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
    "value",
    "certainty",
    "deadline",
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
        Column("title", "Policy or target", link=True, sub="title_zh"),
        Column("where", "Place"),
        Column("value", "Value"),
        Column("issued", "Published", date=True, none="no day seen"),
        Column("deadline", "Deadline", date=True, none="none stated"),
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
)


@dataclass(frozen=True, slots=True)
class ExplorerRow:
    """A policy or a target in the plain table."""

    link: LinkView
    original: Words | None
    place: LinkView
    value: ValueView | None
    stated: str
    """How many targets a policy states, in words."""
    issued: Day | None
    deadline: Day | None
    result: str
    source: LinkView | None


def pages(site: Site) -> Iterator[Page]:
    """The one page of the explorer."""
    sheet = Sheet(site, PATH)
    cells: list[dict[str, Cell]] = []
    rows: list[ExplorerRow] = []
    for entry in newest_policies(site):
        shared = policy_cells(site, entry)
        for ref in [entry.ref, *site.library.parts_of(entry.ref)]:
            row = _row(sheet, entry, ref)
            rows.append(row)
            cells.append({**shared, **_cells(sheet, entry, ref, row)})
    yield Page(
        type="explorer",
        path=PATH,
        title="Explorer",
        description="All policies and targets: filter, search, sort, download.",
        context={
            "title": "Explorer",
            "as_of": as_of(site),
            "policies": policies_count(len(site.library.policies)),
            "targets": targets_count(len(site.library.targets)),
            "explorer": replace(_INDEX, rows=rows_of(cells, _FIELDS)),
            "rows": rows,
        },
        scripts=("explorer",),
    )


def _cells(
    sheet: Sheet, entry: Entry[Policy], ref: Ref, row: ExplorerRow
) -> dict[str, Cell]:
    """What a row has beside the fields of its policy."""
    common: dict[str, Cell] = {
        "url": row.link.href,
        "kind": "Target" if ref.part else "Policy",
        "title": row.link.words.text,
        "title_zh": row.original.text if row.original else "",
        "policy": sheet.site.title(entry.ref).text,
        "where": row.place.words.text,
        "value": row.stated,
        "source": row.source.words.text if row.source else "",
    }
    if not ref.part:
        return common
    _, target = sheet.site.library.targets[ref]
    clock = sheet.site.facts.clocks[ref]
    return {
        **common,
        "value": _value_words(target),
        "certainty": vocabulary.CERTAINTY[target.certainty],
        "deadline": target.deadline.text if target.deadline else "",
        "due": str(clock.deadline.last.year) if clock.deadline else "",
        "result": vocabulary.STATUS_SHORT[clock.result],
    }


def _value_words(target: Target) -> str:
    words = in_words(target.value.quantity, without_number=target.as_written or "")
    return f"{words}, disputed" if target.certainty == "disputed" else words


def _row(sheet: Sheet, entry: Entry[Policy], ref: Ref) -> ExplorerRow:
    policy = entry.record
    issued = sheet.day(policy.dates.published or policy.dates.signed)
    row = ExplorerRow(
        link=sheet.link(ref),
        original=sheet.site.original(policy, entry.ref),
        place=sheet.link(policy.place),
        value=None,
        stated=_stated(policy),
        issued=issued,
        deadline=None,
        result="",
        source=_source(sheet, policy.evidence),
    )
    if not ref.part:
        return row
    _, target = sheet.site.library.targets[ref]
    quiet = Sheet(sheet.site, sheet.path)
    written = quiet.phrase(target.as_written, target.evidence)
    end = target.deadline
    return replace(
        row,
        original=written if written and written.lang else None,
        value=quiet.value(target.value, ref, target.evidence, target.as_written),
        deadline=Day(deadline_words(end), end.edtf) if end else None,
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
    source = sheet.site.library.get(evidence[0].source, Source)
    return sheet.link(evidence[0].source, source.publisher)
