"""Addresses at the forge where readers say that something is wrong, or put it right."""

from urllib.parse import quote_plus

from generator.core.refs import Ref
from generator.core.settings import Settings
from generator.library.library import Library
from generator.records.policy import Policy


def report_url(settings: Settings, ref: Ref | str) -> str:
    """A new issue that names the record; empty without a forge."""
    if not settings.repo_url:
        return ""
    named = quote_plus(str(ref))
    query = f"template=correction.yml&title=Correction%3A+{named}&record={named}"
    return f"{settings.repo_url.rstrip('/')}/issues/new?{query}"


def edit_url(settings: Settings, library: Library, ref: Ref) -> str:
    """Where a record is edited, at the line of the part."""
    entry = library.entries[ref.whole]
    line = entry.span().line
    if ref.part and isinstance(entry.record, Policy):
        ids = [target.id for target in entry.record.targets]
        line = entry.span("targets", ids.index(ref.part)).line
    return settings.edit_url(entry.document.path, line if ref.part else 0)
