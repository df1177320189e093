"""Shapes of a drawing in whole units, each with the class that colours it.

No colour and no font is named here: the theme's style sheet knows the classes.
"""

from dataclasses import dataclass, field
from unicodedata import east_asian_width

from generator.core.frozen import frozen

WIDE = 760
NARROW = 360
MOST = 60
"""Rows that can be read; more are read in a table."""
_LETTER = 6.7
_HAN = 12.5
"""Widths of a letter and a Chinese character at 12.5 units, on the safe side."""


@frozen
class Box:
    """A bar."""

    x: int
    y: int
    width: int
    height: int
    look: str


@frozen
class Stroke:
    """A straight line."""

    x1: int
    y1: int
    x2: int
    y2: int
    look: str


@frozen
class Dot:
    """A point."""

    x: int
    y: int
    radius: int
    look: str


@frozen
class Label:
    """A line of text on its base line."""

    x: int
    y: int
    words: str
    look: str = "c-text"
    anchor: str = "start"
    """`start`, `middle` or `end`: which part of the text stands at `x`."""
    ref: str = ""
    """The record that the words come from."""
    fact: str = ""
    """The fact that the words state; one of the two is filled where there are digits."""
    is_heading: bool = False


@frozen
class Drawing:
    """One version of a chart."""

    width: int
    height: int
    strokes: tuple[Stroke, ...]
    boxes: tuple[Box, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Canvas:
    """A drawing in the making; `y` is how far down it has come."""

    width: int
    y: int = 0
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    @property
    def is_narrow(self) -> bool:
        """Whether names stand above their bars instead of beside them."""
        return self.width < WIDE

    def drawing(self) -> Drawing:
        """The finished drawing, with a little room below."""
        return Drawing(
            self.width,
            self.y + 6,
            tuple(self.strokes),
            tuple(self.boxes),
            tuple(self.dots),
            tuple(self.labels),
        )


def width_of(text: str) -> int:
    """About how wide a text is, in units of the drawing."""
    return round(sum(_HAN if _is_wide(sign) else _LETTER for sign in text))


def lines_of(text: str, width: int) -> list[str]:
    """A text in lines that are not wider than `width`; nothing for no text."""
    lines: list[str] = []
    for word in text.split(" ") if text else ():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _is_wide(sign: str) -> bool:
    return east_asian_width(sign) in {"W", "F"}
