"""Totals and rankings as pages say them: the number with what it rests on, or why there is none."""

from collections.abc import Iterator, Sequence

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import in_words
from generator.library.aggregates import Basis, Refusal, ranking, total
from generator.pages import vocabulary
from generator.pages.addresses import relative_url
from generator.pages.lists import Count, count, targets_count
from generator.pages.sheet import Sheet
from generator.pages.views import LinkView, Words

_PUBLICATION = "publication/publication"


@frozen
class TotalView:
    """The sum of some targets; words of it or the reasons against it."""

    words: str
    """`at least 42 parks`; empty where nothing is added up."""
    why_not: tuple[str, ...]


@frozen
class PlaceInOrder:
    """A target's place by size; equal values share one."""

    place: int
    link: LinkView


@frozen
class OrderView:
    """Some targets by size, or the reasons against it."""

    rows: tuple[PlaceInOrder, ...]
    why_not: tuple[str, ...]


@frozen
class BasisView:
    """n, coverage and the share that is confirmed."""

    targets: Count
    with_amount: Count
    confirmed: Count
    percent: Count


@frozen
class IndicatorRow:
    """An indicator with what can be computed over all targets that count it."""

    id: str
    title: Words
    href: str
    basis: BasisView
    total: TotalView
    order: OrderView


def total_view(sheet: Sheet, targets: Sequence[Ref]) -> TotalView:
    """The sum of some targets, or why there is none."""
    found = total(sheet.site.library, targets)
    if isinstance(found, Refusal):
        return TotalView("", _reasons(found))
    return TotalView(in_words(found.quantity), ())


def order_view(sheet: Sheet, targets: Sequence[Ref]) -> OrderView:
    """Some targets by size under the names of their places, or why they have no order."""
    found = ranking(sheet.site.library, targets)
    if isinstance(found, Refusal):
        return OrderView((), _reasons(found))
    places = sheet.site.library.targets
    rows = (
        PlaceInOrder(
            row.place,
            sheet.link(row.target, sheet.site.title(places[row.target][0].place).text),
        )
        for row in found.rows
    )
    return OrderView(tuple(rows), ())


def basis_view(basis: Basis) -> BasisView:
    """The counts below a total or a ranking."""
    return BasisView(
        targets=targets_count(basis.targets),
        with_amount=count("targets.with-amount", basis.with_amount, "amount"),
        confirmed=count("targets.confirmed", basis.confirmed, "confirmed", "confirmed"),
        percent=count(
            "targets.confirmed-share", basis.confirmed_share, "per cent", "per cent"
        ),
    )


def indicator_rows(sheet: Sheet) -> list[IndicatorRow]:
    """Every indicator that targets count, in the publication's order."""
    return list(_indicator_rows(sheet))


def _indicator_rows(sheet: Sheet) -> Iterator[IndicatorRow]:
    library = sheet.site.library
    tracker = relative_url("targets/index.md", start=sheet.path)
    for indicator in library.publication.indicators:
        targets = [
            ref
            for ref, (_, target) in sorted(library.targets.items())
            if target.measures == indicator.id
        ]
        if targets:
            yield IndicatorRow(
                id=indicator.id,
                title=Words(indicator.title, ref=_PUBLICATION),
                href=f"{tracker}?indicator={indicator.id}",
                basis=basis_view(total(library, targets).basis),
                total=total_view(sheet, targets),
                order=order_view(sheet, targets),
            )


def _reasons(refusal: Refusal) -> tuple[str, ...]:
    return tuple(vocabulary.REASON[reason] for reason in refusal.reasons)
