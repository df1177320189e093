"""The first page: the newest briefing, the figures that matter now, what is due next."""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.clock import ClockState, Result
from generator.pages.blocks import as_of
from generator.pages.briefing import Teaser, teaser
from generator.pages.page import Page
from generator.pages.policies import PolicyRow, policy_row
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import ConflictMark, TargetView
from generator.records.briefing import Briefing

PATH = "index.md"
CARDS = 4
LATEST = 5
DUE = 4
CONFLICTS = 3


@frozen
class Category:
    """The briefings of one category."""

    name: str
    teasers: tuple[Teaser, ...]


def pages(site: Site) -> Iterator[Page]:
    """The one home page."""
    sheet = Sheet(site, PATH)
    lead = _lead(site)
    publication = site.library.publication
    yield Page(
        type="home",
        path=PATH,
        title=site.settings.site_name,
        description=publication.description,
        context={
            "title": site.settings.site_name,
            "description": publication.description,
            "as_of": as_of(site),
            "lead": teaser(sheet, lead, is_long=True) if lead else None,
            "cards": _cards(sheet, lead),
            "latest": _latest(sheet),
            "due": _due(sheet),
            "no_result": site.facts["targets.no-result"],
            "searched": site.facts[f"targets.{Result.PASSED}"],
            "unsearched": site.facts[f"targets.{Result.UNSEARCHED}"],
            "passed": site.facts["targets.deadline-passed"],
            "total": site.facts["targets"],
            "tracker": sheet.page("targets/index.md", "The tracker"),
            "policies": sheet.page("policies/index.md", "All policies"),
            "explore": sheet.page("explorer/index.md", "explore them"),
            "conflicts": _conflicts(sheet),
            "all_conflicts": sheet.page("conflicts/index.md", "All conflicts"),
            "categories": _categories(sheet),
            "notes_of": sheet.notes(),
        },
    )


def _lead(site: Site) -> Ref | None:
    """The briefing that the publication puts on top, or the newest."""
    briefings = site.library.briefings
    newest = briefings[0].ref if briefings else None
    return site.library.publication.lead or newest


def _cards(sheet: Sheet, lead: Ref | None) -> list[TargetView]:
    """The first figures of the briefing on top."""
    figures = sheet.site.library.get(lead, Briefing).figures if lead else []
    targets = [ref for ref in figures if ref.kind == "policies"]
    return [sheet.target(ref) for ref in targets[:CARDS]]


def _latest(sheet: Sheet) -> list[PolicyRow]:
    library = sheet.site.library
    dated = [entry for entry in library.policies if entry.record.dates.published]
    dated.sort(
        key=lambda entry: (str(entry.record.dates.published), entry.record.id),
        reverse=True,
    )
    return [policy_row(sheet, entry) for entry in dated[:LATEST]]


def _due(sheet: Sheet) -> list[TargetView]:
    """The targets whose deadlines come next; national ones first on the same day."""
    facts, library = sheet.site.facts, sheet.site.library
    ahead = {ClockState.DUE, ClockState.AHEAD}
    refs = [ref for ref, clock in facts.clocks.items() if clock.state in ahead]

    def order(ref: Ref) -> tuple[int, int, bool, str]:
        days = facts.clocks[ref].days_left or 0
        depth = len(library.place_line(library.targets[ref][0].place))
        is_agreed = not library.conflicts_of.get(ref)
        return (days, depth, is_agreed, str(ref))

    return [sheet.target(ref) for ref in sorted(refs, key=order)[:DUE]]


def _conflicts(sheet: Sheet) -> list[ConflictMark]:
    """Open conflicts about the most records first."""
    entries = sorted(
        sheet.site.library.conflicts,
        key=lambda entry: (
            entry.record.resolution != "open",
            -len(entry.record.readings),
            entry.record.id,
        ),
    )
    return [sheet.conflict(entry.ref) for entry in entries[:CONFLICTS]]


def _categories(sheet: Sheet) -> list[Category]:
    """Every category with its briefings, but for the one on top."""
    named: dict[str, list[Teaser]] = {}
    for entry in sheet.site.library.briefings:
        if entry.ref == _lead(sheet.site):
            continue
        named.setdefault(entry.record.category, []).append(teaser(sheet, entry.ref))
    return [Category(name, tuple(listed)) for name, listed in sorted(named.items())]
