"""Runs within a line: what inline elements become on paper."""

import re
from collections.abc import Iterable, Iterator

from generator.formats.pdf.article import Child, Node
from generator.formats.pdf.names import names
from generator.formats.pdf.spacing import Box, Content, tidy

STATES = names("ahead due passed met partly not-met unclear undated")

LOOKS = {
    "b-cert": "dim",
    "b-cmp": "soft",
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

REGIONS = {"Hans": "cn", "Hant": "tw", "CN": "cn", "TW": "tw", "HK": "hk", "MO": "mo"}
"""The engine tells scripts apart by regions."""

NOTE = re.compile(r"#note-(\d+)$")


def inline(children: Iterable[Child]) -> Content:
    """Runs within a line, blanks as a browser shows them."""
    return tidy(list(_runs(children)))


def in_language(tag: str, content: Content) -> Box:
    """Content in another language than the text around it."""
    language, _, rest = tag.partition("-")
    region = next((REGIONS[part] for part in rest.split("-") if part in REGIONS), None)
    if language == "zh" and region is None:
        region = "cn"
    return {"k": "lang", "l": language, "r": region, "c": content}


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
    """Whether it is an evidence mark such as [3]."""
    return isinstance(child, Node) and "b-ev" in child.classes


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
    return [{"k": "s", "look": look, "c": content}] if look else content


def _link(node: Node) -> Content:
    href = node.attributes.get("href")
    note = NOTE.match(href or "")
    if note and is_mark(node):
        return [{"k": "ref", "n": note[1], "c": node.text().strip()}]
    content: Content = list(_runs(node.children))
    look = look_of(node)
    if look and content:
        content = [{"k": "s", "look": look, "c": content}]
    if href is None or not content:
        return content
    where = {"to": href[1:]} if href.startswith("#") else {"url": href}
    shown = {"is_shown": True} if "b-src" in node.classes else {}
    return [{"k": "a", **where, **shown, "c": content}]
