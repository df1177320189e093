"""What one PDF says, as the JSON that its Typst template draws.

Puts an article's boxes and the facts that stand around them together. What happens to
the article is in `chapters.py` and `binding.py`, what stands on which page in `paging.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.core.frozen import frozen
from generator.formats.pdf.binding import Run, bind
from generator.formats.pdf.chapters import Chapter
from generator.formats.pdf.paging import Document
from generator.formats.pdf.trees import boxes

MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What stands around the words: title page, running heads, metadata."""

    title: str
    publication: str
    """The name of the site."""
    publisher: str
    as_of: date
    address: str
    """Where the page stands in public; empty if it stands nowhere yet."""
    commit: str = ""
    """The commit that it was made from, abbreviated; empty if unknown."""
    language: str = "en-GB"
    keywords: tuple[str, ...] = ()
    description: str = ""


@frozen
class Part:
    """Chapters under one title: `Briefings`, `Policies: China`."""

    title: str
    chapters: tuple[Chapter, ...]


def page_document(chapter: Chapter, imprint: Imprint) -> Document:
    """The document of one page."""
    return _document("page", imprint, bind([chapter]))


def book_document(parts: Sequence[Part], imprint: Imprint) -> Document:
    """The document of the whole book; parts without chapters are left out.

    A cover, the contents with page numbers, the parts. Links between the chapters stay
    inside it. They are the same articles that have PDFs of their own, and look the same.
    """
    filled = [part for part in parts if part.chapters]
    chapters = [chapter for part in filled for chapter in part.chapters]
    return _document("book", imprint, _in_parts(bind(chapters, deeper=1), filled))


def together(documents: Sequence[Document]) -> Document:
    """The runs of several documents in one, to be planned at once."""
    return documents[0] | {"runs": [run for one in documents for run in one["runs"]]}


def _in_parts(runs: list[Run], parts: Sequence[Part]) -> list[Run]:
    """The runs of the book; the first of each part says which part begins."""
    starts = {part.chapters[0].key: part.title for part in parts}
    return [
        run | ({"part": title} if (title := starts.pop(run["chapter"], "")) else {})
        for run in runs
    ]


def _document(kind: str, imprint: Imprint, runs: list[Run]) -> Document:
    language, _, region = imprint.language.partition("-")
    return {
        "kind": kind,
        "about": {
            "title": imprint.title,
            "publication": imprint.publication,
            "publisher": imprint.publisher,
            "as_of": imprint.as_of.isoformat(),
            "as_of_words": day_in_words(imprint.as_of),
            "address": imprint.address,
            "commit": imprint.commit,
            "language": language,
            "region": region.lower() or None,
            "keywords": list(imprint.keywords),
            "description": imprint.description,
        },
        "runs": runs,
        "tables": _table_rows(runs),
    }


def _table_rows(runs: list[Run]) -> list[list[list[bool]]]:
    """For each cell of each row of each table, whether it heads its row."""
    return [
        [
            [cell["th"] for cell in line]
            for group in box["groups"]
            for row in group["rows"]
            for line in row["lines"]
        ]
        for box in boxes([run["body"] for run in runs])
        if box["k"] == "table"
    ]


def day_in_words(day: date) -> str:
    """A day as the site writes it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
