"""Reported and official: each statement that was checked beside what the official text says."""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages import vocabulary
from generator.pages.blocks import as_of, list_downloads, page_foot
from generator.pages.lists import Count, about_links, count
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Basis, ConflictMarks, LinkView, Mark, Words
from generator.records.base import Entry
from generator.records.claim import Claim, Official
from generator.records.conflict import Conflict, Reading
from generator.records.fields import Evidence
from generator.records.source import Source

_PATH = "claims/index.md"

MARKS = {
    "corrected": "not-met",
    "partly": "partly",
    "misplaced": "unclear",
    "unconfirmed": "undated",
    "confirmed": "met",
}
"""Icon and colour of each verdict, in the order in which verdicts are listed."""


@frozen
class Quoted:
    """The few words of the official text, with where they stand."""

    quote: Words | None
    source: LinkView
    marks: tuple[Mark, ...]


@frozen
class ClaimView:
    """A statement that somebody published, with what the check found."""

    id: str
    link: LinkView
    verdict: str
    mark: str
    differences: tuple[str, ...]
    text: Words
    publisher: Words
    source: LinkView
    source_marks: tuple[Mark, ...]
    official: Words | None
    quoted: tuple[Quoted, ...]
    comment: Words | None
    basis: Basis | None
    about: tuple[LinkView, ...]
    conflicts: ConflictMarks
    edit_url: str


@frozen
class VerdictGroup:
    """The statements of one verdict."""

    id: str
    label: str
    mark: str
    number: Count
    claims: tuple[ClaimView, ...]


@frozen
class PressReading:
    """What a report says on a question that the sources settle otherwise."""

    text: Words
    marks: tuple[Mark, ...]
    publisher: Words
    question: LinkView
    preferred: Words
    preferred_marks: tuple[Mark, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    groups = [_group(sheet, verdict) for verdict in MARKS]
    context = {
        "as_of": as_of(site),
        **page_foot(sheet, "Reported and official", list_downloads("claims")),
        "total": _statements(len(site.library.claims)),
        "groups": [group for group in groups if group.claims],
        "press": list(_press_readings(sheet)),
        "notes_of": sheet.notes(),
    }
    yield Page(
        type="claims",
        path=_PATH,
        title="Reported and official",
        description="What was reported beside what the official text says, by verdict.",
        context=context,
        search=SearchEntry("Statements"),
    )


def claim_view(sheet: Sheet, entry: Entry[Claim]) -> ClaimView:
    """A claim with everything that is said of it."""
    claim, ref = entry.record, str(entry.ref)
    source = sheet.site.library.get(claim.appeared_in, Source)
    return ClaimView(
        id=claim.id,
        link=sheet.link(entry.ref),
        verdict=vocabulary.VERDICT[claim.verdict],
        mark=MARKS[claim.verdict],
        differences=tuple(claim.differences),
        text=Words(claim.text, ref=ref),
        publisher=Words(source.publisher, ref=str(claim.appeared_in)),
        source=sheet.link(claim.appeared_in),
        source_marks=sheet.marks([Evidence(source=claim.appeared_in)], entry.ref),
        official=Words(claim.official.text, ref=ref) if claim.official else None,
        quoted=_quoted(sheet, claim.official, entry.ref),
        comment=sheet.words(claim.comment, ref),
        basis=sheet.basis(entry.ref),
        about=about_links(sheet, claim.about),
        conflicts=ConflictMarks(sheet.conflict(one) for one in claim.conflicts),
        edit_url=sheet.edit_url(entry.ref),
    )


def _statements(value: int) -> Count:
    return count("claims", value, "statement")


def _group(sheet: Sheet, verdict: str) -> VerdictGroup:
    claims = [one for one in sheet.site.library.claims if one.record.verdict == verdict]
    return VerdictGroup(
        id=verdict,
        label=vocabulary.VERDICT[verdict],
        mark=MARKS[verdict],
        number=_statements(len(claims)),
        claims=tuple(claim_view(sheet, entry) for entry in claims),
    )


def _quoted(sheet: Sheet, official: Official | None, claim: Ref) -> tuple[Quoted, ...]:
    if official is None:
        return ()
    return tuple(
        Quoted(
            _quote(sheet, evidence),
            sheet.link(evidence.source),
            sheet.marks([evidence], claim),
        )
        for evidence in official.evidence
    )


def _quote(sheet: Sheet, evidence: Evidence) -> Words | None:
    if evidence.quote is None:
        return None
    language = sheet.site.library.get(evidence.source, Source).language
    lang = "" if language == sheet.site.language else language
    return Words(evidence.quote, lang, str(evidence.source))


def _press_readings(sheet: Sheet) -> Iterator[PressReading]:
    """Readings of reports that are not official, where another reading is preferred."""
    library = sheet.site.library
    checked = {one for entry in library.claims for one in entry.record.conflicts}
    for entry in library.conflicts:
        preferred = preferred_reading(entry.record)
        if entry.record.resolution != "preferred" or preferred is None:
            continue
        if entry.ref in checked:
            continue
        for reading in entry.record.readings:
            source = library.get(reading.source, Source)
            if reading.id != preferred.id and source.official == "none":
                yield _press_reading(sheet, entry.ref, reading, preferred)


def preferred_reading(conflict: Conflict) -> Reading | None:
    """The reading to prefer, if one is."""
    return next(
        (one for one in conflict.readings if one.id == conflict.preferred), None
    )


def _press_reading(
    sheet: Sheet, conflict: Ref, reading: Reading, preferred: Reading
) -> PressReading:
    source = sheet.site.library.get(reading.source, Source)
    return PressReading(
        text=reading_words(conflict, reading),
        marks=sheet.marks([reading.as_evidence], conflict),
        publisher=Words(source.publisher, ref=str(reading.source)),
        question=sheet.link(conflict),
        preferred=reading_words(conflict, preferred),
        preferred_marks=sheet.marks([preferred.as_evidence], conflict),
    )


def reading_words(conflict: Ref, reading: Reading) -> Words:
    """What a source says, in its language."""
    ref = Ref(conflict.kind, conflict.id, reading.id)
    return Words(reading.text, reading.language or "", str(ref))
