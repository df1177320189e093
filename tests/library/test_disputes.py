"""Which conflicts are about a day."""

from collections.abc import Callable

import pytest

from generator.core.edtf import parse_edtf
from generator.core.refs import Ref
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]


def conflict(kind: str, *days: str) -> str:
    """A conflict about the plan, with a reading for each day; `-` names none."""
    readings = "".join(
        f"\n      - {{id: r{at}, text: so they say, source: gazette"
        + ("}" if day == "-" else f", date: {day}}}")
        for at, day in enumerate(days)
    )
    return f"""
    -- conflicts/when.yml --
    id: when
    title: {{en: When?}}
    kind: {kind}
    about: [policies/smallest]
    resolution: open
    assessment: The papers differ.
    readings:{readings}
"""


@pytest.mark.parametrize(
    ("said", "is_disputed"),
    [
        (conflict("date", "2022-07-08", "2022-08-01"), True),
        (conflict("date", "2022-07", "2022-08"), True),
        (conflict("date", "2021-01", "2021-09-01"), False),
        (conflict("date", "-", "-"), True),
        (conflict("value", "2022-07-08", "2022-08-01"), False),
    ],
    ids=["the day", "its month", "another event", "no day named", "no date"],
)
def test_a_day_is_disputed_if_a_reading_names_it(
    site: MakeSite, said: str, *, is_disputed: bool
) -> None:
    """The plan is of 8 July 2022."""
    published = parse_edtf("2022-07-08")
    assert published
    found = site(said).library().disputes_of_day(Ref("policies", "smallest"), published)
    assert found == ((Ref("conflicts", "when"),) if is_disputed else ())
