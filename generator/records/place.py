"""A place with a government (schema:AdministrativeArea)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import PlaceRef, Text


class Place(Record):
    """A country, province, city, district or zone."""

    level: Literal[
        "supranational", "national", "provincial", "municipal", "district", "zone"
    ]
    """Its level of government."""
    parent: PlaceRef | None = None
    """The place it lies in."""
    iso3166: Text | None = None
    """Its own ISO 3166 code: `CN`, `CN-HA`."""
    iso_note: Text | None = None
    """A remark on the code."""
    gbt2260: Text | None = None
    """Its code in GB/T 2260, where known: `410000`."""
