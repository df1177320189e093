"""Everything that rests on a source: each use of it, with the place and the phrase.

Found through the library's links, so no kind of record can be forgotten.
"""

from collections.abc import Callable, Mapping
from typing import Any

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.spans import Loc
from generator.library.library import Link
from generator.pages import vocabulary
from generator.pages.claims import preferred_reading, reading_words
from generator.pages.sheet import Sheet
from generator.pages.views import ConflictMarks, Day, LinkView, ValueView, Words
from generator.records.base import Record
from generator.records.conflict import Conflict
from generator.records.fields import Evidence
from generator.records.policy import Policy, Relation
from generator.records.source import Source

STANCE: Mapping[str, str] = {
    "supports": "",
    "contradicts": "contradicts it",
    "context": "gives background",
}
FIELDS: Mapping[str, str] = {"value.amount": "the amount", "value": "the value"}


@frozen
class Citation:
    """One use of a source."""

    link: LinkView
    label: str
    """What part of the record it is: a relation, a result."""
    value: ValueView | None
    words: Words | None
    """What is said, where it is no value."""
    day: Day | None
    """The time that an observation refers to."""
    locator: Words | None
    quote: Words | None
    carries: str
    """Which fields it supports, or its stance."""
    note: Words | None
    conflicts: ConflictMarks


@frozen
class CitationGroup:
    """Uses of one kind."""

    id: str
    label: str
    citations: tuple[Citation, ...]


GROUPS: Mapping[str, str] = {
    "targets": "Targets",
    "results": "Results of targets",
    "observations": "Observations",
    "policies": "Policies as a whole",
    "relations": "Relations between policies",
    "events": "Events",
    "readings": "Readings where sources disagree",
    "claims": "Official wording of checked statements",
    "organizations": "Organizations",
    "definitions": "Definitions",
    "publication": "Exchange rates",
}
"""Kinds of use, in the order in which they are listed."""


def citation_groups(sheet: Sheet, source: Ref) -> list[CitationGroup]:
    """Every use of a source, by kind."""
    found: dict[str, list[Citation]] = {}
    for link in sheet.site.library.links_to(source):
        kind = _kind(link)
        if kind:
            found.setdefault(kind, []).append(CITE[kind](sheet, link))
    return [
        CitationGroup(kind, label, tuple(found[kind]))
        for kind, label in GROUPS.items()
        if kind in found
    ]


def _kind(link: Link) -> str:
    """Which group a use belongs to; empty for uses that are listed elsewhere."""
    kind, field = link.source.kind, str(link.loc[0])
    if link.loc[-1] != "source":
        return ""
    if kind == "policies":
        if field == "targets":
            return "results" if link.loc[2] == "outcome" else "targets"
        return "relations" if field == "relations" else "policies"
    if kind == "conflicts":
        return "readings"
    if kind == "claims":
        return "claims" if field == "official" else ""
    if kind in {"topics", "terms"}:
        return "definitions"
    return kind if kind in GROUPS else ""


def _at(record: Record, loc: Loc) -> Any:  # noqa: ANN401 - a field of any record
    """What stands at a place of a record."""
    found: Any = record
    for step in loc:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return found


def _evidence(sheet: Sheet, link: Link) -> Evidence:
    """The evidence whose field `source` the link is."""
    library = sheet.site.library
    is_publication = link.source.kind == "publication"
    record = library.publication if is_publication else library.record(link.source)
    found = _at(record, link.loc[:-1])
    if isinstance(found, Evidence):
        return found
    raise TypeError(f"{link.source} {link.loc} is no evidence")


@frozen
class _Said:
    """What a record says with the help of a source."""

    label: str = ""
    value: ValueView | None = None
    words: Words | None = None
    day: Day | None = None
    at: LinkView | None = None
    """Where it is shown, if the record has no page."""


_NOTHING_SAID = _Said()


def _citation(sheet: Sheet, link: Link, said: _Said = _NOTHING_SAID) -> Citation:
    evidence = _evidence(sheet, link)
    source = sheet.site.library.get(link.target, Source)
    lang = "" if source.language == sheet.site.language else source.language
    quote = sheet.words(evidence.quote, str(link.target), lang)
    fields = [FIELDS.get(one, one.replace(".", " ")) for one in evidence.supports]
    return Citation(
        link=said.at or sheet.link(link.source),
        label=said.label,
        value=said.value,
        words=said.words,
        day=said.day,
        locator=sheet.words(evidence.locator, str(link.source)),
        quote=quote or _phrase(said.value, evidence),
        carries=STANCE[evidence.stance] or ", ".join(fields),
        note=sheet.words(evidence.note, str(link.source)),
        conflicts=said.value.conflicts if said.value else ConflictMarks(),
    )


def _phrase(value: ValueView | None, evidence: Evidence) -> Words | None:
    """The number as written, where no other words are quoted for it."""
    return value.phrase if value and evidence.stance == "supports" else None


def _target(sheet: Sheet, link: Link) -> Citation:
    _, target = sheet.site.library.targets[link.source]
    aside = Sheet(sheet.site, sheet.path)
    value = aside.value(
        target.value, link.source, [_evidence(sheet, link)], target.as_written
    )
    return _citation(sheet, link, _Said(value=value))


def _observation(sheet: Sheet, link: Link) -> Citation:
    view = Sheet(sheet.site, sheet.path).observation(link.source)
    said = _Said(view.method, view.value, view.missing, view.period)
    return _citation(sheet, link, said)


def _result(sheet: Sheet, link: Link) -> Citation:
    _, target = sheet.site.library.targets[link.source]
    comment = target.outcome.comment if target.outcome else None
    return _citation(sheet, link, _Said(words=sheet.words(comment, str(link.source))))


def _relation(sheet: Sheet, link: Link) -> Citation:
    policy = sheet.site.library.get(link.source.whole, Policy)
    relation: Relation = _at(policy, link.loc[:2])
    label = vocabulary.RELATION[relation.type][0].lower()
    return _citation(sheet, link, _Said(label, words=sheet.site.title(relation.target)))


def _reading(sheet: Sheet, link: Link) -> Citation:
    conflict = sheet.site.library.get(link.source.whole, Conflict)
    reading = conflict.readings[int(link.loc[1])]
    preferred = preferred_reading(conflict)
    is_preferred = preferred is not None and preferred.id == reading.id
    return Citation(
        link=sheet.link(link.source),
        label="preferred" if is_preferred else "",
        value=None,
        words=reading_words(link.source.whole, reading),
        day=None,
        locator=None,
        quote=None,
        carries="one reading",
        note=sheet.words(reading.note, str(link.source)),
        conflicts=ConflictMarks(),
    )


def _official(sheet: Sheet, link: Link) -> Citation:
    claim = sheet.site.library.record(link.source)
    text = str(_at(claim, ("official", "text")))
    return _citation(sheet, link, _Said(words=Words(text, ref=str(link.source))))


def _rate(sheet: Sheet, link: Link) -> Citation:
    rate = _at(sheet.site.library.publication, link.loc[:2])
    words = Words(f"{rate.currency} to {rate.to}: {rate.rate}", ref=str(link.source))
    about = sheet.page("about/index.md", "Exchange rate used by this publication")
    return _citation(sheet, link, _Said(words=words, at=about))


CITE: Mapping[str, Callable[[Sheet, Link], Citation]] = {
    "targets": _target,
    "results": _result,
    "observations": _observation,
    "policies": _citation,
    "relations": _relation,
    "events": _citation,
    "readings": _reading,
    "claims": _official,
    "organizations": _citation,
    "definitions": _citation,
    "publication": _rate,
}
"""How each kind of use is shown."""
