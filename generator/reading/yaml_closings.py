"""Quotation marks and brackets that are not closed, or closed too early.

libyaml says where it stopped, which is often far from the mistake: an unclosed quotation mark
swallows the lines below it. These judges name the place where it begins.
"""

import re

import yaml

from generator.reading.quoting import quoted
from generator.reading.yaml_halt import Halt, end_of, finding, start_of
from generator.reading.yaml_refusals import Finding, Place

_FIELD = re.compile(r"[\w-]+:(?:\s|$)")
_QUOTES = {'"', "'"}
_QUOTE_HELP = {
    '"': 'close it with `"`; a quotation mark inside the text is written `\\"`',
    "'": "close it with `'`; an apostrophe inside the text is written `''`",
}
_AFTER_QUOTE_HELP = {
    '"': 'inside double quotes a quotation mark is written `\\"`',
    "'": "inside single quotes an apostrophe is written `''`",
}
_CUT_OFF = {"found unexpected end of stream", "found unexpected document indicator"}
_IN_BRACKET = ("',' or ']'", "',' or '}'")


def unclosed_quote(halt: Halt) -> Finding | None:
    """A quotation mark that nothing closes."""
    begin = _beginning_of_quote(halt)
    if begin is None:
        return None
    message = "the quotation mark is not closed"
    advice = _QUOTE_HELP[halt.rest(begin)[0]]
    return finding(begin, "syntax.unclosed-quote", message, advice)


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


def unclosed_bracket(halt: Halt) -> Finding | None:
    """A bracket that nothing closes, or a mistake inside one that is closed."""
    is_in_bracket = halt.words.endswith(_IN_BRACKET)
    begin = halt.since if is_in_bracket else halt.bracket
    if begin is None:
        return None
    sign = halt.rest(begin)[0]
    is_below = begin.line < halt.at.line or not halt.rest(halt.at)
    if is_below and (
        not _closes(halt, begin) or (sign == "[" and halt.rest(halt.at)[:1] == ":")
    ):
        message = f"the bracket `{sign}` is not closed"
        advice = f"close it with `{_CLOSING[sign]}`"
        return finding(begin, "syntax.unclosed-bracket", message, advice)
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
        return colon_in_brackets(halt)
    if here in {"]", "}"}:
        message = f"`{here}` does not close the bracket `{sign}`"
        advice = f"write `{_CLOSING[sign]}`"
        return finding(halt.at, "syntax.unclosed-bracket", message, advice)
    if _is_quote(halt.last) and not _begins_value(halt):
        return _after_quote(halt)
    words = quoted(re.split(r"[,\]}]", halt.rest(halt.at))[0])
    message = f"there is no comma before {words}"
    advice = "write a comma between two values; put a text with brackets in quotes"
    return finding(halt.at, "syntax.missing-comma", message, advice)


def colon_in_brackets(halt: Halt) -> Finding:
    """`{en: China: a plan}`, `[plan:]`."""
    message = "a colon stands in a text without quotes"
    return finding(halt.at, "syntax.unquoted-colon", message, "put the text in quotes")


def _is_quote(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in _QUOTES


def _begins_value(halt: Halt) -> bool:
    rest = halt.rest(halt.at)
    return rest[:1] in {'"', "'", "[", "{"} or bool(_FIELD.match(rest))


def after_value(halt: Halt) -> Finding | None:
    """`'it's here'`, `"the "new" plan"`, `[a] and more`."""
    last = halt.last
    if last is None or not halt.words.startswith("did not find expected"):
        return None
    if end_of(last).line != halt.at.line or halt.words.endswith(_IN_BRACKET):
        return None
    if halt.rest(halt.at)[:1] in {"]", "}", ":", ""}:
        return None
    if _is_quote(last) or halt.before(halt.at).rstrip()[-1:] in _QUOTES:
        return _after_quote(halt)
    if isinstance(last, yaml.CollectionEndEvent) and halt.before(halt.at).strip():
        words = halt.rest(halt.at)
        message = "text stands after the closing bracket"
        advice = "put the whole text in quotes"
        return finding(halt.at, "syntax.text-after-value", message, advice, len(words))
    return None


def _after_quote(halt: Halt) -> Finding:
    sign = halt.before(halt.at).rstrip()[-1:]
    message = "text stands after the closing quotation mark"
    length = len(halt.rest(halt.at))
    advice = _AFTER_QUOTE_HELP.get(sign, "put the whole text in quotes")
    return finding(halt.at, "syntax.text-after-value", message, advice, length)
