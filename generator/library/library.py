"""The Library: every record by its address, every link with two existing ends.

Made by link.py, which guarantees what is said here; later rooms do not check it again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from generator.core.document_numbers import DocumentNumber, parse_document_number
from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.spans import Loc, Span
from generator.library.phrases import Phrase, phrases
from generator.records.base import Entry, Record
from generator.records.briefing import Briefing
from generator.records.claim import Claim
from generator.records.comment import Comment
from generator.records.conflict import Conflict, Reading
from generator.records.event import Event
from generator.records.observation import Observation
from generator.records.organization import Organization
from generator.records.place import Place
from generator.records.policy import Policy, Target
from generator.records.publication import Publication
from generator.records.source import Source
from generator.records.term import Term
from generator.records.topic import Topic

R = TypeVar("R", bound=Record)


@frozen
class Link:
    """One record names another, or a part of it."""

    source: Ref
    """The record that names; a policy's target where the name stands in one."""
    target: Ref
    loc: Loc
    """Where in the record the name stands; `("narrative",)` for the text of a briefing."""
    span: Span


def by_date(entry: Entry[Event]) -> tuple[date, date, str]:
    """The order of events; July 2022 stands after 30 June and before 31 July."""
    return (*entry.record.date.sort_key, entry.record.id)


def part_refs(ref: Ref, record: Record) -> list[Ref]:
    """The addresses of the parts of a record that have ids of their own."""
    if isinstance(record, Policy):
        return [Ref(ref.kind, ref.id, target.id) for target in record.targets]
    if isinstance(record, Conflict):
        return [Ref(ref.kind, ref.id, one.id) for one in record.readings]
    return []


