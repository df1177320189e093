"""The words of sources say what the records say. Numbers are worked out by hand."""

from collections.abc import Callable

import pytest

from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
OTHER = "capture.other-number"
WRITTEN = "wording.as-written"
OBSERVATION = """
-- observations/parks.yml --
id: parks
title: {{en: Parks}}
value: {value}
period: 2024
method: measured
evidence: [{{source: gazette, quote: {quote}}}]
"""


@pytest.mark.parametrize(
    ("quote", "value", "agrees"),
    [
        ("35个", "{comparator: exactly, amount: 35, unit: parks}", True),
        ("35个", "{comparator: exactly, amount: 36, unit: parks}", False),
        ("35个", "{comparator: more-than, amount: 35, unit: parks}", False),
        ("超过35个", "{comparator: more-than, amount: 35, unit: parks}", True),
        ("超过35个", "{comparator: exactly, amount: 35, unit: parks}", False),
        ("3—5个", "{comparator: range, min: 3, max: 5, unit: parks}", True),
        ("3—5个", "{comparator: range, min: 3, max: 6, unit: parks}", False),
        ("3—5个", "{comparator: exactly, amount: 5, unit: parks}", False),
        (
            "3500亿元",
            "{comparator: exactly, amount: 350000000000, currency: CNY}",
            True,
        ),
        ("3500亿元", "{comparator: exactly, amount: 350000000000, unit: parks}", False),
        ("25 million", "{comparator: exactly, amount: 25000000, unit: parks}", True),
        (
            "$4 billion",
            "{comparator: exactly, amount: 4000000000, currency: EUR}",
            False,
        ),
    ],
)
def test_a_quotation_says_what_the_record_says(
    site: MakeSite, quote: str, value: str, *, agrees: bool
) -> None:
    """The number, both ends of a range, the comparator, the unit or currency."""
    problems = site(OBSERVATION.format(quote=quote, value=value)).check()
    found = [] if agrees else [("observations/parks.yml", 6, 37, OTHER)]
    assert short(problems) == found


TARGET = """
-- policies/second.yml --
id: second
title: {{en: Second plan}}
type: plan
place: nowhere
issuers: [{{organization: office}}]
status: issued
evidence: [{{source: gazette}}]
targets:
  - id: halls
    indicator: halls
    value: {{comparator: exactly, amount: 9, unit: parks}}
    as_written: 9个
    baseline:
      value: {{comparator: exactly, amount: 4, unit: parks}}
      as_written: {written}
      period: 2020
    commitment: in-policy-document
    certainty: reported
    evidence:
      - {{source: gazette, supports: [value]}}
      - {{source: gazette, supports: [baseline], quote: {quote}}}
"""


@pytest.mark.parametrize(
    ("written", "quote", "found"),
    [
        ("4个", "4个", []),
        ("5个", "4个", [(15, 19, WRITTEN)]),
        ("4个", "9个", [(21, 56, OTHER)]),
    ],
)
def test_a_baseline_is_compared_with_its_own_words(
    site: MakeSite, written: str, quote: str, found: list[tuple[int, int, str]]
) -> None:
    """Nine is the number of the target, not of where it starts."""
    problems = site(TARGET.format(written=written, quote=quote)).check()
    assert short(problems) == [("policies/second.yml", *one) for one in found]


def test_a_reading_is_compared_with_its_words(site: MakeSite) -> None:
    """The first says twelve in both ways, the second twelve and twenty."""
    problems = site(
        """
        -- conflicts/parks.yml --
        id: parks
        title: {en: How many parks?}
        kind: value
        about: ["policies/smallest#parks"]
        readings:
          - id: a
            text: twelve
            quantity: {comparator: exactly, amount: 12, unit: parks}
            as_written: 12个
            source: gazette
          - id: b
            text: twenty
            quantity: {comparator: exactly, amount: 20, unit: parks}
            as_written: 12个
            source: gazette
        resolution: explained
        assessment: The gazette contradicts itself.
        """
    ).check()
    assert short(problems) == [("conflicts/parks.yml", 14, 17, WRITTEN)]
    assert problems[0].message == (
        "the source writes 12 parks, the record says 20 parks"
    )


CLAIM = """
-- claims/parks.yml --
id: parks
title: {{en: Parks}}
text: Nowhere plans parks.
appeared_in: gazette
about: [policies/smallest, "policies/smallest#parks"]
verdict: confirmed
official: {{text: It plans parks., evidence: [{{source: gazette, quote: {quote}}}]}}
"""


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("超过10个", []),
        ("10个", [("claims/parks.yml", 7, 71, OTHER)]),
        ("超过12个", [("claims/parks.yml", 7, 71, OTHER)]),
        ("工业园区", []),
    ],
)
def test_the_official_wording_is_that_of_the_target(
    site: MakeSite, quote: str, found: list[tuple[str, int, int, str]]
) -> None:
    """The target of the smallest plan is more than ten; words without a number are no number."""
    assert short(site(CLAIM.format(quote=quote)).check()) == found


def test_values_without_words_are_named_and_counted(site: MakeSite) -> None:
    """One note for each record, with the values that rest on no words at all."""
    made = site(
        """
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        targets:
          - id: halls
            indicator: halls
            value: {comparator: exactly, amount: 9, unit: parks}
            baseline:
              value: {comparator: exactly, amount: 4, unit: parks}
              period: 2020
            deadline: 2027
            commitment: in-policy-document
            certainty: reported
            evidence: [{source: gazette}, {source: gazette, supports: [deadline], quote: 2027年}]
          - id: parks
            indicator: parks
            value: {comparator: exactly, amount: 9, unit: parks}
            as_written: 9个
            deadline: 2027
            commitment: in-policy-document
            certainty: reported
            evidence: [{source: gazette}]
        """
    )
    notes = [one for one in made.check_all() if one.rule == "evidence.no-words"]
    assert short(notes) == [("policies/second.yml", 1, 5, "evidence.no-words")]
    assert notes[0].message == (
        "2 values rest on no words of a source: `halls`, the baseline of `halls`"
    )
