"""Who has reviewed what, and when that no longer holds."""

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from generator.core.refs import Ref
from generator.library.review import (
    ReviewError,
    content_hash,
    is_outdated,
    review_state,
    reviewed,
)
from generator.records.base import Entry, Record
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
NOWHERE = Ref("places", "nowhere")
DAY = date(2026, 11, 25)
PLACE = """
    -- places/nowhere.yml --
    id: nowhere
    title: {en: Nowhere}
    level: national
"""
SAID = '{"fields":{"id":"nowhere","level":"national","title":{"en":"Nowhere"}}}'
HASH = hashlib.sha256(SAID.encode()).hexdigest()


def place(site: MakeSite, review: str = "") -> Entry[Record]:
    """The place of the smallest site with a review."""
    return site(PLACE + f"    {review}\n").library().entries[NOWHERE]


def test_the_hash_is_of_what_the_record_says(site: MakeSite) -> None:
    """Sorted fields as JSON, without the review."""
    assert content_hash(place(site)) == HASH
    assert content_hash(place(site, "review: {author: Ann}")) == HASH


@pytest.mark.parametrize(
    "text",
    [
        "level: national\nid: nowhere\ntitle:\n  en: Nowhere\n",
        "id: \"nowhere\"\ntitle: {en: 'Nowhere'}  # a remark\nlevel: national\n",
        "id: nowhere\ntitle:\n  en: >-\n    Nowhere\nlevel: national\n",
    ],
)
def test_layout_is_not_content(site: MakeSite, text: str) -> None:
    """Order, quotes, comments and line breaks may change."""
    made = site(f"-- places/nowhere.yml --\n{text}")
    assert content_hash(made.library().entries[NOWHERE]) == HASH


def test_a_changed_word_is_content(site: MakeSite) -> None:
    """The control of the test above."""
    made = site(
        "-- places/nowhere.yml --\nid: nowhere\ntitle: {en: No where}\nlevel: national\n"
    )
    assert content_hash(made.library().entries[NOWHERE]) != HASH


def test_the_narrative_belongs_to_a_briefing(site: MakeSite) -> None:
    """A briefing changes with its text, not with blanks at the ends of lines."""
    news = """
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        The plan is out.
    """
    ref = Ref("briefings", "news")
    first = content_hash(site(news).library().entries[ref])
    padded = site(news.replace("out.\n    ", "out.  \n\n    ")).library()
    changed = site(news.replace("The plan is out.\n    ", "It is.\n    ")).library()
    assert content_hash(padded.entries[ref]) == first
    assert content_hash(changed.entries[ref]) != first


def test_a_review_holds_for_the_content_it_was_of(site: MakeSite) -> None:
    """Another content, and also an unknown one, counts as drafted."""
    review = "review: {state: reviewed, author: Ann, by: [Ben], on: 2026-11-25"
    held = place(site, f"{review}, content: {HASH}}}")
    changed = place(site, f"{review}, content: {HASH[::-1]}}}")
    unknown = place(site, f"{review}}}")
    states = [(review_state(one), is_outdated(one)) for one in (held, changed, unknown)]
    assert states == [("reviewed", False), ("drafted", True), ("drafted", True)]


def test_a_draft_is_not_outdated(site: MakeSite) -> None:
    """Nothing was reviewed, so nothing has lapsed."""
    one = place(site, "review: {state: drafted, author: Ann}")
    assert (review_state(one), is_outdated(one)) == ("drafted", False)


def test_the_first_reviewer_makes_it_reviewed(site: MakeSite) -> None:
    """With name, day and the hash of what was reviewed."""
    one = place(site, "review: {author: Ann}")
    assert reviewed(one, " Ben  Bo ", DAY) == {
        "state": "reviewed",
        "by": ["Ben Bo"],
        "on": "2026-11-25",
        "content": HASH,
    }


def test_the_second_reviewer_makes_it_second_reviewed(site: MakeSite) -> None:
    """The same content, read by two."""
    review = "review: {state: reviewed, author: Ann, by: [Ben], on: 2026-11-24"
    fields = reviewed(place(site, f"{review}, content: {HASH}}}"), "Cem", DAY)
    assert (fields["state"], fields["by"]) == ("second-reviewed", ["Ben", "Cem"])


def test_a_changed_record_begins_anew(site: MakeSite) -> None:
    """Ben reviewed something else."""
    review = (
        "review: {state: reviewed, author: Ann, by: [Ben], on: 2026-11-24, content: x}"
    )
    fields = reviewed(place(site, review), "Cem", DAY)
    assert (fields["state"], fields["by"]) == ("reviewed", ["Cem"])


@pytest.mark.parametrize(
    ("review", "by", "sentence"),
    [
        ("{author: Ann}", "ann", "`ann` drafted places/nowhere"),
        ("{state: drafted}", "Ben", "does not say who drafted it"),
        (
            f"{{state: reviewed, author: Ann, by: [Ben], content: {HASH}}}",
            "Ben",
            "`Ben` has reviewed places/nowhere already",
        ),
    ],
)
def test_some_cannot_review(
    site: MakeSite, review: str, by: str, sentence: str
) -> None:
    """The author, anybody while the author is unknown, and whoever has reviewed it."""
    with pytest.raises(ReviewError, match=sentence):
        reviewed(place(site, f"review: {review}"), by, DAY)
