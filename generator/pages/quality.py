"""The quality sheet: how well the records are founded, counted. No score, no grade."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.core.frozen import frozen
from generator.core.wording import date_words, day_words
from generator.library.gaps import EVERY, gaps_of
from generator.library.quality import (
    Age,
    Gap,
    Quality,
    Share,
    quality,
    records,
    value_check,
)
from generator.library.review import review_state
from generator.library.series import series_of
from generator.pages import vocabulary
from generator.pages.addresses import relative_url
from generator.pages.bars import Bar, Bars, bar, tally
from generator.pages.blocks import as_of, page_foot
from generator.pages.document_series import series_rows
from generator.pages.filters import token
from generator.pages.lists import MOST, Count, count, policies_count, targets_count
from generator.pages.page import Page, SearchEntry
from generator.pages.quality_list import RECORDS, REVIEWED, VALUES, address
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.source import TYPE
from generator.pages.sources import READ, STANDING
from generator.pages.totals import indicator_rows
from generator.pages.views import Day, LinkView
from generator.records.base import Entry
from generator.records.policy import Policy

PATH = "quality/index.md"
RELIABILITY = {"high": "high", "medium": "medium", "low": "low"}


@frozen
class AgeView:
    """How long ago records were compared with their sources."""

    said: Count
    unsaid: Count
    href: str
    median: Count | None
    oldest: Day | None


@frozen
class GapRow:
    """What records of one kind lack."""

    kind: str
    lacks: str
    number: Count
    whole: Count
    href: str


@frozen
class PolicyRow:
    """What the targets of one policy rest on, and what its record lacks."""

    link: LinkView
    counts: tuple[Count, ...]
    lacks: str


@frozen
class TrendRow:
    """The shares of one edition in per cent."""

    name: str
    """Its tag; empty for this edition."""
    day: Day
    percents: tuple[Count, ...]


TREND: Mapping[str, str] = {
    "values.primary": "Official text",
    "values.quoted": "Words of the source",
    "targets.confirmed": "Confirmed",
    "records.second-reviewed": "Reviewed twice",
}
"""The shares that are followed from tag to tag."""


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, PATH)
    counted = quality(site.library, site.settings.as_of)
    yield Page(
        type="quality",
        path=PATH,
        title="How well the records are founded",
        description="Counts of evidence, review, sources, conflicts and gaps, with their lists.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "How well the records are founded"),
            "groups": list(_groups(sheet, counted)),
            "age": _age(sheet, counted.age),
            "gaps": [_gap(sheet, gap) for gap in counted.gaps if gap.name not in EVERY],
            "policies": list(_policies(sheet)),
            "more_policies": policies_count(max(0, len(site.library.policies) - MOST)),
            "indicators": indicator_rows(sheet),
            "series": series_rows(sheet, series_of(site.library)),
            "trend_heads": list(TREND.values()),
            "trend": list(_trend(site, counted)),
            "lists": (
                sheet.page(VALUES, "all values"),
                sheet.page(RECORDS, "all records"),
            ),
        },
        search=SearchEntry("Page"),
    )


def _groups(sheet: Sheet, counted: Quality) -> Iterator[Bars]:
    """The bars, group by group."""
    library = sheet.site.library
    yield Bars("figures", "Figures and what they rest on", _values(sheet, counted))
    yield tally(
        "certainty",
        "Targets by certainty",
        vocabulary.CERTAINTY,
        (target.certainty for _, target in library.targets.values()),
        lambda one: address(sheet, VALUES, certainty=one),
    )
    yield tally(
        "review",
        "Records by state of review",
        REVIEWED,
        (review_state(entry) for entry in records(library)),
        lambda one: address(sheet, RECORDS, review=one),
    )
    yield Bars("doubts", "Doubts", _doubts(sheet, counted))
    yield from _sources(sheet)


def _values(sheet: Sheet, counted: Quality) -> tuple[Bar, ...]:
    shares = counted.shares
    official, quoted = shares["values.primary"], shares["values.quoted"]
    twice = shares["values.second-reviewed"]
    return (
        bar(
            "values.primary",
            "rest on the official text",
            official,
            address(sheet, VALUES, evidence="official"),
        ),
        bar(
            "values.quoted",
            "have the words of the source",
            quoted,
            address(sheet, VALUES, words="quoted"),
        ),
        bar(
            "values.second-reviewed",
            "stand in a record reviewed twice",
            twice,
            address(sheet, VALUES, review="second-reviewed"),
        ),
    )


def _doubts(sheet: Sheet, counted: Quality) -> tuple[Bar, ...]:
    shares = counted.shares
    conflicts = relative_url("conflicts/index.md", start=PATH)
    is_open = token(vocabulary.RESOLUTION["open"])
    unverified = shares["policies.unverified"]
    doubtful = shares["sources.doubtful-host"]
    return (
        bar(
            "conflicts.open",
            "conflicts not resolved",
            shares["conflicts.open"],
            f"{conflicts}?resolution={is_open}",
        ),
        bar(
            "policies.unverified",
            "policies not verified",
            unverified,
            address(sheet, RECORDS, gap="unverified"),
        ),
        bar(
            "sources.doubtful-host",
            "sources on doubtful hosts",
            doubtful,
            address(sheet, RECORDS, gap="doubtful-host"),
        ),
    )


def _sources(sheet: Sheet) -> Iterator[Bars]:
    """Sources by standing, reading, reliability and kind; the index of sources lists them."""
    sources = [entry.record for entry in sheet.site.library.sources]
    index = relative_url("sources/index.md", start=PATH)
    facets = (
        (
            "standing",
            "Sources by standing",
            STANDING,
            [one.official for one in sources],
        ),
        ("read", "Sources by reading", READ, [one.read for one in sources]),
        (
            "reliability",
            "Sources by reliability",
            RELIABILITY,
            [one.reliability for one in sources],
        ),
        ("type", "Sources by kind", TYPE, [one.type for one in sources]),
    )
    for name, heading, words, found in facets:
        href = partial(_sources_with, index, name, words)
        yield tally(f"sources-{name}", heading, words, found, href)


def _sources_with(index: str, name: str, words: Mapping[str, str], value: str) -> str:
    return f"{index}?{name}={token(words[value])}"


def _age(sheet: Sheet, age: Age) -> AgeView:
    said = age.checked
    oldest = age.oldest
    median = age.median
    return AgeView(
        said=count("records.checked", said.part, "record"),
        unsaid=count("records.unchecked", said.whole - said.part, "record"),
        href=address(sheet, RECORDS, gap="checked"),
        median=None if median is None else count("age.median", median, "day"),
        oldest=Day(date_words(oldest), oldest.edtf) if oldest else None,
    )


def _gap(sheet: Sheet, gap: Gap) -> GapRow:
    return GapRow(
        kind=vocabulary.KIND[gap.kind],
        lacks=vocabulary.GAP[gap.name],
        number=count(f"gap.{gap.kind}.{gap.name}", gap.missing.part, "record"),
        whole=count(f"records.{gap.kind}", gap.missing.whole, "record"),
        href=address(sheet, RECORDS, kind=gap.kind, gap=gap.name),
    )


def _policies(sheet: Sheet) -> Iterator[PolicyRow]:
    """What the targets of each policy rest on."""
    library = sheet.site.library
    for entry in library.policies[:MOST]:
        own = [value_check(library, ref) for ref in library.parts_of(entry.ref)]
        certainties = [one.certainty for one in own]
        numbers = {
            "official": sum(one.is_primary for one in own),
            "quoted": sum(one.is_quoted for one in own),
            "confirmed": certainties.count("confirmed"),
            "disputed": sum(one.ref in library.conflicts_of for one in own),
        }
        counts = (count(f"policy.{key}", n, key, key) for key, n in numbers.items())
        yield PolicyRow(
            link=sheet.link(entry.ref),
            counts=(targets_count(len(own)), *counts),
            lacks=_lacks(entry),
        )


def _lacks(entry: Entry[Policy]) -> str:
    """What the record lacks; what every record can lack stands elsewhere."""
    names = (name for name in gaps_of(entry) if name not in EVERY)
    return ", ".join(vocabulary.GAP[name] for name in names)


def _trend(site: Site, counted: Quality) -> Iterator[TrendRow]:
    """The shares of earlier tags and of this edition; nothing without an earlier tag."""
    if not site.trend:
        return
    for one in site.trend:
        day = Day(day_words(one.day), one.day.isoformat())
        yield TrendRow(one.name, day, _percents(one.shares))
    yield TrendRow("", as_of(site), _percents(counted.shares))


def _percents(shares: Mapping[str, Share]) -> tuple[Count, ...]:
    return tuple(
        Count(f"trend.{name}", shares[name].percent, "per cent") for name in TREND
    )
