"""Places, sources, conflicts, comparison and observations on tiny libraries."""

from collections.abc import Callable
from typing import Any

from generator.pages.page import Page
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]

TWO_PLACES = """
    -- places/harbour.yml --
    id: harbour
    title: {en: Harbour}
    level: municipal
    parent: nowhere
    -- policies/harbour-plan.yml --
    id: harbour-plan
    title: {en: Harbour plan}
    type: plan
    place: harbour
    issuers_unknown: not named
    dates: {published: 2023-01-02}
    status: issued
    evidence: [{source: gazette, locator: title}]
    targets:
      - id: parks
        indicator: industrial parks
        measures: parks
        value: {comparator: at-least, amount: 4, unit: parks}
        as_written: 不少于4个
        deadline: 2027
        commitment: announced
        certainty: disputed
        evidence: [{source: gazette, locator: third paragraph, quote: 不少于4个}]
      - id: core-parks
        indicator: core parks
        measures: parks
        scope: core
        value: {comparator: exactly, amount: 1, unit: parks}
        as_written: 1个
        commitment: announced
        certainty: confirmed
        evidence: [{source: gazette, locator: fourth paragraph}]
    -- policies/smallest.yml --
    id: smallest
    title: {en: Smallest plan, zh-Hans: 最小计划}
    type: plan
    place: nowhere
    issuers: [{organization: office, role: lead}]
    dates: {published: 2022-07-08}
    period: {start: 2022, end: 2025}
    status: issued
    evidence: [{source: gazette, locator: title}]
    targets:
      - id: parks
        indicator: industrial parks
        measures: parks
        value: {comparator: more-than, amount: 10, unit: parks}
        as_written: 超过10个
        deadline: 2025
        commitment: in-policy-document
        certainty: confirmed
        evidence: [{source: gazette, locator: second paragraph}]
    -- publication.yml --
    id: publication
    title: {en: Smallest}
    description: The smallest publication.
    publisher: Smallest
    languages: [en]
    licences: {text: CC-BY-4.0, data: CC0-1.0, code: Apache-2.0, quotes: Theirs.}
    convert: "false"
    indicators:
      - {id: parks, title: Parks, unit: parks, scope: unspecified}
"""


def page(made: SiteInAString, path: str) -> Page:
    """One page of the edition."""
    return next(one for one in made.edition().pages if one.path == path)


def context(made: SiteInAString, path: str) -> dict[str, Any]:
    """What the template of a page prints."""
    return dict(page(made, path).context)


def test_a_place_rolls_up_the_places_within(site: MakeSite) -> None:
    """The country lists its own target, then those of the city under the city's name."""
    found = context(site(TWO_PLACES), "places/nowhere.md")

    assert [line.ref for group in found["own"] for line in group.targets] == [
        "policies/smallest#parks"
    ]
    [city] = found["within"]
    assert city.heading.text == "Harbour"
    assert [line.ref for line in city.targets] == [
        "policies/harbour-plan#parks",
        "policies/harbour-plan#core-parks",
    ]
    assert found["coverage"].targets.value == 3
    assert found["coverage"].confirmed.value == 2
    assert found["coverage"].share.value == 67  # 2 of 3
    assert found["coverage"].passed.value == 1  # only 2025 is over
    assert [row.link.words.text for row in found["policies"].rows] == [
        "Harbour plan",
        "Smallest plan",
    ]


def test_the_map_counts_each_policy_once(site: MakeSite) -> None:
    """The city's policy counts with its country; the tiles together hold all policies."""
    found = context(site(TWO_PLACES), "places/index.md")

    assert [(tile.name, tile.policies.value) for tile in found["others"]] == [
        ("Nowhere", 2)
    ]
    assert {tile.policies.value for tile in found["provinces"]} == {0}
    assert {tile.href for tile in found["provinces"]} == {""}


def test_a_column_of_the_comparison_has_one_scope(site: MakeSite) -> None:
    """The core target does not stand in the column of unspecified scope; it is named below."""
    made = site(TWO_PLACES + conflict("      - {id: b, text: ten, source: gazette}"))
    found = context(made, "compare/index.md")

    [matrix] = found["matrices"]
    [column] = matrix.columns
    cells = {
        row.place.words.text: [(cell.comparator, cell.number) for cell in row.cells[0]]
        for row in matrix.rows
    }
    assert cells == {"Harbour": [("≥", "4")], "Nowhere": [(">", "10")]}
    assert column.places.value == 2
    assert column.coverage.confirmed.value == 1
    assert column.total.why_not == (
        "comparators differ",
        "deadlines differ",
        "one value is disputed",
        "one place lies within another",
    )
    assert [(one.link.words.text, one.reason) for one in found["left_out"]] == [
        ("Core parks", "it has another scope")
    ]
    assert [
        (one.inner.words.text, one.outer.words.text) for one in found["nested"]
    ] == [("Harbour", "Nowhere")]


