"""Dates for readers."""

from datetime import date

import pytest

from generator.core.date_wording import (
    date_words,
    day_words,
    days_words,
    deadline_words,
)
from generator.core.edtf import Edtf, parse_edtf


def edtf(text: str) -> Edtf:
    """The date, which the test wrote correctly."""
    parsed = parse_edtf(text)
    assert parsed is not None
    return parsed


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2022", "2022", "2022年"),
        ("2022-07", "Jul 2022", "2022年7月"),
        ("2023-09-08", "8 Sept 2023", "2023年9月8日"),
        ("2022-07-08", "8 Jul 2022", "2022年7月8日"),
        ("2024-Q1", "first quarter of 2024", "2024年第1季度"),
        ("2024-Q4", "fourth quarter of 2024", "2024年第4季度"),
        ("2022-H1", "first half of 2022", "2022年上半年"),
        ("2022-H2", "second half of 2022", "2022年下半年"),
        ("2018/2021", "2018–2021", "2018–2021年"),
        ("2020-01/2020-09", "Jan–Sept 2020", "2020年1月至9月"),
        ("2020-12/2021-02", "Dec 2020–Feb 2021", "2020年12月至2021年2月"),
        ("2020-01-03/2020-01-09", "3–9 Jan 2020", "2020年1月3日至9日"),
        ("2020/2021-05", "2020–May 2021", "2020年–2021年5月"),
        ("2022-Q1/2022-Q3", "first quarter of 2022–third quarter of 2022", None),
    ],
)
def test_dates_say_what_is_known(text: str, english: str, chinese: str | None) -> None:
    """Nothing more precise than the record."""
    assert date_words(edtf(text)) == english
    if chinese is not None:
        assert date_words(edtf(text), locale="zh_Hans") == chinese


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2025", "end of 2025", "2025年底"),
        ("2024-03", "end of Mar 2024", "2024年3月底"),
        ("2024-01-19", "19 Jan 2024", "2024年1月19日"),
        ("2024-Q1", "end of the first quarter of 2024", "2024年第1季度末"),
        ("2022-H1", "end of the first half of 2022", "2022年上半年末"),
        ("2023/2025", "end of 2025", "2025年底"),
    ],
)
def test_deadlines_end_with_their_last_day(
    text: str, english: str, chinese: str
) -> None:
    """A year or a month is over at its end; a day is itself."""
    assert deadline_words(edtf(text)) == english
    assert deadline_words(edtf(text), locale="zh_Hans") == chinese


def test_days_are_counted_in_words() -> None:
    """One day is singular, and the number keeps its word beside it."""
    counted = [days_words(days).split("\N{NO-BREAK SPACE}") for days in (0, 1, 37)]
    assert counted == [["0", "days"], ["1", "day"], ["37", "days"]]
    assert days_words(37, locale="zh_Hans") == "37天"


def test_a_day_of_the_calendar() -> None:
    """The day of the build is said as any other date."""
    assert day_words(date(2026, 11, 25)) == "25 Nov 2026"
