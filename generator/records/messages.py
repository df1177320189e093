"""pydantic's errors as problems with a position and a plain sentence.

One table from pydantic's error types to our rule and words; a test walks every record type and
fails if a message is not ours.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.core.documents import Document
from generator.core.problems import Problem
from generator.core.spans import Loc, Span
from generator.core.suggest import did_you_mean, nearest, one_of

if TYPE_CHECKING:
    from generator.records.base import Record

_SHOWN = 60
_MOST = 100
"""Problems of one record; whoever has more sees the rest after correcting these."""


class _Case(NamedTuple):
    rule: str
    words: "Callable[[_Error], tuple[str, str | None]]"


class _Error(NamedTuple):
    """What a sentence may need."""

    given: str
    """What the author wrote, on one line."""
    quoted: str
    """The same in backticks, or `a list` without them."""
    field: str
    owner: str
    expected: list[str]
    fields: list[str]


def translate(
    errors: list[ErrorDetails], document: Document, model: "type[Record]"
) -> list[Problem]:
    """The problems that pydantic's errors stand for.

    A misspelt field is one problem: the field it was meant to be is not called missing too.
    """
    errors = errors[:_MOST]
    meant = {_meant(one, model) for one in errors if one["type"] == "extra_forbidden"}
    return [
        _problem(one, document, model)
        for one in errors
        if one["type"] != "missing" or one["loc"] not in meant
    ]


def _meant(error: ErrorDetails, model: "type[Record]") -> Loc:
    """Where the field nearest to an unknown one would stand."""
    *block, name = error["loc"]
    return (*block, nearest(str(name), _fields_at(model, tuple(block))) or name)


def _problem(error: ErrorDetails, document: Document, model: "type[Record]") -> Problem:
    loc = tuple(step for step in error["loc"] if step != "[key]")
    kind = "language" if loc != error["loc"] else error["type"]
    case = _CASES[kind]
    context = error.get("ctx") or {}
    input_ = context.get("given", error["input"])
    shown = _shown(input_)
    said = _Error(
        given=shown,
        quoted=shown if isinstance(input_, (dict, list)) else f"`{shown}`",
        field=_shown(loc[-1]) if loc else "",
        owner=_owner(document, loc),
        expected=_expected(context.get("expected", "")),
        fields=_fields_at(model, loc[:-1]),
    )
    message, advice = case.words(said)
    return Problem(_span(kind, loc, document), case.rule, message, help=advice)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _expected(words: str) -> list[str]:
    return [
        word.strip(" '\"") for word in words.replace(" or ", ", ").split(",") if word
    ]


def _owner(document: Document, loc: Loc) -> str:
    """Words for the thing whose field is wrong: `the policy`, `this target`."""
    names = [step for step in loc[:-1] if isinstance(step, str)]
    if not names:
        return f"the {singular(document.kind)}"
    return f"this `{singular(names[-1])}`"


def singular(kind: str) -> str:
    """`policies` → `policy`, `sources` → `source`."""
    if kind.endswith("ies"):
        return kind[:-3] + "y"
    return kind.removesuffix("s")


def _fields_at(model: "type[Record]", loc: Loc) -> list[str]:
    """The fields of the block at `loc`."""
    block: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int) or block is None:
            continue
        info = block.model_fields.get(step)
        block = _model_in(info.annotation) if info else None
    return sorted(block.model_fields) if block else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) is None:
        return None
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def _span(kind: str, loc: Loc, document: Document) -> Span:
    node = document.positions.nearest(loc)
    if kind in {"extra_forbidden", "language"} and node.key_span:
        return node.key_span
    if kind == "missing":
        parent = document.positions.nearest(loc[:-1]).span
        return Span(
            parent.path, parent.line, parent.column, parent.line, parent.column + 1
        )
    return node.span


def _listed(what: str) -> Callable[[_Error], tuple[str, str | None]]:
    def words(e: _Error) -> tuple[str, str | None]:
        close = nearest(e.given, e.expected)
        help_ = f"did you mean `{close}`?" if close else f"use {one_of(e.expected)}"
        return f"{e.quoted} is no {what.replace('FIELD', e.field)}", help_

    return words


def _said(
    message: str, advice: str | None
) -> Callable[[_Error], tuple[str, str | None]]:
    def words(e: _Error) -> tuple[str, str | None]:
        slots = {
            "given": e.given,
            "quoted": e.quoted,
            "field": e.field,
            "owner": e.owner,
        }
        return message.format(**slots), advice.format(**slots) if advice else None

    return words


def _unknown_field(e: _Error) -> tuple[str, str | None]:
    advice = did_you_mean(e.field, e.fields) or f"it has {one_of(e.fields, 20)}"
    return f"{e.owner} has no field `{e.field}`", advice


_DATE_HELP = "write it as `2026-03-01`, `2026-03`, `2026`, `2026-Q1` or `2022/2026`"
_NUMBER_HELP = (
    "write all digits without separators or units, for example `350000000000`"
)
_ID_HELP = (
    "use at most 80 lower-case letters, digits and single hyphens, "
    "for example `cn-vr-2022`"
)
_MISSING_HELP = "add `{field}`; `content/README.md` says what it holds"


def _no_id(e: _Error) -> tuple[str, str | None]:
    is_text = e.quoted != e.given
    advice = _ID_HELP if is_text else "write one id alone, for example `cn-vr-2022`"
    return f"{e.quoted} is not an id", advice


_CASES: dict[str, _Case] = {
    "missing": _Case(
        "record.missing", _said("{owner} has no `{field}`", _MISSING_HELP)
    ),
    "extra_forbidden": _Case("record.unknown-field", _unknown_field),
    "literal_error": _Case("record.not-listed", _listed("`FIELD` in the list")),
    "enum": _Case("record.not-listed", _listed("`FIELD` in the list")),
    "language": _Case("record.not-listed", _listed("language in the list")),
    "unit": _Case("record.unit", _listed("unit in the list")),
    "currency": _Case("record.currency", _listed("currency in the list")),
    "date": _Case("record.date", _said("{quoted} is not a date", _DATE_HELP)),
    "number": _Case(
        "record.number", _said("{quoted} is not a plain number", _NUMBER_HELP)
    ),
    "whole": _Case(
        "record.number",
        _said("{quoted} is not a whole number", "write digits only"),
    ),
    "yes-no": _Case(
        "record.yes-no",
        _said("{quoted} is neither `true` nor `false`", "write `true` or `false`"),
    ),
    "id": _Case("record.id", _no_id),
    "address": _Case(
        "record.address",
        _said(
            "{quoted} is not the address of a record",
            "write folder and id, for example `policies/cn-vr-2022#devices`",
        ),
    ),
    "value-range": _Case(
        "value.range",
        _said("a `range` needs `min` and `max`", "give both ends of the range"),
    ),
    "value-order": _Case(
        "value.min-above-max",
        _said("`min` is above `max`", "exchange the two numbers, or correct one"),
    ),
    "value-bounds": _Case(
        "value.range",
        _said(
            "`min` and `max` belong to the comparator `range`",
            "set `comparator: range`, or give one `amount`",
        ),
    ),
    "value-amount": _Case(
        "value.no-amount",
        _said(
            "the value has no `amount`",
            "give the number, or set `comparator: aspiration` if none is stated",
        ),
    ),
    "value-unit": _Case(
        "value.unit",
        _said(
            "the value needs either a `unit` or a `currency`",
            "give `currency: CNY` for money, else `unit: companies` or the like",
        ),
    ),
    "reading": _Case("conflict.preferred", _listed("reading of this conflict")),
    "string_type": _Case(
        "record.text",
        _said("`{field}` is {given}, not text", "write one text, in quotes if need be"),
    ),
    "string_too_short": _Case(
        "record.empty", _said("`{field}` is empty", "fill it in, or leave the line out")
    ),
    "list_type": _Case(
        "record.list",
        _said(
            "`{field}` is not a list", "begin each item on a line of its own with `- `"
        ),
    ),
    "dict_type": _Case(
        "record.mapping",
        _said("`{field}` is not a mapping", "write `name: value` lines below it"),
    ),
    "model_type": _Case(
        "record.mapping",
        _said("`{field}` is not a mapping", "write `name: value` lines below it"),
    ),
}
