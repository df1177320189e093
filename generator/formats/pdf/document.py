"""What one PDF says, as the JSON that its Typst template draws.

Puts an article's boxes and the facts that stand around them together: gives every
heading a level without gaps, every note its place, every inner link a target that is
there. Notes that no mark names stay as a list, so that none is lost.
"""

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from generator.formats.pdf.article import Node
from generator.formats.pdf.disputes import with_foot_notes
from generator.formats.pdf.languages import with_chinese_marked
from generator.formats.pdf.paper import lay_out
from generator.formats.pdf.soft_breaks import with_soft_breaks
from generator.formats.pdf.spacing import Box, Content
from generator.formats.pdf.tables import fitted
from generator.formats.pdf.trees import boxes, edited

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
        article, address=imprint.address, is_landscape=imprint.is_landscape
    )
    return encode("page", imprint, bind([with_title(chapter, imprint.title)]))


def encode(kind: str, imprint: Imprint, bound: "Bound") -> bytes:
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
            "address": with_soft_breaks(imprint.address),
            "commit": imprint.commit,
            "language": language,
            "region": region.lower() or None,
            "keywords": list(imprint.keywords),
            "description": imprint.description,
            "landscape": imprint.is_landscape,
            "is_long": len(imprint.title) > LONG_TITLE,
        },
        "body": bound.body,
        "notes": bound.notes,
        "marks": [box["note"] for box in boxes(bound.body) if box["k"] == "ref"],
        "row_headings": row_headings(bound.body),
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()


def row_headings(body: Content) -> list[list[list[bool]]]:
    """For each cell of each row of each table, whether it heads its row."""
    return [
        [
            [cell["th"] for cell in row]
            for rows in ([], *(group["rows"] for group in box["groups"]))
            for row in rows
        ]
        for box in boxes(body)
        if box["k"] == "table"
    ]


