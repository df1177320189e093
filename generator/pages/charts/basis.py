"""What a finding about some targets rests on: how many, how well attested, how far alike."""

from collections.abc import Iterator, Sequence

from generator.core.refs import Ref
from generator.library.aggregates import Reason, Refusal, basis_of, ranking
from generator.pages import vocabulary
from generator.pages.charts.chart import Bit, Sentence
from generator.pages.sheet import Sheet
from generator.pages.totals import basis_view


def basis_sentence(sheet: Sheet, groups: Sequence[Sequence[Ref]]) -> Sentence:
    """Counts of all targets, and why those of a group have no strict order."""
    targets = sheet.site.library.targets
    basis = basis_of([targets[ref] for group in groups for ref in group])
    counts = basis_view(basis)
    reasons = {one for group in groups for one in _against(sheet, group)}
    unlike = ", ".join(vocabulary.REASON[one] for one in Reason if one in reasons)
    return (
        Bit(count=counts.targets),
        Bit(text=", "),
        Bit(count=counts.confirmed),
        Bit(text=" ("),
        Bit(count=counts.percent),
        Bit(text=")."),
        Bit(text=f" Compared by their numbers alone: {unlike}." if unlike else ""),
    )


def _against(sheet: Sheet, group: Sequence[Ref]) -> Iterator[Reason]:
    found = ranking(sheet.site.library, group)
    if isinstance(found, Refusal):
        yield from (one for one in found.reasons if one is not Reason.TOO_FEW)
