"""From bytes to text: UTF-8 and nothing else.

Pure; which characters a text may hold is left to characters.py.
"""

import codecs
import re

from generator.core.problems import Problem
from generator.core.spans import Span

LARGEST = 1_000_000
"""Bytes; a larger file is refused before it is read."""
LONGEST_LINE = 20_000
"""Characters."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (b"\x84\x31\x95\x33", "GB 18030"),
)
_ABOVE_ASCII = re.compile(rb"[\x80-\xff]+")
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?= |$)", re.MULTILINE)
_LONG_LINE = re.compile(rf"^.{{{LONGEST_LINE + 1}}}", re.MULTILINE)


def decode(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The text in `raw` without byte order mark and with plain line ends."""
    name = _other_encoding(raw)
    if name:
        return None, [_other(Span(path), f"the file is {name}, not UTF-8")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_broken(raw, error, path)]
    text = text.replace("\r\n", "\n")
    problems = [*_merge_conflict(text, path), *_long_line(text, path)]
    return (None if problems else text), problems


def _other_encoding(raw: bytes) -> str | None:
    """What a mark at the beginning, or every second byte being zero, gives away."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    enough = 0.4 * (len(raw) // 2)
    is_empty = [raw[side::2].count(0) > enough for side in (0, 1)]
    return "UTF-16" if is_empty[0] != is_empty[1] else None


def _broken(raw: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    before = raw[: error.start].decode("utf-8", "replace")
    before = before.replace("\r\n", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    span = Span(path, line, column, line, column + 1)
    found = raw[error.start : error.start + 2]
    if error.reason == "unexpected end of data":
        return Problem(
            span,
            "encoding.cut-off",
            "the file ends in the middle of a character",
            help="the rest of the file is lost: restore it from an earlier version",
        )
    if found[:1] == b"\xed" and found[1:] >= b"\xa0":
        return Problem(
            span,
            "encoding.surrogate",
            "half of a character stands here alone (an unpaired surrogate)",
            help="delete it, or write the whole character, and save the file as UTF-8",
        )
    return _other(span, f"the byte {found[0]:02X} is not UTF-8", _guess(raw))


def _other(span: Span, message: str, guess: str = "") -> Problem:
    looks = f"; it looks like {guess}" if guess else ""
    return Problem(
        span,
        "encoding.other-encoding",
        message,
        help=f"open the file in its own encoding and save it as UTF-8{looks}",
    )


def _guess(raw: bytes) -> str:
    """Bytes above ASCII come in pairs in Chinese text and alone in western text."""
    runs = _ABOVE_ASCII.findall(raw)
    is_paired = all(len(run) % 2 == 0 for run in runs)
    return "GBK or GB 18030" if is_paired else "Windows-1252 or Latin-1"


def _merge_conflict(text: str, path: str) -> list[Problem]:
    mark = _CONFLICT.search(text)
    if mark is None:
        return []
    line = text.count("\n", 0, mark.start()) + 1
    return [
        Problem(
            Span(path, line, 1, line, 8),
            "syntax.merge-conflict",
            f"a merge has left its mark `{mark[0]}`",
            help="keep one of the two versions and delete the lines with the marks",
        )
    ]


def _long_line(text: str, path: str) -> list[Problem]:
    found = _LONG_LINE.search(text)
    if found is None:
        return []
    line = text.count("\n", 0, found.start()) + 1
    column = LONGEST_LINE + 1
    return [
        Problem(
            Span(path, line, column, line, column + 1),
            "syntax.long-line",
            f"the line is longer than {LONGEST_LINE:,} characters",
            help="break it into several lines",
        )
    ]
