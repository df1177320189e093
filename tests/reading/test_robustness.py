"""Whatever the bytes: documents and problems, soon, and never an exception."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.documents import Narrative
from generator.core.spans import Span
from generator.reading.folder import load
from generator.reading.narrative import check_narrative, split_front_matter
from generator.reading.numbers import bare_numbers
from generator.reading.places import text_places
from generator.reading.text_file import decode
from generator.reading.yaml_file import parse_yaml
from tests.reading.conftest import KINDS, Lay

SIGNS = st.sampled_from(
    [
        *"abc019 \n\n\t:-,[]{}&*!|>'\"%@`#?~<=.\\/()^_+$中é\u200d\u202e\ufeff\x85\u2028",
        *(
            "\n  ",
            "\n- ",
            ": ",
            "\n---\n",
            "...\n",
            "[[",
            "]]",
            "<<: ",
            "\\#[",
            "](",
            "!!x",
        ),
        *(
            '"\n',
            "{{",
            "&a ",
            "*a",
            "\r",
            "\ud800",
            "“",
            "” [[source: x]]",
            "http://",
            "```",
        ),
    ]
)
TEXTS = st.lists(SIGNS, max_size=60).map("".join)
MOST = settings(max_examples=150, deadline=None)
SOUND = """\
-- terms/plan.yml --
id: plan
title: {en: "The plan", zh-Hans: 计划}
definition: >
  A document
  of 5 pages
aka:
  - scheme
-- briefings/plan.md --
---
id: plan
headline: What [[term: plan]] wants
key_points: ["One.", 'Two.']
---
## The plan

