"""Totals and rankings: what may be added and ordered, and why the rest may not."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.core.quantity import Comparator
from generator.core.refs import Ref
from generator.library.aggregates import (
    Basis,
    Ranked,
    Ranking,
    Reason,
    Refusal,
    Total,
    ranking,
    total,
)
from generator.library.library import Library
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
PUBLICATION = """
    -- publication.yml --
    id: publication
    title: {en: Smallest}
    description: Parks.
    publisher: Smallest
    languages: [en]
    licences: {text: CC-BY-4.0, data: CC0-1.0, code: Apache-2.0, quotes: Theirs.}
    indicators:
      - {id: parks, title: Parks, unit: parks, scope: core}
      - {id: firms, title: Firms, unit: companies, scope: core}
    -- places/east.yml --
    id: east
    title: {en: East}
    level: provincial
    parent: nowhere
    -- places/west.yml --
    id: west
    title: {en: West}
    level: provincial
    parent: nowhere
"""
EAST = {
    "place": "east",
    "measures": "parks",
    "scope": "core",
    "value": "{comparator: at-least, amount: 30, unit: parks}",
    "deadline": "2025",
    "certainty": "confirmed",
}
WEST = EAST | {
    "place": "west",
    "value": "{comparator: at-least, amount: 12, unit: parks}",
    "certainty": "reported",
}


def policy(name: str, said: dict[str, str]) -> str:
    """The file of a policy with one target."""
    fields = ", ".join(
        f"{key}: {value}" for key, value in said.items() if key != "place"
    )
    return f"""
    -- policies/{name}.yml --
    id: {name}
    title: {{en: Plan {name}}}
    type: plan
    place: {said["place"]}
    issuers: [{{organization: office}}]
    status: issued
    evidence: [{{source: gazette}}]
    targets:
      - {{id: t, indicator: parks, commitment: announced,
         evidence: [{{source: gazette}}], {fields}}}
