"""The numbers that issuers gave their documents, and what is missing between those known.

A gap is a lead, not a finding: the number may belong to a document on something else.
"""

from collections.abc import Iterable, Iterator

from generator.core.document_numbers import DocumentNumber, gaps, parse_document_number
from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.library import Library
from generator.records.policy import Policy


@frozen
class Series:
    """The known numbers of one issuer's series in one year."""

    name: str
    year: int
    known: tuple[tuple[DocumentNumber, Ref], ...]
    """By number."""
    gaps: tuple[tuple[int, int], ...]
    """First and last number of each stretch between two known ones, both inclusive."""

    @property
    def missing(self) -> int:
        """How many numbers lie between the known ones."""
        return sum(last - first + 1 for first, last in self.gaps)


def series_of(library: Library, policies: Iterable[Ref] | None = None) -> list[Series]:
    """The series to which the numbers of some policies belong, by name and year.

    A series has all its known numbers, also those of policies that were not asked for.
    """
    numbers = library.document_numbers
    wanted = set(numbers) if policies is None else set(_keys(library, policies))
    return [
        Series(
            name=name,
            year=year,
            known=tuple(sorted(numbers[name, year].items())),
            gaps=tuple(gaps(number.number for number in numbers[name, year])),
        )
        for name, year in sorted(wanted)
    ]


def _keys(library: Library, policies: Iterable[Ref]) -> Iterator[tuple[str, int]]:
    """The series and years in which some policies have numbers."""
    for ref in policies:
        policy = library.get(ref, Policy)
        number = parse_document_number(policy.document_number or "")
        if number is not None:
            yield number.series, number.year
