"""Case files: what is said about a text, word for word."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.core.documents import Narrative
from generator.core.problems import Problem
from generator.core.ruledocs import example_files
from generator.core.spans import Span
from generator.reading.narrative import check_narrative
from generator.reading.yaml_file import parse_yaml

HERE = Path(__file__).parent
JARGON = re.compile(
    r"simple key|scalar|token|mapping values|block|flow|node|could not find|expected <"
)


class Case(NamedTuple):
    """A block of a case file."""

    title: str
    text: str
    expected: str


def cases_in(path: Path) -> list[Case]:
    """The cases of a file: a title, the input, what is said about it."""
    blocks = re.findall(
        r"^## (.+)\n\n````text\n(.*?)````\n\n````text\n(.*?)````$",
        path.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    return [
        Case(title, example_files(f"-- x --\n{text}")[0].content.decode(), expected)
        for title, text, expected in blocks
    ]


def spoken(problems: list[Problem]) -> str:
    """Problems as the case files write them."""
    return "".join(
        f"{p.span.line}:{p.span.column}-{p.span.end_column} "
        f"{p.severity}[{p.rule}] {p.message}\n  help: {p.help}\n"
        for p in problems
    )


YAML = cases_in(HERE / "yaml_cases.md")
NARRATIVES = cases_in(HERE.parent / "cases" / "narratives.md")


@pytest.mark.parametrize("case", YAML, ids=lambda case: case.title)
def test_yaml_is_refused_in_plain_words(case: Case) -> None:
    """Each mistake is named at its place, with what to do."""
    assert spoken(parse_yaml(case.text, "x.yml")[2]) == case.expected


@pytest.mark.parametrize("case", NARRATIVES, ids=lambda case: case.title)
def test_narratives_are_judged_in_plain_words(case: Case) -> None:
    """Each mistake is named at its place, with what to do; the rest is left alone."""
    narrative = Narrative(case.text, Span("x.md"))
    assert spoken(check_narrative(narrative)) == case.expected


@pytest.mark.parametrize("case", [*YAML, *NARRATIVES], ids=lambda case: case.title)
def test_messages_have_the_manner_of_the_house(case: Case) -> None:
    """Lower-case, no full stop, help on one line, no words of libraries."""
    said = re.sub(r"`[^`]*`", "", case.expected)
    messages = re.findall(r"\] (.+)$", said, re.MULTILINE)
    assert [m for m in messages if m.endswith(".") or m[:1].isupper()] == []
    assert re.findall(JARGON, "\n".join(messages)) == ["block"] * said.count("blocks")
