"""Inline SVG for paper: known elements only, colours of paper, the faces of the site.

A drawing cannot fetch anything: elements that refer elsewhere are not in the list.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from generator.formats.pdf.names import names

if TYPE_CHECKING:
    from generator.formats.pdf.article import Node

SVG_ELEMENTS = {
    name.lower(): name
    for name in sorted(
        names(
            "svg g defs title desc path rect circle ellipse line polyline polygon text "
            "tspan clipPath linearGradient radialGradient stop"
        )
    )
}
"""Elements of a drawing by the lower-case name that an HTML parser gives them."""

SVG_ATTRIBUTES = {
    name.lower(): name
    for name in sorted(
        names(
            "aria-hidden aria-label aria-labelledby class clip-path clip-rule cx cy d "
            "dominant-baseline dx dy fill fill-opacity fill-rule font-size font-style "
            "font-weight gradientTransform gradientUnits height id lang letter-spacing "
            "lengthAdjust offset opacity points preserveAspectRatio r role rx ry "
            "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset "
            "stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width "
            "style text-anchor textLength transform viewBox width x x1 x2 y y1 y2"
        )
    )
}
"""Likewise for attributes; all others are left out, handlers and references among them."""

PAPER_COLOURS = {
    "accent": "#9c2f1f",
    "edge": "#8a8373",
    "hair": "#e9e3d8",
    "ink": "#1a2129",
    "line": "#dcd5c8",
    "link": "#0a587a",
    "mark": "#fbe7c0",
    "paper": "#ffffff",
    "soft": "#515b66",
    "sunk": "#f3efe7",
    "surface": "#ffffff",
    "ahead": "#0a587a",
    "due": "#7a3c00",
    "met": "#1b6a3b",
    "not-met": "#a1261f",
    "partly": "#5a4fa0",
    "passed": "#515b66",
}
"""The tokens of the design on paper: the light ones, on white."""

SERIES = {
    **dict.fromkeys(("c-1", "c-ahead"), "#0a587a"),
    "c-2": "#9c2f1f",
    **dict.fromkeys(("c-3", "c-partly"), "#5a4fa0"),
    "c-4": "#8a8373",
    "c-due": "#7a3c00",
    "c-met": "#1b6a3b",
    "c-not-met": "#a1261f",
    "c-passed": "#515b66",
    "c-unsearched": "#8a8373",
    "c-now": "#9c2f1f",
}
"""Colours of what a chart draws, by class, as in the theme's style sheet."""

_VARIABLE = re.compile(r"var\(\s*--(?:[bs]-)?([a-z0-9-]+)\s*(?:,\s*([^()]*))?\)")
_URL = re.compile(r"url\(\s*(?!#)[^)]*\)", re.IGNORECASE)


def svg_source(drawing: "Node") -> str:
    """The drawing as an SVG document of its own."""
    return "".join(_write(drawing, PAPER_COLOURS["ink"]))


def alternative_text(drawing: "Node") -> str:
    """What the drawing shows, in words: its title and description, else its label."""
    words = [
        child.text().strip()
        for child in drawing.children
        if not isinstance(child, str) and child.tag in {"title", "desc"}
    ]
    return ". ".join(part.rstrip(".") for part in words if part) or (
        drawing.attributes.get("aria-label", "")
    )


def _write(node: "Node", colour: str) -> Iterator[str]:
    attributes = {
        name: _paper_value(value, colour)
        for name, value in node.attributes.items()
        if not name.startswith("aria-") and name not in {"role", "class"}
    }
    if node.tag == "svg":
        attributes = {
            "xmlns": "http://www.w3.org/2000/svg",
            "font-family": "Inter, Noto Sans SC",
            "font-size": "12.5",
            "fill": colour,
        } | attributes
    attributes |= _class_look(node)
    yield f"<{node.tag}"
    for name, value in attributes.items():
        yield f' {name}="{escape(value)}"'
    yield ">"
    for child in node.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        elif child.tag not in {"title", "desc"}:
            yield from _write(child, colour)
    yield f"</{node.tag}>"


def _class_look(node: "Node") -> dict[str, str]:
    """What the theme's style sheet gives to an element of a chart, as attributes."""
    classes = node.classes
    series = [SERIES[name] for name in sorted(classes) if name in SERIES]
    colour = series[0] if series else PAPER_COLOURS["soft"]
    if node.tag in {"text", "tspan"}:
        return _text_look(classes, colour)
    look: dict[str, str] = {}
    if classes & {"c-axis", "c-grid"}:
        token = "ink" if "c-axis" in classes else "line"
        look = {"fill": "none", "stroke": PAPER_COLOURS[token], "stroke-width": "1"}
    elif "c-now" in classes:
        look = {"fill": "none", "stroke": colour, "stroke-width": "1.5"}
    elif "c-line" in classes:
        look = {"fill": "none", "stroke": colour, "stroke-width": "2"}
    elif classes & {"c-bar", "c-dot"}:
        look = {"fill": colour}
    if classes & {"is-estimate", "is-forecast", "is-derived"}:
        look |= {"stroke": colour, "stroke-width": "2"}
        if "c-line" not in classes:
            look["fill"] = PAPER_COLOURS["paper"]
    if "is-forecast" in classes:
        look["stroke-dasharray"] = "5 4"
    if "is-derived" in classes:
        look |= {"stroke-dasharray": "1 3", "stroke-linecap": "round"}
    return look


def _text_look(classes: frozenset[str], colour: str) -> dict[str, str]:
    if "c-now" in classes:
        return {"fill": colour}
    if "c-soft" in classes:
        return {"fill": PAPER_COLOURS["soft"]}
    return {}


def _paper_value(value: str, colour: str) -> str:
    """An attribute's value without variables of the style sheet and foreign addresses."""
    value = _VARIABLE.sub(
        lambda found: PAPER_COLOURS.get(found[1]) or (found[2] or colour).strip(), value
    )
    return _URL.sub("none", value).replace("currentColor", colour)
