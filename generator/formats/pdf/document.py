"""What one PDF says, as the JSON that its Typst template draws.

Puts an article's boxes and the facts that stand around them together. What happens to
the article is in `chapters.py` and `binding.py`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.formats.pdf.article import Node
from generator.formats.pdf.binding import Run, bind
from generator.formats.pdf.chapters import make_chapter
from generator.formats.pdf.spacing import Content
from generator.formats.pdf.trees import boxes

LONG_TITLE = 75
"""Titles with more characters are set smaller, as on the site."""
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
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article ready to be printed, with the prefix that keeps its names apart."""

    key: str
    address: str
    body: Content
    notes: Mapping[str, Content]
    is_landscape: bool = False


def make_document(article: Node, imprint: Imprint) -> bytes:
    """The document of one page."""
    chapter = make_chapter(
        article,
        title=imprint.title,
        address=imprint.address,
        is_landscape=imprint.is_landscape,
    )
    return encode("page", imprint, bind([chapter]))


def encode(kind: str, imprint: Imprint, runs: list[Run]) -> bytes:
    """The JSON of a document; equal documents have equal bytes."""
    language, _, region = imprint.language.partition("-")
    document = {
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
            "is_long": len(imprint.title) > LONG_TITLE,
        },
        "runs": runs,
        "tables": table_rows(runs),
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()


def table_rows(runs: list[Run]) -> list[list[list[bool]]]:
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
