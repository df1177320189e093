"""What libyaml could not read, in sentences for authors.

libyaml says where it stopped, which is often far from the mistake: the quotation mark that swallows
the next lines, the bracket that is never closed. Each judge here looks at the lines themselves.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import yaml

from generator.reading import yaml_refusals as refusals
from generator.reading.quoting import quoted
from generator.reading.yaml_refusals import SIGN_HELP, Finding, Place


@dataclass(frozen=True, slots=True)
class Halt:
    """Where libyaml stopped and what it had read until then."""

    lines: list[str]
    words: str
    """What it says itself: never shown."""
    at: Place
    since: Place | None
    """Where the thing begins in which it stopped."""
    last: yaml.Event | None
    bracket: Place | None
    """The innermost bracket still open."""

    def line(self, place: Place) -> str:
        """The line of a place; empty at the end of the file."""
        return self.lines[place.line] if place.line < len(self.lines) else ""

    def rest(self, place: Place) -> str:
        """The line from a place on."""
        return self.line(place)[place.column :]


def explain(halt: Halt) -> Finding:
    """The likeliest cause, at the place to be corrected."""
    for judge in _JUDGES:
        found = judge(halt)
        if found:
            return found
    return _BY_WORDS.get(halt.words, _unreadable)(halt) or _unreadable(halt)


def start_of(event: yaml.Event) -> Place:
    """Where an event begins."""
    return place_of(event.start_mark) or Place(0, 0)


def end_of(event: yaml.Event) -> Place:
    """Where an event ends."""
    return place_of(event.end_mark) or Place(0, 0)


class _Mark(Protocol):
    line: int
    column: int


def place_of(mark: _Mark | None) -> Place | None:
    """One of libyaml's marks."""
    return Place(mark.line, mark.column) if mark else None


Judge = Callable[[Halt], Finding | None]

_NAME = re.compile(r"[\w-]+")
_FIELD = re.compile(r"[\w-]+:(?:\s|$)")
_START = re.compile(r"(?:[ ]|- )*")
_QUOTES = {'"', "'"}
_QUOTE_HELP = {
    '"': 'close it with `"`; a quotation mark inside the text is written `\\"`',
    "'": "close it with `'`; an apostrophe inside the text is written `''`",
}
_AFTER_QUOTE_HELP = {
    '"': 'inside double quotes a quotation mark is written `\\"`',
    "'": "inside single quotes an apostrophe is written `''`",
}


def _finding(
    place: Place, rule: str, message: str, advice: str, length: int = 1
) -> Finding:
    return Finding(place, max(length, 1), rule, message, advice)


def _unclosed_quote(halt: Halt) -> Finding | None:
    begin = _beginning_of_quote(halt)
    if begin is None:
        return None
    message = "the quotation mark is not closed"
    advice = _QUOTE_HELP[halt.rest(begin)[0]]
    return _finding(begin, "syntax.unclosed-quote", message, advice)


def _beginning_of_quote(halt: Halt) -> Place | None:
    """An unclosed quotation often ends at the next quotation mark, lines further down."""
    last = halt.last
    if isinstance(last, yaml.ScalarEvent) and last.style in _QUOTES:
        end = end_of(last)
        if start_of(last).line < end.line == halt.at.line:
            return start_of(last)
    mark = halt.rest(halt.since)[:1] if halt.since else ""
    if mark not in {'"', "'"} or halt.since is None:
        return None
    if halt.words in _CUT_OFF or mark not in halt.rest(halt.since)[1:]:
        return halt.since
    return None


_CUT_OFF = {"found unexpected end of stream", "found unexpected document indicator"}


def _unclosed_bracket(halt: Halt) -> Finding | None:
    is_in_bracket = halt.words.startswith("did not find expected ',' or")
    begin = halt.since if is_in_bracket else halt.bracket
    if begin is None or (begin.line == halt.at.line and not halt.rest(halt.at)):
        return None
    sign = halt.rest(begin)[0]
    if begin.line < halt.at.line and (
        not _closes(halt, begin) or (sign == "[" and halt.rest(halt.at)[:1] == ":")
    ):
        message = f"the bracket `{sign}` is not closed"
        advice = f"close it with `{_CLOSING[sign]}`"
        return _finding(begin, "syntax.unclosed-bracket", message, advice)
    return _inside_bracket(halt, sign) if is_in_bracket else None


_CLOSING = {"[": "]", "{": "}"}
_BRACKETS = re.compile(
    r"""(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|\#.*)|(?P<sign>[\[\]{}])"""
)


def _closes(halt: Halt, begin: Place) -> bool:
    """Whether a bracket is closed anywhere below."""
    text = "\n".join([halt.rest(begin), *halt.lines[begin.line + 1 :]])
    depth = 0
    for match in _BRACKETS.finditer(text):
        sign = match["sign"]
        depth += 0 if not sign else 1 if sign in "[{" else -1
        if depth == 0:
            return True
    return False


