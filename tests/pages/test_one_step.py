"""Evidence stands beside what rests on it."""

from collections.abc import Callable

from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, said

MakeSite = Callable[..., SiteInAString]


def test_the_day_of_a_policy_has_the_notes_of_what_carries_it(site: MakeSite) -> None:
    """Evidence for the whole record, and that for its dates; not that for something else."""
    evidence = (
        "evidence:\n"
        "      - {source: gazette, locator: title}\n"
        "      - {source: gazette, locator: foot, supports: [dates.published]}\n"
        "      - {source: gazette, locator: annex, supports: [period]}\n"
    )
    policy = """
    -- policies/plan.yml --
    id: plan
    title: {en: Plan}
    type: plan
    place: nowhere
    issuers: [{organization: office, role: lead}]
    dates: {published: 2022-07-08}
    status: issued
    """
    page = blocks(site(f"{policy}{evidence}").files()["policies/plan.md"])
    [row] = find(page, '//dl/div[dt="Published"]/dd')
    assert said(row) == "8 Jul 2022[1][2]"
    notes = [said(one) for one in find(page, '//ol[@class="b-notes"]/li')]
    assert [", title." in notes[0], ", foot." in notes[1]] == [True, True]
