"""The objects of a PDF, as the engine writes them: read, and written compactly.

Knows the plain form that the engine writes: one table of places at the end, each object by
itself. Does not look into objects: see structure.py.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from generator.core.frozen import frozen

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_PLACE = re.compile(rb"(\d{10}) \d{5} n")
_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*)\sendobj\s*", re.DOTALL)
_TRAILER = re.compile(rb"/Root (\d+) 0 R/Info (\d+) 0 R")
_OBJECT_FORM = b"%d 0 obj\n%b\nendobj\n"
_TOGETHER = 200
"""So many objects are compressed as one."""

Written = tuple[int, bytes, Sequence[int]]
"""The number and body of what is written, and the numbers of the objects in it."""


@frozen
class Objects:
    """All objects of a file by their number."""

    head: bytes
    """What the file begins with: its version."""
    bodies: dict[int, bytes]
    root: int
    info: int


def read_objects(pdf: bytes) -> Objects:
    """The objects of a file that the engine has written."""
    start = _START.search(pdf, len(pdf) - 64)
    trailer = _TRAILER.search(pdf, pdf.rfind(b"trailer"))
    if start is None or trailer is None:
        raise ValueError("the file does not end as the engine writes it")
    end = int(start[1])
    places = sorted(int(found[1]) for found in _PLACE.finditer(pdf, end))
    bodies = dict(_body(pdf[here:there]) for here, there in pairwise([*places, end]))
    return Objects(pdf[: places[0]], bodies, int(trailer[1]), int(trailer[2]))


def _body(written: bytes) -> tuple[int, bytes]:
    found = _OBJECT.fullmatch(written)
    if found is None:
        raise ValueError(f"no object: {written[:40]!r}")
    return int(found[1]), found[2]


def packed(objects: Objects) -> bytes:
    """The file, with objects compressed together and an identifier of its content."""
    size = max(objects.bodies) + 1
    written = [objects.head]
    at = len(objects.head)
    places = {0: (0, 0, 0xFFFF)}
    for number, body, holds in _packed(objects.bodies, size):
        places[number] = (1, at, 0)
        places |= {held: (2, number, place) for place, held in enumerate(holds)}
        written.append(_OBJECT_FORM % (number, body))
        at += len(written[-1])
    number = max(places) + 1
    places[number] = (1, at, 0)
    name = hashlib.sha256(b"".join(written)).hexdigest()[:32].encode()
    table = b"".join(
        struct.pack(">BIH", *places.get(one, (0, 0, 0))) for one in range(number + 1)
    )
    about = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
        *(number + 1, objects.root, objects.info, name, name),
    )
    written.append(_OBJECT_FORM % (number, _stream(about, table)))
    written.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(written)


def _packed(bodies: dict[int, bytes], free: int) -> Iterator[Written]:
    """What is written: streams as they are, all else in streams from number `free` on."""
    small = []
    for number, body in bodies.items():
        if body.endswith(b"endstream"):
            yield number, body, []
        else:
            small.append(number)
    for first in range(0, len(small), _TOGETHER):
        numbers = small[first : first + _TOGETHER]
        yield free, _together([bodies[number] for number in numbers], numbers), numbers
        free += 1


def _together(bodies: Sequence[bytes], numbers: Sequence[int]) -> bytes:
    """Objects in one stream."""
    places = accumulate((len(body) + 1 for body in bodies), initial=0)
    pairs = zip(numbers, places, strict=False)
    index = b" ".join(b"%d %d" % pair for pair in pairs) + b"\n"
    about = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(index))
    return _stream(about, index + b"\n".join(bodies))


def _stream(about: bytes, content: bytes) -> bytes:
    small = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (
        *(about, len(small), small),
    )