def test_a_source_lists_every_use_with_its_place_and_phrase(site: MakeSite) -> None:
    """Two policies, three targets and an organization rest on the gazette."""
    found = context(site(TWO_PLACES), "sources/gazette.md")

    uses = {
        group.id: [
            (one.link.words.text, one.locator.text if one.locator else "")
            for one in group.citations
        ]
        for group in found["groups"]
    }
    assert uses == {
        "targets": [
            ("Core parks", "fourth paragraph"),
            ("Industrial parks", "third paragraph"),
            ("Industrial parks", "second paragraph"),
        ],
        "policies": [("Harbour plan", "title"), ("Smallest plan", "title")],
        "organizations": [("Office of Nowhere", "")],
    }
    assert found["uses"].value == 6


def test_a_doubtful_host_is_named_and_not_linked(site: MakeSite) -> None:
    """With `link: false` the page says why, and holds no link to the address."""
    made = site("""
        -- sources/gazette.yml --
        id: gazette
        title: {zh-Hans: 公报}
        type: legislation
        publisher: Office of Nowhere
        host: doubtful.example
        official: reprint
        url: https://doubtful.example/gazette
        link: "false"
        published: 2022-07-08
        language: zh-Hans
        read: full
        reliability: low
    """)

    text = made.files()["sources/gazette.md"]
    assert "not linked: the host is doubtful" in text
    assert "https://doubtful.example/" not in text


def conflict(readings: str) -> str:
    """A conflict about the target, with these readings."""
    return f"""
    -- conflicts/how-many.yml --
    id: how-many
    title: {{en: How many parks?}}
    kind: value
    about: [policies/smallest#parks]
    resolution: preferred
    preferred: b
    assessment: The gazette has the number.
    readings:
{readings}
"""


def test_the_preferred_reading_stands_first_on_the_scale(site: MakeSite) -> None:
    """8 and 12 parks: from 0 to 20, the issuer's reading first and tagged."""
    made = site(
        conflict("""
      - {id: a, text: twelve, source: gazette,
         quantity: {comparator: exactly, amount: 12, unit: parks}}
      - {id: b, text: eight, source: gazette,
         quantity: {comparator: more-than, amount: 8, unit: parks}}
      - {id: c, text: several, source: gazette}""")
    )
    found = context(made, "conflicts/how-many.md")

    assert found["axis"].label == "Parks"
    assert [(one.id, one.tag, one.off_scale) for one in found["readings"]] == [
        ("b", "issuer’s wording, preferred", ""),
        ("a", "", ""),
        ("c", "", "no number"),
    ]
    assert [one.dot.start for one in found["readings"][:2]] == [40, 60]


def test_readings_in_two_units_have_no_scale(site: MakeSite) -> None:
    """Parks and companies share no axis."""
    made = site(
        conflict("""
      - {id: a, text: twelve, source: gazette,
         quantity: {comparator: exactly, amount: 12, unit: companies}}
      - {id: b, text: eight, source: gazette,
         quantity: {comparator: exactly, amount: 8, unit: parks}}""")
    )

    assert context(made, "conflicts/how-many.md")["axis"] is None


def observed(name: str, method: str, definition: str) -> str:
    """An observation of parks."""
    return f"""
    -- observations/{name}.yml --
    id: {name}
    title: {{en: Parks}}
    value: {{comparator: exactly, amount: 3, unit: parks}}
    as_written: 3个
    period: 2024
    method: {method}
    definition: {definition}
    about: [policies/smallest#parks]
    evidence: [{{source: gazette}}]
"""


def test_observations_of_two_definitions_never_share_a_line(site: MakeSite) -> None:
    """Two of one definition share a line; another definition and a forecast do not."""
    made = site(
        observed("one", "measured", "all parks")
        + observed("two", "measured", "all parks")
        + observed("three", "measured", "large parks")
        + observed("four", "forecast", "all parks")
    )

    [group] = context(made, "observations/index.md")["groups"]
    assert [
        (line.is_forecast, [one.id for one in line.observations])
        for line in group.lines
    ] == [
        (False, ["one", "two"]),
        (False, ["three"]),
        (True, ["four"]),
    ]
