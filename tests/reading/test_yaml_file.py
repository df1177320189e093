"""Values and places of YAML that is as it should be."""

import pytest

from generator.core.spans import PositionTree
from generator.reading.yaml_file import MOST_PROBLEMS, MOST_VALUES, parse_yaml
from tests.reading.conftest import places

RECORD = """\
# The plan
id: cn-vr-2022
title: {en: "The plan", zh-Hans: 计划}
summary: >
  A text of
  two lines

targets:
- id: devices
  value:
    amount: 25000000
- id: parks
"""


def at(tree: PositionTree, *loc: str | int) -> tuple[int, int, int, int]:
    """Where a value stands."""
    span = tree.nearest(loc).span
    return (span.line, span.column, span.end_line, span.end_column)


def key_at(tree: PositionTree, *loc: str | int) -> tuple[int, int]:
    """Where the name of a field stands."""
    span = tree.nearest(loc).key_span
    assert span is not None
    return (span.line, span.column)


def test_a_record_is_read_with_its_places() -> None:
    """Every value and every name of a field has its place, in characters."""
    value, tree, problems = parse_yaml(RECORD, "x.yml")

    assert problems == []
    assert value == {
        "id": "cn-vr-2022",
        "title": {"en": "The plan", "zh-Hans": "计划"},
        "summary": "A text of two lines\n",
        "targets": [
            {"id": "devices", "value": {"amount": "25000000"}},
            {"id": "parks"},
        ],
    }
    assert tree is not None
    assert at(tree) == (2, 1, 12, 12)
    assert at(tree, "id") == (2, 5, 2, 15)
    assert at(tree, "title") == (3, 8, 3, 37)
    assert at(tree, "title", "zh-Hans") == (3, 34, 3, 36)
    assert at(tree, "summary") == (4, 10, 6, 12)
    assert at(tree, "targets", 0) == (9, 3, 11, 21)
    assert at(tree, "targets", 1, "id") == (12, 7, 12, 12)
    assert key_at(tree, "targets") == (8, 1)
    assert key_at(tree, "targets", 0, "value", "amount") == (11, 5)
    assert tree.nearest(("targets", 0)).key_span is None


def test_places_count_on_from_the_first_line() -> None:
    """Front matter begins on line 2 of its file."""
    _, tree, problems = parse_yaml("id: plan\nid: law\n", "x.md", first_line=2)

    assert tree is not None
    assert at(tree, "id") == (2, 5, 2, 9)
    assert places(problems) == [(3, 1, "syntax.duplicate-key")]
    assert problems[0].related[0].span.line == 2


@pytest.mark.parametrize(
    "text",
    [
        *(
            "no",
            "NO",
            "yes",
            "on",
            "off",
            "true",
            "y",
            "n",
            "010",
            "0x10",
            "0b1",
            "1e3",
        ),
        *("12:30", "190:20:30", "1_000", "2022-07-08", "2022-07-08 12:00:00", "1.10"),
        *(".inf", "-.INF", ".nan", "9007199254740993", "1.000000000000000000001", "="),
        *("none", "undefined", "NaN", "+1", "1,000", "２０", "2022-W05", "1.", ".5"),
    ],
)
def test_scalars_stay_text(text: str) -> None:
    """Nothing changes by being spelt like a boolean, a number, a time or a date."""
    assert parse_yaml(f"a: {text}\nb: [{text.replace(',', '')}]\n", "x.yml") == (
        {"a": text, "b": [text.replace(",", "")]},
        parse_yaml(f"a: {text}\nb: [{text.replace(',', '')}]\n", "x.yml")[1],
        [],
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"null"', "null"),
        ("'~'", "~"),
        ('""', ""),
        ("nullable", "nullable"),
        ("http://example.org/a?b[]=c#d", "http://example.org/a?b[]=c#d"),
        ("x{{ y }}", "x{{ y }}"),
        ("a & b < c > \"d\" 'e' \\f", "a & b < c > \"d\" 'e' \\f"),
        ("C# and #5", "C# and #5"),
        ("كتاب عن 👩‍💻", "كتاب عن 👩‍💻"),
        ('"\\u4E2D\\n\\t\\x41"', "中\n\tA"),
        ("|\n  a: b\n  # c", "a: b\n# c\n"),
        ("a\n  b", "a b"),
    ],
)
def test_difficult_text_survives(written: str, value: str) -> None:
    """What is legitimate comes out as it went in; `C# and #5` loses nothing silently."""
    read, _, problems = parse_yaml(f"a: {written}\n", "x.yml")
    if value == "C# and #5":
        assert places(problems) == [(1, 11, "syntax.comment-in-text")]
    else:
        assert (read, problems) == ({"a": value}, [])


def test_comments_are_comments() -> None:
    """A blank after the sign shows that a comment is meant."""
    assert parse_yaml("a: b # c\n# d\n", "x.yml")[2] == []


def test_what_the_author_wrote_is_kept_where_it_is_known() -> None:
    """A repeated field, an anchor and a tag are problems, but no value is lost."""
    value, _, problems = parse_yaml("a: &x b\nc: !t d\na: e\n", "x.yml")

    assert value == {"a": "b", "c": "d"}
    assert places(problems) == [
        (1, 4, "syntax.anchor"),
        (2, 4, "syntax.tag"),
        (3, 1, "syntax.duplicate-key"),
    ]


@pytest.mark.parametrize("text", ["a: *b\n", "a:\n", "a: null\n", "a: [\n", "a: !b\n"])
def test_a_value_with_a_hole_is_none(text: str) -> None:
    """Nobody judges the fields of a record of which a part is unknown."""
    value, tree, problems = parse_yaml(text, "x.yml")

    assert (value, tree) == (None, None)
    assert len(problems) == 1


def test_laughs_do_not_multiply() -> None:
    """Aliases are refused, so nothing can grow."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 10)]
    value, _, problems = parse_yaml("\n".join(lines), "x.yml")

    assert value is None
    assert {p.rule for p in problems} == {"syntax.alias", "syntax.anchor"}


def test_problems_of_a_file_are_bounded() -> None:
    """Whoever has more sees the rest after correcting these."""
    _, _, problems = parse_yaml("a: &b c\n" * (MOST_PROBLEMS + 1), "x.yml")
    assert len(problems) == MOST_PROBLEMS


def test_values_of_a_file_are_bounded() -> None:
    """The first value too many is named; as many as allowed are read."""
    allowed = "a:\n" + "- b\n" * (MOST_VALUES - 1)
    assert parse_yaml(allowed, "x.yml")[2] == []
    assert places(parse_yaml(f"{allowed}- b\n- b\n", "x.yml")[2]) == [
        (MOST_VALUES + 2, 3, "syntax.too-many-values")
    ]


def test_messages_cannot_steer_a_terminal() -> None:
    """The author's words are repeated without signs that turn a line round."""
    problems = parse_yaml("a: b\n\u202ejust words\n", "x.yml")[2]
    assert [p.message for p in problems] == [
        "`U+202E` right-to-left override turns the text round",
        "there is no colon after `\ufffdjust words`",
    ]
