"""The ways to read a target whose text leaves something open, side by side."""

from collections.abc import Iterable, Iterator

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages.sheet import Sheet
from generator.pages.views import LinkView, ObservationView, ValueView, Words
from generator.records.policy import Interpretation


@frozen
class ReadingView:
    """One way to read a target, and what can be held against it then."""

    text: Words
    observations: tuple[ObservationView, ...]
    follows: Words


@frozen
class Readings:
    """A target with the ways to read it."""

    target: LinkView
    value: ValueView
    readings: tuple[ReadingView, ...]


def readings_of(sheet: Sheet, refs: Iterable[Ref]) -> Iterator[Readings]:
    """Those of the targets that can be read in several ways."""
    for ref in refs:
        _, target = sheet.site.library.targets[ref]
        if target.interpretations:
            yield Readings(
                target=sheet.link(ref),
                value=sheet.target(ref).value,
                readings=tuple(
                    _reading(sheet, ref, one) for one in target.interpretations
                ),
            )


def _reading(sheet: Sheet, ref: Ref, one: Interpretation) -> ReadingView:
    return ReadingView(
        text=Words(one.text, ref=str(ref)),
        observations=tuple(sheet.observation(seen) for seen in one.observations),
        follows=Words(one.follows, ref=str(ref)),
    )
