"""The characters that the shipped fonts have, and how those that they lack are named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools import ttLib

from generator.formats.pdf.fonts import (
    FontError,
    covered_characters,
    missing_characters,
)
from tests.formats.pdf.conftest import PRINT

FONTS = sorted((PRINT / "fonts").glob("*.ttf"))


@pytest.fixture(scope="module")
def covered() -> frozenset[int]:
    """Code points of all shipped fonts."""
    return covered_characters(path.read_bytes() for path in FONTS)


def missing(characters: str, covered: frozenset[int]) -> str:
    """Those of the characters that no font has."""
    return "".join(one.character for one in missing_characters(characters, covered))


def test_the_general_standard_list_is_covered(covered: frozenset[int]) -> None:
    """All 8,105 characters of 2013, rare names of persons and places among them."""
    listed = (PRINT / "fonts" / "general-standard.txt").read_text(encoding="utf-8")
    characters = listed.replace("\n", "")
    assert (len(characters), missing(characters, covered)) == (8105, "")


def test_gb_2312_and_gbk_are_covered(covered: frozenset[int]) -> None:
    """All but one Japanese sign that GBK took along and Noto Sans SC has not."""
    assert missing("".join(characters_of("gb2312")), covered) == ""
    assert missing("".join(characters_of("gbk")), covered) == "≒"


def characters_of(encoding: str) -> Iterator[str]:
    """Every character of a two-byte Chinese encoding."""
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            text = bytes((lead, trail)).decode(encoding, errors="ignore")
            if text >= "\x80" and len(text) == 1 and not "\ue000" <= text <= "\uf8ff":
                yield text


def test_the_faces_have_each_other_s_latin_letters(covered: frozenset[int]) -> None:
    """European names, dashes, quotation marks, signs of comparison, arrows, currencies."""
    assert missing("ÀßçéğłñőřŠţůžÆŒ –—‘’“”…•·×÷±≈≠≤≥−→↩€£¥₩№§†‰", covered) == ""


def test_missing_characters_are_named_and_placed(covered: frozenset[int]) -> None:
    """Each once, where it stands first."""
    found = missing_characters("中𠮷🏛️ 🏛 ไ\u202eab\ue000", covered)
    assert [(one.position, one.description) for one in found] == [
        (1, "U+20BB7 CJK UNIFIED IDEOGRAPH-20BB7"),
        (2, "U+1F3DB CLASSICAL BUILDING"),
        (7, "U+0E44 THAI CHARACTER SARA AI MAIMALAI"),
        (11, "U+E000 a character without a name"),
    ]


def test_the_character_maps_are_read_as_a_font_library_reads_them() -> None:
    """Our reader of two table formats against fontTools."""
    for path in FONTS:
        ours = covered_characters([path.read_bytes()])
        theirs = set(ttLib.TTFont(path).getBestCmap())
        assert ours == {code for code in theirs if code and not 0xE000 <= code < 0xF900}


@pytest.mark.parametrize("content", [b"", b"wOF2....", b"\0\1\0\0", b"OTTO\0\3"])
def test_damaged_font_files_are_refused(content: bytes) -> None:
    """A setting may name any file."""
    with pytest.raises(FontError):
        covered_characters([content])


def test_every_font_has_its_licence_and_its_hash() -> None:
    """FONTS.md names each file with its hash; the licences lie beside."""
    from hashlib import sha256  # noqa: PLC0415  # of this test alone

    page = (PRINT / "fonts" / "FONTS.md").read_text(encoding="utf-8")
    for path in FONTS:
        assert f"`{path.name}`" in page
        assert sha256(path.read_bytes()).hexdigest() in page
    licences = {Path(path).name for path in (PRINT / "fonts").glob("*-OFL.txt")}
    assert licences == {"Inter-OFL.txt", "NotoSansSC-OFL.txt", "SourceSerif4-OFL.txt"}
