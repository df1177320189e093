"""Places in the files that authors write.

Lines and columns count from 1, columns in characters; the end is exclusive.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

Step = str | int
Loc = tuple[Step, ...]


class Span(NamedTuple):
    """A stretch of one file, for example the author's misspelt word."""

    path: str
    """Relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class PositionTree(NamedTuple):
    """Where each value of a document stands, in the shape of the value.

    A mapping's children are named by its keys, a list's by their index.
    """

    span: Span
    key_span: Span | None = None
    """Where the key of this value stands; absent for list items and the root."""
    children: Mapping[Step, "PositionTree"] = MappingProxyType({})

    def nearest(self, loc: Sequence[Step]) -> "PositionTree":
        """The deepest node on the way to `loc`; the root if nothing matches."""
        node = self
        for step in loc:
            child = node.children.get(step)
            if child is None:
                break
            node = child
        return node

    def walk(self) -> Iterator[tuple[Loc, "PositionTree"]]:
        """Every node below this one with its way from here, in the author's order."""
        for step, child in self.children.items():
            yield (step,), child
            for rest, node in child.walk():
                yield (step, *rest), node
