"""The notes of a page in the making: what each is about, and the places that lead to it.

How a note is worded is left to the sheet.
"""

from collections.abc import Iterator
from dataclasses import field

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.pages.standing import role
from generator.pages.views import Mark, Words
from generator.records.fields import Evidence


@frozen
class Noted:
    """One piece of evidence with its number on the page."""

    number: int
    evidence: Evidence
    quote: Words | None
    standing: str
    disputes: tuple[Ref, ...]
    uses: list[Mark] = field(default_factory=list)


class Notes:
    """Evidence by what its note says; it keeps its number, however often it is used."""

    def __init__(self) -> None:
        self._noted: dict[tuple[object, ...], Noted] = {}

    def mark(
        self,
        evidence: Evidence,
        quote: Words | None,
        standing: str,
        disputes: tuple[Ref, ...],
    ) -> Mark:
        """One more reference to the note that says this."""
        place = (evidence.source, evidence.locator, evidence.note, role(evidence))
        key = (place, quote.text if quote else "", standing, disputes)
        noted = self._noted.get(key)
        if noted is None:
            number = len(self._noted) + 1
            noted = Noted(number, evidence, quote, standing, disputes)
            self._noted[key] = noted
        mark = Mark(noted.number, len(noted.uses) + 1)
        noted.uses.append(mark)
        return mark

    def __iter__(self) -> Iterator[Noted]:
        """By number."""
        return iter(self._noted.values())
