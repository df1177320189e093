"""The one escape."""

import pytest

from generator.formats.escape import escape


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("one blank stays", "one blank stays"),
        ("two  and \t more", "two and more"),
        ("a\nline", "a line"),
        ("a\tstop", "a stop"),
        ("\r\n at the ends\f", " at the ends "),
        ("\u00a0no\u00a0break\u3000 wide", "\u00a0no\u00a0break\u3000 wide"),
    ],
)
def test_white_space_collapses_to_single_blanks(text: str, safe: str) -> None:
    """Whatever could end a line of Markdown; blanks that say something stay."""
    assert escape(text) == safe


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<a href='x'>", "&lt;a href=&#39;x&#39;&gt;"),
        ("*a* _b_ `c` [d]", "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#91;d&#93;"),
        ("a & b \\ {c} | d", "a &amp; b &#92; &#123;c&#125; &#124; d"),
        ("# no heading", "&#35; no heading"),
        ("- no item", "&#45; no item"),
        ("2. no item", "2&#46; no item"),
        ("not # in - the middle", "not # in - the middle"),
    ],
)
def test_what_means_something_to_markdown_or_html_is_text(text: str, safe: str) -> None:
    """Every sign becomes a reference to the character that it is."""
    assert escape(text) == safe


def test_what_is_markup_stays() -> None:
    """So nothing is escaped twice."""
    assert escape(escape("a & b")) == "a &amp; b"
