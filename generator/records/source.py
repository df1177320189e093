"""A source that was read (CSL-JSON, schema:CreativeWork)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import Date, Language, OrganizationRef, Part, Text, YesNo


class Capture(Part):
    """The copy that was read; the copy itself stays outside the repository."""

    sha256: Text
    """Hash of the file."""
    text_sha256: Text
    """Hash of its text after Unicode normalisation."""
    media_type: Text
    """`text/html`, `application/pdf` or `text/plain`."""
    captured: Date
    """The day the copy was taken."""


class Source(Record):
    """A document, article or page that carries evidence."""

    type: Literal[
        "legislation",
        "article",
        "article-newspaper",
        "article-magazine",
        "report",
        "webpage",
        "post-weblog",
        "speech",
        "press-release",
    ]
    """Kind of source (CSL)."""
    publisher: Text
    """Who says it; apart from the host of the copy that was read."""
    publisher_organization: OrganizationRef | None = None
    """Its record, where there is one."""
    host: Text | None = None
    """Where the copy that was read sits, if not with the publisher."""
    official: Literal["original", "reprint", "none"] = "none"
    """original: the issuer's page; reprint: its text on another host; none: press, others."""
    url: Text | None = None
    """Address of the copy that was read."""
    link: YesNo = True
    """`false` where the host is doubtful: cited, not linked."""
    archive_url: Text | None = None
    """Address of an archived copy."""
    published: Date | None = None
    """The day it was published."""
    accessed: Date | None = None
    """The day it was read."""
    language: Language
    """Its language."""
    read: Literal["full", "excerpt"]
    """How much of it was read."""
    reliability: Literal["high", "medium", "low"]
    """The researchers' judgement."""
    reliability_reason: Text | None = None
    """Why it is so judged."""
    capture: Capture | None = None
    """The copy that was read."""
