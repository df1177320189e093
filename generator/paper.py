"""The PDFs of an edition: what hinders them, and their making in parallel processes.

A step of the pipeline of its own, since it asks the disk (template, faces, what was kept of
earlier builds) in the middle of making formats.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.core.artifacts import Artifact
from generator.core.documents import Document
from generator.core.problems import Problem
from generator.core.settings import Settings
from generator.formats.pdf.edition import Printer, with_downloads
from generator.formats.pdf.fonts import covered_characters, missing_characters
from generator.formats.pdf.render import is_available, make_press, render_many
from generator.formats.registry import Templates
from generator.pages.page import Edition
from generator.publish import Kept
from generator.reading.narrative import text_places
from generator.reading.project import read_fonts, read_print

KEPT = Path("build/kept/pdf")
PROCESSES = 2

__all__ = ["is_available", "print_edition", "unprintable"]


def unprintable(
    root: Path, documents: Iterable[Document], settings: Settings
) -> list[Problem]:
    """Characters of records that no shipped font has: each would be an empty box on paper."""
    files = read_print(root)
    faces = [content for name, content in files.items() if not name.endswith(".typ")]
    covered = covered_characters([*faces, *read_fonts(root, settings).values()])
    return [one for document in documents for one in _unprintable(document, covered)]


def _unprintable(document: Document, covered: frozenset[int]) -> Iterator[Problem]:
    at = text_places(document.text, document.path)
    for missing in missing_characters(document.text, covered):
        yield Problem(
            at(missing.position, 1),
            "pdf.missing-character",
            f"no font of the PDFs has `{missing.character}`, {missing.description}",
            help="use another character, name a font that has it under `pdf_fonts` in "
            "mkdocs.yml, or build with `--no-pdf`",
        )


def print_edition(
    root: Path, edition: Edition, templates: Templates
) -> tuple[Edition, list[Artifact]]:
    """The PDFs, and the edition whose pages offer them with their sizes."""
    extra = read_fonts(root, edition.settings)
    press = make_press(root / "site_templates" / "print", read_print(root), extra)
    kept = Kept(root / KEPT)
    jobs = list(Printer(edition, templates).jobs())
    made: Mapping[str, bytes] = dict(
        render_many(jobs, press, read=kept.read, write=kept.write, processes=PROCESSES)
    )
    kept.forget_unused()
    sizes = {path: len(content) for path, content in made.items()}
    artifacts = [Artifact(path, content) for path, content in sorted(made.items())]
    return with_downloads(edition, sizes), artifacts
