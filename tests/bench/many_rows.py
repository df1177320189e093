"""A site that is the explorer alone, over any number of made-up records."""

from pathlib import Path

from generator import pipeline
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.pages import explorer
from generator.pages.page import Edition
from generator.pages.site import Site
from generator.publish import write_tree
from generator.reading.project import read_templates
from generator.website.build import build_site
from tests.bench.generate import TARGETS
from tests.bench.run import AS_OF, project

ROWS_PER_POLICY = 1 + len(TARGETS)


def build_explorer(folder: Path, rows: int) -> Path:
    """The built site with the explorer's pages of so many policies and targets."""
    root = project(folder, str(rows // ROWS_PER_POLICY))
    checked = pipeline.check(root, AS_OF)
    assert checked.library
    assert checked.facts
    settings = Settings(AS_OF, "Measured", "https://example.org/")
    site = Site(checked.library, checked.facts, settings)
    pages = tuple(explorer.pages(site))
    edition = Edition(checked.library, checked.facts, settings, pages)
    docs = root / pipeline.DOCS
    write_tree(make_artifacts(edition, read_templates(root)), docs)
    build_site(root / "mkdocs.yml", docs, root / "site", AS_OF)
    return root / "site"
