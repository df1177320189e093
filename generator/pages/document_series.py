"""Document numbers on pages: the known ones of a series, and the gaps between them, as leads."""

from collections.abc import Iterable

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import plural
from generator.library.series import Series
from generator.pages.evidence_links import DOCUMENT_NUMBER, evidence_link
from generator.pages.lists import Count
from generator.pages.sheet import Sheet
from generator.pages.views import EvidenceLink, LinkView, Words
from generator.records.policy import Policy


@frozen
class Known:
    """A number with a link to its policy, and the way to the words that state it."""

    link: LinkView
    evidence: EvidenceLink


@frozen
class SeriesRow:
    """The numbers that an issuer gave in one year."""

    name: Words
    """With the year: 工信部联电子〔2022〕."""
    issuers: tuple[LinkView, ...]
    """Named first on the known documents."""
    known: tuple[Known, ...]
    gaps: Words | None
    """`149, 151–153`."""
    missing: Count


def series_rows(sheet: Sheet, series: Iterable[Series]) -> list[SeriesRow]:
    """Each series as a row."""
    return [_row(sheet, one) for one in series]


def _row(sheet: Sheet, series: Series) -> SeriesRow:
    ref = str(series.known[0][1])
    stretches = (
        str(first) if first == last else f"{first}–{last}"
        for first, last in series.gaps
    )
    number = series.missing
    return SeriesRow(
        name=Words(f"{series.name}〔{series.year}〕", "zh-Hans", ref),
        issuers=sheet.links(_issuers(sheet, series)),
        known=tuple(_known(sheet, one.number, ref) for one, ref in series.known),
        gaps=sheet.words(", ".join(stretches), ref),
        missing=Count("series.missing", number, plural(number, "number", "numbers")),
    )


def _known(sheet: Sheet, number: int, policy: Ref) -> Known:
    to = sheet.link(policy)
    return Known(
        sheet.link(policy, str(number)),
        evidence_link(to, DOCUMENT_NUMBER, "Document number"),
    )


def _issuers(sheet: Sheet, series: Series) -> list[Ref]:
    """Who stands first on the known documents: the series is theirs."""
    named = [sheet.site.library.get(ref, Policy).issuers for _, ref in series.known]
    return sorted({issuers[0].organization for issuers in named if issuers})
