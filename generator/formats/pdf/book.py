"""The edition as one book: a cover, the contents with page numbers, its parts.

Links between its chapters stay inside it. The chapters are the same articles that have
PDFs of their own, and look the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.formats.pdf.article import Node
from generator.formats.pdf.binding import Run, bind
from generator.formats.pdf.chapters import make_chapter
from generator.formats.pdf.document import Imprint, encode


@dataclass(frozen=True, slots=True)
class Leaf:
    """An article of the book."""

    article: Node
    title: str
    address: str
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Articles under one title: `Briefings`, `Policies: China`."""

    title: str
    leaves: tuple[Leaf, ...]


def make_book(parts: Sequence[Part], imprint: Imprint) -> bytes:
    """The document of the whole book; parts without articles are left out."""
    filled = [part for part in parts if part.leaves]
    leaves = [leaf for part in filled for leaf in part.leaves]
    chapters = [
        make_chapter(
            leaf.article,
            key=str(number),
            title=leaf.title,
            address=leaf.address,
            is_landscape=leaf.is_landscape,
        )
        for number, leaf in enumerate(leaves, start=1)
    ]
    return encode("book", imprint, _in_parts(bind(chapters, deeper=1), filled))


def _in_parts(runs: list[Run], parts: Sequence[Part]) -> list[Run]:
    """The runs of the book; the first of each part says which part begins."""
    sizes = [len(part.leaves) for part in parts]
    starts = {
        str(sum(sizes[:place]) + 1): part.title for place, part in enumerate(parts)
    }
    return [
        run | ({"part": title} if (title := starts.pop(run["chapter"], "")) else {})
        for run in runs
    ]
