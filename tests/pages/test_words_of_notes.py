"""What a note says where the words of its source are not recorded, and what editors add to it."""

import json
from collections.abc import Callable

import pytest

from generator.formats.article_html import article_html
from tests.conftest import SiteInAString
from tests.formats.pdf.conftest import document_of
from tests.html_pages import blocks, find, said

MakeSite = Callable[..., SiteInAString]
PATH = "observations/index.md"
COUNT = """
    -- observations/parks-2025.yml --
    id: parks-2025
    title: {en: Parks counted}
    value: {comparator: exactly, amount: 12, unit: parks}
    period: 2025
    method: measured
    about: [policies/smallest]
    evidence: [{source: gazette, locator: third paragraph}]
"""
WORDLESS = "No words of the source recorded."


def note_of(made: SiteInAString) -> str:
    """The one note of the page of observations."""
    [note] = find(blocks(made.files()[PATH]), '//ol[@class="b-notes"]/li')
    return said(note)


def test_a_note_without_words_of_the_source_says_so(site: MakeSite) -> None:
    """Behind the place in the source, where the words would stand."""
    assert note_of(site(COUNT)).startswith(
        f"Office of Nowhere, 公报, third paragraph. {WORDLESS} 8 Jul 2022."
    )


@pytest.mark.parametrize(
    "words",
    [
        COUNT.replace("third paragraph}", "third paragraph, quote: 12个}"),
        COUNT.replace("method: measured", "method: measured\n    as_written: 12个"),
    ],
)
def test_words_of_the_source_stand_in_their_place(site: MakeSite, words: str) -> None:
    """Those of the evidence, or the number as the source writes it."""
    assert note_of(site(words)).startswith(
        "Office of Nowhere, 公报, third paragraph: 12个. 8 Jul 2022."
    )


def test_a_source_that_is_only_named_lacks_no_words(site: MakeSite) -> None:
    """Nothing rests on it but the author's sentence, in which the words may stand."""
    briefing = """
    -- briefings/parks.md --
    ---
    id: parks
    title: {en: Parks}
    category: News
    headline: Parks are planned
    standfirst: Nothing else is known.
    key_points: [Parks are planned.]
    published: 2026-11-25
    authors: [Ann]
    policies: [smallest]
    ---

    Nowhere wants parks.[[source: gazette]]
"""
    page = blocks(site(briefing).files()["briefings/parks.md"])
    notes = find(page, '//ol[@class="b-notes"]/li')
    [named] = [said(one) for one in notes if "Not yet reviewed" not in said(one)]
    assert WORDLESS not in named


def test_the_note_of_a_derived_number_shows_the_arithmetic(site: MakeSite) -> None:
    """One step from the number, since no words of a source say it; a counted one has none."""
    derived = COUNT.replace(
        "method: measured", "method: derived\n    derivation: 24 parks / 2 = 12"
    ).replace("paragraph}", "paragraph, note: It counts 24 parks in both halves.}")
    made = site(derived + "    numbers: [24 parks in both halves]\n")
    assert "Derived by us, not yet reviewed: 24 parks / 2 = 12." in note_of(made)
    assert "Measured, not yet reviewed." in note_of(site(COUNT))


def test_remarks_on_the_use_of_a_source_stand_in_the_note(site: MakeSite) -> None:
    """Two remarks on one place are two notes: each says what its own value rests on."""
    remarked = COUNT.replace("paragraph}", "paragraph, note: Counted by hand.}")
    other = remarked.replace("parks-2025", "towns-2025").replace("by hand", "from maps")
    assert f"{WORDLESS} Counted by hand. 8 Jul 2022." in note_of(site(remarked))
    page = blocks(site(remarked + other).files()[PATH])
    notes = [said(one) for one in find(page, '//ol[@class="b-notes"]/li')]
    assert ["by hand" in one for one in notes] == [True, False]
    assert ["from maps" in one for one in notes] == [False, True]


def test_paper_says_it_too(site: MakeSite) -> None:
    """The note at the foot of the page is that of the site."""
    made = site(COUNT)
    [page] = [one for one in made.edition().pages if one.path == PATH]
    article = article_html(page, made.files()[PATH].split("---\n", 2)[2])
    runs = document_of(article)["runs"]
    notes = json.dumps([run["notes"] for run in runs], ensure_ascii=False)
    assert WORDLESS in notes