def day_in_words(day: date) -> str:
    """A day as the site writes it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# Chapters


def make_chapter(
    article: Node, *, address: str, key: str = "", is_landscape: bool = False
) -> Chapter:
    """The boxes of an article; the heading above its list of notes goes with the list."""
    paper = with_foot_notes(lay_out(article))
    used = {box["n"] for box in boxes(paper.body) if box["k"] == "ref"}
    rest = {n: note for n, note in paper.notes.items() if n not in used}
    body = _with_remaining_notes(with_chinese_marked(paper.body), rest)
    body = edited(body, lambda box: [_fitted(box, is_landscape=is_landscape)])
    return Chapter(key, address, body, paper.notes, is_landscape)


def _fitted(box: Box, *, is_landscape: bool) -> Box:
    return fitted(box, is_landscape=is_landscape) if box["k"] == "table" else box


def _with_remaining_notes(body: Content, rest: Mapping[str, Content]) -> Content:
    """The body with those notes that no mark names where the list of notes was."""
    kept: Content = []
    for box in body:
        if not (isinstance(box, dict) and box["k"] == "notes"):
            kept.append(box)
        elif rest:
            rows = [{"label": [f"[{n}]"], "c": note} for n, note in rest.items()]
            kept.append({"k": "facts", "rows": rows})
        elif kept and _is_heading(kept[-1]):
            kept.pop()
    return kept


def _is_heading(box: Box | str) -> bool:
    return isinstance(box, dict) and box["k"] == "h"


def with_title(chapter: Chapter, title: str) -> Chapter:
    """A chapter whose first heading is its title."""
    levels = [box["l"] for box in boxes(chapter.body) if box["k"] == "h"]
    if levels[:1] == [1]:
        return chapter
    heading: Box = {"k": "h", "l": 1, "c": [title]}
    return replace(chapter, body=[heading, *chapter.body])


# One document of chapters


@dataclass(frozen=True, slots=True)
class Bound:
    """Chapters in one document: every name apart, every inner link with a target."""

    body: Content
    notes: Mapping[str, Content]


def bind(chapters: Sequence[Chapter], *, deeper: int = 0) -> Bound:
    """Chapters in one document, their headings `deeper` by so many levels."""
    binder = _Binder(chapters)
    body: Content = []
    notes: dict[str, Content] = {}
    for chapter in chapters:
        levels = _Levels(deeper)
        notes |= {
            f"{chapter.key}#{n}": binder.note(note, chapter)
            for n, note in chapter.notes.items()
        }
        if deeper:
            flipped = chapter.is_landscape
            body.append({"k": "chapter", "id": f"{chapter.key}#", "flipped": flipped})
        body += binder.body(edited(chapter.body, levels.edit), chapter)
    for use, box in enumerate(box for box in boxes(body) if box["k"] == "ref"):
        box["use"] = use
    targets = {box["to"] for box in boxes([body, list(notes.values())]) if "to" in box}
    return Bound(
        edited(body, lambda box: _with_needed_names(box, targets)),
        {
            n: edited(note, lambda box: _with_needed_names(box, targets))
            for n, note in notes.items()
        },
    )


class _Levels:
    """Levels of headings in reading order: none skips one."""

    def __init__(self, deeper: int) -> None:
        self._last = 0
        self._deeper = deeper

    def edit(self, box: Box) -> Content:
        if box["k"] != "h":
            return [box]
        self._last = min(box["l"], self._last + 1)
        return [box | {"l": self._last + self._deeper}]


class _Binder:
    """Turns names and links of chapters into those of the document."""

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        self._names = {
            f"{chapter.key}#{box['id']}"
            for chapter in chapters
            for box in boxes([chapter.body, list(chapter.notes.values())])
            if box.get("id")
        }
        self._names |= {f"{chapter.key}#" for chapter in chapters if chapter.key}
        self._keys = {c.address: c.key for c in chapters if c.address}

    def body(self, content: Content, chapter: Chapter) -> Content:
        return edited(content, lambda box: self._edit(box, chapter))

    def note(self, content: Content, chapter: Chapter) -> Content:
        """A note, with the addresses that its links hide on the screen."""

        def edit(box: Box) -> Content:
            return [
                part
                for linked in self._edit(box, chapter)
                for part in _with_address(linked)
            ]

        return edited(content, edit)

    def _edit(self, box: Box, chapter: Chapter) -> Content:
        if box["k"] == "a":
            return self._link(box, chapter)
        if box["k"] == "ref":
            if box["n"] not in chapter.notes:
                return [box["c"]]
            return [{"k": "ref", "note": f"{chapter.key}#{box['n']}", "c": box["c"]}]
        if box.get("id"):
            return [box | {"id": f"{chapter.key}#{box['id']}"}]
        return [box]

    def _link(self, box: Box, chapter: Chapter) -> Content:
        name = self._inner_name(box, chapter)
        if name in self._names:
            return [{"k": "a", "to": name, "c": box["c"]}]
        if "url" in box:
            return [box]
        if chapter.address:
            return [{"k": "a", "url": f"{chapter.address}#{box['to']}", "c": box["c"]}]
        return list(box["c"])

    def _inner_name(self, box: Box, chapter: Chapter) -> str | None:
        if "to" in box:
            return f"{chapter.key}#{box['to']}"
        page, _, fragment = box["url"].partition("#")
        if page not in self._keys:
            return None
        name = f"{self._keys[page]}#{fragment}"
        return name if name in self._names else f"{self._keys[page]}#"


def _with_address(box: Box | str) -> Content:
    """A link to a source with its address printed behind its words."""
    if isinstance(box, str) or not (box.get("is_shown") and "url" in box):
        return [box]
    address: Box = {"k": "s", "look": "address", "c": [with_soft_breaks(box["url"])]}
    return [box | {"c": [*box["c"], " ", address]}]


def _with_needed_names(box: Box, targets: AbstractSet[str]) -> Content:
    """A box without the name that no link uses."""
    if not box.get("id") or box["id"] in targets or box["k"] == "chapter":
        return [box]
    if box["k"] == "anchor":
        return []
    return [{key: value for key, value in box.items() if key != "id"}]
