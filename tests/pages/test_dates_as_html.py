"""Dates as the `datetime` attribute takes them: HTML knows no quarters and no intervals."""

import pytest

from generator.pages.views import Day


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2024-03-15", "2024-03-15"),
        ("2024-12", "2024-12"),
        ("2024", "2024"),
        ("2024-33", "2024-03"),
        ("2024-36", "2024-12"),
        ("2022-40", "2022-06"),
        ("2020-01/2020-09", "2020-09"),
        ("2018/2024-34", "2024-06"),
    ],
)
def test_quarters_and_intervals_give_their_last_month(edtf: str, html: str) -> None:
    """What HTML has a form for stays as it is."""
    assert Day("in words", edtf).html == html
