"""The page of a topic: what it means, which policies are about it, what they promise."""

from collections.abc import Iterator, Sequence

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.library import Library
from generator.pages import vocabulary
from generator.pages.addresses import page_of
from generator.pages.blocks import (
    FactRow,
    actions,
    mentions,
    plain,
    record_line,
)
from generator.pages.citing import cite
from generator.pages.lists import (
    MOST,
    Coverage,
    TargetGroup,
    coverage,
    newest_first,
    policies_count,
    policy_list,
    target_group,
    targets_of,
)
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import LinkView, Words
from generator.records.base import Entry
from generator.records.policy import Policy
from generator.records.topic import Topic

SHOWN_ELSEWHERE = ("policies", "topics")
LONG = 25
"""Targets above which a page lists who states them, and leaves the values to their policies."""


@frozen
class IndicatorRow:
    """The targets of one indicator, counted."""

    heading: Words
    coverage: Coverage
    stated_by: tuple[LinkView, ...]
    """The targets under the names of their places."""


def pages(site: Site) -> Iterator[Page]:
    """One page for each topic."""
    for entry in site.library.topics:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Topic]) -> Page:
    topic = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    title = site.title(entry.ref)
    original = site.original(topic, entry.ref)
    policies = policies_about(site, entry.ref)
    refs = targets_of(policies)
    context = {
        "title": title,
        "original": original,
        "scheme": topic.scheme.capitalize(),
        "crumbs_of": sheet.links(topic_line(site.library, entry.ref)[:-1]),
        "definition": sheet.words(topic.definition, str(entry.ref)),
        "marks_of": sheet.marks(topic.evidence, entry.ref),
        "line": record_line(sheet, entry),
        "can": actions(sheet, entry),
        "facts": list(_facts(sheet, entry)),
        "policies_count": policies_count(len(policies)),
        "coverage": coverage(site, refs),
        "policies": policy_list(
            sheet, policies, lambda one: _narrower_topic(site, one, entry.ref)
        ),
        "groups": by_indicator(sheet, refs) if len(refs) <= LONG else [],
        "indicators": in_short(sheet, refs) if len(refs) > LONG else [],
        "mentioned": mentions(sheet, entry.ref, SHOWN_ELSEWHERE),
        "cite": cite(sheet, title.text, "record of a topic"),
        "notes_of": sheet.notes(),
    }
    return Page(
        type="topic",
        path=sheet.path,
        title=title.text,
        description=plain(topic.definition or _description(title.text, policies)),
        context=context,
        about=entry.ref,
        edit_path=entry.document.path,
        scripts=("tracker",),
        search=SearchEntry(
            "Topic",
            where=vocabulary.SCHEME[topic.scheme],
            original=original.text if original else "",
            also=(
                *topic.aka,
                *site.names(topic_line(site.library, entry.ref)[:-1]),
            ),
        ),
    )


def policies_about(site: Site, topic: Ref) -> list[Entry[Policy]]:
    """The policies about a topic or a narrower one; newest first."""
    library = site.library
    found = {
        entry.ref: entry
        for one in with_narrower(library, topic)
        for entry in library.naming(one, "topics", Policy)
    }
    return newest_first(found.values())


def by_indicator(sheet: Sheet, refs: Sequence[Ref]) -> list[TargetGroup]:
    """Targets that count the same thing together; last those that count something else."""
    groups: list[TargetGroup] = []
    for heading, alike in _alike(sheet.site, refs):
        name = f"indicator-{len(groups) + 1}"
        groups.append(target_group(sheet, name, heading, alike))
    return groups


def in_short(sheet: Sheet, refs: Sequence[Ref]) -> list[IndicatorRow]:
    """The same without the values: who states such a target, and how well it is attested."""
    targets = sheet.site.library.targets
    return [
        IndicatorRow(
            heading=heading,
            coverage=coverage(sheet.site, alike),
            stated_by=tuple(
                sheet.link(ref, sheet.site.title(targets[ref][0].place).text)
                for ref in alike[:MOST]
            ),
        )
        for heading, alike in _alike(sheet.site, refs)
    ]


def _alike(site: Site, refs: Sequence[Ref]) -> Iterator[tuple[Words, list[Ref]]]:
    targets = site.library.targets
    by_measure: dict[str, list[Ref]] = {}
    for ref in refs:
        by_measure.setdefault(targets[ref][1].measures or "", []).append(ref)
    for indicator in site.library.publication.indicators:
        if indicator.id in by_measure:
            heading = Words(indicator.title, ref="publication/publication")
            yield heading, by_measure[indicator.id]
    if "" in by_measure:
        yield Words("Other targets, each of its own kind"), by_measure[""]


def _narrower_topic(site: Site, entry: Entry[Policy], topic: Ref) -> Words | None:
    """The narrower topic for which a policy is listed, if it is not this one."""
    if topic in entry.record.topics:
        return None
    narrower = set(with_narrower(site.library, topic))
    named = next(one for one in entry.record.topics if one in narrower)
    return site.title(named)


def _facts(sheet: Sheet, entry: Entry[Topic]) -> Iterator[FactRow]:
    topic = entry.record
    below = sheet.site.library.naming(entry.ref, "broader", Topic)
    narrower = [one.ref for one in below]
    yield FactRow("List", links=(_list_of(sheet, topic),))
    yield FactRow(
        "Part of",
        links=(sheet.link(topic.broader),) if topic.broader else (),
        missing="" if topic.broader else "no broader topic",
    )
    yield FactRow(
        "Narrower",
        links=sheet.links(narrower),
        missing="" if narrower else "no narrower topic",
    )
    if topic.aka:
        yield FactRow("Also", words=(Words("; ".join(topic.aka), ref=str(entry.ref)),))
    for same in topic.same_as:
        yield FactRow(
            same.scheme.capitalize(), words=(Words(same.id, ref=str(entry.ref)),)
        )


def _list_of(sheet: Sheet, topic: Topic) -> LinkView:
    """The list of topics that it stands in."""
    label = vocabulary.SCHEME[topic.scheme]
    return sheet.page("topics/index.md", label, topic.scheme)


def _description(title: str, policies: Sequence[Entry[Policy]]) -> str:
    counted = policies_count(len(policies))
    return f"{title}: {counted.counted} on record and what they promise."


def with_narrower(library: Library, topic: Ref) -> list[Ref]:
    """A topic and every topic below it."""
    found = [topic]
    for ref in found:
        below = [entry.ref for entry in library.naming(ref, "broader", Topic)]
        found += [one for one in below if one not in found]
    return found


def topic_line(library: Library, topic: Ref) -> list[Ref]:
    """A topic and the broader ones it belongs to, broadest first."""
    line = [topic]
    while (broader := library.get(line[0], Topic).broader) and broader not in line:
        line.insert(0, broader)
    return line
