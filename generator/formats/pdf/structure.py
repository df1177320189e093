"""The structure tree of a PDF, read once into plain objects.

Asking the file for each element again and again is slow: a book has some hundred thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass(slots=True, eq=False)
class Element:
    """An element of the tree; `entry` is what the file has."""

    entry: Any
    kind: str
    """Such as `/Table`."""
    kids: list["Element"] = field(default_factory=list)
    says_something: bool = False
    """Whether content of a page stands directly in it."""

    def walk(self) -> Iterator["Element"]:
        """It and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.kids))

    def has_content(self) -> bool:
        """Whether content of a page stands in it or below."""
        return any(element.says_something for element in self.walk())

    def rename(self, kind: str) -> None:
        """Be of another kind."""
        self.kind = kind
        self.entry.S = pikepdf.Name(kind)

    def take(self, kid: "Element") -> None:
        """Have one more kid, at the end."""
        kid.entry.P = self.entry
        if not isinstance(self.entry.get("/K"), pikepdf.Array):
            self.entry.K = pikepdf.Array(_listed(self.entry.get("/K")))
        self.entry.K.append(kid.entry)
        self.kids.append(kid)

    def drop(self, gone: set[int]) -> None:
        """Lose the kids with these identities."""
        lost = {kid.entry.objgen for kid in self.kids if id(kid) in gone}
        self.entry.K = pikepdf.Array(
            part
            for part in _listed(self.entry.get("/K"))
            if not (isinstance(part, pikepdf.Dictionary) and part.objgen in lost)
        )
        self.kids = [kid for kid in self.kids if id(kid) not in gone]


def _listed(content: Any) -> list[Any]:  # noqa: ANN401  # of pikepdf
    if content is None:
        return []
    return list(content) if isinstance(content, pikepdf.Array) else [content]


def read_structure(pdf: pikepdf.Pdf) -> Element:
    """The tree of a tagged file."""
    top = Element(pdf.Root.StructTreeRoot, "/StructTreeRoot")
    waiting = [top]
    while waiting:
        element = waiting.pop()
        for part in _listed(element.entry.get("/K")):
            kind = part.get("/S") if isinstance(part, pikepdf.Dictionary) else None
            if kind is None:
                element.says_something = True
            else:
                element.kids.append(Element(part, str(kind)))
        waiting.extend(element.kids)
    return top
