"""Characters that no font has are named, and pages that show them get no PDF."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.core.settings import Settings
from generator.formats.pdf.edition import Printer
from generator.formats.pdf.leaves import chapter_of
from generator.paper import MISSING, unprintable
from generator.reading.project import read_templates
from tests.conftest import AS_OF, ROOT, SiteInAString, short
from tests.projects import briefbook, lay_project

SETTINGS = Settings(AS_OF, "Smallest", "https://example.org/")
COVERED = frozenset(range(0x2600)) | frozenset(range(0x3000, 0xA000))
"""The first letters and the Han characters: no picture."""

Site = Callable[..., SiteInAString]


def test_a_character_without_a_glyph_is_named_where_it_stands(site: Site) -> None:
    """The place, the character and its name, as a warning."""
    documents = pipeline.check(site(MISSING.wrong).root, AS_OF).documents
    problems = unprintable(ROOT, documents, SETTINGS)
    assert short(problems) == [("places/nowhere.yml", 2, 21, MISSING.id)]
    assert problems[0].message == (
        "no font of the PDFs has `\N{CLASSICAL BUILDING}`, U+1F3DB CLASSICAL BUILDING: "
        "pages that show it get no PDF"
    )


def test_characters_of_the_fonts_are_no_problem(site: Site) -> None:
    """The control: Latin and Chinese are printed."""
    documents = pipeline.check(site(MISSING.right).root, AS_OF).documents
    assert unprintable(ROOT, documents, SETTINGS) == []


@pytest.mark.parametrize(
    ("example", "printed"),
    [
        (
            MISSING.right,
            ["places/nowhere.md", "policies/smallest.md", "targets/index.md"],
        ),
        (MISSING.wrong, []),
    ],
)
def test_only_pages_with_glyphs_are_printed(
    site: Site, example: str, printed: list[str]
) -> None:
    """A place that cannot be printed takes the pages along that name it."""
    printer = Printer(site(example).edition(), read_templates(ROOT))
    found = [
        path
        for path, source in printer.sources.items()
        if "sources" not in path and chapter_of(source, COVERED)
    ]
    assert found == printed


@pytest.mark.site
@pytest.mark.pdf
def test_lists_of_what_it_holds_offer_the_book(tmp_path: Path) -> None:
    """It is in the site alone, since it is made while the site is built; --no-pdf takes both."""
    pytest.importorskip("typst")
    root = lay_project(tmp_path / "project", "smallest")
    book = root / "site/book.pdf"
    offers = []
    for options in (["--pdf"], []):
        assert briefbook("build", *options, root=root).returncode == 0
        lists = [root / f"site/{name}/index.html" for name in ("briefings", "policies")]
        offers.append(
            ["../book.pdf" in one.read_text("utf-8") for one in lists]
            + [book.is_file()]
        )
    assert offers == [[True, True, True], [False, False, False]]
