"""A file as it was read: its value with every scalar still a string, and where each part stands."""

from typing import Any

from generator.core.frozen import frozen
from generator.core.spans import PositionTree, Span


@frozen
class Narrative:
    """The Markdown below a briefing's front matter, as the author wrote it."""

    text: str
    span: Span
    """Where the text begins; its lines count on from there."""

    def position(self, offset: int, length: int = 1) -> Span:
        """The place of `length` characters from `offset` in `text`, on one line."""
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        at = self.span.line + line
        return Span(self.span.path, at, column, at, column + max(length, 1))


@frozen
class Document:
    """One file of the content folder: the right syntax, nothing known about its meaning."""

    kind: str
    """The folder, which is the kind in the plural: `policies`."""
    id: str
    """The file's name without its ending."""
    value: dict[str, Any]
    """Mappings, lists and strings; no other scalars."""
    positions: PositionTree
    narrative: Narrative | None = None
    text: str = ""
    """The whole file, for excerpts in messages."""

    @property
    def path(self) -> str:
        """The file, relative to the project's root."""
        return self.positions.span.path
