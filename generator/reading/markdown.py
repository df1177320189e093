"""Which Markdown a narrative may hold.

Paragraphs, emphasis, links, lists, quotations, tables and headings of the second and third level.
Points at the source, for authors. What readers get is decided by the allow-list on the final HTML
(see formats/); template syntax is text and stays as it is.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from generator.core.problems import Problem
from generator.reading.links import broken_address, find_links
from generator.reading.places import At
from generator.reading.quoting import quoted

_MOST = 100
"""Findings of one sort; whoever has more sees the rest after correcting these."""
_MOST_LINES = 200
"""Lines of a paragraph, list or table."""
_PREFIX = r"^[ ]{0,3}(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*"
_HTML = re.compile(
    r"<(?P<close>/?)(?P<name>[a-z][\w:.-]*|[!?])[^<>\n]{0,60}>?", re.IGNORECASE
)
_IMAGE = re.compile(r"\\[^<]|(?P<found>!\[[^\]\n]*(?:\]\([^)\n]*\)?)?)", re.DOTALL)
_FOOTNOTE = re.compile(r"\\[^<]|(?P<found>\[\^[^\]\n]*\]?)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}?")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:", re.MULTILINE)
_HEADING = re.compile(rf"{_PREFIX}(?P<found>\#{{1,7}})", re.MULTILINE)
_UNDERLINE = re.compile(r"^=+[ ]*$", re.MULTILINE)
_FENCE = re.compile(rf"{_PREFIX}(?P<found>`{{3,}}|~{{3,}})", re.MULTILINE)
_LIST_ITEM = re.compile(r"[ ]*(?:[-*+]|\d{1,9}\.)[ \t]")
_DEEP = re.compile(
    r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}\.)[ \t]*){7}|^(?:[ ]{4}|\t){5}(?=[ \t]*\S)",
    re.MULTILINE,
)


class _Found(NamedTuple):
    start: int
    length: int
    rule: str
    message: str
    help: str


def check_markdown(text: str, at: At) -> list[Problem]:
    """What a narrative must not hold, in its order; `text` is without references and marks."""
    found = sorted(one for scan in _SCANS for one in islice(scan(text), _MOST))
    return [
        Problem(at(one.start, one.length), one.rule, one.message, help=one.help)
        for one in found
    ]


def _raw_html(text: str) -> Iterator[_Found]:
    opened: set[str] = set()
    for match in _HTML.finditer(text):
        name = match["name"].lower()
        if match["close"] and name in opened:
            continue
        opened.add(name)
        advice = "write it in Markdown, or `&lt;` for the sign itself"
        if re.match(r"<[a-z]+:", match[0], re.IGNORECASE) or "@" in match[0]:
            advice = "write `[words](address)`"
        message = f"{quoted(match[0])} is HTML"
        yield _Found(
            match.start(), len(match[0]), "narrative.raw-html", message, advice
        )


def _images(text: str) -> Iterator[_Found]:
    yield from _each(
        _IMAGE, text, "narrative.image", "a narrative has no pictures", "delete it"
    )


def _footnotes(text: str) -> Iterator[_Found]:
    yield from _each(
        _FOOTNOTE,
        text,
        "narrative.footnote",
        "a narrative has no footnotes of its own",
        "name the source, as `[[source: xinhua-2023 | paragraph]]`",
    )


def _each(
    pattern: re.Pattern[str], text: str, rule: str, message: str, advice: str
) -> Iterator[_Found]:
    for match in pattern.finditer(text):
        if match["found"]:
            start = match.start("found")
            yield _Found(start, len(match["found"]), rule, message, advice)


def _attribute_lists(text: str) -> Iterator[_Found]:
    for match in _ATTRIBUTES.finditer(text):
        yield _Found(
            match.start(),
            len(match[0]),
            "narrative.attribute-list",
            f"{quoted(match[0])} gives an element attributes",
            "delete it",
        )


def _definitions(text: str) -> Iterator[_Found]:
    for match in _DEFINITION.finditer(text):
        yield _Found(
            match.start(),
            len(match[0]),
            "narrative.link-definition",
            "the address of a link stands apart from its words",
            "write `[words](address)` in the text",
        )


def _links(text: str) -> Iterator[_Found]:
    for link in find_links(text):
        reason = "the address of a link is not closed"
        if link.target is not None:
            reason = broken_address(link.target.strip()) or ""
        if reason:
            length = max(link.end - link.start, 1)
            yield _Found(link.start, length, "narrative.link", reason, _LINK_HELP)


_LINK_HELP = (
    "write a plain address, as `https://example.org/page`; "
    "link to records as `[[policies/cn-vr-2022]]`"
)


def _headings(text: str) -> Iterator[_Found]:
    rule = "narrative.heading-level"
    advice = "begin a section with `## ` and a section inside it with `### `"
    for match in _HEADING.finditer(text):
        level = len(match["found"])
        if level in {2, 3}:
            continue
        message = f"this is a heading of level {level}"
        if level == 1:
            message = "a line that begins with one `#` is the heading of a page"
        yield _Found(match.start("found"), level, rule, message, advice)
    for match in _UNDERLINE.finditer(text):
        above = text[text.rfind("\n", 0, max(match.start() - 1, 0)) + 1 : match.start()]
        if above.strip():
            message = "a line with `===` below it is the heading of a page"
            yield _Found(match.start(), len(match[0]), rule, message, advice)


def _code(text: str) -> Iterator[_Found]:
    rule, message = "narrative.code-block", "a narrative has no blocks of code"
    fence = ""
    for match in _FENCE.finditer(text):
        sign = match["found"][0]
        if not fence:
            start, length = match.start("found"), len(match["found"])
            yield _Found(start, length, rule, message, "write it as text")
        fence = "" if fence == sign else fence or sign
    for start in _indented_blocks(text):
        yield _Found(start, 1, rule, message, "begin the line at the left edge")


def _indented_blocks(text: str) -> Iterator[int]:
    """Where a line indented by four blanks or a tab begins a block outside of a list."""
    start, is_after_blank, is_list = 0, True, False
    for line in text.split("\n"):
        is_indented = line.startswith(("    ", "\t"))
        if line.strip() and is_after_blank:
            if is_indented and not is_list:
                yield start
            is_list = bool(_LIST_ITEM.match(line)) or (is_list and is_indented)
        is_after_blank = not line.strip()
        start += len(line) + 1


def _deep(text: str) -> Iterator[_Found]:
    for match in _DEEP.finditer(text):
        yield _Found(
            match.start(),
            len(match[0]),
            "narrative.nesting",
            "lists or quotations stand too deep inside each other",
            "keep to three levels",
        )


def _long_blocks(text: str) -> Iterator[_Found]:
    """Python-Markdown takes a block apart line by line, each time looking at the whole rest."""
    start, lines = 0, 0
    for line in text.split("\n"):
        lines = lines + 1 if line.strip() else 0
        if lines == _MOST_LINES + 1:
            yield _Found(
                start,
                1,
                "narrative.long-block",
                f"more than {_MOST_LINES} lines stand here without an empty one",
                "leave a line empty between paragraphs",
            )
        start += len(line) + 1


_SCANS = (
    _raw_html,
    _images,
    _footnotes,
    _attribute_lists,
    _definitions,
    _links,
    _headings,
    _code,
    _deep,
    _long_blocks,
)
