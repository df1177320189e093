"""Every page says how to cite it, and where to say that something is wrong."""

from collections.abc import Callable

from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.library.facts import compute_facts
from generator.pages.plan import plan
from generator.reading.project import read_templates
from tests.conftest import AS_OF, ROOT, SiteInAString
from tests.html_pages import blocks, find

MakeSite = Callable[..., SiteInAString]

WITHOUT = {"home", "about", "quality_list"}
"""Pages that lead to others."""
FORGE = "https://forge.example/watch"


def test_every_page_can_be_cited_and_corrected(site: MakeSite) -> None:
    """Lists of records as well as records, with their citations as files."""
    library = site(base="typical").library()
    settings = Settings(AS_OF, "Watch", "https://watch.example/", repo_url=FORGE)
    edition = plan(library, compute_facts(library, AS_OF), settings)
    made = make_artifacts(edition, read_templates(ROOT))
    files = {one.path: one.content.decode() for one in made}

    for page in edition.pages:
        if page.type not in WITHOUT:
            html = blocks(files[page.path])
            assert len(find(html, "//*[@id='cite-h']")) == 1, page.path
            say = f"//a[starts-with(@href, '{FORGE}/issues/new')]"
            assert len(find(html, say)) > 0, page.path
            [bib] = find(html, "//a[@download][text()='BibTeX']")
            assert f"{page.url}{bib.get('href')}" in files


def test_a_list_has_a_place_for_corrections_only_with_a_forge(site: MakeSite) -> None:
    """No empty group of buttons."""
    page = blocks(site().files()["places/index.md"])

    assert find(page, "//*[contains(@class, 'b-actions')]") == []
    assert len(find(page, "//*[@id='cite-h']")) == 1


def test_lists_with_files_say_where_their_columns_are_described(site: MakeSite) -> None:
    """Lists without files do not."""
    files = site().files()
    way = "//a[text()='What the columns mean']/@href"
    assert find(blocks(files["targets/index.md"]), way) == ["../data/"]
    assert find(blocks(files["places/index.md"]), way) == []