"""


def library(site: MakeSite, **policies: dict[str, str]) -> Library:
    """A library with these policies."""
    texts = [policy(name, said) for name, said in policies.items()]
    made: SiteInAString = site(PUBLICATION + "".join(texts))
    return made.library()


ONE, TWO = Ref("policies", "one", "t"), Ref("policies", "two", "t")


def test_what_is_alike_is_added(site: MakeSite) -> None:
    """At least 30 and at least 12 parks by 2025 are at least 42; one of two is confirmed."""
    found = total(library(site, one=EAST, two=WEST), [ONE, TWO])
    assert isinstance(found, Total)
    assert found.quantity.comparator is Comparator.AT_LEAST
    assert found.quantity.numbers == (Decimal(42),)
    assert (found.basis, found.basis.confirmed_share) == (Basis(2, 2, 1), 50)


def test_ranges_are_added_at_both_ends(site: MakeSite) -> None:
    """3 to 5 and 10 to 20 are 13 to 25."""
    ranges = [
        f"{{comparator: range, min: {a}, max: {b}, unit: parks}}"
        for a, b in ((3, 5), (10, 20))
    ]
    made = library(
        site, one=EAST | {"value": ranges[0]}, two=WEST | {"value": ranges[1]}
    )
    found = total(made, [ONE, TWO])
    assert isinstance(found, Total)
    assert found.quantity.numbers == (Decimal(13), Decimal(25))


def test_what_is_alike_is_ranked(site: MakeSite) -> None:
    """30 before 12."""
    found = ranking(library(site, one=WEST, two=EAST), [ONE, TWO])
    assert isinstance(found, Ranking)
    assert found.rows == (Ranked(1, TWO), Ranked(2, ONE))


def test_equal_values_share_a_place(site: MakeSite) -> None:
    """Two of 30: both first."""
    found = ranking(library(site, one=EAST, two=EAST | {"place": "west"}), [TWO, ONE])
    assert isinstance(found, Ranking)
    assert found.rows == (Ranked(1, ONE), Ranked(1, TWO))


OTHER = [
    ({"measures": "firms"}, Reason.INDICATORS),
    ({"scope": "related"}, Reason.SCOPES),
    ({"value": "{comparator: at-least, amount: 12, unit: zones}"}, Reason.MEASURES),
    ({"value": "{comparator: about, amount: 12, unit: parks}"}, Reason.COMPARATORS),
    ({"deadline": "2026"}, Reason.PERIODS),
]


@pytest.mark.parametrize(("change", "reason"), OTHER, ids=str)
def test_what_is_not_alike_is_refused(
    site: MakeSite, change: dict[str, str], reason: Reason
) -> None:
    """One difference, one reason, for totals and rankings alike."""
    made = library(site, one=EAST, two=WEST | change)
    basis = Basis(2, 2, 1)
    assert total(made, [ONE, TWO]) == Refusal((reason,), basis)
    assert ranking(made, [ONE, TWO]) == Refusal((reason,), basis)


CONFLICT = """
    -- conflicts/how-many.yml --
    id: how-many
    title: {en: How many parks?}
    kind: value
    about: [policies/two#t]
    resolution: open
    assessment: The papers differ.
    readings: [{id: a, text: twelve, source: gazette}]
"""


def test_a_value_with_a_conflict_is_in_no_total(site: MakeSite) -> None:
    """Sources disagree on one of the two, whatever its certainty says."""
    texts = [policy("one", EAST), policy("two", WEST), CONFLICT]
    made = site(PUBLICATION + "".join(texts)).library()
    refusal = Refusal((Reason.DISPUTED,), Basis(2, 2, 1))
    assert total(made, [ONE, TWO]) == ranking(made, [ONE, TWO]) == refusal


def test_undated_values_have_no_period_in_common(site: MakeSite) -> None:
    """No deadline is not the same deadline."""
    undated = {key: value for key, value in EAST.items() if key != "deadline"}
    made = library(site, one=undated, two=undated | {"place": "west"})
    assert total(made, [ONE, TWO]) == Refusal((Reason.PERIODS,), Basis(2, 2, 2))


def test_a_class_of_magnitude_is_no_amount(site: MakeSite) -> None:
    """And it does not count as one in the coverage."""
    value = "{comparator: order-of-magnitude, amount: 100, unit: parks}"
    made = library(site, one=EAST | {"value": value}, two=WEST | {"value": value})
    assert total(made, [ONE, TWO]) == Refusal((Reason.NO_AMOUNT,), Basis(2, 0, 1))


def test_shares_have_an_order_but_no_sum(site: MakeSite) -> None:
    """30 per cent of one thing and 12 of another."""
    shares = [f"{{comparator: at-least, amount: {n}, unit: percent}}" for n in (30, 12)]
    made = library(
        site, one=EAST | {"value": shares[0]}, two=WEST | {"value": shares[1]}
    )
    assert total(made, [ONE, TWO]) == Refusal((Reason.NO_SUM,), Basis(2, 2, 1))
    assert isinstance(ranking(made, [ONE, TWO]), Ranking)


@pytest.mark.parametrize("place", ["nowhere", "east"])
def test_nothing_is_counted_twice(site: MakeSite, place: str) -> None:
    """A place around the other, or the same place, is not added; it may be ranked."""
    made = library(site, one=EAST, two=WEST | {"place": place})
    assert total(made, [ONE, TWO]) == Refusal((Reason.NESTED,), Basis(2, 2, 1))
    assert isinstance(ranking(made, [ONE, TWO]), Ranking)


def test_one_value_is_no_total(site: MakeSite) -> None:
    """And none is none."""
    made = library(site, one=EAST, two=WEST)
    assert total(made, [ONE]) == Refusal((Reason.TOO_FEW,), Basis(1, 1, 1))
    assert ranking(made, []) == Refusal((Reason.TOO_FEW,), Basis(0, 0, 0))
    assert Basis(0, 0, 0).confirmed_share == 0


def test_all_reasons_are_given(site: MakeSite) -> None:
    """In a fixed order."""
    change = {"scope": "related", "deadline": "2026", "place": "east"}
    found = total(library(site, one=EAST, two=WEST | change), [ONE, TWO])
    assert isinstance(found, Refusal)
    assert found.reasons == (Reason.SCOPES, Reason.PERIODS, Reason.NESTED)
