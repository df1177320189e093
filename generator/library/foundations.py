"""On what the numbers in a sentence of a record may rest: its own record, and what is near it.

What a record holds is read by founding.py; what is not held is an error of rules/sentences.py.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.core.refs import Ref
from generator.core.spans import Loc
from generator.library.founding import Founding, founding_of, founding_of_list
from generator.library.library import Library
from generator.reading.said_numbers import Said
from generator.records.base import Entry, Record, blocks
from generator.records.conflict import Conflict, Reading

_HOLDERS = ("sources", "policies", "observations", "conflicts", "events", "claims")
"""What can hold a number; the likeliest first."""
_GROUNDS = {"conflicts": "sources", "policies": "observations"}
"""What a record brings along that another names: the readings' sources, the results found."""


@dataclass
class Foundations:
    """What the sentences of each record can rest on; each record is read when it is asked for."""

    library: Library
    _read: dict[Ref, Founding] = field(default_factory=dict)
    _near: dict[Ref, list[Ref]] = field(default_factory=dict)

    @cached_property
    def _edition(self) -> Founding:
        """The days of all sources, by which a search says how far it reached."""
        founding = Founding()
        for entry in self.library.sources:
            if entry.record.published:
                founding.add_date(entry.record.published)
        return founding

    @cached_property
    def _observations_of(self) -> Mapping[Ref, tuple[Ref, ...]]:
        return self.library.concerning("observations")

    def carry(self, entry: Entry[Record], loc: Loc, said: Said) -> bool:
        """Whether a number in the sentence at `loc` is held by its record or one that it names.

        What a source says in a conflict rests on that source alone where the others say something
        else of the same thing.
        """
        ways = (Founding.holds, Founding.says, Founding.rounds)
        return any(way(one, said) for way in ways for one in self._of(entry, loc))

    def _of(self, entry: Entry[Record], loc: Loc) -> Iterator[Founding]:
        record = entry.record
        if isinstance(record, Conflict) and loc[0] == "readings":
            reading = record.readings[int(loc[1])]
            if record.kind != "comparability":
                yield from self._of_reading(record, reading)
                return
        yield self._of_record(entry)
        if entry.ref not in self._near:
            self._near[entry.ref] = list(self._named(entry.ref))
        for ref in self._near[entry.ref]:
            yield self._of_record(self.library.entries[ref])
        if loc[-1] == "searched_in":
            yield self._edition

    def _of_reading(self, conflict: Conflict, reading: Reading) -> Iterator[Founding]:
        yield founding_of(blocks(reading))
        yield self._of_record(self.library.entries[reading.source])
        yield founding_of_list(conflict)

    def _named(self, ref: Ref) -> Iterator[Ref]:
        """What a record names, what is about it, and what these name in turn as their ground."""
        near = self._targets(ref)
        for one in self._parts(ref):
            near.update(self.library.conflicts_of.get(one, ()))
            near.update(self._observations_of.get(one, ()))
        for kind in _HOLDERS:
            yield from (one for one in near if one.kind == kind)
        for one in near:
            ground = _GROUNDS.get(one.kind)
            if ground:
                yield from (far for far in self._targets(one) if far.kind == ground)

    def _targets(self, ref: Ref) -> set[Ref]:
        links = (self.library.links_from(one) for one in self._parts(ref))
        return {link.target.whole for found in links for link in found}

    def _parts(self, ref: Ref) -> list[Ref]:
        is_whole = ref in self.library.entries
        return [ref, *(self.library.parts_of(ref) if is_whole else ())]

    def _of_record(self, entry: Entry[Record]) -> Founding:
        ref = entry.ref
        if ref not in self._read:
            self._read[ref] = founding_of(entry.blocks)
        return self._read[ref]
