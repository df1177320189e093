"""Resolve references between records.

Does not judge whether a link makes sense: see rules/references.py.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import cast

from generator.core.documents import Document
from generator.core.problems import Problem, Related
from generator.core.refs import Ref
from generator.core.spans import Loc, Span
from generator.core.suggest import did_you_mean, nearest, one_of
from generator.library.library import Library, Link, part_refs
from generator.reading.narrative import (
    Reference,
    find_references,
    find_references_in,
    value_places,
)
from generator.records.base import Entry, Record, references
from generator.records.briefing import Briefing
from generator.records.conflict import Conflict
from generator.records.kinds import RECORD_KINDS
from generator.records.messages import singular
from generator.records.policy import Policy
from generator.records.publication import Publication

Entries = dict[Ref, Entry[Record]]

_MOST_HELPED = 100
"""Problems with a suggestion: comparing words takes long, and nobody reads more at once."""
_PUBLICATION = Ref("publication", "publication")


def link(
    entries: Collection[Entry[Record]],
    broken: Collection[Ref],
    invalid: Iterable[Link] = (),
) -> tuple[Library | None, list[Problem]]:
    """The Library of the sound records, and every reference and id that is wrong.

    A record is sound if it is valid and names sound records alone. Without a publication there is
    no Library. A reference to a record whose own file is `broken` is not unknown: that file has
    its own message already. References of records that are not valid come in `invalid`.
    """
    known, problems = _by_address(entries)
    broken = {*broken, *_misnamed(entries)}
    parts = {
        part for entry in known.values() for part in part_refs(entry.ref, entry.record)
    }
    links: list[Link] = []
    lost = [one for one in invalid if not (one.target in known or one.target in parts)]
    for entry in known.values():
        problems += _repeated_parts(entry)
        for one in _links_of(entry):
            is_found = one.target in known or one.target in parts
            (links if is_found else lost).append(one)
    for one in lost:
        if one.target.whole not in broken:
            is_helped = len(problems) < _MOST_HELPED
            problems.append(_unknown(one, known, parts, is_helped=is_helped))
    publication = known.pop(_PUBLICATION, None)
    if publication is None:
        return None, [
            *problems,
            *([] if _PUBLICATION in broken else [_no_publication()]),
        ]
    library = Library(
        known,
        tuple(sorted(links, key=_place_of)),
        cast("Entry[Publication]", publication),
    )
    if problems or broken:
        unsound = {one.source.whole for one in lost} | _ill_named(known.values())
        library = _sound_part(library, unsound)
    return library, problems


def _sound_part(library: Library, unsound: Collection[Ref]) -> Library:
    """The same without some records, and without those that name one that is left out."""
    left_out = set(unsound)
    waiting = list(unsound)
    while waiting:
        ref = waiting.pop()
        around = (ref, *(library.parts_of(ref) if ref in library.entries else ()))
        naming = {link.source.whole for one in around for link in library.links_to(one)}
        waiting += naming - left_out
        left_out |= naming
    entries = {ref: one for ref, one in library.entries.items() if ref not in left_out}
    links = tuple(one for one in library.links if one.source.whole not in left_out)
    return replace(library, entries=entries, links=links, is_whole=False)


def _misnamed(entries: Iterable[Entry[Record]]) -> set[Ref]:
    """What the names of files promise and their ids do not keep."""
    return {
        Ref(entry.document.kind, entry.document.id)
        for entry in entries
        if entry.is_misnamed
    }


def _ill_named(entries: Iterable[Entry[Record]]) -> set[Ref]:
    """The records with another id than their file, or with two parts of one id."""
    return {
        entry.ref
        for entry in entries
        if entry.is_misnamed or any(_repeated_parts(entry))
    }


def links_of_invalid(
    document: Document, named: Iterable[tuple[Loc, Ref]]
) -> Iterator[Link]:
    """What a record that is not valid names in its fields, and in its narrative."""
    source = Ref(document.kind, document.id)
    for loc, ref in named:
        yield Link(source, ref, loc, document.positions.nearest(loc).span)
    if document.narrative is not None:
        for reference in find_references(document.narrative)[0]:
            yield Link(source, reference.ref, ("narrative",), reference.span)


def _by_address(entries: Iterable[Entry[Record]]) -> tuple[Entries, list[Problem]]:
    known: Entries = {}
    problems: list[Problem] = []
    ordered = sorted(entries, key=lambda e: (e.is_misnamed, e.span()))
    for entry in ordered:
        first = known.get(entry.ref)
        if first is not None:
            problems.append(_duplicate(entry, first))
        elif entry.is_misnamed:
            problems.append(_mismatch(entry))
            known[entry.ref] = entry
        else:
            known[entry.ref] = entry
    return dict(sorted(known.items())), problems


def _duplicate(entry: Entry[Record], first: Entry[Record]) -> Problem:
    name = singular(entry.document.kind)
    return Problem(
        entry.span("id"),
        "identity.duplicate",
        f"a second {name} has the id `{entry.record.id}`",
        help=f"the first is {first.span('id')}",
        related=(Related(first.span("id"), "the first"),),
    )


def _mismatch(entry: Entry[Record]) -> Problem:
    return Problem(
        entry.span("id"),
        "identity.mismatch",
        f"the id `{entry.record.id}` is not the name of the file",
        help=f"write `{entry.document.id}`, or rename the file",
    )


def _repeated_parts(entry: Entry[Record]) -> Iterator[Problem]:
    field = "targets" if isinstance(entry.record, Policy) else "readings"
    seen: dict[Ref, Span] = {}
    for index, ref in enumerate(part_refs(entry.ref, entry.record)):
        span = entry.span(field, index, "id")
        if ref in seen:
            yield Problem(
                span,
                "identity.duplicate",
                f"a second {singular(field)} has the id `{ref.part}`",
                help=f"the first is {seen[ref]}",
                related=(Related(seen[ref], "the first"),),
            )
        seen.setdefault(ref, span)


def _links_of(entry: Entry[Record]) -> Iterator[Link]:
    for loc, ref in references(entry.record):
        yield Link(_holder(entry, loc), ref, loc, entry.span(*loc))
    if isinstance(entry.record, Briefing):
        for loc, reference in narrative_references(entry):
            yield Link(entry.ref, reference.ref, loc, reference.span)


def narrative_references(
    entry: Entry[Record],
) -> Iterator[tuple[Loc, Reference]]:
    """Every `[[…]]` of a briefing: in its narrative and in the lines of its front matter.

    Malformed ones are reported where narratives are read, and left out here.
    """
    document = entry.document
    if document.narrative is not None:
        for reference in find_references(document.narrative)[0]:
            yield ("narrative",), reference
    for loc, text in written_lines(entry):
        for reference in find_references_in(text, value_places(document, loc))[0]:
            yield loc, reference


def written_lines(entry: Entry[Record]) -> Iterator[tuple[Loc, str]]:
    """The lines of a briefing's front matter that are written, not chosen."""
    record = entry.record
    if isinstance(record, Briefing):
        yield ("headline",), record.headline
        yield ("standfirst",), record.standfirst
        for index, point in enumerate(record.key_points):
            yield ("key_points", index), point


