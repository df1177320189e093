"""What the blocks of an article become on paper.

A tree of boxes that the Typst template draws: each has a kind `k`, most have a content
`c`, all are plain JSON. Decides forms, never looks: sizes and colours are in
`site_templates/print/`. Runs within a line are in `runs.py`, figures in `figures.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from generator.formats.pdf import figures, lists
from generator.formats.pdf.article import Child, Node
from generator.formats.pdf.figures import elements
from generator.formats.pdf.languages import in_language
from generator.formats.pdf.names import names
from generator.formats.pdf.runs import NOTE, inline, is_mark, look_of
from generator.formats.pdf.spacing import Box, Content
from generator.formats.pdf.tables import tables
from generator.formats.pdf.trees import edited

PARAGRAPH_LOOKS = {
    "b-big": "strong",
    "b-chart__s": "dim",
    "b-cite": "cite",
    "b-dim": "dim",
    "b-facts__t": "strong",
    "b-facts__zh": "dim",
    "b-kicker": "kicker",
    "b-legend": "dim",
    "b-none": "absent",
    "b-note": "dim",
    "b-ro__c": "dim",
    "b-ro__v": "label",
    "b-stand": "stand",
    "b-zh": "original",
}
"""Paragraphs that look unlike running text, by class."""

SMALL_PRINT = frozenset({"b-dim", "b-quote", "b-tag", "b-status", "b-cert"})
"""Runs that stand on lines of their own in cells and lists, as on the screen."""

SMALL_PRINT_PLACES = frozenset({"td", "th", "li", "p"})

BLOCK_KINDS = names(
    "axis bar by cards conflict disputed drawing facts figure h key ol p position pre quote rule "
    "stretch table tags tally tiles ul warning"
)
"""Kinds of boxes that begin a line."""

SHORT_FACT = 40
"""Letters of a fact in a line of facts that stays whole."""

CONTROLS = frozenset({"b-rest", "b-more-rows"})
"""What unfolds under a label that only says so: paper does without the label."""


@dataclass(slots=True)
class Paper:
    """An article on paper: its boxes, and its notes by number."""

    body: Content = field(default_factory=list)
    notes: dict[str, Content] = field(default_factory=dict)


def lay_out(article: Node) -> Paper:
    """The boxes of an article, and the notes that stood in a list at its end."""
    return Paper(flow(article.children), dict(_notes(article)))


def flow(children: Iterable[Child]) -> Content:
    """Blocks below one another; what stands between them becomes paragraphs."""
    boxes: Content = []
    for piece in _pieces(children, frozenset()):
        if isinstance(piece, Node):
            boxes.extend(block(piece))
        elif content := inline(piece):
            boxes.append({"k": "p", "c": content})
    return lists.facts_together(boxes)


def lines(children: Iterable[Child], small_print: frozenset[str]) -> Content:
    """What a cell or an item holds: runs, with small print on lines of its own."""
    boxes: Content = []
    for piece in _pieces(children, small_print):
        if isinstance(piece, Node):
            boxes.extend(block(piece))
            continue
        run = inline(piece)
        if run and boxes and not _ends_a_line(boxes[-1]) and not _is_mark(run[0]):
            boxes.append({"k": "br"})
        boxes.extend(run)
    return boxes


def contents(node: Node) -> Content:
    """What a cell, an item or a description holds, in its look and language."""
    small_print = SMALL_PRINT if node.tag in SMALL_PRINT_PLACES else frozenset()
    content = lines(node.children, small_print)
    if node.tag in {"td", "th"}:
        content = edited(content, _as_data)
    look = look_of(node)
    if look and content:
        content = [{"k": "s", "look": look, "c": content}]
    if "lang" in node.attributes and content:
        content = [in_language(node.attributes["lang"], content)]
    name = node.attributes.get("id")
    return [{"k": "anchor", "id": name}, *content] if name else content


def _in_language_of(node: Node, box: Box | str) -> Box | str:
    """Words in the language of their element; lists and tables mark theirs inside."""
    if isinstance(box, str) or box["k"] not in {"h", "p", "quote", "by"}:
        return box
    return in_language(node.attributes["lang"], [box])


def _as_data(box: Box) -> Content:
    looks = {"figure": "strong", "comparator": "soft"}
    return [box | {"look": looks[box["look"]]} if box.get("look") in looks else box]


def block(node: Node) -> Content:
    """The boxes of one block, in its language and under its name."""
    boxes = _form_of(node)(node)
    if "lang" in node.attributes:
        boxes = [_in_language_of(node, box) for box in boxes]
    name = node.attributes.get("id")
    if not name:
        return boxes
    if len(boxes) == 1 and isinstance(boxes[0], dict) and boxes[0]["k"] == "h":
        return [boxes[0] | {"id": name}]
    return [{"k": "anchor", "id": name}, *boxes]


def _pieces(
    children: Iterable[Child], small_print: frozenset[str]
) -> Iterator[Node | list[Child]]:
    """Blocks, small print, and the runs between them."""
    run: list[Child] = []
    for child in children:
        if isinstance(child, Node) and _begins_a_line(child):
            yield run
            yield child
            run = []
        elif isinstance(child, Node) and _is_apart(child, small_print, run):
            yield run
            yield [child]
            run = []
        else:
            run.append(child)
    yield run


def _begins_a_line(node: Node) -> bool:
    if node.tag == "svg":
        return True
    return node.is_block or any(_begins_a_line(child) for child in elements(node))


def _is_apart(node: Node, small_print: frozenset[str], run: list[Child]) -> bool:
    """Whether a run takes a line of its own; a certainty stays beside its mark."""
    before = [child for child in run if not isinstance(child, str) or child.strip()]
    if "b-cert" in node.classes and before and is_mark(before[-1]):
        return False
    return bool(node.classes & small_print)


def _ends_a_line(box: Box | str) -> bool:
    return isinstance(box, dict) and box["k"] in BLOCK_KINDS


def _is_mark(box: Box | str) -> bool:
    return isinstance(box, dict) and box["k"] == "ref"


def _form_of(node: Node) -> Callable[[Node], Content]:
    for name in sorted(node.classes):
        if name in CLASS_FORMS:
            return CLASS_FORMS[name]
    return ELEMENT_FORMS.get(node.tag, _spliced)


# Containers


def _spliced(node: Node) -> Content:
    """A container without a form of its own: what it holds."""
    return flow(node.children)


def _prose(node: Node) -> Content:
    """Running text: its headings stand in the column of words, without a rule."""
    return [
        box | {"look": "text"} if isinstance(box, dict) and box["k"] == "h" else box
        for box in flow(node.children)
    ]


def _text_first(node: Node) -> Content:
    """Text and rail: on paper the rail follows the text, as on a phone's print."""
    rail = [c for c in elements(node) if "b-rail" in c.classes]
    return flow([*(c for c in node.children if c not in rail), *rail])


