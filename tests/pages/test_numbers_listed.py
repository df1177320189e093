"""Readers see the numbers that records list beside their values."""

from collections.abc import Callable

from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, one, said

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


def item(ref: str, text: str) -> str:
    """A line of a list, which names its record."""
    return f'- <span data-ref="{ref}">{text}</span>\n'


def test_a_source_lists_the_numbers_that_it_states(site: MakeSite) -> None:
    """In the order of the record."""
    page = site(FILES).files()["sources/press.md"]
    lines = item("sources/press", "57&#46;9 percent") + item(
        "sources/press", "435 projects"
    )
    assert f"## Other numbers in it that records repeat\n\n{lines}" in page


def test_a_policy_says_what_its_numbers_rest_on(site: MakeSite) -> None:
    """And a record without such numbers has no such heading."""
    files = site(FILES).files()
    line = item("policies/second", "13 percent: from 60 to 52 billion")
    heading = "## What other numbers rest on\n\n"
    assert f"{heading}{line}" in files["policies/second.md"]
    assert heading not in files["policies/smallest.md"]


EVERYWHERE = """
-- events/forum.yml --
id: forum
title: {en: A forum}
date: 2023-09-05
kind: event
evidence: [{source: gazette}]
-- events/group.yml --
id: group
title: {en: A group begins}
date: 2024-01
kind: event
numbers: ["60 members: 20 and 40"]
mentions: [events/forum]
summary: It has 60 members, after the forum of 5 September.
evidence: [{source: gazette}]
-- observations/sold-before.yml --
id: sold-before
title: {en: Parks sold in spring}
value: {comparator: exactly, amount: 8, unit: parks}
period: 2024-Q1
method: measured
evidence: [{source: gazette}]
-- observations/sold.yml --
id: sold
title: {en: Parks sold}
mentions: [observations/sold-before]
value: {comparator: exactly, amount: 10, unit: parks}
period: 2025
method: measured
remarks: [Counted as since the first quarter of 2024.]
about: [policies/smallest#parks]
evidence: [{source: gazette}]
-- claims/all-parks.yml --
id: all-parks
title: {en: All parks}
numbers: ["200 percent: from 10 to 30"]
text: There will be 200 percent more parks.
appeared_in: gazette
about: [policies/smallest#parks]
verdict: unconfirmed
-- terms/five-year-plan.yml --
id: five-year-plan
title: {en: Five-year plan}
mentions: [policies/smallest, observations/sold]
definition: A plan such as that from 2022 to 2025.
-- conflicts/which-day.yml --
id: which-day
title: {en: Which day?}
kind: date
mentions: [events/forum, policies/smallest]
about: [policies/smallest]
readings:
  - {id: a, text: 8 July 2022, date: 2022-07-08, source: gazette}
  - {id: b, text: later, source: gazette}
resolution: explained
assessment: The forum of 5 September 2023 came later.
"""
"""A number in each that its evidence does not carry, but for `forum` and `sold-before`."""


def brackets(page: str, xpath: str) -> list[str]:
    """What stands in brackets in a place of a page: the numbers there and what they rest on."""
    spans = find(one(blocks(page), xpath), './/span[@class="b-dim"]')
    return [words for span in spans if (words := said(span)).startswith("(")]


def test_sentences_in_lists_say_what_their_numbers_rest_on(site: MakeSite) -> None:
    """A record without such numbers says nothing."""
    made = site(EVERYWHERE)
    assert made.check() == []
    files = made.files()
    timeline, seen = files["timeline/index.md"], files["observations/index.md"]
    assert brackets(timeline, '//li[@id="group"]') == [
        "(60 members: 20 and 40; numbers also from A forum)"
    ]
    assert brackets(timeline, '//li[@id="forum"]') == []
    assert brackets(seen, '//tr[@id="sold"]') == [
        "(numbers also from Parks sold in spring)"
    ]
    assert brackets(seen, '//tr[@id="sold-before"]') == []
    assert brackets(files["glossary/index.md"], '//div[@id="five-year-plan"]') == [
        "(numbers also from Smallest plan, Parks sold)"
    ]
    assert brackets(files["claims/index.md"], '//li[@id="all-parks"]') == [
        "(200 percent: from 10 to 30)"
    ]


def test_the_same_is_said_where_these_sentences_stand_again(site: MakeSite) -> None:
    """An observation on the page of its policy and place, a statement on that of its source."""
    files = site(EVERYWHERE).files()
    row = '//table[caption="Observations that can be held against these targets"]/tbody'
    for page in ("policies/smallest.md", "places/nowhere.md"):
        assert brackets(files[page], row) == [
            "(numbers also from Parks sold in spring)"
        ]
    claims = '//table[caption="Statements of this source, checked"]/tbody'
    assert brackets(files["sources/gazette.md"], claims) == [
        "(200 percent: from 10 to 30)"
    ]


def test_what_numbers_rest_on_is_led_to(site: MakeSite) -> None:
    """Relative to the page, with the address of the record beside the words."""
    page = blocks(site(EVERYWHERE).files()["timeline/index.md"])
    link = one(page, '//li[@id="group"]//a[text()="A forum"]')
    assert (link.get("href"), link.get("data-ref")) == ("#forum", "events/forum")


def test_a_page_of_a_record_lists_the_records_that_it_takes_numbers_from(
    site: MakeSite,
) -> None:
    """In the order of the record."""
    page = site(EVERYWHERE).files()["conflicts/which-day.md"]
    assert (
        "## What other numbers rest on\n\n"
        '- <span data-ref="events/forum">[A forum](../timeline/index.md#forum)</span>\n'
        '- <span data-ref="policies/smallest">[Smallest plan](../policies/smallest.md)'
        "</span>\n"
    ) in page
