"""What follows from the records on one day: every number the site states that no record holds.

One function for each fact, listed in FACTS. A fact never fails: what cannot be computed is absent
with a reason.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.clock import RESULTS, SILENT, Clock, ClockState, Result, clocks
from generator.library.library import Library


@frozen
class Fact:
    """A number that the site states, or why there is none."""

    name: str
    value: int | None
    reason: str = ""
    """Why the value is absent."""


@frozen
class Facts:
    """Everything that was computed for one day."""

    as_of: date
    clocks: Mapping[Ref, Clock]
    observations_of: Mapping[Ref, tuple[Ref, ...]]
    """The observations that can be held against a target or policy."""
    named: Mapping[str, Fact]

    def __getitem__(self, name: str) -> Fact:
        return self.named[name]


def compute_facts(library: Library, as_of: date) -> Facts:
    """All facts of a library on the day `as_of`."""
    clock_of = clocks(library, as_of)
    named = {
        name: Fact(name, compute(library, clock_of)) for name, compute in FACTS.items()
    }
    return Facts(
        as_of=as_of,
        clocks=clock_of,
        observations_of=library.concerning("observations"),
        named=MappingProxyType(named),
    )


Clocks = Mapping[Ref, Clock]


def count_results(clock_of: Clocks) -> Mapping[Result, int]:
    """How many targets have each result, in the order of RESULTS."""
    counted = Counter(one.result for one in clock_of.values())
    return {result: counted[result] for result in RESULTS}


def _with_result(result: Result) -> Callable[[Library, Clocks], int]:
    return lambda _, clock_of: count_results(clock_of)[result]


def _deadline_passed(_: Library, clock_of: Clocks) -> int:
    return sum(one.state is ClockState.PASSED for one in clock_of.values())


def _no_result(_: Library, clock_of: Clocks) -> int:
    return sum(one.result in SILENT for one in clock_of.values())


def _disputed(library: Library, _: Clocks) -> int:
    return sum(ref in library.conflicts_of for ref in library.targets)


def _confirmed(library: Library, _: Clocks) -> int:
    return sum(
        target.certainty == "confirmed" for _, target in library.targets.values()
    )


def _open_conflicts(library: Library, _: Clocks) -> int:
    return sum(entry.record.resolution == "open" for entry in library.conflicts)


def _unverified(library: Library, _: Clocks) -> int:
    return sum(entry.record.unverified is not None for entry in library.policies)


FACTS: Mapping[str, Callable[[Library, Clocks], int]] = MappingProxyType(
    {
        "policies": lambda library, _: len(library.policies),
        "targets": lambda library, _: len(library.targets),
        "sources": lambda library, _: len(library.sources),
        "organizations": lambda library, _: len(library.organizations),
        "places": lambda library, _: len(library.places),
        "topics": lambda library, _: len(library.topics),
        "events": lambda library, _: len(library.events),
        "observations": lambda library, _: len(library.observations),
        "conflicts": lambda library, _: len(library.conflicts),
        "claims": lambda library, _: len(library.claims),
        "terms": lambda library, _: len(library.terms),
        "briefings": lambda library, _: len(library.briefings),
        "targets.deadline-passed": _deadline_passed,
        "targets.no-result": _no_result,
        "targets.disputed": _disputed,
        "targets.confirmed": _confirmed,
        "conflicts.open": _open_conflicts,
        "policies.unverified": _unverified,
        **{f"targets.{result}": _with_result(result) for result in Result},
    }
)
"""Every named fact and the function that computes it."""
