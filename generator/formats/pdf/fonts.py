"""Which characters the fonts of the PDFs have.

Reads the character maps of font files itself: a font library at run time for two table
formats would be much for little. The engine refuses a character without a glyph; asked
beforehand, we can name the record and the character instead.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from generator.core.frozen import frozen

INVISIBLE = frozenset(
    [
        *(0x00AD, 0x034F, 0x061C, 0x180E),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),
        *(*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)),
    ]
)
"""Characters that direct the text and print nothing: they need no glyph."""


PRIVATE = frozenset([0, *range(0xE000, 0xF900), *range(0xF0000, 0x110000)])


@frozen
class MissingCharacter:
    """A character that no font has, and where it stands first."""

    character: str
    position: int
    """Index in the text, counted from 0."""

    @property
    def description(self) -> str:
        """Such as: U+1F3DB CLASSICAL BUILDING."""
        name = unicodedata.name(self.character, "a character without a name")
        return f"U+{ord(self.character):04X} {name}"


def missing_characters(text: str, covered: AbstractSet[int]) -> list[MissingCharacter]:
    """Characters of a text that no font has, each once, in the order of the text."""
    first: dict[str, int] = {}
    for position, character in enumerate(text):
        if not _is_covered(ord(character), covered):
            first.setdefault(character, position)
    return [MissingCharacter(*found) for found in first.items()]


def _is_covered(code: int, covered: AbstractSet[int]) -> bool:
    return code in covered or code in INVISIBLE or code in {0x09, 0x0A, 0x0D}


def covered_characters(fonts: Iterable[bytes]) -> frozenset[int]:
    """Code points that at least one of the font files has.

    Those for private use count as missing: nobody but the font knows what they mean, and
    PDF/A refuses them.
    """
    codes = {code for font in fonts for code in _code_points(font)}
    return frozenset(codes - PRIVATE)


class FontError(ValueError):
    """A file that is no TrueType or OpenType font, or a damaged one."""


def _code_points(font: bytes) -> Iterator[int]:
    try:
        for offset in _faces(font):
            yield from _character_map(font, _table(font, offset, b"cmap"))
    except struct.error as error:
        raise FontError("the font file ends too early") from error


def _faces(font: bytes) -> Iterator[int]:
    """Where each face of a file begins: a collection has several."""
    if font[:4] in {b"\0\1\0\0", b"OTTO", b"true"}:
        yield 0
    elif font[:4] == b"ttcf":
        (count,) = struct.unpack_from(">8xL", font)
        yield from struct.unpack_from(f">12x{count}L", font)
    else:
        raise FontError("the file is neither TrueType nor OpenType")


def _table(font: bytes, face: int, tag: bytes) -> int:
    (count,) = struct.unpack_from(">4xH", font, face)
    for record in range(face + 12, face + 12 + 16 * count, 16):
        name, offset = struct.unpack_from(">4s4xL", font, record)
        if name == tag:
            return int(offset)
    raise FontError(f"the font has no table `{tag.decode()}`")


def _character_map(font: bytes, table: int) -> Iterator[int]:
    """Code points of the Unicode maps in formats 4 and 12; others are not in use."""
    (count,) = struct.unpack_from(">2xH", font, table)
    for record in range(table + 4, table + 4 + 8 * count, 8):
        platform, offset = struct.unpack_from(">H2xL", font, record)
        (form,) = struct.unpack_from(">H", font, table + offset)
        if platform in {0, 3} and form == 4:
            yield from _format_4(font, table + offset)
        elif platform in {0, 3} and form == 12:
            yield from _format_12(font, table + offset)


def _format_4(font: bytes, start: int) -> Iterator[int]:
    (double,) = struct.unpack_from(">6xH", font, start)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    starts = struct.unpack_from(f">{count}H", font, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", font, start + 16 + 2 * double)
    ranges = start + 16 + 3 * double
    for segment, (first, last, delta) in enumerate(
        zip(starts, ends, deltas, strict=True)
    ):
        here = ranges + 2 * segment
        (offset,) = struct.unpack_from(">H", font, here)
        for code in range(first, last + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", font, here + offset + 2 * (code - first)
                )
                if not glyph:
                    continue
            if (glyph + delta) % 0x10000 and code != 0xFFFF:
                yield code


def _format_12(font: bytes, start: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">12xL", font, start)
    for group in range(groups):
        first, last, glyph = struct.unpack_from(">3L", font, start + 16 + 12 * group)
        yield from range(first if glyph else first + 1, last + 1)