def _inside_bracket(halt: Halt, sign: str) -> Finding:
    """The bracket is closed: what stands before its end does not belong there."""
    here = halt.rest(halt.at)[:1]
    if here == ":":
        message = "a colon stands in a text without quotes"
        return _finding(
            halt.at, "syntax.unquoted-colon", message, "put the text in quotes"
        )
    if here in {"]", "}"}:
        message = f"`{here}` does not close the bracket `{sign}`"
        advice = f"write `{_CLOSING[sign]}`"
        return _finding(halt.at, "syntax.unclosed-bracket", message, advice)
    if _is_quote(halt.last) and not _begins_value(halt):
        return _after_quote(halt)
    words = quoted(re.split(r"[,\]}]", halt.rest(halt.at))[0])
    message = f"there is no comma before {words}"
    advice = "write a comma between two values; put a text with brackets in quotes"
    return _finding(halt.at, "syntax.missing-comma", message, advice)


def _is_quote(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in _QUOTES


def _begins_value(halt: Halt) -> bool:
    rest = halt.rest(halt.at)
    return rest[:1] in {'"', "'", "[", "{"} or bool(_FIELD.match(rest))


def _after_value(halt: Halt) -> Finding | None:
    """`'it's here'`, `"the "new" plan"`, `[a] and more`."""
    last = halt.last
    if last is None or not halt.words.startswith("did not find expected"):
        return None
    if end_of(last).line != halt.at.line or halt.words not in _MISPLACED:
        return None
    if halt.rest(halt.at)[:1] in {"]", "}", ":", ""}:
        return None
    if _is_quote(last) or halt.line(halt.at)[: halt.at.column].rstrip()[-1:] in _QUOTES:
        return _after_quote(halt)
    if isinstance(last, yaml.CollectionEndEvent) and not _is_first(halt):
        words = halt.rest(halt.at)
        message = "text stands after the closing bracket"
        advice = "put the whole text in quotes"
        return _finding(halt.at, "syntax.text-after-value", message, advice, len(words))
    return None


def _after_quote(halt: Halt) -> Finding:
    sign = halt.line(halt.at)[: halt.at.column].rstrip()[-1:]
    message = "text stands after the closing quotation mark"
    length = len(halt.rest(halt.at))
    advice = _AFTER_QUOTE_HELP.get(sign, "put the whole text in quotes")
    return _finding(halt.at, "syntax.text-after-value", message, advice, length)


def _is_first(halt: Halt) -> bool:
    """Whether only blanks stand before the place."""
    return not halt.line(halt.at)[: halt.at.column].strip()


def _directive(halt: Halt) -> Finding | None:
    start = Place((halt.since or halt.at).line, 0)
    if not halt.rest(start).startswith("%"):
        return None
    return refusals.directive(start, halt.rest(start).rstrip())


def _sign(halt: Halt) -> Finding | None:
    """`*`, `&` and `!` at the beginning of a text mean something to YAML."""
    if halt.since is None:
        return None
    found = re.match(r"[*&!]\S*", halt.rest(halt.since))
    if found is None or halt.words == "could not find expected ':'":
        return None
    return refusals.node_property(halt.since, found[0])


def _colon(halt: Halt) -> Finding | None:
    last = halt.last
    if isinstance(last, yaml.ScalarEvent) and start_of(last).line == halt.at.line:
        message = "a colon stands in a text without quotes"
        return _finding(
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
    return _finding(place, "syntax.indentation", message, advice, length)


def _quoted_field(halt: Halt, last: yaml.ScalarEvent) -> str:
    """The field as it should be written, if it is short enough to show."""
    begin = start_of(last)
    value = halt.rest(begin).strip()
    name = halt.line(begin)[: begin.column].strip()
    sign = "'" if '"' in value else '"'
    written = f"{name} {sign}{value}{sign}".strip()
    if len(written) > 60 or sign in value or "`" in written:
        return "put the text in quotes"
    return f"put the text in quotes: `{written}`"


def _has_field(halt: Halt, place: Place) -> bool:
    return bool(re.search(r":\s", halt.line(place)[: place.column]))


def _no_colon(halt: Halt) -> Finding | None:
    place = halt.since or halt.at
    return missing_colon(place, halt.rest(place))


def missing_colon(place: Place, words: str) -> Finding:
    """A line that is no field."""
    tight = re.match(r"([\w-]+):(\S.*)", words)
    if words.startswith("-") and words[1:2].strip():
        return _tight(place, f"no blank stands after `{words[0]}`", f"- {words[1:]}", 1)
    if tight and "：" not in tight[1]:
        fixed = f"{tight[1]}: {tight[2]}"
        message = f"no blank stands after the colon of `{tight[1]}`"
        return _tight(place, message, fixed, len(tight[1]) + 1)
    advice = (
        "write fields as `name: value`; indent a line that belongs to the text above"
    )
    if "：" in words:
        advice = "write `: ` instead of the full-width colon `：`"
    message = f"there is no colon after {quoted(words)}"
    return _finding(place, "syntax.missing-colon", message, advice, len(words))


def _tight(place: Place, message: str, fixed: str, length: int) -> Finding:
    advice = f"write {quoted(fixed)}"
    return _finding(place, "syntax.missing-blank", message, advice, length)


def _first_sign(halt: Halt) -> Finding | None:
    sign = halt.rest(halt.at)[:1]
    if sign == "\t":
        return _tab(halt)
    message = f"a text without quotes cannot begin with {quoted(sign)}"
    if sign == "`":
        message = "a text without quotes cannot begin with a backtick"
    return _finding(halt.at, "syntax.reserved-sign", message, "put the text in quotes")


def _tab(halt: Halt) -> Finding | None:
    rest = halt.rest(halt.at)
    return _finding(
        halt.at,
        "syntax.tab",
        "a tab stands where only blanks may stand",
        "indent with blanks, two for each step",
        len(rest) - len(rest.lstrip("\t")),
    )


def _dash(halt: Halt) -> Finding | None:
    return _finding(
        halt.at,
        "syntax.misplaced-item",
        "a list item cannot begin on the line of its field",
        "put `- ` on a line of its own below the field, or the text in quotes",
    )


def _misplaced(halt: Halt) -> Finding | None:
    """Something stands where its surroundings have no room for it."""
    rest = halt.rest(halt.at)
    if rest[:1] in {"]", "}", ":"}:
        return _stray(halt)
    if not _is_first(halt):
        return None
    if _after_document_end(halt):
        return refusals.second_document(halt.at, rest)
    name = quoted(rest.split(":")[0])
    if rest.startswith("- "):
        message = "a list item stands where a field is expected"
        advice = "indent the list below its field; a field has a list or a text"
        return _finding(halt.at, "syntax.misplaced-item", message, advice)
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
    return _finding(halt.at, "syntax.indentation", message, advice, length)


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


def _stray(halt: Halt) -> Finding | None:
    sign = halt.rest(halt.at)[:1]
    message = f"{quoted(sign)} stands where a value is expected"
    if sign in {"]", "}"}:
        message = f"`{sign}` closes no bracket"
    if sign == ":":
        message = "a colon has no name before it"
    if not sign:
        message = "a value is missing here"
    advice = f"delete it; {SIGN_HELP}"
    return _finding(halt.at, "syntax.stray-sign", message, advice)


def _escape(halt: Halt) -> Finding | None:
    column = halt.line(halt.at).rfind("\\", 0, halt.at.column + 1)
    place = Place(halt.at.line, max(column, 0))
    found = re.match(r"\\(?:[xuU]\w*|.?)", halt.rest(place))
    words = found[0] if found else "\\"
    is_number = len(words) > 2
    return _finding(
        place,
        "syntax.escape",
        f"{quoted(words)} {'is no character' if is_number else 'means nothing'}"
        " in double quotes",
        "write `\\\\` for a backslash, or put the text in single quotes",
        len(words),
    )


def _block_text(halt: Halt) -> Finding | None:
    place = halt.since or halt.at
    sign = halt.rest(place)[:1]
    return _finding(
        place,
        "syntax.block-text",
        f"text stands on the line of {quoted(sign)}",
        f"begin the text on the next line, indented; {SIGN_HELP}",
    )


def _deep(halt: Halt) -> Finding:
    return refusals.too_deep(halt.at, 100)


def _unreadable(halt: Halt) -> Finding:
    return _finding(
        halt.at,
        "syntax.unreadable",
        "this line cannot be read",
        f"put texts with signs such as {_SIGNS} in quotes",
    )


_SIGNS = "`: # [ ] { } , & * ! | > ' \" % @`"
_MISPLACED = {
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
}
_JUDGES: tuple[Judge, ...] = (
    _unclosed_quote,
    _unclosed_bracket,
    _after_value,
    _directive,
    _sign,
)
_BY_WORDS: Mapping[str, Judge] = {
    "mapping values are not allowed in this context": _colon,
    "could not find expected ':'": _no_colon,
    "found character that cannot start any token": _first_sign,
    "mapping keys are not allowed in this context": _first_sign,
    "found a tab character that violates indentation": _tab,
    "found a tab character where an indentation space is expected": _tab,
    "block sequence entries are not allowed in this context": _dash,
    "did not find expected node content": _stray,
    "found unknown escape character": _escape,
    "did not find expected hexdecimal number": _escape,
    "found invalid Unicode character escape code": _escape,
    "exceeded maximum nesting depth": _deep,
    "did not find expected comment or line break": _block_text,
    "found an indentation indicator equal to 0": _block_text,
} | dict.fromkeys(_MISPLACED, _misplaced)
