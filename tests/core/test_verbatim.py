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


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("100家", "培育1100家企业", False),
        ("100家", "培育100家企业", True),
        ("5亿元", "超过3.5亿元", False),
        ("000家", "1,000家", False),
        ("35家", "2025年,35家", True),
        ("超过3500", "超过3500亿元", False),
        ("more than 3", "more than 3.5 billion", False),
        ("about 10", "about 10 billion yuan", False),
        ("by 2025", "Parks by 2025, 35 of them", True),
        ("by 2025", "3,500 parks by 2025.", True),
        ("10 parks", "2,310 parks", False),
        ("3", "3,500 parks", False),
        ("5家", "3—5家", False),
        ("5家", "3 至 5家", False),
        ("2025年", "(2023—2025年)", True),
        ("5%", "同比-5%", False),
        ("16", "HUMAN-16", True),
        ("十家", "三十家", False),
        ("五家", "十五家", False),
        ("百亿级", "数百亿级", False),
        ("百亿级", "打造百亿级产业", True),
        ("一批", "统一一批", True),
        ("超过二十", "超过二十五家", False),
        ("超过三", "超过三百家", False),
        ("10个", "110个,至少10个", True),
        ("10个…100家", "110个、10个、1100家、100家", True),
        ("10个…100家", "110个、10个、1100家", False),
        ("six parks", "sixteen parks and twenty-six parks", False),
        ("six parks", "The six parks.", True),
        ("5G", "VR+5G", True),
    ],
)
def test_numbers_stand_only_whole(phrase: str, text: str, *, stands: bool) -> None:
    """The end of a longer number, of a range or of a word is none; a year of a period is."""
    assert stands_in(phrase, normal(text)) is stands


def test_the_hash_of_a_text() -> None:
    """SHA-256 of its UTF-8."""
    assert text_hash("公报") == hashlib.sha256(b"\xe5\x85\xac\xe6\x8a\xa5").hexdigest()
