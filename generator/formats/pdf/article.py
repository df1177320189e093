"""Read the article of a built page: HTML in, a small tree out.

Keeps what a reader reads and drops what belongs to the screen alone. Knows every
element by name: one it does not know is an error, so that nothing vanishes between
page and paper. What the elements become on paper is decided in `paper.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TypeAlias
from urllib.parse import urljoin

from generator.core.frozen import frozen
from generator.formats.pdf.drawings import SVG_ATTRIBUTES, SVG_ELEMENTS
from generator.formats.pdf.names import names

Attributes = Mapping[str, str]
Child: TypeAlias = "Node | str"

BLOCKS = names(
    "address article aside blockquote caption dd details div dl dt figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul"
)
INLINES = names(
    "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span "
    "strong sub sup time u var wbr button"
)
SCREEN_ELEMENTS = names("button colgroup form template")
"""Controls and layout hints: dropped with what they hold."""
SCREEN_CLASSES = names(
    "b-actions b-back b-btn b-disputed b-fold b-jump b-row b-skip b-sr b-strip "
    "b-toc b-why headerlink md-content__button"
)
"""Classes of what serves the screen alone: dropped with what they hold.

`b-why` says for each row what its deadline and its status say already, `b-disputed` in a note
what stands as a note of its own where the mark of the conflict is.
"""
VOID = names("br col hr img input wbr")
SCHEMES = frozenset({"http", "https", "mailto"})

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x20]")


class ArticleError(Exception):
    """The page holds something that the PDF cannot say: a fault of ours."""


class UnknownElement(ArticleError):  # noqa: N818  # named by what it is about
    """An element that has no form on paper yet."""


@frozen
class Node:
    """An element of the article with what it holds."""

    tag: str
    attributes: Attributes
    children: tuple[Child, ...]

    @property
    def classes(self) -> frozenset[str]:
        """The names in its `class` attribute."""
        return _classes(self.attributes)

    @property
    def is_block(self) -> bool:
        """Whether it begins a line of its own."""
        return self.tag in BLOCKS

    def text(self) -> str:
        """All text below it, in reading order."""
        return "".join(
            child if isinstance(child, str) else child.text() for child in self.children
        )


def _classes(attributes: Attributes) -> frozenset[str]:
    return _names_in(attributes.get("class", ""))


@cache
def _names_in(classes: str) -> frozenset[str]:
    return frozenset(classes.split())


def read_article(html: str, *, base: str) -> Node:
    """The first `<article>` of a page, without what belongs to the screen alone.

    `base` is the public address of the page; links that need it are dropped, and
    their words kept, where it is empty.
    """
    start = html.find("<article")
    if start < 0:
        raise ArticleError("the page has no `<article>`")
    parser = _ArticleParser(base)
    parser.feed(html[start:])
    parser.close()
    if parser.article is None:
        raise ArticleError(f"`<{parser.innermost}>` is not closed")
    return parser.article


def safe_link(href: str, base: str) -> str | None:
    """Where a link goes: `#name` inside the page, else an absolute address; or nowhere.

    Tabs, line ends and backslashes are read as browsers read them.
    """
    address = _CONTROL.sub("", href).replace("\\", "/")
    if address.startswith("#"):
        return address if len(address) > 1 else None
    if not (address and (base or _SCHEME.match(address))):
        return None
    absolute = urljoin(base, address)
    scheme = _SCHEME.match(absolute)
    if scheme is None or scheme[1].lower() not in SCHEMES:
        return None
    return absolute


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    attributes: dict[str, str]
    is_for_screen: bool
    """It, or an element around it, serves the screen alone."""
    children: list[Child] = field(default_factory=list)


class _ArticleParser(HTMLParser):
    """Builds the tree; stops listening at the end of the article."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.article: Node | None = None
        self._base = base
        self._open: list[_Open] = []
        self._open_pre = 0
        self._open_svg = 0

    @property
    def innermost(self) -> str:
        return self._open[-1].tag if self._open else "article"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.article is not None:
            return
        attributes = {name: value or "" for name, value in attrs}
        is_for_screen = bool(self._open) and self._open[-1].is_for_screen
        is_for_screen = is_for_screen or self._is_for_screen(tag, attributes)
        self._open.append(_Open(tag, attributes, is_for_screen))
        self._open_pre += tag == "pre"
        self._open_svg += tag == "svg"
        if tag in VOID:
            self._close()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.article is not None:
            return
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if self.article is not None or tag in VOID:
            return
        if tag != self.innermost:
            raise ArticleError(f"`</{tag}>` closes `<{self.innermost}>`{self._place()}")
        self._close()

    def handle_data(self, data: str) -> None:
        if self.article is None and self._open:
            self._open[-1].children.append(
                data if self._open_pre else _BLANKS.sub(" ", data)
            )

    def _is_in(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)

    def _place(self) -> str:
        line, _ = self.getpos()
        return f" in line {line} of the article"

    def _close(self) -> None:
        element = self._open.pop()
        self._open_pre -= element.tag == "pre"
        self._open_svg -= element.tag == "svg"
        if not self._open:
            self.article = self._node(element)
        elif not element.is_for_screen:
            self._open[-1].children.append(self._node(element))

    def _is_for_screen(self, tag: str, attributes: Attributes) -> bool:
        """Whether paper does without it.

        In the head of a table everything stays: a column needs its name, even if only
        screen readers hear it, or a button to sort by holds it.
        """
        if "hidden" in attributes or attributes.get("data-print") == "no":
            return True
        if attributes.get("rel") == "edit":
            return True
        classes = _classes(attributes)
        if tag == "nav" and "b-kicker" not in classes:
            return True
        if tag in SCREEN_ELEMENTS or classes & SCREEN_CLASSES == {"b-sr"}:
            return not self._is_in("thead")
        return bool(classes & SCREEN_CLASSES)

    def _node(self, element: _Open) -> Node:
        tag = element.tag
        if tag == "svg" or self._open_svg:
            return self._drawing(element)
        if tag not in BLOCKS and tag not in INLINES:
            raise UnknownElement(f"`<{tag}>`{self._place()} has no form on paper")
        attributes = {
            name: value
            for name, value in element.attributes.items()
            if name in _KEPT_ATTRIBUTES
        }
        if tag == "a" and "href" in element.attributes:
            link = safe_link(element.attributes["href"], self._base)
            if link is not None:
                attributes["href"] = link
        return Node(tag, attributes, tuple(element.children))

    def _drawing(self, element: _Open) -> Node:
        tag = SVG_ELEMENTS.get(element.tag)
        if tag is None:
            raise UnknownElement(
                f"`<{element.tag}>`{self._place()} has no form in a drawing on paper"
            )
        attributes = {
            SVG_ATTRIBUTES[name]: value
            for name, value in element.attributes.items()
            if name in SVG_ATTRIBUTES
        }
        return Node(tag, attributes, tuple(element.children))


_KEPT_ATTRIBUTES = names("aria-label class colspan id lang rowspan scope start style")
"""What the forms on paper ask for; addresses are judged one by one."""
