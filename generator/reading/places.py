"""From offsets in a text to places in its file."""

from collections.abc import Callable

from generator.core.documents import Document, Narrative
from generator.core.spans import Loc, Span

At = Callable[[int, int], Span]
"""The place of so many characters from an offset."""


def text_places(text: str, path: str, first_line: int = 1) -> At:
    """Places in a text that begins at the left edge of `first_line`."""
    return Narrative(text, Span(path, first_line, 1, first_line, 1)).position


def value_places(document: Document, loc: Loc) -> At:
    """Places in one string of a document, for example a headline.

    Folded lines and escapes make a value differ from what is written, so a stretch is found by
    its first word, counted from the beginning. What is not found stands at the whole value.
    """
    span = document.positions.nearest(loc).span
    value = _value(document, loc)
    start = _offset(document.text, span.line, span.column)
    end = _offset(document.text, span.end_line, span.end_column)
    in_file = text_places(document.text, span.path)

    def at(offset: int, length: int) -> Span:
        word = (value[offset : offset + length].split() or [""])[0]
        found = start
        for _ in range(value.count(word, 0, offset) + 1 if word else 0):
            found = document.text.find(word, found, end)
            if found < 0:
                return span
            found += len(word)
        if not word:
            return span
        is_whole = value[offset : offset + length] == word
        return in_file(found - len(word), len(word) if is_whole else length)

    return at


def _value(document: Document, loc: Loc) -> str:
    value = document.value
    for step in loc:
        value = value[step]  # type: ignore[index]  # steps come from the same document
    return str(value)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1
