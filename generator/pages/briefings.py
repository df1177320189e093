"""All briefings by category, newest first."""

from collections.abc import Iterator

from generator.pages.blocks import as_of, page_foot
from generator.pages.briefing import teaser
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site

PATH = "briefings/index.md"


def pages(site: Site) -> Iterator[Page]:
    """The one page that lists all briefings."""
    sheet = Sheet(site, PATH)
    yield Page(
        type="briefings",
        path=PATH,
        title="Briefings",
        description="Articles written from the records, each figure with its source.",
        context={
            "title": "Briefings",
            "as_of": as_of(site),
            "total": site.facts["briefings"],
            "teasers": [
                teaser(sheet, entry.ref, is_long=True)
                for entry in site.library.briefings
            ],
            **page_foot(sheet, "Briefings"),
            "notes_of": sheet.notes(),
        },
    )
