"""Evidence stands beside what rests on it."""

from collections.abc import Callable

import pytest

from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, said

MakeSite = Callable[..., SiteInAString]


POLICY = """
    -- policies/plan.yml --
    id: plan
    title: {en: Plan}
    type: plan
    place: nowhere
    issuers: [{organization: office, role: lead}]
    dates: {published: 2022-07-08}
    status: issued
    evidence:
      - {source: gazette, locator: title}
      - {source: gazette, locator: page}
      - {source: gazette, locator: annex, supports: [period]}
"""
OF_THE_DAY = "      - {source: gazette, locator: foot, supports: [dates.published]}\n"


@pytest.mark.parametrize(
    ("policy", "locator"),
    [(POLICY + OF_THE_DAY, ", foot."), (POLICY, ", title.")],
    ids=["evidence for the day", "evidence for the whole record"],
)
def test_the_day_of_a_policy_has_its_note(
    site: MakeSite, policy: str, locator: str
) -> None:
    """Of evidence for the whole record the first: all of it stands together on the page."""
    page = blocks(site(policy).files()["policies/plan.md"])
    [row] = find(page, '//dl/div[dt="Published"]/dd')
    assert said(row) == "8 Jul 2022[1]"
    notes = [said(one) for one in find(page, '//ol[@class="b-notes"]/li')]
    assert locator in notes[0]
