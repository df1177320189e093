"""Runs within a line: what inline elements become on paper."""

import re
from collections.abc import Iterable, Iterator

from generator.formats.pdf.article import Child, Node
from generator.formats.pdf.languages import in_language
from generator.formats.pdf.names import names
from generator.formats.pdf.spacing import Box, Content, glued, tidy
from generator.formats.pdf.trees import edited

STATES = names("ahead due passed unsearched met partly not-met unclear undated")

LOOKS = {
    "b-cert": "dim",
    "b-cmp": "comparator",
    "b-dim": "dim",
    "b-group__y": "group",
    "b-nb": "whole",
    "b-none": "absent",
    "b-pill": "pill",
    "b-quote": "soft",
    "b-tag": "tag",
    "b-words": "strong",
}
"""Runs that look unlike their surroundings, by class."""

ELEMENT_LOOKS = {
    "b": "strong",
    "cite": "em",
    "code": "code",
    "del": "struck",
    "dfn": "em",
    "em": "em",
    "i": "em",
    "kbd": "code",
    "s": "struck",
    "samp": "code",
    "small": "dim",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
    "var": "em",
}
"""Likewise by element; others have no look of their own."""

NOTE = re.compile(r"#note-(\d+)$")


def inline(children: Iterable[Child]) -> Content:
    """Runs within a line, blanks as a browser shows them, marks beside their words."""
    return glued(tidy(list(_runs(children))))


def look_of(node: Node) -> str:
    """The look that a run's class or element gives it; empty if none."""
    looks = [LOOKS[name] for name in sorted(node.classes) if name in LOOKS]
    return looks[0] if looks else ELEMENT_LOOKS.get(node.tag, "")


def state_of(node: Node, prefix: str) -> str:
    """The state in a class such as `b-status--due`."""
    for name in sorted(node.classes):
        if name.startswith(prefix) and name.removeprefix(prefix) in STATES:
            return name.removeprefix(prefix)
    return "passed"


def is_mark(child: Child) -> bool:
    """Whether it is a mark such as [3], of evidence or of a dispute."""
    return isinstance(child, Node) and bool(child.classes & {"b-ev", "b-dis"})


def _runs(children: Iterable[Child]) -> Iterator[Box | str]:
    for child in children:
        if isinstance(child, str):
            yield child
        else:
            yield from _run(child)


def _run(node: Node) -> Content:
    content = _run_content(node)
    if "lang" in node.attributes and content:
        content = [in_language(node.attributes["lang"], content)]
    if node.tag == "q" and content:
        content = ["“", *content, "”"]
    if name := node.attributes.get("id"):
        content = [{"k": "anchor", "id": name}, *content]
    return content


def _run_content(node: Node) -> Content:
    match node.tag:
        case "br":
            return [{"k": "br"}]
        case "wbr":
            return ["\u200b"]
        case "a":
            return _link(node)
    content = list(_runs(node.children))
    if not content:
        return []
    if "b-status" in node.classes:
        return [{"k": "status", "state": state_of(node, "b-status--"), "c": content}]
    look = look_of(node)
    if "b-val" in node.classes:
        content = edited(content, _as_figure)
    return [{"k": "s", "look": look, "c": content}] if look else content


def _as_figure(box: Box) -> Content:
    """The number of a value: bold in tables and on cards, quiet in running text."""
    return [box | {"look": "figure"} if box.get("look") == "strong" else box]


def _link(node: Node) -> Content:
    href = node.attributes.get("href")
    note = NOTE.match(href or "")
    if note and "b-ev" in node.classes:
        return [{"k": "ref", "n": note[1], "c": node.text().strip()}]
    if "b-dis" in node.classes and href:
        label = node.attributes.get("aria-label", "Sources disagree")
        return [{"k": "ref", "n": href, "c": node.text().strip(), "label": label}]
    content: Content = list(_runs(node.children))
    look = look_of(node)
    if look and content:
        content = [{"k": "s", "look": look, "c": content}]
    if href is None or not content:
        return content
    where = {"to": href[1:]} if href.startswith("#") else {"url": href}
    shown = {"is_shown": True} if "b-src" in node.classes else {}
    return [{"k": "a", **where, **shown, "c": content}]
