"""Conversions on pages: in brackets, with the rate, its day and its source."""

from collections.abc import Callable

from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, one, said

MakeSite = Callable[..., SiteInAString]
FILES = """
    -- publication.yml --
    id: publication
    title: {en: Smallest}
    description: Money.
    publisher: Smallest
    languages: [en]
    licences: {text: CC-BY-4.0, data: CC0-1.0, code: Apache-2.0, quotes: Theirs.}
    convert: CONVERT
    exchange_rates:
      - {currency: CNY, to: USD, rate: 0.1486, day: 2022-07, evidence: [{source: gazette}]}
    -- policies/second.yml --
    id: second
    title: {en: Second plan}
    type: plan
    place: nowhere
    issuers: [{organization: office}]
    status: issued
    evidence: [{source: gazette}]
    targets:
      - id: scale
        indicator: scale of the industry
        value: {comparator: more-than, amount: 350000000000, currency: CNY}
        commitment: in-policy-document
        certainty: confirmed
        evidence: [{source: gazette, locator: third paragraph}]
"""


def value_and_note(made: SiteInAString) -> tuple[str, str]:
    """The cell of the value and the line below the table."""
    page = blocks(made.files()["policies/second.md"])
    cell = one(page, '//tr[@id="scale"]/td[@data-l="Value"]')
    notes = find(page, '//p[@class="b-note"][starts-with(., "Sums")]')
    return said(cell), " ".join(said(note) for note in notes)


def test_a_conversion_stands_in_brackets_and_is_marked_as_ours(site: MakeSite) -> None:
    """350 billion × 0.1486 = 52.01 billion; the rate has its note, after issuer and target."""
    value, note = value_and_note(site(FILES.replace("CONVERT", '"true"')))
    assert value == "more than 350 billion yuan (about 52 billion US dollars)"
    assert note == (
        "Sums in brackets are converted by us, "
        "at 0.1486 US dollars to the yuan (Jul 2022)[3]."
    )


def test_conversions_can_be_switched_off(site: MakeSite) -> None:
    """The control: the sum alone."""
    value, note = value_and_note(site(FILES.replace("CONVERT", '"false"')))
    assert (value, note) == ("more than 350 billion yuan", "")
