"""Where sources disagree: spelt out at the foot of each page that has a disputed value.

On the screen the text unfolds beside the value. On paper it would bury the values of a
table, and stand there again for each of them. So cells, cards and running text have a
mark with a letter, and the text stands once at the foot, beside the evidence.
"""

from collections.abc import Iterator
from string import ascii_lowercase

from generator.formats.pdf.paper import Paper
from generator.formats.pdf.spacing import Box, Content
from generator.formats.pdf.trees import boxes, edited, inside_edited

SIGN = "≠"


def with_foot_notes(paper: Paper) -> Paper:
    """An article whose disputes have marks, and notes under the address of the dispute."""
    texts: dict[str, Content] = {
        address: text
        for box in boxes(paper.body)
        if box["k"] == "conflict"
        for address, text in _questions(box)
    }
    body = edited(paper.body, _with_marks_in_data)
    marks = [box for box in boxes(body) if box["k"] == "ref" and box["c"] == SIGN]
    letters = {
        address: _letter(number)
        for number, address in enumerate(dict.fromkeys(mark["n"] for mark in marks))
    }
    labels: dict[str, Content] = {
        mark["n"]: [{"k": "a", "url": mark["n"], "c": [mark["label"]]}]
        for mark in marks
        if "label" in mark
    }
    if len(letters) > 1:
        body = edited(body, lambda box: [_lettered(box, letters)])
    notes = {address: (labels | texts)[address] for address in letters}
    return Paper(body, paper.notes | notes)


def _questions(conflict: Box) -> Iterator[tuple[str, Content]]:
    """Each question of a conflict mark: the address of its page, and its text."""
    for paragraph in conflict["c"]:
        if not isinstance(paragraph, dict):
            continue
        addresses = [box["url"] for box in boxes(paragraph) if "url" in box]
        if addresses:
            yield addresses[-1], paragraph["c"]


def _with_marks_in_data(box: Box) -> Content:
    if box["k"] not in {"table", "cards"}:
        return [box]
    return [inside_edited(box, _marks)]


def _marks(box: Box) -> Content:
    if box["k"] != "conflict":
        return [box]
    marks: Content = [
        {"k": "ref", "n": address, "c": SIGN} for address, _ in _questions(box)
    ]
    if not marks:
        return [box]
    words = {"k": "disputed", "is_settled": box["is_settled"]}
    return [words | {"c": [*box["head"], *marks]}]


def _lettered(box: Box, letters: dict[str, str]) -> Box:
    if box["k"] != "ref" or box["c"] != SIGN:
        return box
    return box | {"c": SIGN + letters[box["n"]]}


def _letter(number: int) -> str:
    """A to z, then aa, ab and so on."""
    before, last = divmod(number, len(ascii_lowercase))
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]
