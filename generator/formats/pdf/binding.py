"""Chapters in one document: names apart, links between them inside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.formats.pdf.chapters import Chapter
from generator.formats.pdf.disputes import SIGN
from generator.formats.pdf.spacing import Box, Content
from generator.formats.pdf.trees import boxes, edited

LONG_TITLE = 75
"""Titles with more characters are set smaller, as on the site."""

Run = dict[str, Any]
"""A stretch of pages of one orientation, with what stands around their `body`."""


def bind(chapters: Sequence[Chapter], *, deeper: int = 0) -> list[Run]:
    """Chapters as the runs of one document, their headings `deeper` by so many levels."""
    binder = _Binder(chapters)
    bodies = [binder.body(chapter, deeper) for chapter in chapters]
    notes = {
        f"{chapter.key}#{n}": binder.note(chapter, note)
        for chapter in chapters
        for n, note in chapter.notes.items()
    }
    everything = [*bodies, *notes.values()]
    targets = {box["to"] for box in boxes(everything) if "to" in box}

    def named(content: Content) -> Content:
        return edited(content, lambda box: _with_needed_name(box, targets))

    return [
        _around(chapter, run) | {"notes": _notes_of(run, notes, named)}
        for chapter, body in zip(chapters, bodies, strict=True)
        for run in _runs(named(body), is_landscape=chapter.is_landscape)
    ]


def _around(chapter: Chapter, run: Run) -> Run:
    where = [chapter.address]
    return run | {
        "chapter": chapter.key,
        "title": chapter.title,
        "is_long": len(chapter.title) > LONG_TITLE,
        "where": where,
    }


def _notes_of(
    run: Run, notes: Mapping[str, Content], named: Callable[[Content], Content]
) -> dict[str, Box]:
    """What stands at the foot of the run's pages: the words of each mark, and its note."""
    words = {box["note"]: box["c"] for box in boxes(run["body"]) if box["k"] == "ref"}
    return {note: _note(words[note], named(notes[note])) for note in words}


def _note(words: str, content: Content) -> Box:
    """A note; of a dispute, later pages have only the question and the way to its readings.

    Evidence stands in full on each page.
    """
    note = {"words": words, "c": content}
    is_long_dispute = words.startswith(SIGN) and len(content) > 1
    return note | {"again": [content[0], content[-1]]} if is_long_dispute else note


def _runs(body: Content, *, is_landscape: bool) -> Iterator[Run]:
    """Stretches of a chapter on pages of one orientation: a turned table is its own."""
    straight: Content = []
    for part in body:
        box: Box = {"k": "p", "c": [part]} if isinstance(part, str) else part
        if not box.get("turned"):
            straight.append(with_marks(box))
            continue
        if straight:
            yield {"flipped": is_landscape, "body": straight}
        yield {"flipped": True, "body": [with_marks(box)]}
        straight = []
    if straight:
        yield {"flipped": is_landscape, "body": straight}


def with_marks(box: Box) -> Box:
    """A box that lists the notes of its marks, and the names of places in it.

    So do its rows, items and cards.
    """
    parts: Box = {
        key: [with_marks(part) if isinstance(part, dict) else part for part in value]
        for key, value in box.items()
        if key in {"rows", "items", "cards", "groups"} and isinstance(value, list)
    }
    if "head" in box and box.get("k") != "conflict":
        parts["head_marked"] = _marked(box["head"])
    return box | parts | _marked(box)


def _marked(value: object) -> dict[str, list[str]]:
    found = list(boxes(value))
    return {
        "refs": list(dict.fromkeys(box["note"] for box in found if box["k"] == "ref")),
        "names": [box["id"] for box in found if box.get("id")],
    }


class _Levels:
    """Levels of headings in reading order: none skips one."""

    def __init__(self, deeper: int) -> None:
        self._last = 0
        self._deeper = deeper

    def edit(self, box: Box) -> Content:
        if box["k"] != "h":
            return [box]
        self._last = min(box["l"], self._last + 1)
        return [box | {"l": self._last + self._deeper, "rank": self._last}]


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

    def body(self, chapter: Chapter, deeper: int) -> Content:
        """A chapter's boxes; in a book its name stands before them."""
        levels = _Levels(deeper)
        body = edited(edited(chapter.body, levels.edit), partial(self._edit, chapter))
        name: Content = (
            [{"k": "anchor", "id": f"{chapter.key}#"}] if chapter.key else []
        )
        return name + body

    def note(self, chapter: Chapter, content: Content) -> Content:
        """A note of a chapter."""
        return edited(content, partial(self._edit, chapter))

    def _edit(self, chapter: Chapter, box: Box) -> Content:
        if box["k"] == "a":
            return self._link(chapter, box)
        if box["k"] == "ref":
            if box["n"] not in chapter.notes:
                return [box["c"]]
            return [{"k": "ref", "note": f"{chapter.key}#{box['n']}", "c": box["c"]}]
        if box.get("id"):
            return [box | {"id": f"{chapter.key}#{box['id']}"}]
        return [box]

    def _link(self, chapter: Chapter, box: Box) -> Content:
        name = self._inner_name(chapter, box)
        if name in self._names:
            return [{"k": "a", "to": name, "c": box["c"]}]
        if "url" in box:
            return [box]
        if chapter.address:
            return [{"k": "a", "url": f"{chapter.address}#{box['to']}", "c": box["c"]}]
        return list(box["c"])

    def _inner_name(self, chapter: Chapter, box: Box) -> str | None:
        if "to" in box:
            return f"{chapter.key}#{box['to']}"
        page, _, fragment = box["url"].partition("#")
        if page not in self._keys:
            return self._row(chapter, page)
        name = f"{self._keys[page]}#{fragment}"
        return name if name in self._names else f"{self._keys[page]}#"

    def _row(self, chapter: Chapter, page: str) -> str | None:
        """The row of a page that stands in the book as one of a list; the list leads out."""
        above, _, last = page.rstrip("/").rpartition("/")
        key = self._keys.get(f"{above}/")
        return f"{key}#{last}" if key and key != chapter.key else None


def _with_needed_name(box: Box, targets: set[str]) -> Content:
    """A box without a name that no link uses, or that another box has had before.

    A name goes out of `targets` when it is given; browsers too go to its first place.
    """
    if not box.get("id"):
        return [box]
    if box["id"] in targets:
        targets.discard(box["id"])
        return [box]
    if box["k"] == "anchor":
        return []
    return [{key: value for key, value in box.items() if key != "id"}]
