"""Every refusal of this room is documented, and its examples do what they say."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.core.problems import Severity
from generator.core.ruledocs import ExampleFile, RuleDoc, example_files
from generator.reading.ruledocs import RULES
from tests.reading.conftest import lay_files

SMALLEST = Path(__file__).parent.parent / "sites" / "smallest"
READING = Path(__file__).parent.parent.parent / "generator" / "reading"
SHOWN = [doc for doc in RULES if doc.wrong]
AS_OF = date(2026, 11, 25)
RULE_ID = re.compile(r'"((?:encoding|file|narrative|reference|syntax)\.[a-z-]+)"')


def rules_of(example: str, root: Path) -> list[tuple[str, str]]:
    """What a check finds in an example laid over the smallest site, but for notes."""
    shutil.copytree(SMALLEST, root)
    problems = pipeline.check(lay_files(example, root), AS_OF).problems
    return [(p.rule, p.severity) for p in problems if p.severity is not Severity.NOTE]


@pytest.mark.parametrize("doc", SHOWN, ids=lambda doc: doc.id)
def test_wrong_example_breaks_exactly_its_rule(doc: RuleDoc, tmp_path: Path) -> None:
    """The wrong example has one problem, of the severity that the rule says."""
    assert rules_of(doc.wrong, tmp_path / "site") == [(doc.id, doc.severity)]


@pytest.mark.parametrize("doc", SHOWN, ids=lambda doc: doc.id)
def test_right_example_breaks_nothing(doc: RuleDoc, tmp_path: Path) -> None:
    """The right example has no problem at all."""
    assert rules_of(doc.right, tmp_path / "site") == []


def test_every_refusal_is_documented() -> None:
    """The ids in the code and in the documentation are the same."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(READING.glob("*.py"))
        if not path.name.startswith("ruledocs")
    )
    assert sorted({doc.id for doc in RULES}) == sorted(set(RULE_ID.findall(code)))


def test_no_rule_is_documented_twice() -> None:
    """One id, one text."""
    ids = [doc.id for doc in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_escapes_of_examples() -> None:
    """Bytes, characters, repetitions and links are written as escapes; the rest is itself."""
    example = (
        "-- a.yml --\nx: \\x00\\u{200b}\\{ab*3}\n\\#[5G: name] {b*2}\n"
        "-- b.yml -> c.yml --\n-- d.yml --\n"
    )
    assert example_files(example) == [
        ExampleFile("a.yml", b"x: \0\xe2\x80\x8bababab\n\\#[5G: name] {b*2}\n"),
        ExampleFile("b.yml", b"", "c.yml"),
        ExampleFile("d.yml", b""),
    ]
