"""A page that is decided but not rendered, and the edition that they make up."""

from collections.abc import Mapping
from typing import Any

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.settings import Settings
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.quality import Snapshot


@frozen
class SearchEntry:
    """What search shows of a page beside its text."""

    kind: str
    """`Policy`, `Briefing`, `Place` and so on."""
    where: str = ""
    """The place, in words."""
    date: str = ""
    """ISO date, as precise as known."""
    evidence: str = ""
    """The place on the page with what carries the date, for example `dates.issued`."""
    disputes: tuple[str, ...] = ()
    """Ids of the conflicts about the date."""
    original: str = ""
    """The title in the original language."""
    also: tuple[str, ...] = ()
    """Other names, acronyms, aliases; and the names that the page lies under."""


@frozen
class Page:
    """One page of the site with all that its template prints."""

    type: str
    """Names the template: `policy` is `site_templates/pages/policy.md.j2`."""
    path: str
    """The Markdown file below docs/, for example `policies/cn-vr-2022.md`."""
    title: str
    """Plain text, for the tab, the index and search."""
    description: str
    """One plain sentence for lists and search engines."""
    context: Mapping[str, Any]
    about: Ref | None = None
    """The record that the page is about."""
    edit_path: str = ""
    """The file of ours that a reader would edit."""
    scripts: tuple[str, ...] = ()
    """Scripts of the theme that only this page loads: `tracker`, `explorer`."""
    search: SearchEntry | None = None
    """Nothing for pages that search leaves out: lists of records."""

    @property
    def url(self) -> str:
        """The address below the site's root; ends in `/`."""
        return page_url(self.path)


@frozen
class Edition:
    """All pages of the site on one day: decided, nothing rendered."""

    library: Library
    facts: Facts
    settings: Settings
    pages: tuple[Page, ...]
    trend: tuple[Snapshot, ...] = ()
    """Counts of earlier states of the records, oldest first."""


def page_url(path: str) -> str:
    """`policies/x.md` → `policies/x/`, `policies/index.md` → `policies/`."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if _is_index(stem) else f"{stem}/"


def _is_index(stem: str) -> bool:
    return stem == "index" or stem.endswith("/index")
