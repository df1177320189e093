"""The index of places: a tile map of China's provinces, tiles of other places, and a table of all.

On the map each policy counts once: with its province, or with its country or union.
"""

from collections import Counter
from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.lists import Count, count, coverage, policies_count, targets_of
from generator.pages.page import Page
from generator.pages.place import holding_of
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.tiles import TILES, tile_class
from generator.pages.views import LinkView
from generator.records.base import Entry
from generator.records.place import Place

_PATH = "places/index.md"


@frozen
class TileView:
    """One square of the map."""

    name: str
    code: str
    short: str
    row: int
    column: int
    policies: Count
    shade: int
    href: str
    """Empty where there is no record to lead to."""


@frozen
class PlaceRow:
    """One place of the table, counted with the places within it."""

    link: LinkView
    level: str
    within: LinkView | None
    own: Count
    policies: Count
    targets: Count
    passed: Count


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    counts = tile_counts(site)
    rows = sorted(
        (_row(sheet, entry) for entry in site.library.places),
        key=lambda row: (-row.policies.value, row.link.words.text),
    )
    yield Page(
        type="places",
        path=_PATH,
        title="Places",
        description="Where the policies are: provinces of China, cities, other countries.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Places"),
            "places": count("places", len(rows), "place"),
            "policies": policies_count(len(site.library.policies)),
            "provinces": list(_provinces(sheet, counts)),
            "others": list(_others(sheet, counts)),
            "rows": rows,
        },
        scripts=("tracker",),
    )


def tile_counts(site: Site) -> Counter[Ref]:
    """How many policies count with each tile."""
    return Counter(
        _tile_of(site, entry.record.place) for entry in site.library.policies
    )


def _tile_of(site: Site, place: Ref) -> Ref:
    """The nearest place around it that has a tile of its own; else the outermost."""
    line = site.library.place_line(place)
    own = (ref for ref in reversed(line) if _has_tile(site.library.get(ref, Place)))
    return next(own, line[0])


def _has_tile(place: Place) -> bool:
    return place.iso3166 in TILES or place.level in {"national", "supranational"}


def _provinces(sheet: Sheet, counts: Counter[Ref]) -> Iterator[TileView]:
    """The map, row by row from the north-west; units without a record as outlines."""
    known = {entry.record.iso3166: entry for entry in sheet.site.library.places}
    by_position = sorted(TILES.items(), key=lambda tile: (tile[1].row, tile[1].column))
    for code, tile in by_position:
        entry = known.get(code)
        policies = counts[entry.ref] if entry else 0
        yield TileView(
            name=sheet.site.title(entry.ref).text if entry else tile.name,
            code=code.removeprefix("CN-"),
            short=tile.short,
            row=tile.row,
            column=tile.column,
            policies=policies_count(policies),
            shade=tile_class(policies),
            href=sheet.link(entry.ref).href if entry else "",
        )


def _others(sheet: Sheet, counts: Counter[Ref]) -> Iterator[TileView]:
    """Countries and unions, and whatever stands in none; the most policies first."""
    library = sheet.site.library
    refs = [
        entry.ref
        for entry in library.places
        if entry.record.iso3166 not in TILES
        and _tile_of(sheet.site, entry.ref) == entry.ref
    ]
    for ref in sorted(refs, key=lambda ref: (-counts[ref], ref)):
        link = sheet.link(ref)
        yield TileView(
            name=link.words.text,
            code=library.get(ref, Place).iso3166 or "",
            short="",
            row=0,
            column=0,
            policies=policies_count(counts[ref]),
            shade=tile_class(counts[ref]),
            href=link.href,
        )


def _row(sheet: Sheet, entry: Entry[Place]) -> PlaceRow:
    holding = holding_of(sheet.site, entry.ref)
    of_all = coverage(sheet.site, targets_of(holding.all))
    parent = entry.record.parent
    return PlaceRow(
        link=sheet.link(entry.ref),
        level=vocabulary.LEVEL[entry.record.level],
        within=sheet.link(parent) if parent else None,
        own=count("policies.own", len(holding.own), "policy", "policies"),
        policies=policies_count(len(holding.all)),
        targets=of_all.targets,
        passed=of_all.passed,
    )
