"""A policy and its targets (schema:Legislation, eli:LegalResource)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import (
    Certainty,
    Date,
    Evidence,
    Id,
    ObservationRef,
    OrganizationRef,
    Part,
    PlaceRef,
    PolicyRef,
    Text,
    TopicRef,
    Whole,
)
from generator.records.value import Baseline, Scope, Value

PolicyType = Literal[
    "law",
    "regulation",
    "plan",
    "action-plan",
    "guidance",
    "opinions",
    "notice",
    "measures",
    "strategy",
    "standard",
    "standards-body",
    "fund",
    "funding-call",
    "initiative",
    "recommendation",
    "work-programme",
    "work-report",
]
PolicyStatus = Literal[
    "draft",
    "consultation",
    "planned",
    "issued",
    "adopted",
    "in-force",
    "ended",
    "superseded",
    "withdrawn",
    "unknown",
]


class Issuer(Part):
    """Who issued a policy (eli:passed_by)."""

    organization: OrganizationRef
    """Id of the organization."""
    role: Literal["lead", "joint"] = "joint"
    """lead: named first or alone."""


class Dates(Part):
    """Days in the life of a policy, as precise as they are known."""

    signed: Date | None = None
    """The day on the document (eli:date_document)."""
    published: Date | None = None
    """The day it became public (eli:date_publication)."""
    in_force: Date | None = None
    """The day it began to apply (eli:first_date_entry_in_force)."""
    ends: Date | None = None
    """The day it stops applying."""
    note: Text | None = None
    """How the dates are known, or why one is missing."""

    @property
    def issued(self) -> Date | None:
        """The day it became public; where that is not known, the day on the document."""
        return self.published or self.signed


class Period(Part):
    """The years a plan is for."""

    start: Date | None = None
    """First year or day."""
    end: Date | None = None
    """Last year or day."""


class Relation(Part):
    """How a policy stands to another; shown from both ends."""

    type: Literal[
        "implements",
        "follows",
        "supersedes",
        "amends",
        "responds-to",
        "cites",
        "accompanies",
        "parallel-to",
        "part-of",
    ]
    """What this policy does to the other."""
    target: PolicyRef
    """The other policy."""
    certainty: Certainty
    """How well the relation is attested."""
    note: Text | None = None
    """What is known about it."""
    evidence: list[Evidence] = []
    """Who says so."""


class Structure(Part):
    """How the document is built."""

    tasks: Whole | None = None
    """Number of tasks."""
    measures: Whole | None = None
    """Number of measures."""
    special_projects: Whole | None = None
    """Number of special projects."""
    safeguards: Whole | None = None
    """Number of safeguards."""


class Version(Part):
    """A stage of the text before or after the one recorded."""

    stage: Literal["consultation-draft", "draft", "final", "revision"]
    """Which stage."""
    date: Date
    """When it was published."""
    period: Date | None = None
    """The years it was for, where they differ."""
    note: Text | None = None
    """What was different."""


class Outcome(Part):
    """What became of a target: our reading of the evidence, never a finding of an authority."""

    finding: Literal["met", "not-met", "partly", "no-figure-found", "unclear"]
    """What the evidence says; `no-figure-found` says only that nobody has published a figure."""
    observations: list[ObservationRef] = []
    """The observations it rests on."""
    comment: Text | None = None
    """What was found, in our words."""
    assessed: Date | None = None
    """The day of the assessment."""
    searched: Date | None = None
    """The last day somebody looked for a result."""
    searched_in: Text | None = None
    """Where they looked."""
    evidence: list[Evidence] = []
    """Sources beyond the observations' own."""


class Interpretation(Part):
    """One way to read a target whose text leaves something open."""

    id: Id
    """Unique in its target."""
    text: Text
    """The reading, in our words: `sold in China, in one year`."""
    observations: list[ObservationRef] = []
    """What can be held against the target if it is so read."""
    follows: Text
    """What then follows, in a sentence without numbers."""


class Target(Part):
    """One promise that can be held against what came of it (schema:measuredProperty)."""

    id: Id
    """Unique in its policy; the anchor of the target."""
    indicator: Text
    """What is counted, in words."""
    measures: Id | None = None
    """Id of an indicator in `publication.yml`, where several targets count the same thing."""
    scope: Scope = "unspecified"
    """Core and related industry are never added or compared as one."""
    scope_note: Text | None = None
    """What the number covers, in words."""
    value: Value
    """The number with its comparator and unit."""
    as_written: Text | None = None
    """The number as the source writes it, in its language."""
    baseline: Baseline | None = None
    """Where it starts from."""
    deadline: Date | None = None
    """The day by which; a year ends on its last day. Missing: the target is undated."""
    deadline_note: Text | None = None
    """How the deadline was inferred, where it was."""
    commitment: Literal["in-law", "in-policy-document", "announced", "proposed"]
    """How firm the promise is; `proposed` is a consultation draft (Net Zero Tracker's scale)."""
    certainty: Certainty
    """How well the value is attested."""
    interpretations: list[Interpretation] = []
    """The ways to read it, where the text leaves open what is counted."""
    outcome: Outcome | None = None
    """What became of it."""
    remark: Text | None = None
    """A remark of the researchers."""
    evidence: list[Evidence]
    """Who says so: at least one."""


class Policy(Record):
    """What a government has announced, decided or enacted."""

    type: PolicyType
    """The kind of document."""
    document_number: Text | None = None
    """The issuer's number, exactly: `工信部联电子〔2022〕148号` (eli:id_local)."""
    place: PlaceRef
    """Where it applies (schema:legislationJurisdiction)."""
    issuers: list[Issuer] = []
    """Who issued it, in the document's order."""
    issuers_unknown: Text | None = None
    """Why no issuer is named, where none is."""
    issuer_note: Text | None = None
    """A remark on the issuers."""
    responsible: list[OrganizationRef] = []
    """Who has to carry it out."""
    dates: Dates = Dates()
    """Days in its life."""
    period: Period = Period()
    """The years it is for."""
    status: PolicyStatus
    """What is known of its force (schema:legislationLegalForce). `issued`: published, and nothing
    later was found; whether its period is over is computed, not stored."""
    relations: list[Relation] = []
    """How it stands to other policies."""
    topics: list[TopicRef] = []
    """Technologies, industries and themes."""
    tasks: list[Text] = []
    """What it sets out to do, in our words."""
    structure: Structure | None = None
    """How the document is built."""
    summary: Text | None = None
    """Two or three sentences in our words."""
    versions: list[Version] = []
    """Earlier and later stages of the text."""
    unverified: Text | None = None
    """Why this record is not verified, where it is not."""
    evidence: list[Evidence] = []
    """The sources of the record as a whole."""
    targets: list[Target] = []
    """What it promises."""
