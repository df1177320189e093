"""A review counts if somebody else did it on a known day. Positions are counted by hand."""

from collections.abc import Callable

import pytest

from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
PLACE = """
-- places/nowhere.yml --
id: nowhere
title: {en: Nowhere}
level: national
review:
"""
CONTENT = "6e353bc8a97baad4c87be1e815918806210b3477421df04e6fe43e4674907d53"
OWN = "evidence.own-review"
INCOMPLETE = "review.incomplete"


@pytest.mark.parametrize(
    ("review", "found"),
    [
        (["state: reviewed", "author: Ann", "by: [Ben]", "on: 2022-08-01"], []),
        (
            [
                "state: second-reviewed",
                "author: Ann",
                "by: [Ben, Cy]",
                "on: 2026-11-25",
            ],
            [],
        ),
        (["state: drafted", "author: Ann"], []),
        (
            ["state: reviewed", "by: [Ben]", "on: 2022-08-01"],
            [(5, 10, INCOMPLETE)],
        ),
        (["state: reviewed", "author: Ann", "by: [Ben]"], [(5, 10, INCOMPLETE)]),
        (
            ["state: reviewed", "author: Ann", "on: 2022-08-01"],
            [(5, 10, INCOMPLETE)],
        ),
        (
            ["state: second-reviewed", "author: Ann", "by: [Ben]", "on: 2022-08-01"],
            [(5, 10, INCOMPLETE)],
        ),
        (
            ["state: reviewed", "author: Ann Lee", "by: [ANN  LEE]", "on: 2022-08-01"],
            [(7, 8, OWN)],
        ),
        (
            ["state: reviewed", "author: Straße", "by: [STRASSE]", "on: 2022-08-01"],
            [(7, 8, OWN)],
        ),
        (
            ["state: reviewed", "author: Ann", "by: [Ａｎｎ]", "on: 2022-08-01"],
            [(7, 8, OWN)],
        ),
        (
            [
                "state: second-reviewed",
                "author: Ann",
                "by: [Ben, ben]",
                "on: 2022-08-01",
            ],
            [(7, 13, OWN)],
        ),
        (
            [
                "state: second-reviewed",
                "author: Ann",
                "by: [Ben, ann]",
                "on: 2022-08-01",
            ],
            [(7, 13, OWN)],
        ),
        (
            ["state: reviewed", "author: Ann", "by: [Ben]", "on: 2026-11-26"],
            [(8, 7, "time.in-future")],
        ),
    ],
)
def test_reviews_have_an_author_another_reviewer_and_a_day(
    site: MakeSite, review: list[str], found: list[tuple[int, int, str]]
) -> None:
    """Names are compared folded; the day is not after that of the build, 25 November 2026."""
    lines = "".join(f"  {line}\n" for line in [*review, f"content: {CONTENT}"])
    problems = site(PLACE + lines).check()
    assert short(problems) == [("places/nowhere.yml", *one) for one in found]
