"""Charts by hand: what is drawn, what is left out, and what the finding says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.pages.charts.chart import Chart, plain
from generator.pages.charts.policies_by_level import strips_of
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]

PLACES = """
    -- places/henan.yml --
    id: henan
    title: {en: Henan}
    level: provincial
    parent: nowhere
    -- places/zhengzhou.yml --
    id: zhengzhou
    title: {en: Zhengzhou}
    level: municipal
    parent: henan
    -- publication.yml --
    id: publication
    title: {en: Smallest}
    description: Charts.
    publisher: Smallest
    languages: [en]
    licences: {text: CC-BY-4.0, data: CC0-1.0, code: Apache-2.0, quotes: Theirs.}
    indicators:
      - {id: core, title: Core industry, currency: CNY, scope: core}
      - {id: related, title: Related industries, currency: CNY, scope: related}
      - {id: sold, title: Devices sold, unit: devices, scope: unspecified}
      - {id: made, title: Devices made, unit: devices, scope: unspecified}
"""


def a_policy(place: str, *targets: str) -> str:
    """A policy of a place with some targets."""
    head = f"""
    -- policies/{place}.yml --
    id: {place}
    title: {{en: Plan of {place}}}
    type: plan
    place: {place}
    issuers: [{{organization: office}}]
    dates: {{published: 2023-05}}
    status: issued
    evidence: [{{source: gazette}}]
    targets:"""
    return head + "".join(targets) + "\n"


def a_target(name: str, scope: str, value: str, extra: str = "measures: core") -> str:
    """A target of that name."""
    return f"""
      - id: {name}
        indicator: {name} of the place
        scope: {scope}
        value: {{{value}}}
        deadline: 2025
        commitment: in-policy-document
        certainty: confirmed
        evidence: [{{source: gazette}}]
        {extra}"""


def an_observation(name: str, value: str, extra: str) -> str:
    """What was reported beside the devices of the province."""
    return f"""
    -- observations/{name}.yml --
    id: {name}
    title: {{en: Devices}}
    value: {{{value}}}
    about: ["policies/henan#devices"]
    evidence: [{{source: gazette}}]
    {extra}