def _figures_head(node: Node) -> Content:
    """A heading with a remark beside it."""
    return [
        box | {"look": "dim"} if isinstance(box, dict) and box["k"] == "p" else box
        for box in flow(node.children)
    ]


def _framed(kind: str) -> Callable[[Node], Content]:
    """A block with a frame of its own around what it holds."""

    def form(node: Node) -> Content:
        content = flow(node.children)
        return [{"k": kind, "c": content}] if content else []

    return form


def _details(node: Node) -> Content:
    """What unfolds on the screen stands open on paper, under its label."""
    rest = flow(c for c in node.children if not _is(c, "summary"))
    summary = next((c for c in elements(node) if c.tag == "summary"), None)
    if summary is None or node.classes & CONTROLS:
        return rest
    label: Box = {"k": "p", "look": "label", "c": inline(summary.children)}
    return [label, *rest]


def _conflict(node: Node) -> Content:
    """A disagreement between sources, spelt out."""
    summary = next((c for c in elements(node) if c.tag == "summary"), None)
    return [
        {
            "k": "conflict",
            "is_settled": "b-conf--settled" in node.classes,
            "head": inline(summary.children) if summary else [],
            "c": flow(c for c in node.children if c is not summary),
        }
    ]


def _figure(node: Node) -> Content:
    """A figure with its caption; that of a chart has the finding and a remark."""
    boxes: Content = []
    for child in elements(node):
        if child.tag != "figcaption":
            boxes.extend(block(child))
        elif "b-chart" in node.classes:
            boxes.extend(_caption_parts(child))
        else:
            boxes.extend(_paragraph(replace(child, tag="p")))
    return boxes


