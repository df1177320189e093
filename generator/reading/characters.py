"""Which characters a text may hold.

Everything that a reader can see is welcome in every script. Refused is what no reader can see and
what makes a line read differently from how it is stored. Pure; knows nothing of YAML or Markdown.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from generator.core.problems import Problem, Severity
from generator.reading.places import At

_MOST = 50
"""Problems per text: whoever has more sees the rest after correcting these."""

UNREADABLE = frozenset(
    f"encoding.{thing}"
    for thing in ("control-character", "surrogate", "noncharacter", "line-separator")
)
"""Rules after which a text is not worth parsing."""

DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PLANES = "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17))
_SUSPECT = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f|"  # the flag of Scotland
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef"
    f"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd\U000e0000-\U000e0fff{_PLANES}]"
)
_ORDINARY = "\t\n -~\u4e00-\u9fff"
"""The letters of English and of Chinese: most characters, and none of them suspect."""
_UNUSUAL = re.compile(f"[^{_ORDINARY}]+")
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_STACK = re.compile(f"[{_MARKS}]{{5,}}")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_JOINING = re.compile(
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff]"
)
_MONGOLIAN = re.compile("[\u1800-\u18af]")
_WITHOUT_BLANKS = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_OVERRIDES = "\u202d\u202e"
_CONTROL_NAMES = {
    "\0": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "line tabulation",
    "\x0c": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
}


_NEAR = 80
"""Characters within which a mark of direction has something to direct."""


class _Found(NamedTuple):
    start: int
    length: int
    rule: str
    message: str
    help: str


def check_characters(text: str, at: At) -> list[Problem]:
    """What is wrong with the characters of a text, in its order."""
    found = _merged([one for scan in _SCANS for one in islice(scan(text), 100 * _MOST)])
    return [
        Problem(
            at(one.start, one.length),
            one.rule,
            one.message,
            help=one.help,
            severity=Severity.WARNING
            if one.rule == "encoding.lost-character"
            else Severity.ERROR,
        )
        for one in found[:_MOST]
    ]


def describe(character: str) -> str:
    """`U+200B` zero width space."""
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "").lower()
    return f"`U+{ord(character):04X}` {name}".strip()


def _merged(found: list[_Found]) -> list[_Found]:
    """Neighbours with the same message are one problem."""
    merged: list[_Found] = []
    for one in sorted(found):
        last = merged[-1] if merged else None
        if (
            last
            and last.start + last.length == one.start
            and last.message == one.message
        ):
            merged[-1] = last._replace(length=last.length + one.length)
        else:
            merged.append(one)
    return merged


def _suspects(text: str) -> Iterator[_Found]:
    for unusual in _UNUSUAL.finditer(text):
        for match in _SUSPECT.finditer(text, *unusual.span()):
            if len(match[0]) == 1 and (verdict := _verdict(text, match.start())):
                yield _Found(match.start(), 1, *verdict)


def _verdict(text: str, index: int) -> tuple[str, str, str] | None:
    """Rule, message and help for a suspect character; nothing if it does its duty here."""
    char = text[index]
    name = describe(char)
    category = unicodedata.category(char)
    if char == "\r":
        return (
            "encoding.control-character",
            f"{name} stands without a line feed after it",
            "save the file with the line ends of Unix or Windows",
        )
    if category == "Cc":
        return (
            "encoding.control-character",
            f"here stands a control character, {name}",
            _DELETE,
        )
    if category == "Cs":
        message = f"half of a character stands here alone, {name}"
        return "encoding.surrogate", message, _DELETE
    if _is_noncharacter(char):
        return "encoding.noncharacter", f"{name} is no character", _DELETE
    if char in "\u2028\u2029":
        return (
            "encoding.line-separator",
            f"here stands another kind of line break, {name}",
            _BREAK,
        )
    if char in "\ufffc\ufffd":
        message = f"a character was lost here, {name} took its place"
        return "encoding.lost-character", message, _RESTORE
    if DIRECTIONS.match(char) or _is_at_home(text, index):
        return None
    message = f"here stands {name}, which nobody can see"
    return "encoding.invisible-character", message, _DELETE


_DELETE = "delete it"
_BREAK = "write an ordinary line break, or a blank"
_RESTORE = "look the text up in its source and write the character that stood here"


def _is_noncharacter(char: str) -> bool:
    return "\ufdd0" <= char <= "\ufdef" or ord(char) & 0xFFFE == 0xFFFE


def _is_at_home(text: str, index: int) -> bool:
    """Whether an invisible character does what it was made for."""
    char = text[index]
    before = text[index - 1 : index] or "\n"
    after = text[index + 1 : index + 2] or "\n"
    if char in "\u200c\u200d":
        return bool(_JOINING.match(before)) or (
            char == "\u200d" and _is_emoji(before) and _is_emoji(after)
        )
    if char == "\u200b":
        return bool(_WITHOUT_BLANKS.match(before) and _WITHOUT_BLANKS.match(after))
    if char in "\u200e\u200f\u061c":
        near = text[max(0, index - _NEAR) : index + _NEAR]
        return bool(_RIGHT_TO_LEFT.search(near))
    if char == "\u2800":
        return "\u2800" <= before <= "\u28ff"
    if "\u180b" <= char <= "\u180f":
        return bool(_MONGOLIAN.match(before))
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return unicodedata.category(before)[0] in "LNPS"
    return False


def _is_emoji(char: str) -> bool:
    return char == "\ufe0f" or unicodedata.category(char) in {"So", "Sm", "Sk"}


def _directions(text: str) -> Iterator[_Found]:
    """Overrides, and embeddings or isolates that are not closed on their line."""
    if not DIRECTIONS.search(text):
        return
    start = 0
    for line in text.split("\n"):
        yield from _directions_of(line, start)
        start += len(line) + 1


def _directions_of(line: str, start: int) -> Iterator[_Found]:
    rule = "encoding.direction-control"
    opened: list[re.Match[str]] = []
    for match in DIRECTIONS.finditer(line):
        char, at, name = match[0], start + match.start(), describe(match[0])
        if char in _OVERRIDES:
            yield _Found(at, 1, rule, f"{name} turns the text round", _DELETE)
        elif char in _OPENS:
            opened.append(match)
        elif opened and _OPENS[opened[-1][0]] == char:
            opened.pop()
        else:
            yield _Found(at, 1, rule, f"{name} closes nothing", _DELETE)
    for match in opened:
        name, closing = describe(match[0]), describe(_OPENS[match[0]])
        advice = f"delete it, or close it with {closing} on the same line"
        message = f"{name} is not closed on its line"
        yield _Found(start + match.start(), 1, rule, message, advice)


def _stacks(text: str) -> Iterator[_Found]:
    for match in _STACK.finditer(text):
        yield _Found(
            match.start(),
            len(match[0]),
            "encoding.stacked-marks",
            f"{len(match[0])} accents stand on one letter",
            "keep those that belong to the letter",
        )


_SCANS = (_suspects, _directions, _stacks)
