"""The PDFs of an edition: what hinders them, and their making in parallel processes.

A step of the pipeline of its own, since it asks the disk (template, faces, what was kept of
earlier builds) in the middle of making formats.
"""

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path

from generator.core.artifacts import Artifact
from generator.core.documents import Document
from generator.core.frozen import frozen
from generator.core.problems import Problem, Severity
from generator.core.ruledocs import RuleDoc
from generator.core.settings import Settings
from generator.formats.pdf.edition import Printer, with_downloads
from generator.formats.pdf.fonts import covered_characters, missing_characters
from generator.formats.pdf.press import is_available, make_press
from generator.formats.pdf.render import render_many, warm_up
from generator.formats.registry import Templates
from generator.pages.page import Edition
from generator.publish import Kept
from generator.reading.narrative import text_places
from generator.reading.project import read_fonts, read_print

KEPT = Path("build/kept/pdf")
PROCESSES = 2

__all__ = [
    "MISSING",
    "Printed",
    "is_available",
    "print_edition",
    "unprintable",
    "unprinted",
]


MISSING = RuleDoc(
    id="pdf.missing-character",
    severity=Severity.WARNING,
    text="Every character of a record is in one of the fonts of the PDFs.\n\n"
    "A page with a character that no font has gets no PDF, since it would show an empty "
    "box. `extra: {pdf_fonts: [fonts/my.ttf]}` in mkdocs.yml adds fonts.",
    wrong="-- places/nowhere.yml --\nid: nowhere\ntitle: {en: Nowhere \N{CLASSICAL BUILDING}}\n"
    "level: national\n",
    right="-- places/nowhere.yml --\nid: nowhere\ntitle: {en: Nowhere}\nlevel: national\n",
)


def unprintable(
    root: Path, documents: Iterable[Document], settings: Settings
) -> list[Problem]:
    """Characters of records that no font has: pages with them get no PDF."""
    covered = _covered(root, settings)
    return [one for document in documents for one in _unprintable(document, covered)]


def _covered(root: Path, settings: Settings) -> frozenset[int]:
    """The characters that the shipped and the further fonts have."""
    files = read_print(root)
    faces = [content for name, content in files.items() if not name.endswith(".typ")]
    return covered_characters([*faces, *read_fonts(root, settings).values()])


def _unprintable(document: Document, covered: frozenset[int]) -> Iterator[Problem]:
    at = text_places(document.text, document.path)
    for missing in missing_characters(document.text, covered):
        yield Problem(
            at(missing.position, 1),
            MISSING.id,
            f"no font of the PDFs has `{missing.character}`, {missing.description}: "
            "pages that show it get no PDF",
            MISSING.severity,
            help="use another character, or name a font that has it under `pdf_fonts` "
            "in mkdocs.yml",
        )


@frozen
class Printed:
    """An edition with its PDFs."""

    edition: Edition
    """Its pages offer what was printed."""
    pages: list[Artifact]
    """The PDFs of single pages."""
    book: Generator[Artifact, None, None]
    """The book, unless nothing can be printed. It is made while others do their work: taken
    from here when the site stands."""


def unprinted(edition: Edition) -> Printed:
    """An edition without PDFs."""
    return Printed(edition, [], _nothing())


def _nothing() -> Generator[Artifact, None, None]:
    yield from ()


def print_edition(root: Path, edition: Edition, templates: Templates) -> Printed:
    """The PDFs, and the edition whose pages offer them with their sizes."""
    warm_up()
    extra = read_fonts(root, edition.settings)
    press = make_press(root / "site_templates" / "print", read_print(root), extra)
    kept = Kept(root / KEPT)
    covered = _covered(root, edition.settings)
    *pages, book = Printer(edition, templates).jobs()
    made = render_many(
        *([*pages, book], press, covered),
        read=kept.read,
        write=kept.write,
        processes=PROCESSES,
    )
    pdfs = {path: pdf for path, pdf in islice(made, len(pages)) if pdf is not None}
    sizes = {path: len(pdf) for path, pdf in pdfs.items()}
    artifacts = [Artifact(path, pdf) for path, pdf in sorted(pdfs.items())]
    return Printed(with_downloads(edition, sizes), artifacts, _book(made, kept))


def _book(
    made: Iterator[tuple[str, bytes | None]], kept: Kept
) -> Generator[Artifact, None, None]:
    for path, pdf in made:
        if pdf is not None:
            yield Artifact(path, pdf)
    kept.forget_unused()