def _caption_parts(node: Node) -> Iterator[Box]:
    for child in elements(node):
        look = "finding" if child.tag == "b" else "caption"
        yield {"k": "p", "look": look, "c": inline(child.children)}


def _is(child: Child, tag: str) -> bool:
    return isinstance(child, Node) and child.tag == tag


# Headings, paragraphs and lists


def _heading(node: Node) -> Content:
    content = inline(node.children)
    return [{"k": "h", "l": int(node.tag[1]), "c": content}] if content else []


def _paragraph(node: Node) -> Content:
    if any(_begins_a_line(child) for child in elements(node)):
        return flow(node.children)
    content = inline(node.children)
    if not content:
        return []
    looks = [PARAGRAPH_LOOKS[n] for n in sorted(node.classes) if n in PARAGRAPH_LOOKS]
    return [{"k": "p", "c": content, **({"look": looks[0]} if looks else {})}]


def _byline(node: Node) -> Content:
    """Short facts in one line, held apart by space; none is cut if it is short enough."""
    items: list[Content] = []
    for child in node.children:
        item = inline([child])
        is_short = isinstance(child, str) or len(child.text()) <= SHORT_FACT
        if item:
            items.append([{"k": "s", "look": "whole", "c": item}] if is_short else item)
    return [{"k": "by", "items": items}] if items else []


def _warning(node: Node) -> Content:
    icon = "check" if "b-check" in node.classes else "warn"
    return [{"k": "warning", "icon": icon, "c": inline(node.children)}]


def _preformatted(node: Node) -> Content:
    return [{"k": "pre", "text": node.text().strip("\n")}]


def _rule(_node: Node) -> Content:
    return [{"k": "rule"}]


# Notes


def _place_of_notes(_node: Node) -> Content:
    """Where the list of notes is on the page; on paper they stand at the foot."""
    return [{"k": "notes"}]


def _notes(node: Node) -> Iterator[tuple[str, Content]]:
    """Every note below a node: its number and what it says."""
    for child in elements(node):
        if "b-notes" not in child.classes:
            yield from _notes(child)
            continue
        for item in elements(child):
            note = NOTE.match("#" + item.attributes.get("id", ""))
            if note:
                yield note[1], lines(item.children, frozenset())


CLASS_FORMS: dict[str, Callable[[Node], Content]] = {
    "b-axis": figures.axis,
    "b-bar": figures.elapsed_time,
    "b-bars": partial(lists.bars, contents=contents),
    "b-by": _byline,
    "b-cards": partial(figures.cards, contents=contents),
    "b-check": _warning,
    "b-conf": _conflict,
    "b-dot": figures.position,
    "b-figs__head": _figures_head,
    "b-gantt": figures.stretch_of_time,
    "b-grid": _text_first,
    "b-key": _framed("key"),
    "b-notes": _place_of_notes,
    "b-prose": _prose,
    "b-tags": lists.tags,
    "b-tally": figures.tally,
    "b-tiles": figures.tiles,
    "b-tl": partial(lists.timeline, contents=contents),
    "b-warn": _warning,
}
"""Forms by class: they come before those by element."""

ELEMENT_FORMS: dict[str, Callable[[Node], Content]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "blockquote": _framed("quote"),
    "details": _details,
    "dl": partial(lists.facts, contents=contents),
    "figure": _figure,
    "hr": _rule,
    "nav": _paragraph,
    "ol": partial(lists.items, contents=contents),
    "p": _paragraph,
    "pre": _preformatted,
    "svg": figures.drawing,
    "table": lambda node: list(tables(node, contents)),
    "ul": partial(lists.items, contents=contents),
}
"""Forms by element; others are containers and give what they hold."""
