"""What a page says of the review of its record."""

from collections.abc import Callable

import pytest

from generator.core.refs import Ref
from generator.library.review import content_hash
from tests.conftest import SiteInAString
from tests.html_pages import blocks, one, said

MakeSite = Callable[..., SiteInAString]
PLACE = """
    -- places/nowhere.yml --
    id: nowhere
    title: {en: Nowhere}
    level: national
"""


def review_line(made: SiteInAString) -> str:
    """The first words of the line under the title."""
    page = blocks(made.files()["places/nowhere.md"])
    return said(one(page, '//p[@class="b-by"]/span[2]'))


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ("{author: Ann}", "Drafted, not yet reviewed"),
        ("{author: machine}", "Drafted by a program, not yet reviewed"),
        (
            "{state: reviewed, author: Ann, by: [Ben], on: 2026-11-24, content: HASH}",
            "Reviewed by Ben, 24 Nov 2026",
        ),
        (
            (
                "{state: second-reviewed, author: Ann, by: [Ben, Cem], on: 2026-11-24, "
                "content: HASH}"
            ),
            "Reviewed twice by Ben and Cem, 24 Nov 2026",
        ),
        (
            "{state: reviewed, author: Ann, by: [Ben], on: 2026-11-24, content: other}",
            "Changed since its review, so a draft again",
        ),
    ],
)
def test_the_state_of_review(site: MakeSite, review: str, words: str) -> None:
    """Who and when only where the review is of the record as it stands."""
    digest = content_hash(site(PLACE).library().entries[Ref("places", "nowhere")])
    text = f"{PLACE}    review: {review.replace('HASH', digest)}\n"
    assert review_line(site(text)) == words
