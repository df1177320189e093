"""Readers see the numbers that records list beside their values."""

from collections.abc import Callable

from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
FILES = """
-- sources/press.yml --
id: press
title: {en: Report}
numbers: [57.9 percent, 435 projects]
type: article-newspaper
publisher: Daily
link: "false"
language: en
read: full
reliability: low
-- policies/second.yml --
id: second
title: {en: Second plan}
numbers: ["13 percent: from 60 to 52 billion"]
type: plan
place: nowhere
issuers: [{organization: office}]
status: issued
evidence: [{source: press}]
"""


def said(ref: str, text: str) -> str:
    """A line of a list, which names its record."""
    return f'- <span data-ref="{ref}">{text}</span>\n'


def test_a_source_lists_the_numbers_that_it_states(site: MakeSite) -> None:
    """In the order of the record."""
    page = site(FILES).files()["sources/press.md"]
    lines = said("sources/press", "57&#46;9 percent") + said(
        "sources/press", "435 projects"
    )
    assert f"## Other numbers in it that records repeat\n\n{lines}" in page


def test_a_policy_says_what_its_numbers_rest_on(site: MakeSite) -> None:
    """And a record without such numbers has no such heading."""
    files = site(FILES).files()
    line = said("policies/second", "13 percent: from 60 to 52 billion")
    heading = "## What other numbers rest on\n\n"
    assert f"{heading}{line}" in files["policies/second.md"]
    assert heading not in files["policies/smallest.md"]
