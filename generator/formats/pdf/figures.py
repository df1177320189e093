"""Figures of a page: cards, counts, bars and drawings."""

import re
from collections.abc import Callable, Iterator

from generator.formats.pdf.article import Child, Node
from generator.formats.pdf.drawings import alternative_text, svg_source
from generator.formats.pdf.runs import inline, state_of
from generator.formats.pdf.spacing import Box, Content

Contents = Callable[[Node], Content]

CARD_ROWS = {
    "b-card__j": "place",
    "b-card__n": "value",
    "b-card__m": "what",
    "b-card__z": "original",
    "b-card__d": "by",
    "b-bar": "bar",
    "b-status": "status",
    "b-conf": "conflict",
}
"""Rows of a figure card by class; cards in a row share their heights."""

_PLACE = re.compile(r"--([rc]):\s*(\d+)")
_SHADE = re.compile(r"b-tile--([0-4])")
_PERCENT = re.compile(r"--([a-z]+):\s*(-?\d+(?:\.\d+)?)%")


def cards(node: Node, contents: Contents) -> Content:
    """Figure cards side by side."""
    all_cards = [
        {
            "k": "card",
            "id": child.attributes.get("id"),
            "rows": list(_card_rows(child, contents)),
        }
        for child in elements(node)
    ]
    return [{"k": "cards", "cards": all_cards}] if all_cards else []


def _card_rows(card: Node, contents: Contents) -> Iterator[Box]:
    for child in elements(card):
        rows = [CARD_ROWS[name] for name in sorted(child.classes) if name in CARD_ROWS]
        row = rows[0] if rows else "other"
        if row == "value":
            yield {"row": row, "c": _card_value(child)}
        elif child.tag == "p":
            yield {"row": row, "c": contents(child)}
        else:
            yield {"row": row, "c": contents(Node("li", {}, (child,)))}


def _card_value(node: Node) -> Content:
    """Comparator, number and unit of a card, each on a line of its own."""
    boxes: Content = []
    for child in _parts_of_value(node):
        content = inline([child])
        if not content:
            continue
        if isinstance(child, Node):
            content = _as_part_of_value(child, content)
        if boxes:
            boxes.append({"k": "br"})
        boxes.extend(content)
    return boxes


def _as_part_of_value(node: Node, content: Content) -> Content:
    looks = {"b-cmp": "soft", "b-words": "phrase"}
    look = next((looks[name] for name in sorted(node.classes) if name in looks), "")
    if node.tag == "b":
        look = look or "number"
    return [{"k": "s", "look": look, "c": inline(node.children)}] if look else content


def _parts_of_value(node: Node) -> Iterator[Child]:
    for child in node.children:
        if isinstance(child, Node) and child.tag == "data":
            yield from _parts_of_value(child)
        else:
            yield child


def tiles(node: Node) -> Content:
    """Squares with a count: at their places on a schematic map, or one after another."""
    items: list[Box] = []
    for child in elements(node):
        at = dict(_PLACE.findall(child.attributes.get("style", "")))
        classes = " ".join(part.attributes.get("class", "") for part in _below(child))
        shade = _SHADE.search(classes)
        items.append(
            {
                "row": int(at.get("r", 0)),
                "column": int(at.get("c", 0)),
                "shade": int(shade[1]) if shade else 0,
                "c": inline(child.children),
            }
        )
    return [{"k": "tiles", "items": items}] if items else []


def tally(node: Node) -> Content:
    """Counts side by side, each with its words under its number."""
    items = []
    for child in elements(node):
        number = next((part for part in _below(child) if part.tag == "b"), None)
        words = inline([_without(child, number)])
        state = state_of(child, "b-tally__i--")
        count = inline(number.children) if number else []
        items.append({"n": count, "state": state, "c": words})
    return [{"k": "tally", "items": items}] if items else []


def _without(node: Node, left_out: Node | None) -> Node:
    children = tuple(
        child if isinstance(child, str) else _without(child, left_out)
        for child in node.children
        if child is not left_out
    )
    return Node(node.tag, node.attributes, children)


def elapsed_time(node: Node) -> Content:
    """A bar of elapsed time with its sentence as alternative text."""
    share = shares(node).get("w")
    return [] if share is None else [{"k": "bar", "w": share, "alt": _label(node)}]


def stretch_of_time(node: Node) -> Content:
    """The time between two days on a shared axis, and the part of it that has gone."""
    at = shares(node)
    if not {"a", "z"} <= at.keys():
        return []
    state = state_of(node, "b-gantt--")
    ends = {"a": at["a"], "z": at["z"], "e": at.get("e", 0.0)}
    return [{"k": "stretch", **ends, "state": state, "alt": _label(node)}]


def position(node: Node) -> Content:
    """A reading on the scale of its conflict: a dot, or a bar for a range."""
    at = shares(node)
    if "a" not in at:
        return []
    is_range = "b-dot--range" in node.classes
    return [
        {
            "k": "position",
            "a": at["a"],
            "z": at.get("z", at["a"]) if is_range else at["a"],
            "is_open": "b-dot--open" in node.classes,
            "alt": _label(node),
        }
    ]


def axis(node: Node) -> Content:
    """Labels along a scale."""
    marks = [
        {"at": at, "c": inline(child.children)}
        for child in elements(node)
        if (at := shares(child).get("x")) is not None
    ]
    return [{"k": "axis", "marks": marks}] if marks else []


def bar_of_count(node: Node) -> Content:
    """A bar that shows the number beside it again; it says nothing more."""
    share = shares(node).get("w")
    return [] if share is None else [{"k": "bar", "w": share, "alt": ""}]


def drawing(node: Node) -> Content:
    """A chart; of its two widths the wide one, as on a large screen."""
    if "b-svg--narrow" in node.classes:
        return []
    alt = alternative_text(node)
    return [{"k": "drawing", "svg": svg_source(node), "alt": alt}]


def shares(node: Node) -> dict[str, float]:
    """Percentages that a block gives its style sheet, its children's included."""
    found: dict[str, float] = {}
    for child in elements(node):
        found |= shares(child)
    for name, number in _PERCENT.findall(node.attributes.get("style", "")):
        found[name] = float(number)
    return found


def elements(node: Node) -> Iterator[Node]:
    """What stands directly in a node, without the text between."""
    return (child for child in node.children if isinstance(child, Node))


def _below(node: Node) -> Iterator[Node]:
    for child in elements(node):
        yield child
        yield from _below(child)


def _label(node: Node) -> str:
    return node.attributes.get("aria-label", "")
