"""An article ready to be printed: its boxes in their final shape, its notes."""

from collections.abc import Mapping

from generator.core.frozen import frozen
from generator.formats.pdf.article import Node
from generator.formats.pdf.disputes import with_foot_notes
from generator.formats.pdf.languages import with_chinese_marked
from generator.formats.pdf.paper import lay_out
from generator.formats.pdf.soft_breaks import with_soft_breaks
from generator.formats.pdf.spacing import Box, Content
from generator.formats.pdf.tables import fitted
from generator.formats.pdf.trees import boxes, edited, retold


@frozen
class Chapter:
    """An article on paper; in a book, with the key that keeps its names apart."""

    key: str
    title: str
    address: str
    """Where the page stands in public: links to it lead here."""
    body: Content
    notes: Mapping[str, Content]
    is_landscape: bool = False


def make_chapter(
    article: Node,
    *,
    title: str,
    address: str,
    key: str = "",
    is_landscape: bool = False,
) -> Chapter:
    """An article whose first heading is its title; its notes are taken out of the body.

    The heading above the list of notes goes with the list. Notes that no mark names stay
    there, so that none is lost.
    """

    def finished(content: Content) -> Content:
        marked = retold(with_chinese_marked(content), with_soft_breaks)
        return edited(marked, lambda box: [_fitted(box, is_landscape=is_landscape)])

    paper = with_foot_notes(lay_out(article))
    used = {box["n"] for box in boxes(paper.body) if box["k"] == "ref"}
    rest = {n: note for n, note in paper.notes.items() if n not in used}
    body = finished(_with_remaining_notes(paper.body, rest))
    notes = {
        n: edited(finished(note), _with_address)
        for n, note in paper.notes.items()
        if n in used
    }
    body = edited(_titled(body, title), _without_marks)
    return Chapter(key, title, address, body, notes, is_landscape)


def _without_marks(box: Box) -> Content:
    """A title with its marks on a line of their own: contents and bookmarks have the words."""
    if box["k"] != "h":
        return [box]
    marks: Content = [one for one in boxes([box]) if one["k"] == "ref"]
    if not marks:
        return [box]
    bare = edited([box], lambda one: [] if one["k"] == "ref" else [one])
    return [*bare, {"k": "p", "c": marks}]


def _with_address(box: Box) -> Content:
    """A link to a source with its address printed behind its words."""
    if not (box.get("is_shown") and "url" in box):
        return [box]
    address: Box = {"k": "s", "look": "address", "c": [box["url"]]}
    return [box | {"c": [*box["c"], " ", address]}]


def _fitted(box: Box, *, is_landscape: bool) -> Box:
    return fitted(box, is_landscape=is_landscape) if box["k"] == "table" else box


def _with_remaining_notes(body: Content, rest: Mapping[str, Content]) -> Content:
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


def _titled(body: Content, title: str) -> Content:
    levels = [box["l"] for box in boxes(body) if box["k"] == "h"]
    if levels[:1] == [1]:
        return body
    heading: Box = {"k": "h", "l": 1, "c": [title]}
    return [heading, *body]
