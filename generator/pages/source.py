"""The page of a source: who says it, how far it can be relied on, and all that rests on it."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.core.edtf import Edtf
from generator.pages import vocabulary
from generator.pages.addresses import page_of
from generator.pages.blocks import (
    FactRow,
    actions,
    mentions,
    plain,
    record_line,
)
from generator.pages.citations import CitationGroup, citation_groups
from generator.pages.citing import cite_source
from generator.pages.claims import ClaimView, claim_view
from generator.pages.lists import Count, count
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView, Words
from generator.records.base import Entry
from generator.records.claim import Claim
from generator.records.source import Source

SHOWN_ELSEWHERE = (
    "policies",
    "conflicts",
    "claims",
    "events",
    "observations",
    "organizations",
    "topics",
    "terms",
)

TYPE: Mapping[str, str] = {
    "legislation": "Official document",
    "article": "Article",
    "article-newspaper": "News report",
    "article-magazine": "Magazine article",
    "report": "Report",
    "webpage": "Web page",
    "post-weblog": "Blog post",
    "speech": "Speech",
    "press-release": "Press release",
}
OFFICIAL: Mapping[str, str] = {
    "original": "the issuer’s own publication",
    "reprint": "the official text on another host",
    "none": "not official: press, analysts or others",
}
READ: Mapping[str, str] = {"full": "in full", "excerpt": "an excerpt"}
RELIABILITY: Mapping[str, str] = {
    "high": "high",
    "medium": "medium",
    "low": "low: used with care",
}


def pages(site: Site) -> Iterator[Page]:
    """One page for each source."""
    for entry in site.library.sources:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Source]) -> Page:
    source = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    title, other = titles(site, entry)
    groups = citation_groups(sheet, entry.ref)
    claims = _claims(site, entry)
    context = {
        "title": title,
        "original": other,
        "type": TYPE[source.type],
        "publisher": Words(source.publisher, ref=str(entry.ref)),
        "published": sheet.day(source.published),
        "line": record_line(sheet, entry),
        "can": actions(sheet, entry),
        "facts": list(_facts(sheet, entry)),
        "uses": _uses(groups),
        "groups": groups,
        "claims": claims,
        "capture": source.capture,
        "captured": sheet.day(source.capture.captured) if source.capture else None,
        "ref": str(entry.ref),
        "mentioned": mentions(sheet, entry.ref, SHOWN_ELSEWHERE),
        "cite": cite_source(sheet, entry),
    }
    return Page(
        type="source",
        path=sheet.path,
        title=site.title(entry.ref).text,
        description=_description(source, _uses(groups)),
        context=context,
        about=entry.ref,
        edit_path=entry.document.path,
        search=SearchEntry(
            "Source",
            where=source.publisher,
            date=source.published.edtf if source.published else "",
            original=source.title.get("zh-Hans", ""),
            also=tuple(source.aka),
        ),
    )


def titles(site: Site, entry: Entry[Source]) -> tuple[Words, Words | None]:
    """The title in the source's own language first, then in ours."""
    source, ref = entry.record, str(entry.ref)
    ours = site.title(entry.ref)
    own = source.title.get(source.language)
    if own is None or source.language == site.language:
        return ours, site.original(source, entry.ref)
    other = ours if ours.text != own else None
    return Words(own, source.language, ref), other


def _uses(groups: list[CitationGroup]) -> Count:
    return count("uses", sum(len(group.citations) for group in groups), "use")


def _claims(site: Site, entry: Entry[Source]) -> list[ClaimView]:
    """What became of the statements that appeared in the source."""
    aside = Sheet(site, page_of(entry.ref))
    return [
        claim_view(aside, one)
        for one in site.library.naming(entry.ref, "appeared_in", Claim)
    ]


def _facts(sheet: Sheet, entry: Entry[Source]) -> Iterator[FactRow]:
    source, ref = entry.record, str(entry.ref)
    yield _publisher(sheet, entry)
    yield _said("Read at", ref, source.host, missing="the publisher’s own pages")
    yield _address(source, ref)
    yield _said("Standing", "", OFFICIAL[source.official])
    yield _said(
        "Reliability", ref, RELIABILITY[source.reliability], source.reliability_reason
    )
    yield _dated(sheet, "Published", source.published, "no date seen")
    yield _said("Language", "", vocabulary.LANGUAGE[source.language])
    yield _said("Read", "", READ[source.read])
    yield _dated(sheet, "Read on", source.accessed, "day not recorded")
    yield FactRow(
        "Copy",
        links=_outside("archived copy", source.archive_url, ref),
        missing="" if source.archive_url else "no archived copy",
    )


def _publisher(sheet: Sheet, entry: Entry[Source]) -> FactRow:
    """Who says it, apart from where the copy sits."""
    source = entry.record
    if source.publisher_organization is None:
        return _said("Publisher", str(entry.ref), source.publisher)
    return FactRow("Publisher", links=(sheet.link(source.publisher_organization),))


def _address(source: Source, ref: str) -> FactRow:
    """The address of the copy that was read; a doubtful host is named, not linked."""
    if source.url and not source.link:
        return FactRow("Address", missing="not linked: the host is doubtful")
    host = urlsplit(source.url or "").netloc
    return FactRow(
        "Address",
        links=_outside(host, source.url, ref),
        missing="" if source.url else "no address recorded",
    )


def _outside(words: str, url: str | None, ref: str) -> tuple[LinkView, ...]:
    """A link to a site that is not ours, if there is an address."""
    return (LinkView(Words(words, ref=ref), href=url),) if url else ()


def _said(label: str, ref: str, *texts: str | None, missing: str = "") -> FactRow:
    """A row of words, or why there are none."""
    words = tuple(Words(text, ref=ref) for text in texts if text)
    return FactRow(label, words=words, missing="" if words else missing)


def _dated(sheet: Sheet, label: str, on: Edtf | None, missing: str) -> FactRow:
    return FactRow(label, day=sheet.day(on), missing="" if on else missing)


def _description(source: Source, uses: Count) -> str:
    """Who says it and how much rests on it."""
    return plain(
        f"{TYPE[source.type]}, {source.publisher}. "
        f"{uses.value} {uses.noun} on this site, each with its place and phrase."
    )
