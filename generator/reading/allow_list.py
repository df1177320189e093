"""What decides about authors' text: the HTML that it becomes, held against a list of what may be.

The checks on the source (markdown.py) give the messages that help; this one knows no tricks of
the source, only the outcome. It has nothing to say unless those have missed something.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest

import nh3
from markdown import Markdown

Token = tuple[str, ...]


def names(listed: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(listed.split())


EXTENSIONS = ("tables", "sane_lists")
"""Of those named in mkdocs.yml, the ones that read what authors write."""
TAGS = names(
    "a blockquote br code em h2 h3 hr li ol p strong table tbody td th thead tr ul"
)
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "td": {"style"}, "th": {"style"}}
SCHEMES = {"http", "https", "mailto"}


def first_disallowed(text: str) -> str | None:
    """The first thing that Markdown makes of a text and that may not stand on a page."""
    page = Markdown(extensions=list(EXTENSIONS)).convert(text)
    allowed = nh3.clean(
        page,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        filter_style_properties={"text-align"},
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    if allowed == page:
        return None
    pairs = zip_longest(_tokens(page), _tokens(allowed), fillvalue=())
    return next((" ".join(token) for token, kept in pairs if token != kept), None)


def _tokens(page: str) -> Iterator[Token]:
    """The tags of a page with their attributes."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return iter(reader.tokens)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = (f"{name}={_plain(value or '')}" for name, value in sorted(attrs))
        self.tokens.append((f"<{tag}>", *values))


def _plain(value: str) -> str:
    """A style without the blanks and the semicolon in which spellings differ."""
    return value.replace(" ", "").rstrip(";")
