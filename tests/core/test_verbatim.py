"""Word for word, whatever the white space."""

import hashlib

import pytest

from generator.core.verbatim import normal, stands_in, text_hash


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  by  the\n\tend of\u00a02023 ", "by the end of 2023"),
        ("终端销量\n  超过 2500 万台", "终端销量超过2500万台"),
        ("（2022 — 2026 年）", "（2022 — 2026年）"),
        ("e\u0301cole", "\u00e9cole"),
        ("pro\u00admise", "promise"),
        ("메타버스 산업", "메타버스 산업"),
        ("超过３５００亿元", "超过３５００亿元"),
    ],
)
def test_normal_form(text: str, expected: str) -> None:
    """White space and composition go, everything else stays; Korean keeps its blanks."""
    assert normal(text) == expected


TEXT = normal(
    "The Plan names 10 parks,\nmore than 350 billion yuan and 超过 2500\n万台."
)


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("10 parks", True),
        ("more than  350 billion", True),
        ("超过2500万台", True),
        ("10 parks … 350 billion yuan", True),
        ("names [...] parks", True),
        ("350 billion … 10 parks", False),
        ("the Plan", False),
        ("10 park s", False),
        ("more than 35 billion", False),
    ],
)
def test_words_stand_in_a_text(phrase: str, stands: bool) -> None:  # noqa: FBT001
    """Case, order and every sign count."""
    assert stands_in(phrase, TEXT) is stands


def test_the_hash_of_a_text() -> None:
    """SHA-256 of its UTF-8."""
    assert text_hash("公报") == hashlib.sha256(b"\xe5\x85\xac\xe6\x8a\xa5").hexdigest()
