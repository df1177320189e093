"""Lines that are no field, and lines in the wrong column."""

import re

import yaml

from generator.reading import yaml_refusals as refusals
from generator.reading.quoting import quoted
from generator.reading.yaml_halt import Halt, finding, start_of
from generator.reading.yaml_refusals import SIGN_HELP, Finding, Place

_START = re.compile(r"(?:[ ]|- )*")


def misplaced_colon(halt: Halt) -> Finding | None:
    """A colon in a text without quotes, or a line that stands too deep."""
    last = halt.last
    if isinstance(last, yaml.ScalarEvent) and start_of(last).line == halt.at.line:
        message = "a colon stands in a text without quotes"
        return finding(
            halt.at, "syntax.unquoted-colon", message, _quoted_field(halt, last)
        )
    if isinstance(last, yaml.ScalarEvent) and not _has_field(halt, start_of(last)):
        return missing_colon(start_of(last), halt.rest(start_of(last)))
    line = halt.line(halt.at)
    start = _START.match(line)
    column = start.end() if start else 0
    name = quoted(line[column : halt.at.column])
    message = f"{name} is indented below a field that has a value already"
    advice = "begin it in the same column as the field above"
    place = Place(halt.at.line, column)
    length = halt.at.column - column
    return finding(place, "syntax.indentation", message, advice, length)


def _quoted_field(halt: Halt, last: yaml.ScalarEvent) -> str:
    """The field as it should be written, if it is short enough to show."""
    begin = start_of(last)
    value = halt.rest(begin).strip()
    name = halt.before(begin).strip()
    sign = "'" if '"' in value else '"'
    written = f"{name} {sign}{value}{sign}".strip()
    if len(written) > 60 or sign in value or "`" in written:
        return "put the text in quotes"
    return f"put the text in quotes: `{written}`"


def _has_field(halt: Halt, place: Place) -> bool:
    return bool(re.search(r":\s", halt.before(place)))


def without_colon(halt: Halt) -> Finding | None:
    """A line that libyaml took for a field."""
    place = halt.since or halt.at
    return missing_colon(place, halt.rest(place))


def missing_colon(place: Place, words: str) -> Finding:
    """A line that is no field."""
    if words.startswith("-") and words[1:2].strip():
        return _tight(place, f"no blank stands after `{words[0]}`", f"- {words[1:]}", 1)
    tight = missing_blank(place, words)
    if tight:
        return tight
    advice = (
        "write fields as `name: value`; indent a line that belongs to the text above"
    )
    if "：" in words:
        advice = "write `: ` instead of the full-width colon `：`"
    message = f"there is no colon after {quoted(words)}"
    return finding(place, "syntax.missing-colon", message, advice, len(words))


def missing_blank(place: Place, words: str) -> Finding | None:
    """`title:China`."""
    tight = re.match(r"(?P<name>[\w-]+):(?P<value>\S.*)", words)
    if tight is None or "：" in tight["name"]:
        return None
    name = tight["name"]
    message = f"no blank stands after the colon of `{name}`"
    return _tight(place, message, f"{name}: {tight['value']}", len(name) + 1)


def _tight(place: Place, message: str, fixed: str, length: int) -> Finding:
    advice = f"write {quoted(fixed)}"
    return finding(place, "syntax.missing-blank", message, advice, length)


def misplaced_line(halt: Halt) -> Finding | None:
    """Something stands where its surroundings have no room for it."""
    rest = halt.rest(halt.at)
    if rest[:1] in {"]", "}", ":"}:
        return stray_sign(halt)
    before = halt.before(halt.at).strip()
    if before == "..." or (not before and _after_document_end(halt)):
        return refusals.second_document(halt.at, rest)
    if before:
        return None
    name = quoted(rest.split(":")[0])
    if rest.startswith("- "):
        message = "a list item stands where a field is expected"
        advice = "indent the list below its field; a field has a list or a text"
        return finding(halt.at, "syntax.misplaced-item", message, advice)
    columns = _columns_above(halt)
    if halt.at.column + 1 not in columns:
        message = (
            f"{name} begins in column {halt.at.column + 1}, unlike the lines above"
        )
        advice = (
            f"begin it in column {' or '.join(map(str, columns))}, where they begin"
        )
    elif halt.words.endswith("indicator"):
        message = f"{name} stands among list items without a dash"
        advice = (
            "begin the line with `- `, or move it to the column of the fields above"
        )
    else:
        message = f"{name} stands after the end of the record"
        advice = "write the record as `name: value` lines, one below the other"
    length = len(rest.split(":")[0])
    return finding(halt.at, "syntax.indentation", message, advice, length)


def _columns_above(halt: Halt) -> list[int]:
    """Where the line above and the block around begin, counted from 1."""
    above = [line for line in halt.lines[: halt.at.line] if _has_content(line)]
    edges = [len(line) - len(line.lstrip()) for line in (*above[:1], *above[-1:])]
    around = [halt.since.column] if halt.since else edges[:1]
    return sorted({column + 1 for column in (*around, *edges[-1:])})


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "---"))


def _after_document_end(halt: Halt) -> bool:
    above = (line.strip() for line in reversed(halt.lines[: halt.at.line]))
    return next((line for line in above if line), "") == "..."


def stray_sign(halt: Halt) -> Finding | None:
    """A comma, colon or bracket where a value is expected."""
    sign = halt.rest(halt.at)[:1]
    message = f"{quoted(sign)} stands where a value is expected"
    if sign in {"]", "}"}:
        message = f"`{sign}` closes no bracket"
    if sign == ":":
        message = "a colon has no name before it"
    if not sign:
        message = "a value is missing here"
    advice = f"delete it; {SIGN_HELP}"
    return finding(halt.at, "syntax.stray-sign", message, advice)
