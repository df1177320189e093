"""Walking through trees of boxes."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.formats.pdf.spacing import Box, Content

Edit = Callable[[Box], Content]
_PLAIN = (str, int)
_NESTED = (list, dict)


def boxes(value: object) -> Iterator[Box]:
    """Every box of a tree in reading order."""
    found: list[Box] = []
    _collect(value, found)
    return iter(found)


def _collect(value: object, found: list[Box]) -> None:
    """Recursion into a list is twice as fast as a generator, and there are many boxes."""
    if isinstance(value, dict):
        if "k" in value:
            found.append(value)
        for part in value.values():
            if part and not isinstance(part, _PLAIN):
                _collect(part, found)
    elif isinstance(value, list):
        for part in value:
            if not isinstance(part, str):
                _collect(part, found)


def edited(content: Content, edit: Edit) -> Content:
    """The tree with what `edit` makes of each box, inner boxes first."""
    result: Content = []
    for part in content:
        if isinstance(part, str):
            result.append(part)
        else:
            result.extend(edit(inside_edited(part, edit)))
    return result


def inside_edited(box: Box, edit: Edit) -> Box:
    """The box with what `edit` makes of the boxes inside it."""
    return {
        key: _value_edited(value, edit) if isinstance(value, _NESTED) else value
        for key, value in box.items()
    }


def _value_edited(value: Any, edit: Edit) -> Any:  # noqa: ANN401  # JSON
    """A field of a box: content, rows of contents, or a plain value."""
    if isinstance(value, dict):
        return inside_edited(value, edit)
    if not isinstance(value, list):
        return value
    result: list[Any] = []
    for part in value:
        if isinstance(part, str):
            result.append(part)
        elif isinstance(part, dict) and "k" in part:
            result.extend(edit(inside_edited(part, edit)))
        else:
            result.append(_value_edited(part, edit))
    return result


def retold(content: Content, tell: Callable[[str], Content]) -> Content:
    """The tree with what `tell` makes of each text."""
    return list(_retold(content, tell))


def _retold(value: Any, tell: Callable[[str], Content]) -> Any:  # noqa: ANN401  # JSON
    if isinstance(value, dict):
        return {
            key: _retold(part, tell) if isinstance(part, _NESTED) else part
            for key, part in value.items()
        }
    if not isinstance(value, list):
        return value
    told: list[Any] = []
    for part in value:
        if isinstance(part, str):
            told.extend(tell(part))
        else:
            told.append(_retold(part, tell))
    return told
