"""The page of a place: what it and the places within it promise, and what is known of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.library import by_date
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
from generator.pages.lists import (
    MOST,
    Count,
    EventLine,
    TargetGroup,
    conflict_rows,
    count,
    coverage,
    event_line,
    newest_first,
    policies_count,
    policy_list,
    target_group,
    targets_count,
    targets_of,
)
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView, ObservationView, Words
from generator.records.base import Entry
from generator.records.event import Event
from generator.records.place import Place
from generator.records.policy import Policy

SHOWN_ELSEWHERE = ("places", "policies", "events", "organizations")


@frozen
class ChildRow:
    """A place that lies in the one on the page."""

    link: LinkView
    level: str
    policies: Count
    targets: Count
    passed: Count


@frozen
class Holding:
    """What a place states itself, and what the places within it state."""

    own: list[Entry[Policy]]
    within: list[Entry[Policy]]

    @property
    def all(self) -> list[Entry[Policy]]:
        """Both."""
        return [*self.own, *self.within]


def pages(site: Site) -> Iterator[Page]:
    """One page for each place."""
    for entry in site.library.places:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Place]) -> Page:
    place = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    title = site.title(entry.ref)
    original = site.original(place, entry.ref)
    holding = holding_of(site, entry.ref)
    return Page(
        type="place",
        path=sheet.path,
        title=title.text,
        description=_description(title.text, holding, targets_of(holding.all)),
        context=_context(sheet, entry, holding),
        about=entry.ref,
        edit_path=entry.document.path,
        scripts=("tracker",),
        search=SearchEntry(
            "Place",
            where=vocabulary.LEVEL[place.level],
            original=original.text if original else "",
            also=(
                *place.aka,
                *site.names(site.library.place_line(entry.ref)[:-1]),
            ),
        ),
    )


def _context(sheet: Sheet, entry: Entry[Place], holding: Holding) -> dict[str, Any]:
    """Everything on the page, in its order, since notes are numbered on the way."""
    site, place, library = sheet.site, entry.record, sheet.site.library
    title = site.title(entry.ref)
    original = site.original(place, entry.ref)
    refs = targets_of(holding.all)
    about = [entry.ref, *(policy.ref for policy in holding.all), *refs]
    within = holding.within
    within_refs = targets_of(within)
    return {
        "title": title,
        "original": original,
        "crumbs_of": sheet.links(library.place_line(entry.ref)[:-1]),
        "level": vocabulary.LEVEL[place.level],
        "line": record_line(sheet, entry),
        "can": actions(sheet, entry),
        "facts": list(_facts(sheet, entry)),
        "own_count": policies_count(len(holding.own)),
        "within_count": policies_count(len(holding.within)),
        "places_within": count(
            "places", len(library.places_within(entry.ref)) - 1, "place"
        ),
        "coverage": coverage(site, refs),
        "own": _own_group(sheet, entry, holding),
        "within": _groups(sheet, within) if len(within_refs) <= MOST else [],
        "within_targets": targets_count(len(within_refs)),
        "tracker": sheet.page("targets/index.md", "tracker"),
        "policies": policy_list(sheet, newest_first(holding.all)),
        "children": _children(sheet, entry.ref),
        "observations": _observations(sheet, about),
        "conflicts": conflict_rows(sheet, about),
        "organizations": sheet.links(library.named_by(entry.ref, "organizations")),
        "events": _events(sheet, entry.ref),
        "mentioned": mentions(sheet, entry.ref, SHOWN_ELSEWHERE),
        "cite": cite(sheet, title.text, "record of a place"),
        "notes_of": sheet.notes(),
    }


def holding_of(site: Site, place: Ref) -> Holding:
    """The policies of a place and of the places within it."""
    library = site.library
    inside = [one for one in library.places_within(place) if one != place]
    within = [e for one in inside for e in library.naming(one, "place", Policy)]
    return Holding(
        own=library.naming(place, "place", Policy),
        within=sorted(within, key=lambda entry: entry.ref),
    )


def _description(title: str, holding: Holding, refs: Sequence[Ref]) -> str:
    policies = policies_count(len(holding.all))
    targets = targets_count(len(refs))
    if not policies:
        return plain(f"{title}: no policies on record, and the records that name it.")
    return plain(
        f"{title}: {policies.counted} with {targets.counted}, "
        "what became of them, and where sources disagree."
    )


def _facts(sheet: Sheet, entry: Entry[Place]) -> Iterator[FactRow]:
    place, ref = entry.record, str(entry.ref)
    note = sheet.words(place.iso_note, ref)
    yield FactRow("Level", words=(Words(vocabulary.LEVEL[place.level]),))
    yield FactRow(
        "Lies in",
        links=(sheet.link(place.parent),) if place.parent else (),
        missing="" if place.parent else "no larger place is recorded",
    )
    yield FactRow(
        "ISO code",
        words=tuple(filter(None, (sheet.words(place.iso3166, ref), note))),
        missing="" if place.iso3166 or note else "no code of its own",
    )
    if place.gbt2260:
        yield FactRow("GB/T code", words=(Words(place.gbt2260, ref=ref),))
    for same in place.same_as:
        yield FactRow(same.scheme.capitalize(), words=(Words(same.id, ref=ref),))
    if place.aka:
        yield FactRow("Also", words=(Words(", ".join(place.aka), ref=ref),))


def _own_group(
    sheet: Sheet, entry: Entry[Place], holding: Holding
) -> list[TargetGroup]:
    refs = targets_of(newest_first(holding.own))
    if not refs:
        return []
    return [target_group(sheet, "own", sheet.site.title(entry.ref), refs)]


def _groups(sheet: Sheet, policies: Sequence[Entry[Policy]]) -> list[TargetGroup]:
    """The targets of the places within, one group for each place that states some."""
    places = {entry.record.place for entry in policies}
    ordered = sorted(places, key=lambda ref: (sheet.site.title(ref).text, ref))
    groups = []
    for place in ordered:
        of_place = [entry for entry in policies if entry.record.place == place]
        refs = targets_of(newest_first(of_place))
        if refs:
            link = sheet.link(place)
            groups.append(target_group(sheet, f"in-{place.id}", link.words, refs, link))
    return groups


def _children(sheet: Sheet, place: Ref) -> list[ChildRow]:
    """The places directly in this one; their counts include what lies in them."""
    library = sheet.site.library
    rows = []
    for entry in library.naming(place, "parent", Place):
        policies = holding_of(sheet.site, entry.ref).all
        of_all = coverage(sheet.site, targets_of(policies))
        rows.append(
            ChildRow(
                link=sheet.link(entry.ref),
                level=vocabulary.LEVEL[entry.record.level],
                policies=policies_count(len(policies)),
                targets=of_all.targets,
                passed=of_all.passed,
            )
        )
    return sorted(rows, key=lambda row: (-row.policies.value, row.link.words.text))


def _observations(sheet: Sheet, about: Sequence[Ref]) -> list[ObservationView]:
    """What can be held against these policies and targets, oldest first."""
    known = sheet.site.facts.observations_of
    found = {one for ref in about for one in known.get(ref, ())}
    views = [sheet.observation(one) for one in sorted(found)]
    return sorted(views, key=lambda view: (view.period.iso, view.id))


def _events(sheet: Sheet, place: Ref) -> list[EventLine]:
    library = sheet.site.library
    inside = library.places_within(place)
    events = [e for one in inside for e in library.naming(one, "place", Event)]
    return [event_line(sheet, entry) for entry in sorted(events, key=by_date)]
