"""How the site is made, for readers who know no YAML."""

from collections.abc import Iterator

from generator.library.clock import DUE_WITHIN
from generator.pages.addresses import relative_file
from generator.pages.blocks import as_of
from generator.pages.page import Page, SearchEntry
from generator.pages.site import Site
from generator.pages.views import FileLink, Words
from generator.pages.vocabulary import CERTAINTY, COMMITMENT, STATUS, VERDICT

PATH = "about/index.md"

LINKS = {
    "tracker": ("targets/index.md", "The tracker"),
    "compare": ("compare/index.md", "The comparison"),
    "conflicts": ("conflicts/index.md", "The list of conflicts"),
    "claims": ("claims/index.md", "Reported and official"),
    "sources": ("sources/index.md", "the sources"),
    "glossary": ("glossary/index.md", "the glossary"),
    "timeline": ("timeline/index.md", "The timeline"),
    "observations": ("observations/index.md", "the observations"),
    "topics": ("topics/index.md", "the topics"),
    "organizations": ("organizations/index.md", "the organizations"),
    "data": ("data/index.md", "The data and its columns"),
    "quality": ("quality/index.md", "The quality sheet"),
    "sheet": ("quality/index.md", "the quality sheet"),
}


def pages(site: Site) -> Iterator[Page]:
    """The one page about the method."""
    publication = site.library.publication
    yield Page(
        type="about",
        path=PATH,
        title="How this is made",
        description="What the records say, how they are checked, and what the marks mean.",
        context={
            "title": "How this is made",
            "as_of": as_of(site),
            "facts": site.facts.named,
            "due_within": DUE_WITHIN,
            "status": STATUS,
            "certainty": CERTAINTY,
            "commitment": COMMITMENT,
            "verdicts": VERDICT,
            "licences": publication.licences,
            "publisher": publication.publisher,
            "repo_url": site.settings.repo_url,
            "to": {
                name: FileLink(Words(words), relative_file(path, start=PATH))
                for name, (path, words) in LINKS.items()
            },
        },
        edit_path="site_templates/pages/about.md.j2",
        search=SearchEntry("Page"),
    )
