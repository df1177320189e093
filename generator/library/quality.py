"""How well the records are founded, counted: no score, no grade.

A value is a target or an observation with a number. Its evidence is primary where a source that
supports it is the issuer's own text, or a reprint of it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median_low
from typing import get_args

from generator.core.edtf import Edtf
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.gaps import EVERY, GAPS, gaps_of
from generator.library.library import Library
from generator.library.review import ReviewState, review_state
from generator.records.base import Entry, Record
from generator.records.fields import Certainty, Evidence
from generator.records.source import Source


@frozen
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Rounded; 0 of nothing is 0."""
        return round(100 * self.part / self.whole) if self.whole else 0


@frozen
class ValueCheck:
    """What one value rests on."""

    ref: Ref
    certainty: str
    """Of a target; observations have a method instead."""
    is_primary: bool
    is_quoted: bool
    """Whether the record holds the words of the source that carry it."""
    review: ReviewState


@frozen
class Age:
    """How long ago records were last compared with their sources."""

    checked: Share
    """Records that say when."""
    median: int | None
    """Days, the lower of the two in the middle; nothing where no record says."""
    oldest: Edtf | None


@frozen
class Gap:
    """Records of one kind that lack the same thing."""

    kind: str
    name: str
    missing: Share


@frozen
class Quality:
    """The counts of one library on one day."""

    shares: Mapping[str, Share]
    """By name, in the order in which they are shown."""
    age: Age
    gaps: tuple[Gap, ...]


@frozen
class Snapshot:
    """The shares of an earlier state of the records."""

    name: str
    """Its tag."""
    day: date
    shares: Mapping[str, Share]


def quality(library: Library, as_of: date) -> Quality:
    """What can be counted of a library on the day `as_of`."""
    return Quality(
        shares=_shares(library),
        age=_age(library, as_of),
        gaps=tuple(_gaps(library)),
    )


def records(library: Library) -> list[Entry[Record]]:
    """Every record that somebody can compare with its sources: all but readers' comments."""
    return [entry for entry in library if entry.document.kind != "comments"]


def values(library: Library) -> Iterator[ValueCheck]:
    """Every value of the library, by address."""
    for ref in sorted(library.targets):
        yield value_check(library, ref)
    for entry in library.observations:
        one = entry.record
        if one.value is not None:
            yield _value(library, entry.ref, one.evidence, one.as_written, "")


def value_check(library: Library, ref: Ref) -> ValueCheck:
    """What a target rests on."""
    target = library.targets[ref][1]
    words = target.as_written
    return _value(library, ref, target.evidence, words, target.certainty)


def _value(
    library: Library,
    ref: Ref,
    evidence: list[Evidence],
    as_written: str | None,
    certainty: str,
) -> ValueCheck:
    supporting = [one for one in evidence if one.stance == "supports"]
    sources = [library.get(one.source, Source) for one in supporting]
    return ValueCheck(
        ref=ref,
        certainty=certainty,
        is_primary=any(source.official != "none" for source in sources),
        is_quoted=bool(as_written) or any(one.quote for one in supporting),
        review=review_state(library.entries[ref.whole]),
    )


def _shares(library: Library) -> dict[str, Share]:
    return {
        name: Share(sum(answers), len(answers))
        for name, answers in _questions(library).items()
    }


def _questions(library: Library) -> Mapping[str, list[bool]]:
    """What is asked of every value, target, record, source and conflict."""
    stated = list(values(library))
    targets = [target for _, target in library.targets.values()]
    entries = records(library)
    reviews = [review_state(entry) for entry in entries]
    sources = [entry.record for entry in library.sources]
    policies = [entry.record for entry in library.policies]
    conflicts = [entry.record for entry in library.conflicts]
    return {
        "values.primary": [one.is_primary for one in stated],
        "values.quoted": [one.is_quoted for one in stated],
        "values.reviewed": [one.review != "drafted" for one in stated],
        "values.second-reviewed": [one.review == "second-reviewed" for one in stated],
        **{
            f"targets.{certainty}": [one.certainty == certainty for one in targets]
            for certainty in get_args(Certainty)
        },
        "records.checked": [entry.record.checked is not None for entry in entries],
        "records.reviewed": [state != "drafted" for state in reviews],
        "records.second-reviewed": [state == "second-reviewed" for state in reviews],
        "sources.original": [one.official == "original" for one in sources],
        "sources.reprint": [one.official == "reprint" for one in sources],
        "sources.read-in-full": [one.read == "full" for one in sources],
        **{
            f"sources.reliability-{level}": [
                one.reliability == level for one in sources
            ]
            for level in ("high", "medium", "low")
        },
        "sources.doubtful-host": [not one.link for one in sources],
        "sources.captured": [one.capture is not None for one in sources],
        "conflicts.open": [one.resolution == "open" for one in conflicts],
        "policies.unverified": [one.unverified is not None for one in policies],
    }


def _age(library: Library, as_of: date) -> Age:
    entries = records(library)
    checked = [entry.record.checked for entry in entries if entry.record.checked]
    ages = [(as_of - day.last).days for day in checked]
    return Age(
        checked=Share(len(checked), len(entries)),
        median=median_low(ages) if ages else None,
        oldest=min(checked, key=lambda day: day.sort_key, default=None),
    )


def _gaps(library: Library) -> Iterator[Gap]:
    """What records of each kind lack, where any of them does."""
    entries = records(library)
    for kind in sorted({entry.document.kind for entry in entries}):
        lacking = [gaps_of(entry) for entry in entries if entry.document.kind == kind]
        for name in (*GAPS.get(kind, {}), *EVERY):
            part = sum(name in names for names in lacking)
            if part:
                yield Gap(kind, name, Share(part, len(lacking)))