It wants [[target: plan#parks | deadline]], “5” [[source: x]] with \\#[5G: name].

1. [words](https://example.org/5)
2. *more* `code` & {{ text }}
"""
DAMAGE = [
    *(
        b"",
        b"\0",
        b"\t",
        b": [",
        b"{{",
        b"&a [*a]",
        b"\xe8\xa7",
        b"\xff\xfe",
        b"\r",
        b"---",
    ),
    *(
        b"[[",
        b"\\#[",
        b'"',
        b"'",
        b"|",
        b"<b>",
        b"<<<<<<< a",
        b"\xe2\x80\xae",
        b"]( ",
        b"%",
    ),
]


@given(TEXTS)
@MOST
def test_any_text_is_yaml_or_refused(text: str) -> None:
    """Either a value with places, or problems in lines that exist."""
    value, tree, problems = parse_yaml(text, "x.yml")
    lines = text.split("\n")

    assert (value is None) == (tree is None)
    assert value is not None or problems
    for problem in problems:
        assert 1 <= problem.span.line <= len(lines)
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1
        assert problem.span.column < problem.span.end_column or (
            problem.span.line < problem.span.end_line
        )


@given(TEXTS)
@MOST
def test_values_stand_where_the_tree_says(text: str) -> None:
    """Every key is written at its place, every node has the shape of its value."""
    value, tree, _ = parse_yaml(text, "x.yml")
    if value is None or tree is None:
        return
    lines = text.split("\n")
    for loc, node in tree.walk():
        part: object = value
        for step in loc:
            assert isinstance(part, (dict, list))
            part = part[step]  # type: ignore[index]
        count = len(part) if isinstance(part, (dict, list)) else 0
        assert len(node.children) == count
        key = node.key_span
        if key is not None and key.end_column - key.column == len(str(loc[-1])):
            assert lines[key.line - 1][key.column - 1 : key.end_column - 1] == loc[-1]


@given(TEXTS)
@MOST
def test_any_text_is_a_narrative_or_refused(text: str) -> None:
    """Problems stand in lines that exist; a number that is found is one."""
    for problem in check_narrative(Narrative(text, Span("x.md"))):
        assert 1 <= problem.span.line <= text.count("\n") + 1
    for span in bare_numbers(text, text_places(text, "x.md")):
        words = text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
        assert any(sign.isdecimal() for sign in words)


@given(st.binary(max_size=80) | TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))
@MOST
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    """Text comes without carriage returns before line feeds."""
    text, problems = decode(raw, "x.yml")
    assert (text is None) == bool(problems)
    if text is not None:
        split_front_matter(text, "x.md")
        assert "\r\n" not in text


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """One line dropped, doubled, indented, cut or joined with something strange."""
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    line, bad = lines[at], chance.choice(DAMAGE)
    cut = chance.randrange(len(line) + 1)
    lines[at : at + 1] = chance.choice(
        [
            [],
            [line, line],
            [b"   " + line],
            [line[:cut]],
            [line + bad],
            [bad + line],
            [line[:cut] + bad + line[cut:]],
        ]
    )
    return b"\n".join(lines)


def test_damaged_files_give_problems(lay: Lay) -> None:
    """Three slips in each file, five hundred times."""
    root = lay(SOUND)
    files = {path: path.read_bytes() for path in sorted(root.glob("content/*/*"))}
    chance = random.Random(2026)  # noqa: S311  the same slips in every run
    for round_ in range(500):
        for path, raw in files.items():
            once = damaged(raw, chance)
            path.write_bytes(damaged(damaged(once, chance), chance))
        try:
            load(root, KINDS)
        except Exception as error:
            shown = {path.name: path.read_bytes() for path in files}
            raise AssertionError(f"round {round_}: {shown}") from error


ENDLESS_YAML = {
    "deep lists": "a: " + "[" * 999_000,
    "deep mappings": "{" * 999_000,
    "deep blocks": "".join(f"{' ' * depth}a:\n" for depth in range(1400)),
    "dashes": "a:\n  " + "- " * 9_000,
    "explicit keys": "? " * 9_000,
    "many values": "a: [" + "b,\n" * 330_000,
    "many keys": "".join(f"a{n}: b\n" for n in range(90_000)),
    "many anchors": "a: &b c\n" * 120_000,
    "one quotation": 'a: "' + "b\n" * 490_000,
    "one comment": "a: b\n" + "#\n" * 490_000,
    "one text": "a: b\n" + "  c\n" * 240_000,
    "blank lines": "a: |\n" + "\n" * 990_000,
    "brackets below": "a: [b\n" + "c: [d]\n" * 140_000,
    "invisible characters": "a: " + "\u200b\n" * 240_000,
    "directions": "a: " + "\u202e\n" * 240_000,
    "marks": "a: " + "\ufe0f\u200d\n" * 140_000,
    "carriage returns": "\r" * 990_000,
}
SIGNS_OF_MARKDOWN = [
    *(
        "[",
        "[[",
        "](",
        "](()",
        "`",
        "``` ",
        "*",
        "**",
        "*a **",
        "_",
        "<",
        "<a",
        "&",
        "&#1;",
    ),
    *(
        "1",
        "1.",
        "1 ",
        "> ",
        "- ",
        "    ",
        "\t",
        "\\",
        "\\#[",
        "[[source: x]]",
        "“",
        "”",
    ),
    *(
        "“a”[[source: x]]",
        "[[policies/x]]",
        "#",
        "=\n",
        "a\n=\n",
        "\n\n",
        "{:",
        "![",
        "[^",
    ),
    *(
        "](\\",
        ":",
        "|",
        "[[a|",
        "\ufe0f",
        "\u202e",
        "\u200d\n",
        "\u0301",
        "[a]:",
        "1. \n",
    ),
]
LONGEST_WAIT = 4
"""Seconds of the processor; usually it is a fraction of one."""


@pytest.mark.parametrize("name", ENDLESS_YAML)
def test_the_cost_of_yaml_is_bounded(name: str, tmp_path: Path) -> None:
    """Nearly 1 MB of the same is accepted or refused soon."""
    path = tmp_path / "content" / "terms" / "x.yml"
    path.parent.mkdir(parents=True)
    path.write_text(ENDLESS_YAML[name], encoding="utf-8")
    start = time.process_time()
    load(tmp_path, KINDS)
    assert time.process_time() - start < LONGEST_WAIT


@pytest.mark.parametrize("sign", SIGNS_OF_MARKDOWN, ids=ascii)
def test_the_cost_of_narratives_is_bounded(sign: str) -> None:
    """As many signs as a narrative may have are judged soon."""
    text = (sign * 100_000)[:100_000]
    start = time.process_time()
    check_narrative(Narrative(text, Span("x.md")))
    assert time.process_time() - start < LONGEST_WAIT
