"""Sums of money in readers' currencies, as pages say them: in brackets, and marked as ours."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.core.frozen import frozen
from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.units import CURRENCIES
from generator.core.wording import amount_words, date_words
from generator.library.conversion import conversions
from generator.pages.views import Converted, Day, Mark, Words
from generator.records.publication import ExchangeRate, Publication

if TYPE_CHECKING:
    from generator.pages.sheet import Sheet

_PUBLICATION = "publication/publication"


@frozen
class RateLine:
    """A rate that conversions on a page rest on."""

    words: Words
    day: Day
    marks: tuple[Mark, ...]


def converted(publication: Publication, quantity: Quantity) -> Converted | None:
    """A sum in the readers' currencies; nothing if it is no money or there is no rate."""
    found = list(conversions(publication, quantity))
    if not found:
        return None
    said = [amount_words(one.quantity) for one in found]
    sums = ", ".join(f"{one.number} {one.unit}" for one in said)
    rates = "; ".join(
        f"{_rate_words(one.rate)}, {date_words(one.rate.day)}" for one in found
    )
    return Converted(f"about {sums}", f"converted by us at {rates}")


def rate_lines(sheet: "Sheet", targets: Iterable[Ref]) -> tuple[RateLine, ...]:
    """The rates at which the values of some targets were converted, with their sources."""
    library = sheet.site.library
    rates = {
        (one.rate.currency, one.rate.to): one.rate
        for ref in targets
        for one in conversions(
            library.publication, library.targets[ref][1].value.quantity
        )
    }
    return tuple(
        RateLine(
            Words(_rate_words(rate), ref=_PUBLICATION),
            Day(date_words(rate.day), rate.day.edtf),
            sheet.marks(rate.evidence),
        )
        for _, rate in sorted(rates.items())
    )


def _rate_words(rate: ExchangeRate) -> str:
    unit, money = CURRENCIES[rate.currency], CURRENCIES[rate.to]
    return f"{rate.rate:f} {money.plural} to the {unit.singular}"