@dataclass(frozen=True)
class Library:
    """All sound records of one publication."""

    entries: Mapping[Ref, Entry[Record]]
    links: tuple[Link, ...]
    publication_entry: Entry[Publication]
    captures: Mapping[str, str] = field(default_factory=dict)
    """Texts of sources at hand, in normal form, by the ids of the sources: they prove, nothing is
    shown of them."""
    is_whole: bool = True
    """Whether no record is missing: what is silent here may speak in one that is not sound."""

    def _all(self, kind: str, model: type[R]) -> list[Entry[R]]:
        return [
            cast("Entry[R]", entry)
            for ref, entry in sorted(self.entries.items())
            if ref.kind == kind and isinstance(entry.record, model)
        ]

    @property
    def publication(self) -> Publication:
        """Title, publisher, licences, indicators."""
        return self.publication_entry.record

    @cached_property
    def policies(self) -> list[Entry[Policy]]:
        """By id."""
        return self._all("policies", Policy)

    @cached_property
    def sources(self) -> list[Entry[Source]]:
        """By id."""
        return self._all("sources", Source)

    @cached_property
    def organizations(self) -> list[Entry[Organization]]:
        """By id."""
        return self._all("organizations", Organization)

    @cached_property
    def places(self) -> list[Entry[Place]]:
        """By id."""
        return self._all("places", Place)

    @cached_property
    def topics(self) -> list[Entry[Topic]]:
        """By id."""
        return self._all("topics", Topic)

    @cached_property
    def events(self) -> list[Entry[Event]]:
        """By date, then id."""
        return sorted(self._all("events", Event), key=by_date)

    @cached_property
    def observations(self) -> list[Entry[Observation]]:
        """By id."""
        return self._all("observations", Observation)

    @cached_property
    def conflicts(self) -> list[Entry[Conflict]]:
        """By id."""
        return self._all("conflicts", Conflict)

    @cached_property
    def claims(self) -> list[Entry[Claim]]:
        """By id."""
        return self._all("claims", Claim)

    @cached_property
    def terms(self) -> list[Entry[Term]]:
        """By id."""
        return self._all("terms", Term)

    @cached_property
    def briefings(self) -> list[Entry[Briefing]]:
        """Newest first."""
        found = self._all("briefings", Briefing)
        found.sort(key=lambda e: e.record.published.sort_key, reverse=True)
        return found

    @cached_property
    def comments(self) -> list[Entry[Comment]]:
        """Oldest first."""
        found = self._all("comments", Comment)
        return sorted(found, key=lambda e: (e.record.date.sort_key, e.record.id))

    @cached_property
    def document_numbers(
        self,
    ) -> Mapping[tuple[str, int], Mapping[DocumentNumber, Ref]]:
        """The numbers of documents with their policies, by series and year."""
        found: dict[tuple[str, int], dict[DocumentNumber, Ref]] = {}
        for entry in self.policies:
            number = parse_document_number(entry.record.document_number or "")
            if number is not None:
                found.setdefault((number.series, number.year), {})[number] = entry.ref
        return found

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All words of sources in the records, by address."""
        return tuple(phrases(self, self.quantity_of))

    def quantity_of(self, ref: Ref) -> Quantity | None:
        """The number of a target or an observation; nothing where there is none."""
        if ref in self.targets:
            return self.targets[ref][1].value.quantity
        record = self.entries[ref].record if ref in self.entries else None
        value = record.value if isinstance(record, Observation) else None
        return value.quantity if value else None

    def record(self, ref: Ref) -> Record:
        """The record at an address; a part gives the record it belongs to."""
        return self.entries[ref.whole].record

    def get(self, ref: Ref, model: type[R]) -> R:
        """The record at an address, of the kind that the field's type promises."""
        record = self.record(ref)
        if not isinstance(record, model):
            raise TypeError(f"{ref} is no {model.__name__}")
        return record

    @cached_property
    def targets(self) -> Mapping[Ref, tuple[Policy, Target]]:
        """Every target by its address, with the policy that states it."""
        return {
            Ref("policies", entry.record.id, target.id): (entry.record, target)
            for entry in self.policies
            for target in entry.record.targets
        }

    @cached_property
    def readings(self) -> Mapping[Ref, tuple[Conflict, Reading]]:
        """Every reading of a conflict by its address."""
        return {
            Ref("conflicts", entry.record.id, reading.id): (entry.record, reading)
            for entry in self.conflicts
            for reading in entry.record.readings
        }

    @cached_property
    def _links_to(self) -> Mapping[Ref, list[Link]]:
        found: dict[Ref, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.target, []).append(link)
        return found

    def links_to(self, ref: Ref) -> list[Link]:
        """Who names exactly this record or part, in order of address."""
        return self._links_to.get(ref, [])

    @cached_property
    def _links_from(self) -> Mapping[Ref, list[Link]]:
        found: dict[Ref, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(link)
        return found

    def links_from(self, ref: Ref) -> list[Link]:
        """What exactly this record or part names, in order of address."""
        return self._links_from.get(ref, [])

    @cached_property
    def conflicts_of(self) -> Mapping[Ref, tuple[Ref, ...]]:
        """The conflicts that say they are about a record or part, by its address.

        This, and not `certainty`, says what is disputed.
        """
        return self.concerning("conflicts")

    def concerning(self, kind: str) -> Mapping[Ref, tuple[Ref, ...]]:
        """The records of a kind that are `about` something, by what they are about."""
        found: dict[Ref, set[Ref]] = {}
        for one in self.links:
            if one.source.kind == kind and one.loc[0] == "about":
                found.setdefault(one.target, set()).add(one.source.whole)
        return {ref: tuple(sorted(names)) for ref, names in found.items()}

    def disputes_of_day(self, ref: Ref, on: Edtf) -> tuple[Ref, ...]:
        """The conflicts about a date of a record or part.

        A policy has several: the one is meant that a reading names, where readings name days.
        """
        found = self.conflicts_of.get(ref, ())
        return tuple(one for one in found if _is_about(self.get(one, Conflict), on))

    def naming(self, ref: Ref, field: str, model: type[R]) -> list[Entry[R]]:
        """The records of one kind that name exactly this one in a field, by id."""
        found = {one.source.whole for one in self.links_to(ref) if one.loc[0] == field}
        entries = (self.entries[one] for one in sorted(found))
        return [cast("Entry[R]", e) for e in entries if isinstance(e.record, model)]

    def named_by(self, ref: Ref, kind: str) -> list[Ref]:
        """The records of one kind that name this record or one of its parts."""
        return self.named_by_kind(ref).get(kind, [])

    def named_by_kind(self, ref: Ref) -> Mapping[str, list[Ref]]:
        """The records that name this record or one of its parts, by kind."""
        exact = [ref] if ref.part else [ref, *self.parts_of(ref)]
        found = {link.source.whole for one in exact for link in self.links_to(one)}
        by_kind: dict[str, list[Ref]] = {}
        for one in sorted(found):
            by_kind.setdefault(one.kind, []).append(one)
        return by_kind

    def parts_of(self, ref: Ref) -> list[Ref]:
        """The addresses of a record's targets or readings."""
        return part_refs(ref, self.record(ref))

    def place_line(self, ref: Ref) -> list[Ref]:
        """The place and the places it lies in, outermost first."""
        line = [ref]
        while (parent := self.get(line[0], Place).parent) and parent not in line:
            line.insert(0, parent)
        return line

    @cached_property
    def _within(self) -> Mapping[Ref, list[Ref]]:
        found: dict[Ref, list[Ref]] = {}
        for entry in self.places:
            for around in self.place_line(entry.ref):
                found.setdefault(around, []).append(entry.ref)
        return found

    def places_within(self, ref: Ref) -> list[Ref]:
        """The place and every place that lies in it."""
        return self._within.get(ref, [])

    @property
    def with_publication(self) -> list[Entry[Record]]:
        """Every entry by address, and the publication itself."""
        return [*self, cast("Entry[Record]", self.publication_entry)]

    def __iter__(self) -> Iterator[Entry[Record]]:
        """Every entry by address."""
        return iter(entry for _, entry in sorted(self.entries.items()))


def _is_about(conflict: Conflict, on: Edtf) -> bool:
    days = [reading.date for reading in conflict.readings if reading.date]
    is_named = any(day.first <= on.last and on.first <= day.last for day in days)
    return conflict.kind == "date" and (is_named or not days)
