"""Which characters may stand in a text."""

import pytest

from generator.reading.characters import check_characters, describe
from generator.reading.places import text_places
from tests.reading.conftest import places


def found(text: str) -> list[tuple[int, int, str]]:
    """Problems of a text as line, column and rule."""
    return places(check_characters(text, text_places(text, "x.yml")))


@pytest.mark.parametrize(
    "text",
    [
        "tabs\tand\nlines",
        "é e\u0301 한국어 中文 〔2022〕 “q” ‘a’ « » — … \u00a0 \u3000 \u202f",
        "\u05e2\u05d1\u05e8\u05d9\u05ea \u200f(\u05d1)\u200e and \u0643\u062a\u0627\u0628",
        "👩\u200d💻 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 🇨🇳",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\u0e20\u0e32\u200b\u0e29\u0e32",
        "\u1820\u180b \u8fba\U000e0100",
        "\u2067\u0643\u062a\u0627\u0628\u2069 and \u202b\u0643\u202c",
        "\ue000 private",
        "𠀀 \U0001f600",
    ],
)
def test_what_can_be_read_is_welcome(text: str) -> None:
    """Every script, emoji, and what steers them where it belongs."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("\0", "control-character"),
        ("\x1b", "control-character"),
        ("\x7f", "control-character"),
        ("\x85", "control-character"),
        ("\r", "control-character"),
        ("\ud800", "surrogate"),
        ("\ufdd0", "noncharacter"),
        ("\uffff", "noncharacter"),
        ("\U0001fffe", "noncharacter"),
        ("\U0010ffff", "noncharacter"),
        ("\u2028", "line-separator"),
        ("\u2029", "line-separator"),
        ("\u200b", "invisible-character"),
        ("\u200d", "invisible-character"),
        ("\u200e", "invisible-character"),
        ("\u2060", "invisible-character"),
        ("\ufeff", "invisible-character"),
        ("\xad", "invisible-character"),
        ("\u3164", "invisible-character"),
        ("\u2800", "invisible-character"),
        ("\U000e0041", "invisible-character"),
        ("\u202e", "direction-control"),
        ("\u202d", "direction-control"),
        ("\u2066", "direction-control"),
        ("\u2069", "direction-control"),
        ("\u202a\u2069", "direction-control"),
        ("\ufffd", "lost-character"),
        ("\u0301" * 5, "stacked-marks"),
    ],
    ids=lambda value: value.encode("unicode_escape").decode(),
)
def test_what_cannot_be_read_is_named(text: str, rule: str) -> None:
    """Its line and column and its rule."""
    rules = found(f"a\nb{text}b")
    assert rules[0] == (2, 2, f"encoding.{rule}")
    assert {rule for *_, rule in rules} == {f"encoding.{rule}"}


@pytest.mark.parametrize("code", [*range(9), *range(11, 32), *range(127, 160)])
def test_no_control_character_passes_for_an_ordinary_letter(code: int) -> None:
    """Whatever stands around it; only the tab and the line feed are ordinary."""
    assert found(f"中{chr(code)}a") == [(1, 2, "encoding.control-character")]


def test_neighbours_are_one_problem() -> None:
    """A row of the same character is one cause."""
    problems = check_characters("a\u200b\u200b\u200bb", text_places("a", "x"))
    assert [(p.span.column, p.span.end_column) for p in problems] == [(2, 5)]


def test_directions_are_closed_on_their_line() -> None:
    """An isolate that goes on to the next line turns that one round too."""
    assert found("a \u2067\u05d0\n\u05d1\u2069 b") == [
        (1, 3, "encoding.direction-control"),
        (2, 2, "encoding.direction-control"),
    ]


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\0", "`U+0000` null"),
        ("\x01", "`U+0001`"),
        ("\u202e", "`U+202E` right-to-left override"),
        ("\U000e0041", "`U+E0041` tag latin capital letter a"),
    ],
)
def test_characters_have_names(character: str, words: str) -> None:
    """What nobody can see is described."""
    assert describe(character) == words
