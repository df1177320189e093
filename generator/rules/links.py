"""Rules about what records lead out to: addresses of the web.

How an address is judged is written in reading/links.py; links in narratives are judged there.
"""

from collections.abc import Iterator

from generator.core.spans import Loc
from generator.library.facts import Facts
from generator.library.library import Library
from generator.reading.links import broken_address
from generator.records.base import Entry, Record
from generator.rules.registry import Finding, rule

_LONGEST = 2000
"""Characters that every browser and every server takes."""


@rule("link.address")
def links_lead_to_the_web(library: Library, _: Facts) -> Iterator[Finding]:
    """The address of a source, a copy or an organization leads to the open web.

    It begins with `https://` or `http://` and names a host; it has no user name, no blanks.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        same_as: [{scheme: url, id: "javascript:alert(1)"}]

    Right:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        same_as: [{scheme: url, id: "https://nowhere.example/"}]
    """
    for entry, loc, address in _addresses(library):
        reason = _reason(address)
        if reason:
            advice = "write the whole address with `https://`, or leave the line out"
            yield Finding(entry.span(*loc), reason, advice)


def _reason(address: str) -> str | None:
    if address.lower().startswith("mailto:"):
        return "a mailbox is no address of the web"
    if len(address) > _LONGEST:
        return f"the address is longer than {_LONGEST:,} characters"
    return broken_address(address)


def _addresses(library: Library) -> Iterator[tuple[Entry[Record], Loc, str]]:
    """Every address that a page may link to."""
    for entry in library:
        for field in ("url", "archive_url"):
            address = getattr(entry.record, field, None)
            if address:
                yield entry, (field,), address
        for index, same in enumerate(entry.record.same_as):
            if same.scheme == "url":
                yield entry, ("same_as", index, "id"), same.id
