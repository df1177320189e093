"""Setting fields in the text of a record, with the author's own layout left alone.

Pure: text in, text out; writing the file is left to publish/. For the blocks of a record that a
command fills in (`review`, `capture`), which hold scalars and lists of scalars only.
"""

import json
import re
from collections.abc import Iterator, Mapping

from generator.core.spans import PositionTree, Span
from generator.records.base import Entry, Record

Fields = Mapping[str, str | list[str]]
"""Values by the names of their fields, in the order in which new ones are written."""
_Edit = tuple[int, int, str]
"""From one offset to another stands this text from now on."""

_PLAIN = re.compile(r"(?!null$)\w(?:[\w .()/-]*[\w)])?", re.IGNORECASE)
"""Text that is itself without quotes, also between brackets."""
_INDENT = "  "


def with_block(entry: Entry[Record], name: str, fields: Fields) -> str:
    """The record's file with `fields` set in its block `name`.

    Fields that stand there get their new values in their places; others are added behind them.
    A record without the block gets it where the author's guide lists it.
    """
    text = entry.document.text
    node = entry.document.positions.children.get(name)
    if node is None:
        return _with_new_block(entry, name, fields)
    edits = sorted(_edits(_Offsets(text), node, fields), reverse=True)
    for start, end, replacement in edits:
        text = text[:start] + replacement + text[end:]
    return text


class _Offsets:
    """From lines and columns to offsets in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def start(self, span: Span) -> int:
        return self.lines[span.line - 1] + span.column - 1

    def end(self, span: Span) -> int:
        return self.lines[span.end_line - 1] + span.end_column - 1

    def end_of_line(self, line: int) -> int:
        end = self.text.find("\n", self.lines[line - 1])
        return len(self.text) if end < 0 else end


def _edits(at: _Offsets, node: PositionTree, fields: Fields) -> Iterator[_Edit]:
    new = {}
    for name, value in fields.items():
        child = node.children.get(name)
        if child is None or child.key_span is None:
            new[name] = value
        else:
            yield at.end(child.key_span), at.end(child.span), f": {_written(value)}"
    if new:
        is_flow = at.text[at.start(node.span)] == "{"
        yield _added_between_braces(at, node, new) if is_flow else _added(at, node, new)


def _added_between_braces(at: _Offsets, node: PositionTree, fields: Fields) -> _Edit:
    said = ", ".join(f"{name}: {_written(value)}" for name, value in fields.items())
    if not node.children:
        place = at.start(node.span) + 1
        return place, place, said
    place = max(at.end(child.span) for child in node.children.values())
    return place, place, f", {said}"


def _added(at: _Offsets, node: PositionTree, fields: Fields) -> _Edit:
    last = max(child.span.end_line for child in node.children.values())
    place = at.end_of_line(last)
    indent = " " * (node.span.column - 1)
    said = (f"\n{indent}{name}: {_written(value)}" for name, value in fields.items())
    return place, place, "".join(said)


def _with_new_block(entry: Entry[Record], name: str, fields: Fields) -> str:
    lines = entry.document.text.split("\n")
    said = [f"{_INDENT}{field}: {_written(value)}" for field, value in fields.items()]
    place = _place_of_new(entry, name, lines)
    return "\n".join([*lines[:place], f"{name}:", *said, *lines[place:]])


def _place_of_new(entry: Entry[Record], name: str, lines: list[str]) -> int:
    """The line before the first field that comes later in the guide, and its comments."""
    guide = list(type(entry.record).model_fields)
    later = guide[guide.index(name) + 1 :]
    children = entry.document.positions.children
    starts = [
        node.key_span.line - 1
        for field, node in children.items()
        if field in later and node.key_span
    ]
    if not starts:
        return max(node.span.end_line for node in children.values())
    place = min(starts)
    while place and lines[place - 1].startswith("#"):
        place -= 1
    return place


def _written(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_written(one) for one in value)}]"
    is_plain = _PLAIN.fullmatch(value)
    return value if is_plain else json.dumps(value, ensure_ascii=False)
