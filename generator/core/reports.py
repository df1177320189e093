"""Problems as text for people, as annotations for GitHub, as JSON for programs.

Every text that comes from content is cleaned of control characters first, so that no file can
forge a line of the log or a command of the CI.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from generator.core.problems import Problem, Severity
from generator.core.spans import Span

LineOf = Callable[[Span], str | None]
LIMIT = 20_000
"""Characters of a text report; the problems beyond are counted."""
_WIDTH = 100
_SENTENCE = 400
"""Characters of one message or help; an author's words in it can be longer."""


def as_text(problems: Sequence[Problem], line_of: LineOf) -> str:
    """All problems with excerpts, up to LIMIT characters."""
    shown: list[str] = []
    size = 0
    for problem in problems:
        block = _block(problem, line_of)
        size += len(block) + 1
        if size > LIMIT - 200:
            break
        shown.append(block)
    left = len(problems) - len(shown)
    if left:
        noun = "problem" if left == 1 else "problems"
        shown.append(f"… and {left} more {noun}; `--format=json` lists them all\n")
    return "\n".join(shown)


def as_github(problems: Iterable[Problem]) -> str:
    """One workflow command for each problem, at its line."""
    return "".join(_command(problem) + "\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects."""
    return json.dumps([_object(problem) for problem in problems], indent=1) + "\n"


def summary(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning, 3 notes`; `no problems`."""
    counts = [
        _count(sum(one.severity is severity for one in problems), severity.value)
        for severity in Severity
    ]
    return ", ".join(count for count in counts if count) or "no problems"


def clean(text: str) -> str:
    """Text without control and format characters, which are shown by their number."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    is_active = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return f"⟨U+{ord(character):04X}⟩" if is_active else character


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number != 1 else ''}" if number else ""


def _block(problem: Problem, line_of: LineOf) -> str:
    head = f"{clean(str(problem.span))}: {problem.severity}[{problem.rule}] "
    lines = [head + _cut(clean(problem.message)), *_excerpt(problem.span, line_of)]
    if problem.help:
        lines.append(f"  = help: {_cut(clean(problem.help))}")
    return "\n".join(lines) + "\n"


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _SENTENCE else sentence[:_SENTENCE] + "…"


def _excerpt(span: Span, line_of: LineOf) -> list[str]:
    """The line with a caret under the words; long lines are cut around it."""
    line = line_of(span)
    if line is None:
        return []
    start = max(0, span.column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
    part = line[start : start + _WIDTH]
    column = min(span.column - 1 - start, len(part))
    same_line = span.end_line == span.line
    length = span.end_column - span.column if same_line else len(part) - column
    length = max(1, min(length, len(part) - column)) if part else 1
    before = sum(_columns(character) for character in part[:column])
    under = sum(_columns(character) for character in part[column : column + length])
    number = str(span.line)
    gutter = " " * len(number)
    return [
        f"{gutter} |",
        f"{number} | {clean(part)}",
        f"{gutter} | {' ' * before}{'^' * max(1, under)}",
    ]


def _columns(character: str) -> int:
    """Columns of a terminal: Chinese characters take two."""
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_COMMAND = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def _command(problem: Problem) -> str:
    span = problem.span
    properties = {
        "file": span.path,
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.end_line),
        "endColumn": str(span.end_column),
        "title": problem.rule,
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = problem.message + (f" ({problem.help})" if problem.help else "")
    return f"::{_COMMAND[problem.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _object(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "help": problem.help,
    }
