"""A body that issues, carries out or speaks (schema:GovernmentOrganization, Popolo)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import Evidence, OrganizationRef, Part, PlaceRef, Text


class Identifier(Part):
    """A number or code somebody gives to it."""

    scheme: Text
    """Who gives it."""
    id: Text
    """The identifier."""


class Organization(Record):
    """A ministry, agency, local government, institute or company."""

    classification: Literal[
        "ministry",
        "agency",
        "party-body",
        "government",
        "local-government",
        "local-department",
        "research-institute",
        "association",
        "company",
        "international-body",
        "standards-body",
        "university",
    ]
    """What kind of body it is."""
    acronym: Text | None = None
    """Its usual short form."""
    parent: OrganizationRef | None = None
    """The body it belongs to, where a source says so."""
    place: PlaceRef | None = None
    """Where it acts."""
    identifiers: list[Identifier] = []
    """Codes elsewhere."""
    url: Text | None = None
    """Its own address."""
    former_names: list[Text] = []
    """Names it had before."""
    successor: OrganizationRef | None = None
    """The body that took over."""
    evidence: list[Evidence] = []
    """Where it was seen."""
