"""Addresses that records had before lead to where they are now: an address is a promise."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from generator.core.artifacts import Artifact
from generator.core.refs import Ref
from generator.pages.addresses import page_of, relative_url
from generator.pages.page import Edition

_PAGE = Markup(
    "<!doctype html>\n"
    '<html lang="en"><head><meta charset="utf-8"><title>Moved</title>\n'
    '<meta name="robots" content="noindex">\n'
    '<link rel="canonical" href="{address}">\n'
    '<meta http-equiv="refresh" content="0; url={address}">\n'
    '</head><body><p>This page is now at <a href="{address}">{address}</a>.</p>'
    "</body></html>\n"
)


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """A page at each former address of a record that has a page of its own."""
    pages = {page.about: page.path for page in edition.pages if page.about}
    for entry in edition.library:
        for former in entry.record.former_ids:
            if entry.ref in pages:
                old = page_of(Ref(entry.ref.kind, former))
                way = relative_url(pages[entry.ref], start=old)
                path = old.removesuffix(".md") + "/index.html"
                yield Artifact(path, _PAGE.format(address=way).encode())
