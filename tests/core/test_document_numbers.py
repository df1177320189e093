"""Chinese document numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.document_numbers import (
    DocumentNumber,
    corrected,
    gaps,
    parse_document_number,
    problem_of,
)

RIGHT = "工信部联电子〔2022〕148号"
BRACKETS = "not in hexagonal brackets `〔〕`"


@pytest.mark.parametrize(
    ("text", "series", "year", "number"),
    [
        (RIGHT, "工信部联电子", 2022, 148),
        ("工信厅联电子函〔2023〕192号", "工信厅联电子函", 2023, 192),
        ("工信部联科〔2024〕12号", "工信部联科", 2024, 12),
        ("川经信信安〔2023〕142号", "川经信信安", 2023, 142),
        ("永川府发〔2022〕22号", "永川府发", 2022, 22),
        ("通政办发〔2022〕4号", "通政办发", 2022, 4),
    ],
)
def test_series_year_and_number_are_told_apart(
    text: str, series: str, year: int, number: int
) -> None:
    """The form that the authorities use, and it is written back the same."""
    parsed = parse_document_number(text)
    assert parsed == DocumentNumber(series, year, number)
    assert str(parsed) == text
    assert problem_of(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("工信部联电子[2022]148号", f"the year stands in `[]`, {BRACKETS}"),
        ("工信部联电子(2022)148号", f"the year stands in `()`, {BRACKETS}"),
        ("工信部联电子（2022）148号", f"the year stands in `（）`, {BRACKETS}"),
        ("工信部联电子【2022】148号", f"the year stands in `【】`, {BRACKETS}"),
        ("工信部联电子〔2022)148号", f"the year stands in `〔)`, {BRACKETS}"),
        ("工信部联电子〔22〕148号", "the year `22` has not four digits"),
        ("工信部联电子〔2022〕0148号", "the number `0148` begins with a zero"),
        ("工信部联电子〔2022〕148", "there is no `号` after the number"),
        ("工信部联电子〔2022〕第148号", "there is a `第` before the number"),
        (
            "工信部联电子〔2022〕 148号",
            "it has white space or full-width digits in it",
        ),
        (
            "工信部联电子〔２０２２〕148号",
            "it has white space or full-width digits in it",
        ),
        (
            "工信部联电子[22]148",
            (
                f"the year stands in `[]`, {BRACKETS} and the year `22` has not four"
                " digits and there is no `号` after the number"
            ),
        ),
    ],
)
def test_slips_are_named(text: str, problem: str) -> None:
    """All slips of a number at once, in plain words."""
    assert problem_of(text) == problem
    assert parse_document_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Act No. 20352",
        "COM(2023) 442 final",
        "HORIZON-CL4-2025-03-HUMAN-16; HORIZON-CL4-2025-03-HUMAN-17",
        "2023年第5号",
        "中华人民共和国主席令第八号",
        "工信部联电子〔2022〕" + "9" * 5000 + "号",
        "",
    ],
)
def test_other_forms_are_taken_as_they_are(text: str) -> None:
    """Other countries count otherwise; that is no slip."""
    assert problem_of(text) is None
    assert parse_document_number(text) is None


def test_the_correct_form_is_offered_where_it_is_sure() -> None:
    """A short year could be of any century, so nothing is offered."""
    assert str(corrected("工信部联电子 [2022] 第0148")) == RIGHT
    assert str(corrected("工信部联电子（２０２２）１４８号")) == RIGHT
    assert corrected("工信部联电子〔22〕148号") is None
    assert corrected("工信部联电子[2022]0号") is None
    assert corrected("Act No. 20352") is None


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], []),
        ([148], []),
        ([12, 13], []),
        ([20, 12, 14, 14], [(13, 13), (15, 19)]),
    ],
)
def test_gaps_lie_between_known_numbers(
    numbers: list[int], expected: list[tuple[int, int]]
) -> None:
    """Order and repetition do not matter; both ends of a gap are missing."""
    assert gaps(numbers) == expected


@given(st.sets(st.integers(1, 200), min_size=1))
def test_known_and_missing_numbers_fill_the_stretch(known: set[int]) -> None:
    """Nothing is both, and nothing is left out."""
    missing = [n for low, high in gaps(known) for n in range(low, high + 1)]
    assert sorted([*known, *missing]) == list(range(min(known), max(known) + 1))
