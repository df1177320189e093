"""Fields are set where they belong, and everything else stays as the author wrote it."""

import pytest

from generator.core.documents import Document
from generator.reading.narrative import split_front_matter
from generator.reading.yaml_file import parse_yaml
from generator.records.base import Entry, Record, parse_record
from generator.records.edit import with_block
from generator.records.kinds import RECORD_KINDS

FIELDS: dict[str, str | list[str]] = {
    "state": "reviewed",
    "by": ["Ben", "Lee, C."],
    "on": "2026-11-25",
}


def entry(text: str, kind: str = "places") -> Entry[Record]:
    """A record from the text of its file."""
    value, positions, problems = parse_yaml(text, "a.yml")
    assert value is not None
    assert positions is not None
    document = Document(kind, value["id"], value, positions, text=text)
    parsed, wrong = parse_record(document, RECORD_KINDS)
    assert parsed, [*problems, *wrong]
    return parsed


HEAD = "# ours\nid: nowhere\ntitle: {en: Nowhere}   # the name\n"
TAIL = "# how high\nlevel:   national\n"
NEW = 'review:\n  state: reviewed\n  by: [Ben, "Lee, C."]\n  on: 2026-11-25\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", NEW),
        (
            "review: {state: drafted, author: Ann}  # hers\n",
            (
                'review: {state: reviewed, author: Ann, by: [Ben, "Lee, C."], on: 2026-11-25}'
                "  # hers\n"
            ),
        ),
        (
            "review: {}\n",
            'review: {state: reviewed, by: [Ben, "Lee, C."], on: 2026-11-25}\n',
        ),
        (
            "review:\n    author: Ann  # hers\n\n",
            (
                "review:\n    author: Ann  # hers\n    state: reviewed\n"
                '    by: [Ben, "Lee, C."]\n    on: 2026-11-25\n\n'
            ),
        ),
        (
            "review:\n  by:\n    - Old\n  on: >-\n    2020\n  state: 'drafted'\n  author: Ann\n",
            (
                'review:\n  by: [Ben, "Lee, C."]\n  on: 2026-11-25\n  state: reviewed\n'
                "  author: Ann\n"
            ),
        ),
    ],
    ids=["none", "between braces", "empty", "indented", "all there"],
)
def test_only_the_block_changes(before: str, after: str) -> None:
    """New fields stand behind the old ones; old ones get their values in place."""
    assert (
        with_block(entry(HEAD + before + TAIL), "review", FIELDS) == HEAD + after + TAIL
    )


def test_a_new_block_at_the_end_of_a_file() -> None:
    """`capture` comes last in a source, also where the last line has no end."""
    source = (
        "id: gazette\ntitle: {en: Gazette}\ntype: webpage\npublisher: Office\n"
        "language: en\nread: full\nreliability: high"
    )
    text = with_block(entry(source, "sources"), "capture", {"media_type": "text/html"})
    assert text == f"{source}\ncapture:\n  media_type: text/html"


def test_the_front_matter_of_a_briefing() -> None:
    """Lines are those of the file; the narrative stays."""
    text = (
        "---\nid: news\ntitle: {en: News}\nreview: {author: Ann}\ncategory: News\n"
        "headline: Parks\nstandfirst: Out.\nkey_points: [A.]\npublished: 2022\n---\n\nText.\n"
    )
    front, narrative, _ = split_front_matter(text, "news.md")
    assert front is not None
    value, positions, _ = parse_yaml(front, "news.md", first_line=2)
    assert value is not None
    assert positions is not None
    document = Document("briefings", "news", value, positions, narrative, text)
    news, _ = parse_record(document, RECORD_KINDS)
    assert news is not None
    expected = text.replace("{author: Ann}", "{author: Ann, state: reviewed}")
    assert with_block(news, "review", {"state": "reviewed"}) == expected


@pytest.mark.parametrize(
    "name", ["Ann", "李雷", "a: b", "#x", "null", "[a]", 'a"b', "- a", "é"]
)
def test_what_is_written_is_what_is_read(name: str) -> None:
    """Quotes where YAML needs them."""
    text = with_block(entry(HEAD + TAIL), "review", {"author": name, "by": [name]})
    review = entry(text).record.review
    assert (review.author, review.by) == (name, [name])
