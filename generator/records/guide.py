"""The author's guide: a table of fields for each kind, made from the record types."""

import ast
import inspect
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from textwrap import dedent
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.core.quantity import Comparator
from generator.core.units import CURRENCIES, UNITS
from generator.records.base import Record
from generator.records.fields import Address, Part
from generator.records.kinds import RECORD_KINDS

_ADDRESS = get_args(Address)[1]
"""What marks a field that names a record of any kind."""
_LINK = re.compile(r"\[(.*?)\]\(.*?\)")

_TYPES = {
    "str": "text",
    "int": "whole number",
    "bool": "`true` or `false`",
    "Decimal": "number",
    "Edtf": "date",
    "Ref": "address of a record",
    "Comparator": " · ".join(f"`{one.value}`" for one in Comparator),
}


def guide() -> str:
    """All tables in Markdown: the kinds, then the blocks they are made of."""
    every = f"## Every record\n\n{_table(Record)}"
    kinds = [_section(kind, model) for kind, model in sorted(RECORD_KINDS.items())]
    blocks = [_block(model) for model in blocks_of(RECORD_KINDS.values())]
    return "\n".join([every, *kinds, "## Blocks inside records\n", *blocks, _units()])


def _section(kind: str, model: type[Record]) -> str:
    where = (
        "content/publication.yml"
        if kind == "publication"
        else f"content/{kind}/<id>.{'md' if kind == 'briefings' else 'yml'}"
    )
    intro = inspect.getdoc(model) or ""
    own = _table(model, leave_out=set(Record.model_fields))
    return f"## {kind.capitalize()}: `{where}`\n\n{intro}\n\n{own}"


def _block(model: type[BaseModel]) -> str:
    return f"### {model.__name__}\n\n{inspect.getdoc(model)}\n\n{_table(model)}"


def _table(model: type[BaseModel], leave_out: Collection[str] = ()) -> str:
    rows = [
        "| field | what it holds | meaning |",
        "| --- | --- | --- |",
        *(
            _row(name, info, docs_of(model))
            for name, info in model.model_fields.items()
            if name not in leave_out
        ),
    ]
    return "\n".join(rows) + "\n"


def _row(name: str, info: FieldInfo, docs: dict[str, str]) -> str:
    needed = " **needed**" if info.is_required() else ""
    meaning = " ".join(docs.get(name, "").split()).replace("|", "\\|")
    return f"| `{name}`{needed} | {_holds(info.annotation)} | {meaning} |"


def docs_of(model: type[BaseModel]) -> dict[str, str]:
    """The string under each field, also of the fields of its base classes."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if isinstance(base, type) and issubclass(base, Part) and base is not Part:
            found |= _strings_under_fields(base)
    return found


@cache  # kinds share their blocks
def _strings_under_fields(model: type[BaseModel]) -> dict[str, str]:
    body = ast.parse(dedent(inspect.getsource(model))).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101  a class is a class
    found = {}
    for field, string in zip(body.body, body.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(string, ast.Expr):
            continue
        if isinstance(field.target, ast.Name) and isinstance(
            string.value, ast.Constant
        ):
            found[field.target.id] = str(string.value.value)
    return found


def _holds(annotation: Any) -> str:
    """The type in an author's words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " · ".join(f"`{word}`" for word in arguments)
    if origin is list:
        return f"list of {_holds(arguments[0])}"
    if origin is dict:
        return f"{_holds(arguments[1])} by language"
    inner = [one for one in arguments if one is not type(None)]
    if inner:
        return _holds(inner[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return _TYPES.get(getattr(annotation, "__name__", ""), "text")


def blocks_of(models: Iterable[type[BaseModel]]) -> list[type[BaseModel]]:
    """Every block that occurs in some kinds of records, by name."""
    found: dict[str, type[BaseModel]] = {}
    waiting = list(models)
    while waiting:
        for block in _parts_of(waiting.pop()):
            if block.__name__ not in found:
                found[block.__name__] = block
                waiting.append(block)
    return [found[name] for name in sorted(found)]


def _parts_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        waiting = [info.annotation]
        while waiting:
            one = waiting.pop()
            if isinstance(one, type) and issubclass(one, BaseModel):
                yield one
            waiting += get_args(one)


def _units() -> str:
    units = ", ".join(f"`{name}`" for name in sorted(UNITS))
    currencies = ", ".join(f"`{code}`" for code in sorted(CURRENCIES))
    return f"### Units\n\nUnits: {units}.\n\nCurrencies: {currencies}.\n"


def skeleton(kind: str, record_id: str) -> str:
    """A new record with the fields that it needs, all empty: `check` asks for each of them.

    An example in their place would be published by whoever forgets it.
    """
    needed = {
        name: info
        for name, info in RECORD_KINDS[kind].model_fields.items()
        if info.is_required()
    }
    lines = [f"id: {record_id}"]
    if "title" in needed:
        lines += ["title:", "  en:"]
    lines += [
        f"{name}:  # {_in_plain_words(info)}"
        for name, info in needed.items()
        if name not in {"id", "title"}
    ]
    if kind == "briefings":
        return "\n".join(["---", *lines, "---", "", "The narrative.", ""])
    return "\n".join([*lines, ""])


def _in_plain_words(info: FieldInfo) -> str:
    """What a field holds, for a comment: no Markdown, and an id where its kind is known."""
    holds = _LINK.sub(r"\1", _holds(info.annotation)).replace("`", "")
    is_id = holds == "address of a record" and _ADDRESS not in info.metadata
    return "id of a record" if is_id else holds
