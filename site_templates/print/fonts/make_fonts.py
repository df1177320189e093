# ruff: noqa: INP001  # a script of its own, not part of the package
"""Make the fonts of the PDFs from the packages that FONTS.md names.

Run by hand when a font changes: `python make_fonts.py PACKAGES`, where PACKAGES
holds the unpacked npm packages. Needs fontTools 4.68. The Latin faces are copied
as they are; the Chinese face is cut to the characters that Chinese texts use.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

HERE = Path(__file__).parent

LATIN = (
    "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
    "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf",
    "inter/400Regular/Inter_400Regular.ttf",
    "inter/400Regular_Italic/Inter_400Regular_Italic.ttf",
    "inter/600SemiBold/Inter_600SemiBold.ttf",
)
CHINESE = (
    "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
)
LICENCES = {
    "source-serif-4": "SourceSerif4-OFL.txt",
    "inter": "Inter-OFL.txt",
    "noto-sans-sc": "NotoSansSC-OFL.txt",
}
BLOCKS = (
    (0x0020, 0x024F),  # Latin letters
    (0x2000, 0x27BF),  # punctuation, arrows, enclosed figures, signs
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x33FF),  # Chinese punctuation, kana, enclosed months, units
    (0xFE30, 0xFE4F),  # vertical punctuation
    (0xFF00, 0xFFEF),  # full-width signs
)
"""Kept besides the General Standard list and GBK, as far as the face has them."""


def chinese_characters() -> set[int]:
    """Code points of the General Standard list, of GBK and of the blocks above."""
    standard = (HERE / "general-standard.txt").read_text(encoding="utf-8")
    characters = {ord(character) for character in standard if character != "\n"}
    characters.update(gbk())
    for first, last in BLOCKS:
        characters.update(range(first, last + 1))
    return characters


def gbk() -> Iterator[int]:
    """Code points that Python's GBK codec knows: GB 2312 and what GBK adds."""
    for code in range(0x80, 0xFFFF):
        try:
            chr(code).encode("gbk")
        except UnicodeEncodeError:
            continue
        yield code


def cut(source: Path, target: Path) -> None:
    """Write the subset of one Chinese face, the same bytes at every run."""
    options = Options(
        hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True
    )
    options.drop_tables += ["vhea", "vmtx", "gasp", "prep"]
    font = load_font(str(source), options)
    font.recalcTimestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=chinese_characters())
    subsetter.subset(font)
    save_font(font, str(target), options)


def main(packages: Path) -> None:
    """Make every font file and copy the licences."""
    for name in LATIN:
        shutil.copyfile(packages / name, HERE / Path(name).name)
    for name in CHINESE:
        cut(packages / name, HERE / Path(name).name)
    for package, licence in LICENCES.items():
        shutil.copyfile(packages / package / "LICENSE_FONT", HERE / licence)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
