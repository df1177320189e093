"""The publication itself: `content/publication.yml`."""

from generator.records.base import Record
from generator.records.fields import (
    BriefingRef,
    Date,
    Evidence,
    Id,
    Language,
    Number,
    Part,
    Text,
    YesNo,
)
from generator.records.value import Currency, Scope, Unit


class Licences(Part):
    """What others may do with it, as SPDX expressions."""

    text: Text
    """For texts."""
    data: Text
    """For data."""
    code: Text
    """For the generator."""
    quotes: Text
    """A sentence on quoted words."""


class ExchangeRate(Part):
    """A rate with its day and source."""

    currency: Currency
    """The currency converted from."""
    to: Currency
    """The currency converted to."""
    rate: Number
    """One unit of the first in units of the second."""
    day: Date
    """The day of the rate."""
    evidence: list[Evidence]
    """Who gives it."""


class Indicator(Part):
    """Something that several targets count, so that they can stand in one column."""

    id: Id
    """Named by `measures` in targets and observations."""
    title: Text
    """What is counted."""
    unit: Unit | None = None
    """The unit, if it is no money."""
    currency: Currency | None = None
    """The currency, if it is money."""
    scope: Scope
    """One scope per column."""
    note: Text | None = None
    """What to mind when comparing."""


class Publication(Record):
    """Title, publisher, licences, languages, exchange rates, indicators."""

    description: Text
    """One sentence about the site."""
    publisher: Text
    """Who publishes it."""
    lead: BriefingRef | None = None
    """The briefing on top of the home page; the newest if there is none."""
    languages: list[Language]
    """The languages of the pages, the main one first."""
    licences: Licences
    """What others may do with it."""
    convert: YesNo = True
    """Whether conversions to other currencies are shown."""
    exchange_rates: list[ExchangeRate] = []
    """Rates for conversions, marked as ours."""
    indicators: list[Indicator] = []
    """What is compared across places."""
