"""From bytes to text."""

import pytest

from generator.reading.text_file import LONGEST_LINE, decode
from tests.reading.conftest import places, said


@pytest.mark.parametrize(
    "raw",
    [
        "a: 中\nb: c\n".encode(),
        "a: 中\r\nb: c\r\n".encode(),
        "\ufeffa: 中\nb: c\n".encode(),
    ],
)
def test_marks_and_line_ends_do_not_matter(raw: bytes) -> None:
    """A byte order mark and Windows line ends give the same text."""
    assert decode(raw, "x.yml") == ("a: 中\nb: c\n", [])


@pytest.mark.parametrize(
    ("raw", "place", "message", "advice"),
    [
        (
            "a: 中".encode("utf-16"),
            (1, 1),
            "the file is UTF-16, not UTF-8",
            "",
        ),
        (
            "title: The plan".encode("utf-16-be"),
            (1, 1),
            "the file is UTF-16, not UTF-8",
            "",
        ),
        ("a".encode("utf-32"), (1, 1), "the file is UTF-32, not UTF-8", ""),
        (
            "\ufeffa: 中".encode("gb18030"),
            (1, 1),
            "the file is GB 18030, not UTF-8",
            "",
        ),
        (
            "id: x\ntitle: 虚拟现实".encode("gbk"),
            (2, 8),
            "the byte D0 is not UTF-8",
            "; it looks like GBK or GB 18030",
        ),
        (
            "id: x\r\ntitle: é résumé".encode("latin-1"),
            (2, 8),
            "the byte E9 is not UTF-8",
            "; it looks like Windows-1252 or Latin-1",
        ),
    ],
    ids=["utf-16", "utf-16 without mark", "utf-32", "gb18030 mark", "gbk", "latin-1"],
)
def test_other_encodings_are_named(
    raw: bytes, place: tuple[int, int], message: str, advice: str
) -> None:
    """By their mark, by their zeros, or by the first byte that cannot be."""
    text, problems = decode(raw, "x.yml")

    assert text is None
    assert places(problems) == [(*place, "encoding.other-encoding")]
    help_ = "open the file in its own encoding and save it as UTF-8"
    assert said(problems) == [(message, help_ + advice)]


def test_the_column_counts_characters() -> None:
    """Characters before the broken one count once, whatever their bytes."""
    _, problems = decode("a\n中𠀀é".encode() + b"\xff", "x.yml")
    assert places(problems) == [(2, 4, "encoding.other-encoding")]


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ("a: 中".encode()[:-1], "encoding.cut-off"),
        (b"a: \xed\xa0\x80", "encoding.surrogate"),
        (b"a: \xc0\xaf", "encoding.other-encoding"),
        (b"a: \xf5\x80\x80\x80", "encoding.other-encoding"),
    ],
)
def test_broken_characters_are_named(raw: bytes, rule: str) -> None:
    """A character cut off, half a character, bytes that UTF-8 never has."""
    assert places(decode(raw, "x.yml")[1]) == [(1, 4, rule)]


@pytest.mark.parametrize(
    "mark", ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| base"]
)
def test_merge_marks_are_one_problem(mark: str) -> None:
    """Whatever else the merge has left behind."""
    text, problems = decode(f"a: b\n{mark}\n\t: [\n>>>>>>> x\n".encode(), "x.yml")

    assert text is None
    assert places(problems) == [(2, 1, "syntax.merge-conflict")]
    assert said(problems) == [
        (
            f"a merge has left its mark `{mark[:7]}`",
            "keep one of the two versions and delete the lines with the marks",
        )
    ]


@pytest.mark.parametrize("line", ["========", "a =======", "<<<<<<", "> > > > > > >"])
def test_lines_that_only_look_like_marks(line: str) -> None:
    """Other lengths and other places are no marks of a merge."""
    assert decode(line.encode(), "x.yml") == (line, [])


def test_lines_are_bounded() -> None:
    """The first character too many is named."""
    longest = "a" * LONGEST_LINE
    assert decode(longest.encode(), "x.yml") == (longest, [])
    assert places(decode(f"b\n{longest}a".encode(), "x.yml")[1]) == [
        (2, LONGEST_LINE + 1, "syntax.long-line")
    ]
