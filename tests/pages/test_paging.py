"""Long lists: a few hundred rows a page, and ways between the pages."""

from collections.abc import Callable
from types import ModuleType

import pytest

from generator import pipeline
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.pages import lists, policies, sources
from generator.pages.page import Edition
from generator.pages.site import Site
from generator.reading.project import read_templates
from tests.bench.generate import write_content
from tests.conftest import AS_OF, ROOT, SiteInAString
from tests.html_pages import blocks, find, one, said

MakeSite = Callable[..., SiteInAString]

MANY = 700
HEAVY = 300_000
"""Bytes of Markdown: a page of rows, not compressed."""
SETTINGS = Settings(AS_OF, "Many", "https://example.org/")
SECOND = """
    -- sources/herald.yml --
    id: herald
    title: {en: Herald}
    type: article-newspaper
    publisher: Daily Herald
    url: https://example.org/herald
    published: 2023-01-02
    language: en
    read: excerpt
    reliability: low
"""
"""A source younger than the one of the smallest site."""


def test_a_list_goes_on_on_further_pages(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two sources at one a page: each page says which rows it has, and the index has both."""
    monkeypatch.setattr(lists, "MOST", 1)
    files = site(SECOND).files()
    first, second = (
        blocks(files[path]) for path in ("sources/index.md", "sources/page/2.md")
    )

    assert [said(one(page, "//h1")) for page in (first, second)] == [
        "Sources",
        "Sources, page 2 of 2",
    ]
    assert [said(one(page, "//caption")) for page in (first, second)] == [
        "Sources, newest first, 1–1 of 2",
        "Sources, newest first, 2–2 of 2",
    ]
    assert [
        [(way.get("rel"), way.get("href")) for way in find(page, "//nav//a[@rel]")]
        for page in (first, second)
    ] == [[("next", "page/2/")], [("prev", "../../")]]
    assert one(second, "//tbody//th/a").get("href") == "../../gazette/"
    assert find(second, "//*[@data-explorer]") == []
    assert "sources/page/index.md" not in files
    assert "sources/page/2.ris" not in files
    assert "search: false" in files["sources/page/2.md"]


def test_a_list_within_the_limit_is_one_page(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many rows as a page takes: nothing is said of pages."""
    monkeypatch.setattr(lists, "MOST", 2)
    files = site(SECOND).files()

    assert find(blocks(files["sources/index.md"]), "//nav[@class='b-turn']") == []
    assert [path for path in files if "/page/" in path] == []


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site of 700 made-up policies and twice as many sources."""
    root = tmp_path_factory.mktemp("many")
    write_content(root, MANY)
    checked = pipeline.check(root, AS_OF)
    assert checked.library
    assert checked.facts
    return Site(checked.library, checked.facts, SETTINGS)


@pytest.mark.parametrize(
    ("module", "pages", "last"),
    [(policies, 3, 100), (sources, 5, 200)],
    ids=["policies", "sources"],
)
def test_no_page_of_a_long_list_is_heavy(
    many: Site, module: ModuleType, pages: int, last: int
) -> None:
    """Every page has 300 rows, the last one what is left; none is as heavy as a picture."""
    planned = tuple(module.pages(many))
    edition = Edition(many.library, many.facts, SETTINGS, planned)
    texts = [
        one.content
        for one in make_artifacts(edition, read_templates(ROOT))
        if one.path in {page.path for page in planned}
    ]

    rows = [len(find(blocks(text.decode()), "//tbody/tr")) for text in texts]
    assert rows == [lists.MOST] * (pages - 1) + [last]
    assert max(len(text) for text in texts) < HEAVY
