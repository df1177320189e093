"""Types of fields that several kinds of record share.

Every scalar arrives as the author's string (see reading/); each type here says what it must look
like. Problems are raised as pydantic errors with our own names, which base.py turns into sentences.
"""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.core.edtf import Edtf, parse_edtf
from generator.core.refs import ID, Ref, parse_ref

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_WHOLE = re.compile(r"0|[1-9]\d*", re.ASCII)
_DIGITS_MAX = 30
_ID_MAX = 80


class Part(BaseModel):
    """A block of fields inside a record."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _one_of_ours(value: Any, parse: Any, kind: str) -> Any:
    """Values already parsed pass, so that tests can build records from objects."""
    parsed = parse(value) if isinstance(value, str) else value
    if parsed is None or isinstance(parsed, (dict, list)):
        raise PydanticCustomError(kind, "not a {kind}", {"kind": kind})
    return parsed


def _date(value: Any) -> Any:
    return _one_of_ours(value, parse_edtf, "date")


def _number(text: str) -> Decimal | None:
    if len(text) > _DIGITS_MAX or not _NUMBER.fullmatch(text):
        return None
    return Decimal(text)


def _whole(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text) and len(text) <= 9 else None


def _yes_no(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def _id(text: str) -> str | None:
    return text if len(text) <= _ID_MAX and ID.fullmatch(text) else None


def _address(value: Any) -> Any:
    return _one_of_ours(value, parse_ref, "address")


def reference(kind: str) -> BeforeValidator:
    """A field that names a record of one kind by its id, or by id and part (`id#part`)."""

    def parse(text: str) -> Ref | None:
        return parse_ref(f"{kind}/{text}")

    return BeforeValidator(lambda value: _one_of_ours(value, parse, "id"))


Date = Annotated[Edtf, BeforeValidator(_date)]
Number = Annotated[
    Decimal, BeforeValidator(lambda v: _one_of_ours(v, _number, "number"))
]
Whole = Annotated[int, BeforeValidator(lambda v: _one_of_ours(v, _whole, "whole"))]
YesNo = Annotated[bool, BeforeValidator(lambda v: _one_of_ours(v, _yes_no, "yes-no"))]
Id = Annotated[str, BeforeValidator(lambda v: _one_of_ours(v, _id, "id"))]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Address = Annotated[Ref, BeforeValidator(_address)]

PolicyRef = Annotated[Ref, reference("policies")]
SourceRef = Annotated[Ref, reference("sources")]
OrganizationRef = Annotated[Ref, reference("organizations")]
PlaceRef = Annotated[Ref, reference("places")]
TopicRef = Annotated[Ref, reference("topics")]
ObservationRef = Annotated[Ref, reference("observations")]
ConflictRef = Annotated[Ref, reference("conflicts")]
ClaimRef = Annotated[Ref, reference("claims")]
BriefingRef = Annotated[Ref, reference("briefings")]
CommentRef = Annotated[Ref, reference("comments")]

Language = Literal["en", "zh-Hans", "zh-Hant", "ko", "ja", "ar", "fr", "fi", "de", "ru"]
"""BCP 47 languages in use; add one here when a source needs it."""
Localized = dict[Language, Text]

Certainty = Literal["confirmed", "reported", "disputed", "derived"]
"""confirmed: primary text or two independent sources; reported: one source; disputed: see its
conflict; derived: computed from other values."""


class Evidence(Part):
    """The few words of a source that carry a value (oa:SpecificResource, oa:TextQuoteSelector)."""

    source: SourceRef
    """Id of the source."""
    locator: Text | None = None
    """Where in the source: article, page, paragraph."""
    quote: Text | None = None
    """The few words that carry the value, in the original language: a phrase, never a sentence."""
    supports: list[Text] = []
    """The fields it carries, for example `value.amount` or `deadline`; none means the whole."""
    stance: Literal["supports", "contradicts", "context"] = "supports"
    """Whether the source supports the value, contradicts it or gives background."""
    note: Text | None = None
    """A remark on this use of the source."""

    def carries(self, field: str) -> bool:
        """Whether it supports a field: `value.amount` by itself, by its block, or as a whole."""
        return self.stance == "supports" and (
            not self.supports
            or any(field == one or field.startswith(f"{one}.") for one in self.supports)
        )

    @property
    def is_about_value(self) -> bool:
        """Whether it carries the value itself, not only its deadline or its baseline."""
        return not self.supports or any(
            one.startswith("value") for one in self.supports
        )
