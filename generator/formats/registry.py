"""The list of output formats."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.core.artifacts import Artifact
from generator.formats import (
    citations,
    downloads,
    explorer,
    headers,
    manifest,
    markdown,
    quality,
    records,
    redirects,
)
from generator.pages.page import Edition

Templates = Mapping[str, str]
"""Each template's text by its path below site_templates/."""
Format = Callable[[Edition, Templates], Iterator[Artifact]]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "citations": citations.artifacts,
        "downloads": downloads.artifacts,
        "explorer": explorer.artifacts,
        "headers": headers.artifacts,
        "manifest": manifest.artifacts,
        "markdown": markdown.artifacts,
        "quality": quality.artifacts,
        "records": records.artifacts,
        "redirects": redirects.artifacts,
    }
)
"""Every format and the function that makes its files below build/docs."""


def make_artifacts(edition: Edition, templates: Templates) -> Iterator[Artifact]:
    """All files of an edition."""
    for make in FORMATS.values():
        yield from make(edition, templates)
