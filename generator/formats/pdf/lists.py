"""Lists of a page: bullets, rows, facts, bars, dates.

`contents` gives what an item holds; it is `paper.contents`, which knows all blocks.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from generator.formats.pdf import figures
from generator.formats.pdf.article import Child, Node
from generator.formats.pdf.figures import elements
from generator.formats.pdf.runs import inline
from generator.formats.pdf.spacing import Box, Content

Contents = Callable[[Node], Content]


def items(node: Node, contents: Contents) -> Content:
    """Bullets or numbers, set as running text; records in rows, with small print."""
    are_rows = bool(node.classes & {"b-list", "b-ro"})
    tag = "li" if are_rows else "dd"
    all_items = [{"c": contents(replace(item, tag=tag))} for item in elements(node)]
    start = int(node.attributes.get("start", "1"))
    look = {"look": "rows"} if are_rows else {}
    return [{"k": node.tag, "start": start, "items": all_items, **look}]


def tags(node: Node) -> Content:
    """Words side by side, each in a frame."""
    items = [inline(child.children) for child in elements(node)]
    return [{"k": "tags", "items": items}] if items else []


def facts(node: Node, contents: Contents) -> Content:
    """Labels to the left, what they say to the right."""
    rows = [
        {"label": inline(term.children), "c": contents(description)}
        for term, description in _pairs(node)
    ]
    return [{"k": "facts", "rows": rows}] if rows else []


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Terms and descriptions of a `dl`, wrapped in `div` or not."""
    term = Node("dt", {}, ())
    for child in elements(node):
        if child.tag == "div":
            yield from _pairs(child)
        elif child.tag == "dt":
            term = child
        else:
            yield term, child
            term = Node("dt", {}, ())


def bars(node: Node, contents: Contents) -> Content:
    """Counts as facts, each with a bar before its number."""
    rows = [
        {
            "label": inline(term.children),
            "c": [
                *chain.from_iterable(
                    figures.bar_of_count(c) for c in elements(description)
                ),
                *contents(description),
            ],
        }
        for term, description in _pairs(node)
    ]
    return [{"k": "facts", "look": "bars", "rows": rows}] if rows else []


def timeline(node: Node, contents: Contents) -> Content:
    """Days to the left, what happened to the right."""
    rows = [_moment(item, contents) for item in elements(node)]
    return [{"k": "facts", "look": "timeline", "rows": rows}] if rows else []


def _moment(item: Node, contents: Contents) -> Box:
    """The day with the marks beside it, and the rest."""
    date = next((child for child in elements(item) if _is_day(child)), None)
    words: list[Child] = []
    for child in item.children:
        if isinstance(child, Node) and child.tag == "div":
            words.extend(child.children)
        elif child is not date:
            words.append(child)
    return {
        "label": inline([date] if date else []),
        "c": contents(replace(item, tag="li", children=tuple(words))),
    }


def _is_day(node: Node) -> bool:
    return node.tag == "time" or "b-tl__d" in node.classes


def facts_together(boxes: Content) -> Content:
    """Lists of facts that follow each other become one: the screen folds the second."""
    joined: Content = []
    for box in boxes:
        last = joined[-1] if joined else None
        if isinstance(box, dict) and isinstance(last, dict) and _are_facts(last, box):
            joined[-1] = last | {"rows": [*last["rows"], *box["rows"]]}
        else:
            joined.append(box)
    return joined


def _are_facts(one: Box, other: Box) -> bool:
    kinds = (one["k"], one.get("look"), other["k"], other.get("look"))
    return kinds == ("facts", None, "facts", None)