"""


def chart_on(made: SiteInAString, path: str, name: str = "chart") -> Chart | None:
    """The chart of a page."""
    page = next(page for page in made.edition().pages if page.path == path)
    found = page.context[name]
    chart = found[0] if isinstance(found, list) and found else found or None
    assert chart is None or isinstance(chart, Chart)
    return chart


def words(chart: Chart) -> list[str]:
    """Everything that is written on the wide drawing."""
    return [label.words for label in chart.wide.labels]


MORE_THAN_30 = "comparator: more-than, amount: 30000000000, currency: CNY"
AT_LEAST_50 = "comparator: at-least, amount: 50000000000, currency: CNY"


def test_core_and_related_stand_apart_and_places_below_the_ones_around_them(
    site: MakeSite,
) -> None:
    """A city that names more than its province is the finding."""
    core = "comparator: more-than, amount: 30000000000, currency: CNY"
    more = "comparator: more-than, amount: 50000000000, currency: CNY"
    wide = "comparator: order-of-magnitude, amount: 100000000000, currency: CNY"
    made = site(
        PLACES
        + a_policy(
            "henan",
            a_target("core", "core", core),
            a_target("related", "related", wide, "measures: related"),
        )
        + a_policy("zhengzhou", a_target("core", "core", more))
    )

    chart = chart_on(made, "compare/index.md")

    assert chart
    assert plain(chart.title) == (
        "Zhengzhou names a larger number than Henan, in which it lies"
    )
    gap = "\N{NO-BREAK SPACE}"
    assert words(chart) == [
        *("billion yuan", "0", "50", "100"),
        *("Core industry", "Henan", f">{gap}30", "Zhengzhou, Henan", f">{gap}50"),
        *("Related industries", "Henan", f"~{gap}100"),
    ]
    assert len(chart.wide.dots) == 2, "a class of magnitude is no point"
    assert plain(chart.notes[0]) == "3 targets, 3 confirmed (100 per cent)."


def test_a_finding_says_how_far_its_numbers_are_alike(site: MakeSite) -> None:
    """Over 30 and at least 50 billion, one of them confirmed, are compared as numbers only."""
    made = site(
        PLACES
        + a_policy("henan", a_target("core", "core", MORE_THAN_30))
        + a_policy("zhengzhou", a_target("core", "core", AT_LEAST_50)).replace(
            "certainty: confirmed", "certainty: reported"
        )
    )

    chart = chart_on(made, "compare/index.md")

    assert chart
    assert plain(chart.notes[0]) == (
        "2 targets, 1 confirmed (50 per cent). "
        "Compared by their numbers alone: comparators differ."
    )


def test_targets_of_another_scope_are_not_drawn(site: MakeSite) -> None:
    """One target of a scope alone is no comparison."""
    core = "comparator: exactly, amount: 30000000000, currency: CNY"
    made = site(
        PLACES
        + a_policy("henan", a_target("core", "core", core))
        + a_policy("zhengzhou", a_target("core", "overall", core))
    )

    assert chart_on(made, "compare/index.md") is None


DEVICES = a_target(
    "devices",
    "unspecified",
    "comparator: more-than, amount: 25000000, unit: devices",
    "measures: sold",
)
SOLD = an_observation(
    "sold-2022",
    "comparator: about, amount: 1204000, unit: devices",
    'measures: sold\n    period: "2022"\n    method: derived\n    derivation: by hand',
)
EXPECTED = an_observation(
    "sold-2025",
    "comparator: exactly, amount: 644000, unit: devices",
    "measures: sold\n    period: 2025-Q1\n    method: forecast\n    published: 2024-09",
)
MADE = an_observation(
    "made-2021",
    "comparator: more-than, amount: 10000000, unit: devices",
    'measures: made\n    period: "2021"\n    method: measured',
)


def test_reported_numbers_stand_beside_the_target_on_its_own_axis(
    site: MakeSite,
) -> None:
    """25 million is a line at the end of the axis, 10 million a bar of two fifths."""
    made = site(PLACES + a_policy("henan", DEVICES) + SOLD + EXPECTED + MADE)

    chart = chart_on(made, "policies/henan.md", "progress")

    assert chart
    assert plain(chart.title) == (
        "No number found is as large as the target of more than 25 million devices; "
        "the largest is more than 10 million devices (2021)"
    )
    line = next(one for one in chart.wide.strokes if one.look == "c-now")
    first, second = chart.wide.boxes[:2]
    assert (line.x1, first.x, first.width) == (732, 1, 292)
    assert first.look == "c-bar c-1"
    assert (second.width, second.look) == (35, "c-bar c-1 is-derived")


def test_small_numbers_are_drawn_again_and_the_chart_says_so(site: MakeSite) -> None:
    """What is a twentieth of the target is enlarged; a forecast is dashed and dated."""
    made = site(PLACES + a_policy("henan", DEVICES) + SOLD + EXPECTED + MADE)

    chart = chart_on(made, "policies/henan.md", "progress")

    assert chart
    gap = "\N{NO-BREAK SPACE}"
    enlarged = (
        f"Enlarged: this axis ends at 1.5{gap}million, the one above at 25{gap}million"
    )
    assert " ".join(words(chart)).count(enlarged) == 1
    assert words(chart)[-4:] == [
        "2022",
        f"≈{gap}1.204{gap}million, derived by us",
        "first quarter of 2025",
        "644,000, forecast of Sept 2024",
    ]
    assert [box.look for box in chart.wide.boxes[2:]] == [
        "c-bar c-1 is-derived",
        "c-bar c-1 is-forecast",
    ]


CONFLICT = """
    -- conflicts/how-many-sold.yml --
    id: how-many-sold
    title: {en: How many were sold?}
    kind: value
    about: [observations/sold-2022]
    resolution: open
    assessment: The papers differ.
    readings: [{id: a, text: a million, source: gazette}]
