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
            [ris] = find(html, "//a[@download][text()='RIS']")
            assert f"{page.url}{ris.get('href')}" in files
            assert len(find(html, "//pre[@id='cite-b']")) == 1, page.path


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


def test_the_page_of_a_source_says_how_to_cite_the_source(site: MakeSite) -> None:
    """Its publisher, title, day and address, not ours; where its record stands comes last."""
    files = site(base="typical").files()
    page = blocks(files["sources/daily-herald.md"])
    [cited] = find(page, "//*[@id='cite-t']")
    assert cited.text_content() == (
        'Daily Herald (2022). “Anyland bets "big" on goggles: 1 in 3 homes <by 2025>”. '
        "9 Jul 2022. Read at reprints.example. https://reprints.example/herald/2022-07-09.html "
        "Recorded by Anyland Watch as of 25 Nov 2026: https://example.org/sources/daily-herald/"
    )
    [bibtex] = find(page, "//pre[@id='cite-b']")
    assert bibtex.text_content().splitlines() == [
        "@misc{briefbook-sources-daily-herald,",
        "author = {{Daily Herald}},",
        'title = {{Anyland bets "big" on goggles: 1 in 3 homes <by 2025>}},',
        "year = {2022},",
        "url = {https://reprints.example/herald/2022-07-09.html},",
        "urldate = {2026-11-25},",
        "note = {Recorded by Anyland Watch: https://example.org/sources/daily-herald/},",
        "}",
    ]


def test_a_citation_says_that_we_did_not_write_the_policy(site: MakeSite) -> None:
    """Its title stands in ours, so the citation says what the page is."""
    files = site(base="typical").files()
    [cited] = find(blocks(files["policies/any-vr-2022.md"]), "//*[@id='cite-t']")
    assert cited.text_content() == (
        "Anyland Watch (2026). “Action plan for virtual reality (2022–2025)”, record of a policy. "
        "As of 25 Nov 2026. https://example.org/policies/any-vr-2022/"
    )
    ris = files["policies/any-vr-2022/any-vr-2022.ris"]
    assert "M3  - Record of a policy" in ris.splitlines()


def test_a_source_whose_host_is_doubtful_is_cited_without_its_address(
    site: MakeSite,
) -> None:
    """And one without a day with `n.d.`."""
    text = """
        -- sources/gazette.yml --
        id: gazette
        title: {zh-Hans: 公报}
        type: legislation
        publisher: Office of Nowhere
        official: original
        url: https://doubtful.example/gazette
        link: false
        language: zh-Hans
        read: full
        reliability: high
        """
    page = blocks(site(text).files()["sources/gazette.md"])
    [cited] = find(page, "//*[@id='cite-t']")
    assert cited.text_content() == (
        "Office of Nowhere (n.d.). “公报”. "
        "Recorded by Smallest as of 25 Nov 2026: https://example.org/sources/gazette/"
    )
