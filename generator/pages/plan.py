"""The list of page types, and the plan of a whole edition."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.core.settings import Settings
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.quality import Snapshot
from generator.pages import (
    about,
    briefing,
    briefings,
    claims,
    compare,
    conflict,
    conflicts,
    data,
    explorer,
    glossary,
    home,
    observations,
    organization,
    organizations,
    place,
    places,
    policies,
    policy,
    quality,
    quality_list,
    source,
    sources,
    targets,
    timeline,
    topic,
    topics,
)
from generator.pages.page import Edition
from generator.pages.site import PagesOf, Site

PAGE_TYPES: Mapping[str, PagesOf] = MappingProxyType(
    {
        "about": about.pages,
        "briefing": briefing.pages,
        "briefings": briefings.pages,
        "claims": claims.pages,
        "compare": compare.pages,
        "conflict": conflict.pages,
        "conflicts": conflicts.pages,
        "data": data.pages,
        "explorer": explorer.pages,
        "glossary": glossary.pages,
        "home": home.pages,
        "observations": observations.pages,
        "organization": organization.pages,
        "organizations": organizations.pages,
        "place": place.pages,
        "places": places.pages,
        "policies": policies.pages,
        "policy": policy.pages,
        "quality": quality.pages,
        "quality_list": quality_list.pages,
        "source": source.pages,
        "sources": sources.pages,
        "targets": targets.pages,
        "timeline": timeline.pages,
        "topic": topic.pages,
        "topics": topics.pages,
    }
)
"""Page type, which is also the name of its module and of its template."""


def plan(
    library: Library,
    facts: Facts,
    settings: Settings,
    trend: tuple[Snapshot, ...] = (),
) -> Edition:
    """Every page of the site on one day."""
    site = Site(library, facts, settings, trend)
    pages = [page for pages_of in PAGE_TYPES.values() for page in pages_of(site)]
    pages.sort(key=lambda page: page.path)
    return Edition(library, facts, settings, tuple(pages), trend)
