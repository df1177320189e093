r"""Numbers typed by hand, and the marks that excuse them.

Numbers in texts come from records. Digits and numbers in words may stand in references, in the
addresses of links, in a quotation followed by its source and in a mark with a reason:
`\#[5G: name of a technology]`.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from unicodedata import category

from generator.core.frozen import frozen
from generator.core.problems import Problem
from generator.core.spans import Span
from generator.reading.links import find_links
from generator.reading.number_words import number_words
from generator.reading.places import At
from generator.reading.quoting import quoted
from generator.reading.references import bracketed, link_words

_MARK = re.compile(r"(?<!\\)\\#\[(?P<body>[^\]\n]*)(?P<end>\])?")
_PARTS = re.compile(r"(?P<text>[^:：]*)[:：](?P<reason>.*)", re.DOTALL)
_MOST = 100
_LONGEST_QUOTATION = 1000
_QUOTES = {"”": "“", "」": "「", "』": "『"}
_NUMBER = re.compile(
    r"(?P<sign>&\#?\w{1,32};)"
    r"|\d+(?:[.,:/–—～-]\d+)*(?:[  ](?:million|billion|trillion|thousand|hundred)s?\b)?"
    r"|[\u00bc-\u00be\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]+"
    r"|(?<![^\W\d_])[\u00b2\u00b3\u00b9\u2070-\u2089]+"
)
"""A scale word belongs to the digits before it. Fractions, Roman and circled numerals of one sign
are numbers, small ones too, but for those of m² and CO₂."""
_ITEM = re.compile(r"[ \t>]*(?P<number>\d{1,2})\.(?=[ \t])")
_ITEMS = re.compile(rf"(?m)^{_ITEM.pattern}")
_REASON_HELP = r"write the text, a colon and a reason: `\#[5G: name of a technology]`"


@frozen
class Mark:
    r"""`\#[text: reason]`: the text is printed as it is."""

    text: str
    reason: str
    span: Span
    start: int
    end: int
    """Offsets in the text; the end is exclusive."""


def find_marks(text: str, at: At) -> tuple[list[Mark], list[Problem]]:
    """The marks of a text in their order, and those without text, reason or end."""
    marks: list[Mark] = []
    problems: list[Problem] = []
    for match in _MARK.finditer(text):
        span = at(match.start(), len(match[0]))
        parts = _PARTS.fullmatch(match["body"])
        words = parts["text"].strip() if parts else match["body"].strip()
        reason = parts["reason"].strip() if parts else ""
        if match["end"] and words and reason:
            marks.append(Mark(words, reason, span, *match.span()))
        else:
            message = "the mark has no reason" if words else "the mark has no text"
            if not match["end"]:
                message = "the mark is not closed"
            problems.append(
                Problem(span, "narrative.malformed-mark", message, help=_REASON_HELP)
            )
    return marks, problems


def bare_numbers(text: str, at: At) -> Iterator[Span]:
    """Where a number stands that comes from no record."""
    for start, number in _numbers(text):
        yield at(start, len(number))


def number_problems(text: str, at: At) -> list[Problem]:
    """The bare numbers of a text as problems, the first hundred."""
    return [
        Problem(
            at(start, len(number)),
            "wording.bare-number",
            f"the number {quoted(number)} is typed by hand",
            help="refer to the record that has it, as `[[target: policy#target]]`, "
            rf"or say why it stands here: `\#[{quoted(number)[1:-1]}: reason]`",
        )
        for start, number in islice(_numbers(text), _MOST)
    ]


def without_insertions(text: str) -> str:
    """The text with `…` in place of every sign of references and marks."""
    marks = (match.span() for match in _MARK.finditer(text))
    references = ((start, end) for start, end, _ in bracketed(text))
    return _hidden(text, (*marks, *references))


def _hidden(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in stretches:
        signs[start:end] = [sign if sign == "\n" else "…" for sign in signs[start:end]]
    return "".join(signs)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    shown = _without_item_numbers(_hidden(without_insertions(text), _excused(text)))
    digits = list(_in_digits(shown))
    words = _hidden(shown, ((start, start + len(number)) for start, number in digits))
    yield from sorted((*digits, *_in_links(text), *number_words(words)))


def _in_links(text: str) -> Iterator[tuple[int, str]]:
    """Digits in the words of links; numbers in words are left, since plans are named with them."""
    for start, end in link_words(text):
        for at, number in _in_digits(text[start:end]):
            yield start + at, number


def _in_digits(text: str) -> Iterator[tuple[int, str]]:
    for match in _NUMBER.finditer(text):
        sign = match["sign"]
        if sign is None or any(category(c)[0] == "N" for c in html.unescape(sign)):
            yield match.start(), match[0]


def _excused(text: str) -> Iterator[tuple[int, int]]:
    """Addresses of links, and quotations with a source."""
    for link in find_links(text):
        yield link.start, link.end
    for start, _, is_source in bracketed(text):
        if is_source:
            quotation = quotation_before(text, start)
            if quotation is not None:
                yield quotation


def quotation_before(text: str, source: int) -> tuple[int, int] | None:
    """Where the words stand that are quoted before a reference to a source, in one paragraph.

    `“3—5家” [[source: …]]`: with the quotation marks.
    """
    near = max(0, source - _LONGEST_QUOTATION)
    before = text[near:source].rsplit("\n\n", maxsplit=1)[-1].rstrip()
    opening = _QUOTES.get(before[-1:])
    start = before.rfind(opening) if opening else -1
    if start < 0:
        return None
    beginning = text.rindex(before, near, source)
    return beginning + start, beginning + len(before)


def _without_item_numbers(text: str) -> str:
    """Blanks for the numbers of lists that count from one: nobody reads them as facts."""
    shown, last = [], 0
    for block in re.split(r"(\n[ \t]*\n)", text):
        first = _ITEM.match(block)
        if first and int(first["number"]) in {1, last + 1}:
            last = max(int(item["number"]) for item in _ITEMS.finditer(block))
            shown.append(_ITEMS.sub(lambda item: " " * len(item[0]), block))
        else:
            shown.append(block)
    return "".join(shown)
