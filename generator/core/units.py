"""What numbers count: the closed list of units and currencies.

A number of another unit than these has to be added here first, with its English words.
How a number is written with its unit is left to wording.py.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from generator.core.frozen import frozen


class UnitKind(StrEnum):
    """How a number of the unit is read: kinds are never compared with each other."""

    MONEY = "money"
    COUNT = "count"
    AREA = "area"
    PERCENT = "percent"
    RANK = "rank"
    """A place in an order, counted from 1: fewer is better."""
    MULTIPLE = "multiple"
    """Times the earlier value: five-fold is 5."""
    QUALITATIVE = "qualitative"
    """No number at all: an aspiration in words."""


@frozen
class Unit:
    """One thing that numbers count."""

    id: str
    singular: str
    plural: str
    kind: UnitKind


def _unit(unit_id: str, singular: str, plural: str = "", kind: str = "count") -> Unit:
    return Unit(unit_id, singular, plural or f"{singular}s", UnitKind(kind))


def _by_id(*units: Unit) -> Mapping[str, Unit]:
    return MappingProxyType({unit.id: unit for unit in units})


CURRENCIES: Mapping[str, Unit] = _by_id(
    _unit("CNY", "yuan", "yuan", "money"),
    _unit("EUR", "euro", "euros", "money"),
    _unit("KRW", "won", "won", "money"),
    _unit("USD", "US dollar", "US dollars", "money"),
)
"""By their ISO 4217 code; amounts are in whole units of the currency."""

UNITS: Mapping[str, Unit] = _by_id(
    _unit("cases", "case"),
    _unit("centres", "centre"),
    _unit("clusters", "cluster"),
    _unit("companies", "company", "companies"),
    _unit("devices", "device"),
    _unit("jobs", "job"),
    _unit("jurisdictions", "jurisdiction"),
    _unit("multiple", "times", "times", "multiple"),
    _unit("organisations", "organisation"),
    _unit("parks", "park"),
    _unit("patents", "patent"),
    _unit("people", "person", "people"),
    _unit("percent", "per cent", "per cent", "percent"),
    _unit("percent-change", "per cent", "per cent", "percent"),
    _unit("platforms", "platform"),
    _unit("policies", "policy", "policies"),
    _unit("products", "product"),
    _unit("projects", "project"),
    Unit("qualitative", "", "", UnitKind.QUALITATIVE),
    _unit("rank", "place", "places", "rank"),
    _unit("scenarios", "scenario"),
    _unit("sites", "site"),
    _unit("square-metres", "square metre", "square metres", "area"),
    _unit("standards", "standard"),
    _unit("technologies", "technology", "technologies"),
    _unit("types", "type"),
    _unit("users", "user"),
    _unit("zones", "zone"),
)
"""Everything but money, by the word that records write."""
