"""The counts of the quality sheet, worked out by hand."""

from collections.abc import Callable
from datetime import date

from generator.core.edtf import parse_edtf
from generator.core.refs import Ref
from generator.library.gaps import gaps_of
from generator.library.quality import Gap, Share, quality, values
from tests.conftest import SiteInAString

MakeSite = Callable[..., SiteInAString]
AS_OF = date(2026, 11, 25)

# Beside the target of the smallest site (official text, 超过10个, confirmed) there are
# a target from the press with a quotation, one from the press without the words, and
# two observations, of which one has no number.
FILES = """
    -- sources/press.yml --
    id: press
    title: {en: Report}
    checked: 2026-11-15
    type: article-newspaper
    publisher: Daily
    url: https://example.org/report
    link: "false"
    language: en
    read: excerpt
    reliability: low
    -- policies/second.yml --
    id: second
    title: {en: Second plan}
    checked: 2026-10-26
    type: plan
    place: nowhere
    issuers: [{organization: office}]
    status: issued
    evidence: [{source: gazette}]
    unverified: Seen in the press alone.
    targets:
      - id: halls
        indicator: halls
        value: {comparator: exactly, amount: 3, unit: sites}
        commitment: announced
        certainty: reported
        evidence:
          - {source: press, quote: three halls}
          - {source: gazette, stance: context}
      - id: stalls
        indicator: stalls
        value: {comparator: exactly, amount: 4, unit: sites}
        commitment: announced
        certainty: reported
        evidence: [{source: press}]
    -- observations/halls-2024.yml --
    id: halls-2024
    title: {en: Halls in use}
    checked: 2025-11-25
    value: {comparator: exactly, amount: 2, unit: sites}
    as_written: 2 sites
    period: 2024
    method: measured
    about: ["policies/second#halls"]
    evidence: [{source: gazette}]
    -- observations/halls-2025.yml --
    id: halls-2025
    title: {en: Halls in use}
    value_missing: The page cannot be read.
    period: 2025
    method: measured
    evidence: [{source: gazette}]
"""


def test_what_values_rest_on(site: MakeSite) -> None:
    """Evidence that gives context is not primary evidence of the value."""
    found = [
        (str(one.ref), one.is_primary, one.is_quoted, one.certainty)
        for one in values(site(FILES).library())
    ]
    assert found == [
        ("policies/second#halls", False, True, "reported"),
        ("policies/second#stalls", False, False, "reported"),
        ("policies/smallest#parks", True, True, "confirmed"),
        ("observations/halls-2024", True, True, ""),
    ]


def test_the_shares(site: MakeSite) -> None:
    """Four values, three targets, eight records, two sources."""
    assert quality(site(FILES).library(), AS_OF).shares == {
        "values.primary": Share(2, 4),
        "values.quoted": Share(3, 4),
        "values.reviewed": Share(0, 4),
        "values.second-reviewed": Share(0, 4),
        "targets.confirmed": Share(1, 3),
        "targets.reported": Share(2, 3),
        "targets.disputed": Share(0, 3),
        "targets.derived": Share(0, 3),
        "records.checked": Share(3, 8),
        "records.reviewed": Share(0, 8),
        "records.second-reviewed": Share(0, 8),
        "sources.original": Share(1, 2),
        "sources.reprint": Share(0, 2),
        "sources.read-in-full": Share(1, 2),
        "sources.reliability-high": Share(1, 2),
        "sources.reliability-medium": Share(0, 2),
        "sources.reliability-low": Share(1, 2),
        "sources.doubtful-host": Share(1, 2),
        "sources.captured": Share(0, 2),
        "conflicts.open": Share(0, 0),
        "policies.unverified": Share(1, 2),
    }


def test_the_age_of_checks(site: MakeSite) -> None:
    """10, 30 and 365 days: 30 in the middle, 25 November 2025 the oldest; five do not say."""
    age = quality(site(FILES).library(), AS_OF).age
    assert (age.checked, age.median) == (Share(3, 8), 30)
    assert age.oldest == parse_edtf("2025-11-25")


def test_nobody_says_when(site: MakeSite) -> None:
    """Without a single day there is no age."""
    age = quality(site().library(), AS_OF).age
    assert (age.checked.part, age.median, age.oldest) == (0, None, None)


def test_what_records_lack(site: MakeSite) -> None:
    """The names of what is missing, of the record's kind first."""
    entries = site(FILES).library().entries
    assert gaps_of(entries[Ref("policies", "second")]) == (
        "document-number",
        "day",
        "summary",
        "unverified",
        "review",
    )
    assert gaps_of(entries[Ref("sources", "press")]) == (
        "published",
        "accessed",
        "doubtful-host",
        "archive",
        "capture",
        "excerpt",
        "review",
    )
    assert gaps_of(entries[Ref("observations", "halls-2025")])[:1] == ("value",)


def test_gaps_are_counted_by_kind(site: MakeSite) -> None:
    """One of two sources has a doubtful host; both of the two policies lack a number."""
    found = quality(site(FILES).library(), AS_OF).gaps
    assert Gap("sources", "doubtful-host", Share(1, 2)) in found
    assert Gap("policies", "document-number", Share(2, 2)) in found
    assert Gap("places", "checked", Share(1, 1)) in found
    assert [gap for gap in found if not gap.missing.part] == []


def test_per_cent_of_nothing_is_nothing() -> None:
    """A third is 33 per cent, two thirds are 67."""
    assert [Share(0, 0).percent, Share(1, 3).percent, Share(2, 3).percent] == [
        0,
        33,
        67,
    ]
