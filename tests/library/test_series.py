"""Document numbers known, and those missing between them."""

from collections.abc import Callable

from generator.core.document_numbers import DocumentNumber
from generator.core.refs import Ref
from generator.library.series import Series, series_of
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
SERIES = "工信部联电子"


def numbered(**numbers: str) -> str:
    """Policies with document numbers."""
    return "".join(
        f"""
    -- policies/{name}.yml --
    id: {name}
    title: {{en: Plan {name}}}
    type: plan
    document_number: {number}
    place: nowhere
    issuers: [{{organization: office}}]
    status: issued
    evidence: [{{source: gazette}}]
"""
        for name, number in numbers.items()
    )


def test_gaps_lie_between_known_numbers_of_one_year(site: MakeSite) -> None:
    """Of 2022 the numbers 3, 5 and 9 are known: 4 and 6 to 8 are missing, four in all."""
    library = site(
        numbered(
            a=f"{SERIES}〔2022〕9号",
            b=f"{SERIES}〔2022〕3号",
            c=f"{SERIES}〔2022〕5号",
            d=f"{SERIES}〔2023〕20号",
            e="Act No. 20352",
        )
    ).library()
    first, second = series_of(library)
    known = [(str(number), ref.id) for number, ref in first.known]
    assert known == [
        ("工信部联电子〔2022〕3号", "b"),
        ("工信部联电子〔2022〕5号", "c"),
        ("工信部联电子〔2022〕9号", "a"),
    ]
    assert (first.gaps, first.missing) == (((4, 4), (6, 8)), 4)
    alone = (DocumentNumber(SERIES, 2023, 20), Ref("policies", "d"))
    assert second == Series(SERIES, 2023, (alone,), ())


def test_the_series_of_some_policies_are_whole(site: MakeSite) -> None:
    """Asked for one policy, its series names the other as well, and no other series."""
    library = site(
        numbered(
            a=f"{SERIES}〔2022〕1号", b=f"{SERIES}〔2022〕3号", c="川府发〔2022〕7号"
        )
    ).library()
    [one] = series_of(library, [Ref("policies", "a")])
    assert ([ref.id for _, ref in one.known], one.gaps) == (["a", "b"], ((2, 2),))
    assert series_of(library, []) == []
