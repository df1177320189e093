"""The structure tree of a PDF, read once into plain objects, and written back.

Knows the form in which the engine writes elements; one of another form is an error.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.formats.pdf.objects import Objects

_START = b"<</Type/StructElem"
_ELEMENT = re.compile(
    rb"<</Type/StructElem/S/(?P<kind>\w+)/P (?P<parent>\d+) 0 R(?P<about>.*?)"
    rb"(?:/A\[(?P<attributes>(?:[^()]|\(\w*\))*)\])?"
    rb"/K\[(?P<content>(?:\d+ 0 R|\d+|<</Type/\w+[^>]*>>| )*)\]"
    rb"(?:/Pg (?P<page>\d+) 0 R)?>>",
    re.DOTALL,
)
"""What is read ends with the whole, so words of a text (in `about`) are never taken for it."""
_PART = re.compile(rb"(\d+) 0 R|\d+|<<[^>]*>>")
_TOP = re.compile(rb"/Type/StructTreeRoot.*?/K\[(\d+) 0 R\]", re.DOTALL)


@dataclass(slots=True, eq=False)
class Element:
    """An element of the tree."""

    number: int
    """Of its object in the file."""
    kind: str
    """Such as `Table`."""
    parent: int
    about: bytes
    """Its name, language, title and alternative text, as the file has them."""
    attributes: bytes
    page: int | None
    """The object of the page that its own content is on."""
    parts: list["Element | bytes"] = field(default_factory=list)
    """What stands in it: elements, and content of the page."""
    is_changed: bool = False

    @property
    def kids(self) -> list["Element"]:
        """The elements directly in it."""
        return [part for part in self.parts if not isinstance(part, bytes)]

    def walk(self) -> Iterator["Element"]:
        """It and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            parts = element.parts
            waiting += [part for part in reversed(parts) if type(part) is Element]

    def has_content(self) -> bool:
        """Whether content of a page stands in it or below."""
        return any(len(one.kids) < len(one.parts) for one in self.walk())

    def rename(self, kind: str) -> None:
        """Be of another kind."""
        self.kind = kind
        self.is_changed = True

    def describe(self, attributes: bytes) -> None:
        """Have these attributes."""
        self.attributes = attributes
        self.is_changed = True

    def take(self, kid: "Element") -> None:
        """Have one more kid, at the end."""
        kid.parent = self.number
        self.parts.append(kid)
        self.is_changed = kid.is_changed = True

    def drop(self, gone: set[int]) -> None:
        """Lose the kids with these identities."""
        self.parts = [part for part in self.parts if id(part) not in gone]
        self.is_changed = True

    def written(self) -> bytes:
        """The element as an object of the file."""
        content = b" ".join(
            part if isinstance(part, bytes) else b"%d 0 R" % part.number
            for part in self.parts
        )
        return b"%b/S/%b/P %d 0 R%b%b/K[%b]%b>>" % (
            *(_START, self.kind.encode(), self.parent, self.about),
            b"/A[%b]" % self.attributes if self.attributes else b"",
            content,
            b"" if self.page is None else b"/Pg %d 0 R" % self.page,
        )


def read_structure(objects: Objects) -> Element:
    """The element of a tagged file that holds all others."""
    read = {
        number: _element(number, body)
        for number, body in objects.bodies.items()
        if body.startswith(_START)
    }
    for element, content in read.values():
        element.parts = [
            read[int(part[1])][0] if part[1] else part[0]
            for part in _PART.finditer(content)
        ]
    return read[top_number(objects)][0]


def _element(number: int, body: bytes) -> tuple[Element, bytes]:
    """An element without its parts, and the parts as the file has them."""
    found = _ELEMENT.fullmatch(body)
    if found is None:
        raise ValueError(f"an element of another form: {body[:200]!r}")
    kind, parent, about, attributes, content, page = found.groups()
    element = Element(
        *(number, kind.decode(), int(parent), about, attributes or b""),
        page=int(page) if page else None,
    )
    return element, content


def top_number(objects: Objects) -> int:
    """The number of the element that holds all others."""
    for body in objects.bodies.values():
        if body.startswith(b"<</Type/StructTreeRoot"):
            found = _TOP.search(body)
            if found is not None:
                return int(found[1])
    raise ValueError("the file has no structure")


def write_structure(objects: Objects, elements: Iterable[Element]) -> None:
    """Bring the objects up to date with the elements of the tree; all others go."""
    lost = {
        number for number, body in objects.bodies.items() if body.startswith(_START)
    }
    for element in elements:
        lost.discard(element.number)
        if element.is_changed:
            objects.bodies[element.number] = element.written()
    for number in lost:
        del objects.bodies[number]
