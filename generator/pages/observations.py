"""Every observation, by what it counts, with the targets that it can be held against.

A line holds what is counted alike: the same definition, scope and unit. Forecasts have lines of
their own, and no line is continued by another.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages import vocabulary
from generator.pages.blocks import as_of, list_downloads, page_foot
from generator.pages.charts.progress import progress_charts
from generator.pages.lists import Count, TargetLine, count, target_line
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView, ObservationView, Words
from generator.records.base import Entry
from generator.records.observation import Observation
from generator.records.policy import Target
from generator.records.publication import Indicator

_PATH = "observations/index.md"
_PUBLICATION = "publication/publication"
_OTHER = "other"

LineKey = tuple[bool, str, str, str, str]


@frozen
class ObservationLine:
    """Observations that were counted alike, oldest first."""

    definition: Words | None
    scope: str
    is_forecast: bool
    number: Count
    observations: tuple[ObservationView, ...]


@frozen
class Held:
    """A target that observations can be held against, and how they differ from it."""

    target: TargetLine
    differs: str


@frozen
class ObservationGroup:
    """Observations of one indicator, or held against one policy."""

    id: str
    heading: Words
    link: LinkView | None
    note: Words | None
    number: Count
    targets: tuple[Held, ...]
    lines: tuple[ObservationLine, ...]
    is_single: bool
    """Whether what it holds is counted in no other observation."""


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    charts = progress_charts(sheet, sorted(site.library.targets))
    groups = [*_by_indicator(sheet), *_by_policy(sheet)]
    singles = [group.id for group in groups if group.is_single]
    entries = site.library.observations
    yield Page(
        type="observations",
        path=_PATH,
        title="Observations",
        description="What was measured, estimated or forecast, and the targets it bears on.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Observations", list_downloads("observations")),
            "total": _observations(len(entries)),
            "methods": _methods(entries),
            "charts": charts,
            "groups": groups,
            "singles": singles[0] if singles else "",
            "notes_of": sheet.notes(),
        },
        search=SearchEntry("Observations"),
    )


def _observations(value: int) -> Count:
    return count("observations", value, "observation")


def _methods(entries: Sequence[Entry[Observation]]) -> list[Count]:
    """How many came about in which way."""
    found = []
    for method, words in vocabulary.METHOD.items():
        number = sum(entry.record.method == method for entry in entries)
        found.append(count(f"observations.{method}", number, words, words))
    return [one for one in found if one]


def _by_indicator(sheet: Sheet) -> Iterator[ObservationGroup]:
    """The groups of what `publication.yml` calls one indicator, in its order."""
    for indicator in sheet.site.library.publication.indicators:
        entries = [
            entry
            for entry in sheet.site.library.observations
            if entry.record.measures == indicator.id
        ]
        if entries:
            yield _indicator_group(sheet, indicator, entries)


def _indicator_group(
    sheet: Sheet, indicator: Indicator, entries: Sequence[Entry[Observation]]
) -> ObservationGroup:
    return ObservationGroup(
        id=f"indicator-{indicator.id}",
        heading=Words(indicator.title, ref=_PUBLICATION),
        link=None,
        note=sheet.words(indicator.note, _PUBLICATION),
        number=_observations(len(entries)),
        targets=_held_against(sheet, entries),
        lines=_lines(sheet, entries),
        is_single=False,
    )


def _by_policy(sheet: Sheet) -> Iterator[ObservationGroup]:
    """What is counted once: by the first record that it can be held against."""
    once = [
        entry for entry in sheet.site.library.observations if not entry.record.measures
    ]
    first = {entry.ref: _first_about(entry.record) for entry in once}
    for about in sorted({ref for ref in first.values() if ref}):
        entries = [entry for entry in once if first[entry.ref] == about]
        link = sheet.link(about)
        yield _group(sheet, f"about-{about.id}", link.words, link, entries)
    rest = [entry for entry in once if first[entry.ref] is None]
    if rest:
        heading = Words("Held against no record")
        yield _group(sheet, _OTHER, heading, None, rest)


def _first_about(observation: Observation) -> Ref | None:
    return observation.about[0].whole if observation.about else None


def _group(
    sheet: Sheet,
    name: str,
    heading: Words,
    link: LinkView | None,
    entries: Sequence[Entry[Observation]],
) -> ObservationGroup:
    return ObservationGroup(
        id=name,
        heading=heading,
        link=link,
        note=None,
        number=_observations(len(entries)),
        targets=_held_against(sheet, entries),
        lines=_lines(sheet, entries),
        is_single=True,
    )


def _held_against(
    sheet: Sheet, entries: Sequence[Entry[Observation]]
) -> tuple[Held, ...]:
    """The targets that the observations of a group can be held against."""
    known = sheet.site.library.targets
    refs = {ref for entry in entries for ref in entry.record.about if ref in known}
    return tuple(
        Held(target_line(sheet, ref), _differs(known[ref][1], ref, entries))
        for ref in sorted(refs)
    )


def _differs(target: Target, ref: Ref, entries: Sequence[Entry[Observation]]) -> str:
    """In what the observations are not the target's own count: no progress then."""
    about = [entry.record for entry in entries if ref in entry.record.about]
    values = [one.value.quantity for one in about if one.value]
    differences = {
        "scope": any(one.scope != target.scope for one in about),
        "unit": any(one.measure != target.value.quantity.measure for one in values),
        "indicator": any(one.measures != target.measures for one in about),
    }
    return " and ".join(name for name, is_so in differences.items() if is_so)


def line_key(observation: Observation) -> LineKey:
    """What observations must share to stand in one line; forecasts come last."""
    value = observation.value
    return (
        observation.method == "forecast",
        observation.definition or f"{observation.id} has no definition",
        observation.scope,
        observation.scope_note or "",
        (value.currency or value.unit or "") if value else "",
    )


def _lines(
    sheet: Sheet, entries: Iterable[Entry[Observation]]
) -> tuple[ObservationLine, ...]:
    found: dict[LineKey, list[Entry[Observation]]] = {}
    for entry in entries:
        found.setdefault(line_key(entry.record), []).append(entry)
    return tuple(_line(sheet, found[key]) for key in sorted(found))


def _line(sheet: Sheet, entries: Sequence[Entry[Observation]]) -> ObservationLine:
    oldest_first = sorted(entries, key=lambda entry: entry.record.period.sort_key)
    views = tuple(sheet.observation(entry.ref) for entry in oldest_first)
    one = oldest_first[0].record
    return ObservationLine(
        definition=views[0].definition,
        scope=vocabulary.SCOPE[one.scope],
        is_forecast=one.method == "forecast",
        number=_observations(len(views)),
        observations=views,
    )
