"""Addresses at the forge where readers say that something is wrong."""

from urllib.parse import urlencode

from generator.core.refs import Ref
from generator.core.settings import Settings


def report_url(settings: Settings, ref: Ref | str) -> str:
    """A new issue that names the record; empty without a forge."""
    if not settings.repo_url:
        return ""
    query = urlencode(
        {
            "template": "correction.yml",
            "title": f"Correction: {ref}",
            "record": str(ref),
        }
    )
    return f"{settings.repo_url.rstrip('/')}/issues/new?{query}"