"""


def test_a_disputed_number_is_marked_in_the_drawing(site: MakeSite) -> None:
    """The one about which sources disagree has the sign, a colour of its own and words for it."""
    made = site(PLACES + a_policy("henan", DEVICES) + SOLD + EXPECTED + MADE + CONFLICT)

    chart = chart_on(made, "policies/henan.md", "progress")

    assert chart
    gap = "\N{NO-BREAK SPACE}"
    assert [text for text in words(chart) if "≠" in text] == [
        f"2022: ≈{gap}1.204{gap}million ≠, derived by us",
        f"≈{gap}1.204{gap}million ≠, derived by us",
    ]
    assert [box.look for box in chart.wide.boxes] == [
        "c-bar c-1",
        "c-bar c-2 is-derived",
        "c-bar c-2 is-derived",
        "c-bar c-1 is-forecast",
    ]
    assert "≠ sources disagree" in plain(chart.subtitle)
    assert chart.alternative.endswith(
        " Sources disagree on some of them, which are marked."
    )


def test_one_indicator_by_two_definitions_is_drawn_apart(site: MakeSite) -> None:
    """Each has its own heading with the definition below it."""
    goggles = SOLD + "    definition: goggles\n"
    glasses = EXPECTED + "    definition: glasses\n"
    made = site(PLACES + a_policy("henan", DEVICES) + goggles + glasses + MADE)

    chart = chart_on(made, "policies/henan.md", "progress")

    assert chart
    drawn = words(chart)
    enlarged = drawn[[text.startswith("Enlarged") for text in drawn].index(True) :]
    gap = "\N{NO-BREAK SPACE}"
    assert enlarged[-8:] == [
        *("Devices sold", "glasses", "first quarter of 2025"),
        "644,000, forecast of Sept 2024",
        *("Devices sold", "goggles", "2022"),
        f"≈{gap}1.204{gap}million, derived by us",
    ]


@pytest.mark.parametrize(
    "other",
    [
        MADE.replace("unit: devices", "unit: companies"),
        MADE.replace("measures: made", "scope: core"),
        "",
    ],
    ids=["another unit", "another scope", "too few"],
)
def test_what_cannot_be_held_against_the_target_makes_no_chart(
    site: MakeSite, other: str
) -> None:
    """Three numbers of its unit and scope are needed."""
    made = site(PLACES + a_policy("henan", DEVICES) + SOLD + EXPECTED + other)

    assert chart_on(made, "policies/henan.md", "progress") is None


def test_deadlines_are_counted_by_year_and_result(site: MakeSite) -> None:
    """Two targets of 2025: one search found nothing, nobody noted a search for the other."""
    made = site(PLACES + a_policy("henan", DEVICES))

    passed = chart_on(made, "targets/index.md")
    ahead = chart_on(replace(made, as_of=date(2025, 1, 1)), "targets/index.md")

    assert passed
    assert ahead
    assert plain(passed.title) == (
        "No year has more deadlines than 2025: 2 of 2 targets, no result known for 2"
    )
    assert plain(ahead.title) == "No year has more deadlines than 2025: 2 of 2 targets"
    assert words(ahead) == ["2025", "2", "deadline ahead"]
    looks = [box.look for box in passed.wide.boxes]
    assert looks == ["c-bar c-unsearched", "c-bar c-passed"]
    assert words(passed)[2:] == ["1 not yet looked for, 1 no result found"]


def test_policies_are_counted_by_level_in_years_without_a_gap() -> None:
    """A year without policies has a column; what has no day stands at the end."""
    strips = strips_of(
        [("municipal", 2021), ("national", 2023), ("national", 2023), ("zone", None)]
    )

    assert strips.levels == ("national", "municipal", "zone")
    assert strips.years == (2021, 2022, 2023, None)
    assert strips.busiest == 2023
    assert [strips.in_year(year) for year in strips.years] == [1, 0, 2, 1]


def test_every_digit_on_a_chart_says_where_it_comes_from(site: MakeSite) -> None:
    """Each label with a digit names its record or its fact."""
    made = site(PLACES + a_policy("henan", DEVICES) + SOLD + EXPECTED + MADE)

    charts = [
        chart_on(made, "policies/henan.md", "progress"),
        chart_on(made, "targets/index.md"),
        chart_on(made, "timeline/index.md"),
    ]

    labels = [label for one in charts if one for label in one.narrow.labels]
    bare = [one.words for one in labels if not (one.ref or one.fact)]
    assert labels
    assert [text for text in bare if any(sign.isdigit() for sign in text)] == []


def test_no_label_leaves_the_narrow_drawing(site: MakeSite) -> None:
    """Texts end inside, as far as their widths are known."""
    made = site(PLACES + a_policy("henan", DEVICES) + SOLD + EXPECTED + MADE)

    chart = chart_on(made, "policies/henan.md", "progress")

    assert chart
    ends = [one.x for one in chart.narrow.labels if one.anchor == "end"]
    assert max(ends) <= chart.narrow.width
    boxes = [box.x + box.width for box in chart.narrow.boxes]
    assert max(boxes) <= chart.narrow.width
