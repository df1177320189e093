"""What the index is told of Chinese text."""

from generator.formats.markdown import _tokens


def test_pairs_ends_and_neighbours_of_han_are_found() -> None:
    """Two characters anywhere, a last one, and numbers set without blanks."""
    assert _tokens("规模超过3500亿元，5G、3—5家 by 2025, 50%以上") == sorted(
        [
            "规模",
            "模超",
            "超过",
            "过",
            "3500",
            "亿元",
            "元",
            "5",
            "家",
            "50",
            "以上",
            "上",
        ]
    )
