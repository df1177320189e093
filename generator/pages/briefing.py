"""A briefing: headline, key points, figures, text, and everything it rests on."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from markdown.extensions.toc import slugify, unique

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import date_words
from generator.library.library import Library
from generator.pages.addresses import page_of
from generator.pages.blocks import (
    FactRow,
    actions,
    as_of,
    mentions,
    page_downloads,
    record_line,
)
from generator.pages.charts.briefing_chart import briefing_chart
from generator.pages.charts.chart import Chart
from generator.pages.citing import cite
from generator.pages.comments import comments_on
from generator.pages.page import Page, SearchEntry
from generator.pages.policy import facts_of
from generator.pages.prose import Prose, headline, plain, prose
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Day, LinkView, Mark, ObservationView, TargetView
from generator.records.base import Entry
from generator.records.briefing import Briefing
from generator.records.event import Event

LEAD_FACTS = frozenset({"Place", "Issued by", "Document", "Published", "Period"})
"""Rows of the policy's fact box that stand beside a briefing; its page has the rest."""
CARDS = 6
"""Figures beyond these stand in a table."""


@frozen
class Figure:
    """A figure at a glance: a target or an observation."""

    target: TargetView | None = None
    observation: ObservationView | None = None


@frozen
class Moment:
    """A line of the briefing's timeline."""

    day: Day
    last: date
    link: LinkView
    place: str
    state: str = ""
    marks: tuple[Mark, ...] = ()


@frozen
class Teaser:
    """A briefing in a list."""

    category: str
    link: LinkView
    day: Day
    headline: Prose
    standfirst: Prose
    """Nothing where the list leaves it out."""


def pages(site: Site) -> Iterator[Page]:
    """One page for each briefing."""
    for entry in site.library.briefings:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Briefing]) -> Page:
    briefing = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    context = _context(sheet, entry)
    return Page(
        type="briefing",
        path=sheet.path,
        title=plain(context["headline"]),
        description=plain(context["standfirst"]),
        context=context,
        about=entry.ref,
        edit_path=entry.document.path,
        search=SearchEntry(
            "Briefing", where=briefing.category, date=briefing.published.edtf
        ),
    )


def _context(sheet: Sheet, entry: Entry[Briefing]) -> dict[str, Any]:
    """Everything on the page, in its order, since notes are numbered on the way."""
    site, briefing = sheet.site, entry.record
    narrative = entry.document.narrative
    written = narrative.text if narrative else ""
    title_line = headline(sheet, briefing.headline)
    standfirst = prose(sheet, briefing.standfirst)
    key_points = [prose(sheet, point) for point in briefing.key_points]
    figures = [_figure(sheet, ref) for ref in briefing.figures]
    title = plain(title_line)
    return {
        "category": briefing.category,
        "headline": title_line,
        "is_long": len(title) > 75,
        "standfirst": standfirst,
        "key_points": key_points,
        "published": Day(date_words(briefing.published), briefing.published.edtf),
        "authors": ", ".join(briefing.authors),
        "line_of": record_line(sheet, entry),
        "tags": sheet.links(briefing.tags),
        "figures": figures[:CARDS],
        "more_figures": [one for one in figures[CARDS:] if one.target],
        "text": prose(sheet, written),
        "chart": _chart(sheet, briefing),
        "lead": sheet.link(briefing.policies[0]) if briefing.policies else None,
        "facts": _lead_facts(sheet, briefing),
        "headings": _headings(written),
        "claims": sheet.file_links(briefing.claims),
        "conflicts_met": [sheet.conflict(ref) for ref in _conflicts(site, entry)],
        "moments": _moments(sheet, entry),
        "comments": comments_on(sheet, entry.ref),
        "is_open": briefing.comments == "on",
        "related": [teaser(sheet, ref) for ref in briefing.related],
        "mentioned": mentions(sheet, entry.ref, ("briefings",)),
        "cite": cite(sheet, title),
        "can": actions(sheet, entry, page_downloads(entry.ref, ("json", "csv"))),
        "ref": str(entry.ref),
        "notes_of": sheet.notes(),
    }


def _chart(sheet: Sheet, briefing: Briefing) -> Chart | None:
    return briefing_chart(sheet, briefing.figures[0]) if briefing.figures else None


def _lead_facts(sheet: Sheet, briefing: Briefing) -> list[FactRow]:
    """What the fact box beside the text says of the first policy."""
    library = sheet.site.library
    leads = [one for one in library.policies if one.ref in briefing.policies[:1]]
    rows = [row for lead in leads for row in facts_of(sheet, lead)]
    return [row for row in rows if row.label in LEAD_FACTS]


def teaser(sheet: Sheet, ref: Ref, *, is_long: bool = False) -> Teaser:
    """A briefing as other pages announce it; with its standfirst where they print it."""
    briefing = sheet.site.library.get(ref, Briefing)
    return Teaser(
        category=briefing.category,
        link=sheet.link(ref, plain(prose(sheet.quiet(), briefing.headline))),
        day=Day(date_words(briefing.published), briefing.published.edtf),
        headline=headline(sheet, briefing.headline),
        standfirst=prose(sheet, briefing.standfirst) if is_long else (),
    )


def _figure(sheet: Sheet, ref: Ref) -> Figure:
    if ref.kind == "observations":
        return Figure(observation=sheet.observation(ref))
    return Figure(target=sheet.target(ref))


def _headings(text: str) -> list[tuple[str, str]]:
    """The sections of the narrative with their anchors, as Python-Markdown names them."""
    taken: set[str] = set()
    found = []
    for line in text.splitlines():
        if line.startswith("## "):
            words = line[3:].strip().rstrip("#").strip()
            found.append((words, unique(slugify(words, "-"), taken)))
    return found


def _mentioned_refs(site: Site, entry: Entry[Briefing]) -> list[Ref]:
    return sorted({link.target for link in site.library.links_from(entry.ref)})


def _conflicts(site: Site, entry: Entry[Briefing]) -> Sequence[Ref]:
    """Every conflict about something the briefing names."""
    named = _mentioned_refs(site, entry)
    about = {one for ref in named for one in site.library.conflicts_of.get(ref, ())}
    return sorted(about | {ref for ref in named if ref.kind == "conflicts"})


def shown_events(library: Library, entry: Entry[Briefing]) -> list[Entry[Event]]:
    """The events of a briefing's timeline: of its policies, and those that it names."""
    policies = set(entry.record.policies)
    named = {link.target for link in library.links_from(entry.ref)}
    return [
        event
        for event in library.events
        if set(event.record.policies) & policies or event.ref in named
    ]


def _moments(sheet: Sheet, entry: Entry[Briefing]) -> list[Moment]:
    """The events of the briefing's policies, with today among them."""
    site, policies = sheet.site, set(entry.record.policies)
    found = [
        Moment(
            day=sheet.event_day(event.ref),
            last=event.record.date.last,
            link=sheet.link(event.ref),
            place=site.title(event.record.place).text if event.record.place else "",
            state="is-here" if set(event.record.policies) & policies else "",
            marks=sheet.marks(event.record.evidence, event.ref),
        )
        for event in shown_events(site.library, entry)
    ]
    today = Moment(
        as_of(site),
        site.settings.as_of,
        sheet.page("targets/index.md", "Where the targets stand today"),
        "",
        "is-now",
    )
    return sorted([*found, today], key=lambda moment: (moment.last, moment.link.href))
