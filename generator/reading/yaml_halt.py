"""Where libyaml stopped reading, and how judges speak about it."""

from collections.abc import Callable
from typing import Protocol

import yaml

from generator.core.frozen import frozen
from generator.reading.yaml_refusals import Finding, Place


@frozen
class Halt:
    """Where libyaml stopped and what it had read until then."""

    lines: list[str]
    words: str
    """What it says itself: never shown."""
    at: Place
    since: Place | None
    """Where the thing begins in which it stopped."""
    last: yaml.Event | None
    bracket: Place | None
    """The innermost bracket still open."""

    def line(self, place: Place) -> str:
        """The line of a place; empty at the end of the file."""
        return self.lines[place.line] if place.line < len(self.lines) else ""

    def rest(self, place: Place) -> str:
        """The line from a place on."""
        return self.line(place)[place.column :]

    def before(self, place: Place) -> str:
        """The line up to a place."""
        return self.line(place)[: place.column]


Judge = Callable[[Halt], Finding | None]


_TOP = Place(0, 0)


def start_of(event: yaml.Event) -> Place:
    """Where an event begins."""
    mark = event.start_mark
    return Place(mark.line, mark.column) if mark else _TOP


def end_of(event: yaml.Event) -> Place:
    """Where an event ends."""
    mark = event.end_mark
    return Place(mark.line, mark.column) if mark else _TOP


class _Mark(Protocol):
    line: int
    column: int


def place_of(mark: _Mark | None) -> Place | None:
    """One of libyaml's marks."""
    return Place(mark.line, mark.column) if mark else None


def finding(
    place: Place, rule: str, message: str, advice: str, length: int = 1
) -> Finding:
    """A problem at some characters of one line."""
    return Finding(place, max(length, 1), rule, message, advice)
