"""A briefing: front matter here, the narrative below it (schema:AnalysisNewsArticle)."""

from typing import Literal

from generator.records.base import Record
from generator.records.fields import (
    Address,
    BriefingRef,
    ClaimRef,
    Date,
    PolicyRef,
    Text,
    TopicRef,
)


class Briefing(Record):
    """An article written from the records. The title is its short name, without numbers."""

    category: Text
    """`Market News`, `Explainer`, `Tracker` and so on."""
    headline: Text
    """One line; figures are references such as `[[target: cn-vr-2022#devices]]`."""
    standfirst: Text
    """One or two sentences below the headline."""
    key_points: list[Text]
    """Three to five sentences of at most 25 words."""
    tags: list[TopicRef] = []
    """Topics."""
    published: Date
    """The day it was first published."""
    authors: list[Text] = []
    """Who wrote it."""
    policies: list[PolicyRef] = []
    """The policies it is about; the first is shown in the fact box."""
    figures: list[Address] = []
    """Targets and observations for the figures at a glance."""
    claims: list[ClaimRef] = []
    """Statements it checks."""
    related: list[BriefingRef] = []
    """Other briefings."""
    comments: Literal["on", "off"] = "on"
    """Whether readers can comment."""
