"""The index of topics: technologies, industries and themes, with how often they occur."""

from collections.abc import Iterator

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages import vocabulary
from generator.pages.blocks import as_of, page_foot
from generator.pages.lists import (
    Count,
    count,
    policies_count,
    targets_count,
    targets_of,
)
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.topic import policies_about, topic_line
from generator.pages.views import LinkView

_PATH = "topics/index.md"


@frozen
class TopicRow:
    """One topic, counted with the narrower ones."""

    link: LinkView
    broader: tuple[LinkView, ...]
    policies: Count
    targets: Count


@frozen
class TopicGroup:
    """The topics of one list."""

    id: str
    label: str
    number: Count
    rows: tuple[TopicRow, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    groups = [
        _group(sheet, scheme, label) for scheme, label in vocabulary.SCHEME.items()
    ]
    yield Page(
        type="topics",
        path=_PATH,
        title="Topics",
        description="Technologies, industries and themes of the policies on record.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Topics"),
            "total": _topics(len(site.library.topics)),
            "groups": [group for group in groups if group.rows],
        },
    )


def _topics(value: int) -> Count:
    return count("topics", value, "topic")


def _group(sheet: Sheet, scheme: str, label: str) -> TopicGroup:
    rows = [
        _row(sheet, entry.ref)
        for entry in sheet.site.library.topics
        if entry.record.scheme == scheme
    ]
    rows.sort(key=lambda row: (-row.policies.value, row.link.words.text))
    return TopicGroup(scheme, label, _topics(len(rows)), tuple(rows))


def _row(sheet: Sheet, topic: Ref) -> TopicRow:
    policies = policies_about(sheet.site, topic)
    return TopicRow(
        link=sheet.link(topic),
        broader=sheet.links(topic_line(sheet.site.library, topic)[:-1]),
        policies=policies_count(len(policies)),
        targets=targets_count(len(targets_of(policies))),
    )
