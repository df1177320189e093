"""The comparison: a matrix by kind of thing, and a small chart for each of its columns."""

from collections.abc import Callable

from generator.pages.charts.chart import plain
from generator.pages.charts.targets_by_place import SmallChart
from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, said
from tests.pages.test_charts import PLACES, a_policy, a_target

MakeSite = Callable[..., SiteInAString]

PARKS = "measures: parks"
TEN = "comparator: at-least, amount: 10, unit: parks"
MORE = "comparator: more-than, amount: 12, unit: parks"


def indicators(unit: str) -> str:
    """A publication that compares one thing, and the places that state it."""
    return PLACES.replace(
        "indicators:",
        f"indicators:\n      - {{id: parks, title: Parks, unit: {unit}, scope: unspecified}}",
    )


def charts(made: SiteInAString) -> list[SmallChart]:
    """The small charts of the comparison, in the order of the page."""
    [page] = [one for one in made.edition().pages if one.type == "compare"]
    return [chart for matrix in page.context["matrices"] for chart in matrix.charts]


def compared(
    site: MakeSite, first: str, second: str, unit: str = "parks"
) -> SiteInAString:
    """A province and its city, each with one target."""
    return site(
        indicators(unit)
        + a_policy("henan", a_target("parks", "unspecified", first, PARKS))
        + a_policy("zhengzhou", a_target("parks", "unspecified", second, PARKS))
    )


def test_a_column_with_two_numbers_has_a_chart(site: MakeSite) -> None:
    """With the finding, the numbers as stated, and the deadline said once."""
    [chart] = charts(compared(site, TEN, MORE))

    assert str(chart.indicator) == "Parks"
    assert plain(chart.title) == (
        "Zhengzhou names a larger number than Henan, in which it lies"
    )
    assert plain(chart.subtitle) == "By end of 2025 unless said."
    gap = "\N{NO-BREAK SPACE}"
    assert [label.words for label in chart.drawing.labels] == [
        *("parks", "0", "5", "10", "15"),
        *("Henan", f"≥{gap}10", "Zhengzhou, Henan", f">{gap}12"),
    ]


def test_a_name_that_says_where_it_is_says_it_once(site: MakeSite) -> None:
    """A district may be named with its city, to be told apart from others."""
    named = compared(site, TEN, MORE).root / "content" / "places" / "zhengzhou.yml"
    named.write_text(named.read_text().replace("en: Zhengzhou", 'en: "Jinshui, Henan"'))
    made = SiteInAString(named.parents[2])

    [chart] = charts(made)
    assert "Jinshui, Henan" in [label.words for label in chart.drawing.labels]
    page = blocks(made.files()["compare/index.md"])
    headings = [said(one) for one in find(page, "//tr/th[@scope='row']")]
    assert headings == ["Henan in Nowhere", "Jinshui, Henan", "Coverage"]


def test_what_has_one_number_or_is_a_rank_has_no_chart(site: MakeSite) -> None:
    """One point compares nothing; the distance of a rank from zero means nothing."""
    words = "comparator: aspiration, unit: parks"
    rank = "comparator: exactly, amount: 5, unit: rank"

    assert charts(compared(site, TEN, words)) == []
    assert charts(compared(site, rank, rank, "rank")) == []


def test_each_cell_of_the_matrix_names_its_column(site: MakeSite) -> None:
    """On phones a place is a block, its cells stand below each other with their names."""
    page = blocks(compared(site, TEN, MORE).files()["compare/index.md"])

    names = [cell.get("data-l") for cell in find(page, "//table//tr/td")]
    assert names == ["Parks"] * 3, "two places, and what the column covers"
