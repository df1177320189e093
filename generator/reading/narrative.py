"""Briefings: front matter above, narrative below.

The one door to what is written about narratives: references, marks, bare numbers and the Markdown
that may be used. Whether a reference leads anywhere is left to library/.
"""

import html
import re

from generator.core.documents import Narrative
from generator.core.problems import Problem
from generator.core.spans import Span
from generator.reading.allow_list import first_disallowed
from generator.reading.characters import check_characters
from generator.reading.markdown import check_markdown
from generator.reading.numbers import (
    Mark,
    bare_numbers,
    find_marks,
    number_problems,
    without_insertions,
)
from generator.reading.places import At, text_places, value_places
from generator.reading.quoting import quoted
from generator.reading.references import (
    FOLDER_OF_WORD,
    Reference,
    find_references_in,
)

__all__ = [
    "FOLDER_OF_WORD",
    "At",
    "Mark",
    "Reference",
    "bare_numbers",
    "check_narrative",
    "find_marks",
    "find_references",
    "find_references_in",
    "number_problems",
    "split_front_matter",
    "text_places",
    "value_places",
]

LONGEST = 100_000
"""Characters of a narrative: twenty times a briefing."""
MOST_PROBLEMS = 100
"""Whoever has more sees the rest after correcting these."""

_ENTITY = re.compile(r"&#?\w{1,32};")
_FRONT = re.compile(r"---[ \t]*\n(?P<front>(?:.*\n)*?)(?P<end>---[ \t]*(?:\n|\Z))")
_FRONT_HELP = "begin the file with `---`, the fields and another `---`"


def split_front_matter(
    text: str, path: str
) -> tuple[str | None, Narrative | None, list[Problem]]:
    """The front matter, whose first line is line 2 of the file, and the narrative below it."""
    found = _FRONT.match(text)
    if found is None:
        is_open = text.startswith("---")
        message = "the front matter is not closed"
        if not is_open:
            message = "the briefing does not begin with its front matter"
        advice = "write `---` on a line below the fields" if is_open else _FRONT_HELP
        span = Span(path, 1, 1, 1, 4 if is_open else 2)
        return None, None, [Problem(span, "syntax.front-matter", message, help=advice)]
    line = text.count("\n", 0, found.end()) + 1
    narrative = Narrative(text[found.end() :], Span(path, line, 1, line, 1))
    if len(narrative.text) > LONGEST:
        return found["front"], None, [_too_long(narrative)]
    return found["front"], narrative, []


def find_references(narrative: Narrative) -> tuple[list[Reference], list[Problem]]:
    """The references of a narrative in their order, and what looks like one but is none."""
    return find_references_in(narrative.text, narrative.position)


def check_narrative(narrative: Narrative) -> list[Problem]:
    """Everything that is wrong with the form of a narrative: `load` has it among its problems."""
    text, at = narrative.text, narrative.position
    problems = [
        *check_characters(text, at),
        *_hidden_characters(text, at),
        *find_references_in(text, at)[1],
        *find_marks(text, at)[1],
        *number_problems(text, at),
        *check_markdown(without_insertions(text), at),
    ]
    found = _without_echoes(problems)[:MOST_PROBLEMS]
    return found or _disallowed(narrative)


def _disallowed(narrative: Narrative) -> list[Problem]:
    """What the checks on the source have missed, if anything."""
    made = first_disallowed(without_insertions(narrative.text))
    if made is None:
        return []
    message = f"the text becomes {quoted(made)}, which may not stand on a page"
    advice = "use paragraphs, headings, lists, emphasis, links, quotations and tables"
    return [Problem(narrative.position(0), "narrative.raw-html", message, help=advice)]


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """One cause, one message: the digit in a footnote's name, the address of a picture."""
    kept: list[Problem] = []
    for problem in sorted(problems, key=lambda problem: problem.sort_key):
        last = kept[-1].span if kept else Span("")
        is_inside = last.line == problem.span.line and (
            last.column <= problem.span.column < last.end_column
        )
        if not is_inside:
            kept.append(problem)
    return kept


def _hidden_characters(text: str, at: At) -> list[Problem]:
    """`&rlm;` and `&#8238;` are characters too."""
    return [
        problem
        for match in _ENTITY.finditer(text)
        for problem in check_characters(
            html.unescape(match[0]), lambda *_, m=match: at(m.start(), len(m[0]))
        )
    ]


def _too_long(narrative: Narrative) -> Problem:
    return Problem(
        narrative.position(LONGEST),
        "narrative.too-long",
        f"the narrative is longer than {LONGEST:,} characters",
        help="make several briefings of it",
    )