def _place_of(one: Link) -> tuple[Ref, Ref, Span]:
    return (one.source, one.target, one.span)


def _holder(entry: Entry[Record], loc: Loc) -> Ref:
    """The part whose field names something, or the whole record."""
    record = entry.record
    if isinstance(record, Policy) and loc[0] == "targets":
        return Ref(entry.ref.kind, record.id, record.targets[cast("int", loc[1])].id)
    if isinstance(record, Conflict) and loc[0] == "readings":
        return Ref(entry.ref.kind, record.id, record.readings[cast("int", loc[1])].id)
    return entry.ref


def _unknown(
    one: Link, known: Entries, parts: Collection[Ref], *, is_helped: bool
) -> Problem:
    target = one.target
    if target.part and target.whole in known:
        siblings = {ref.part for ref in parts if ref.whole == target.whole}
        message = f"`{target.whole}` has no part with the id `{target.part}`"
        close = nearest(target.part, siblings) if is_helped else None
        it_has = f"it has {one_of(siblings)}" if siblings else "it has no parts"
        advice = f"did you mean `{close}`?" if close else it_has
        return Problem(one.span, "reference.unknown", message, help=advice)
    ids = {ref.id for ref in known if ref.kind == target.kind}
    close = nearest(target.id, ids) if is_helped else None
    name = singular(target.kind)
    message = f"there is no {name} with the id `{target.id}`"
    if close is None:
        advice = _where_to_look(target)
        return Problem(one.span, "reference.unknown", message, help=advice)
    where = known[Ref(target.kind, close)].span("id")
    return Problem(
        one.span,
        "reference.unknown",
        message,
        help=f"did you mean `{close}`? ({where})",
        related=(Related(where, "the nearest id"),),
    )


def _where_to_look(target: Ref) -> str:
    """What to do about a record that is not there, and like none that is."""
    if target.kind not in RECORD_KINDS:
        close = did_you_mean(target.kind, RECORD_KINDS)
        return close or f"an address begins with {one_of(RECORD_KINDS, 20)}"
    return (
        f"name a file of `content/{target.kind}`, or make this one: "
        f"`briefbook new {target.kind} {target.id}`"
    )


def _no_publication() -> Problem:
    return Problem(
        Span("content/publication.yml"),
        "publication.missing",
        "there is no `content/publication.yml`",
        help="it names the title, the publisher, the licences and the languages",
    )
