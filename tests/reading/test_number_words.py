"""Numbers in words are typed by hand too. What is found is written out by hand."""

import pytest

from generator.reading.number_words import number_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("three provinces", ["three"]),
        ("Two goals", ["Two"]),
        ("five million devices", ["five million"]),
        ("a hundred and twenty parks", ["hundred and twenty"]),
        ("twenty-five clusters", ["twenty-five"]),
        ("a dozen cities, hundreds of firms", ["dozen", "hundreds"]),
        ("a five-fold rise, tenfold at most", ["five-fold", "tenfold"]),
        ("three-year plan", ["three"]),
        (
            "Half of them, a third of all, one quarter of it",
            ["Half", "a third", "one quarter"],
        ),
        ("half as many, twice the number", ["half", "twice"]),
        (
            "It doubled, then tripled; halving is next",
            ["doubled", "tripled", "halving"],
        ),
        ("the better half, counted twice, a double-edged sword, a third plan", []),
        ("one plan, the first and the second", []),
        ("the twenty-first century", []),
        ("a two-way street, a two-sided market", []),
        ("someone often has weight, and a sixth sense", []),
        ("共有三个园区", ["三"]),
        ("五百万台", ["五百万"]),
        ("百亿级", ["百亿"]),
        ("第三个园区，十四五规划，三维，一个", []),
    ],
)
def test_numbers_in_words_are_found(text: str, found: list[str]) -> None:
    """English from two upwards, shares and multiples, Chinese but for 一; no ordinals, no names."""
    hits = list(number_words(text))
    assert [word for _, word in hits] == found
    assert all(text[at : at + len(word)] == word for at, word in hits)
