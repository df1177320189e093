"""The HTML that a narrative becomes is held against a list."""

import pytest

from generator.reading.allow_list import first_disallowed


@pytest.mark.parametrize(
    "text",
    [
        "Plain words with *emphasis*, **strength** and [a link](https://example.org/a?b=1&c).",
        "## A heading\n\n1. one\n2. two\n\n> quoted\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n",
        "3 < 4 & “quotes”, 中文、\\* and *a\nb*",
    ],
)
def test_what_authors_may_write_passes(text: str) -> None:
    """The control: nothing that is allowed is touched."""
    assert first_disallowed(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <script>alert(1)</script>", "<script>"),
        ("<p onclick='x()'>a</p>", "<p> onclick=x()"),
        ("[a](javascript:alert(1))", "<a> href=javascript:alert(1)"),
        (
            "![a](https://example.org/a.png)",
            "<img> alt=a src=https://example.org/a.png",
        ),
        ("# a", "<h1>"),
        ("    code", "<pre>"),
        ("<!-- a -->\n\n<iframe src='x'></iframe>", "<iframe> src=x"),
    ],
)
def test_everything_else_is_found_in_the_outcome(text: str, found: str) -> None:
    """Whatever the source looked like, the outcome decides."""
    assert first_disallowed(text) == found
