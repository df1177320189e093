"""What libyaml could not read, in sentences for authors.

Its own words are looked up here and never shown: each stands for a judge that looks at the lines.
"""

import re
from collections.abc import Mapping

from generator.reading import yaml_refusals as refusals
from generator.reading.quoting import quoted
from generator.reading.yaml_closings import (
    after_value,
    colon_in_brackets,
    unclosed_bracket,
    unclosed_quote,
)
from generator.reading.yaml_halt import Halt, Judge, finding
from generator.reading.yaml_lines import (
    misplaced_colon,
    misplaced_line,
    stray_sign,
    without_colon,
)
from generator.reading.yaml_refusals import SIGN_HELP, Finding, Place


def explain(halt: Halt) -> Finding:
    """The likeliest cause, at the place to be corrected."""
    for judge in _JUDGES:
        found = judge(halt)
        if found:
            return found
    return _BY_WORDS.get(halt.words, _unreadable)(halt) or _unreadable(halt)


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


def _first_sign(halt: Halt) -> Finding | None:
    sign = halt.rest(halt.at)[:1]
    if sign == "\t":
        return _tab(halt)
    message = f"a text without quotes cannot begin with {quoted(sign)}"
    if sign == "`":
        message = "a text without quotes cannot begin with a backtick"
    return finding(halt.at, "syntax.reserved-sign", message, "put the text in quotes")


def _tab(halt: Halt) -> Finding | None:
    rest = halt.rest(halt.at)
    return finding(
        halt.at,
        "syntax.tab",
        "a tab stands where only blanks may stand",
        "indent with blanks, two for each step",
        len(rest) - len(rest.lstrip("\t")),
    )


def _dash(halt: Halt) -> Finding | None:
    return finding(
        halt.at,
        "syntax.misplaced-item",
        "a list item cannot begin on the line of its field",
        "put `- ` on a line of its own below the field, or the text in quotes",
    )


def _escape(halt: Halt) -> Finding | None:
    column = halt.line(halt.at).rfind("\\", 0, halt.at.column + 1)
    place = Place(halt.at.line, max(column, 0))
    found = re.match(r"\\(?:[xuU]\w*|.?)", halt.rest(place))
    words = found[0] if found else "\\"
    is_number = len(words) > 2
    return finding(
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
    return finding(
        place,
        "syntax.block-text",
        f"text follows {quoted(sign)} on the same line",
        f"begin the text on the next line, indented; {SIGN_HELP}",
    )


def _deep(halt: Halt) -> Finding:
    return refusals.too_deep(halt.at, 100)


def _unreadable(halt: Halt) -> Finding:
    return finding(
        halt.at,
        "syntax.unreadable",
        "this line cannot be read",
        f"put texts with signs such as {_SIGNS} in quotes",
    )


_SIGNS = "`: # [ ] { } , & * ! | > ' \" % @`"
_JUDGES: tuple[Judge, ...] = (
    unclosed_quote,
    unclosed_bracket,
    after_value,
    _directive,
    _sign,
)
_BY_WORDS: Mapping[str, Judge] = {
    "found unexpected ':'": colon_in_brackets,
    "mapping values are not allowed in this context": misplaced_colon,
    "could not find expected ':'": without_colon,
    "found character that cannot start any token": _first_sign,
    "mapping keys are not allowed in this context": _first_sign,
    "found a tab character that violates indentation": _tab,
    "found a tab character where an indentation space is expected": _tab,
    "block sequence entries are not allowed in this context": _dash,
    "did not find expected node content": stray_sign,
    "found unknown escape character": _escape,
    "did not find expected hexdecimal number": _escape,
    "found invalid Unicode character escape code": _escape,
    "exceeded maximum nesting depth": _deep,
    "did not find expected comment or line break": _block_text,
    "found an indentation indicator equal to 0": _block_text,
    "did not find expected key": misplaced_line,
    "did not find expected '-' indicator": misplaced_line,
    "did not find expected <document start>": misplaced_line,
}
