r"""One escape that is right in Markdown text, in HTML text and in attributes.

Every sign that Markdown, HTML or a template language could read becomes a character reference,
which all of them print as the sign itself. So no value can change the page it stands on, and
nothing is escaped twice or not at all.
"""

import re
from functools import lru_cache

from markupsafe import Markup

from generator.reading.links import find_links

_ACTIVE = re.compile(r"""[&<>"'\\`*_{}\[\]|]""")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_LINE_START = re.compile(r"^(?:(?P<sign>[-+:#=~])|(?P<number>\d+)(?P<dot>[.)]))")


def escape(value: object) -> Markup:
    """The value as text on a page; white space collapses to single blanks."""
    return value if isinstance(value, Markup) else _escaped(str(value))


@lru_cache(maxsize=1 << 16)
def _escaped(text: str) -> Markup:
    """Kept, since a page says most words many times: titles, addresses, marks, statuses."""
    if "  " in text or not text.isprintable():  # line breaks and tabs are not
        text = _SPACES.sub(" ", text)
    safe = _LINE_START.sub(_neutral_start, _ACTIVE.sub(_reference, text))
    return Markup(safe)  # noqa: S704  the one place where text becomes markup


def authors_markdown(text: str) -> Markup:
    """Markdown that an author wrote: its marks and entities such as `&lt;` stay, HTML does not."""
    safe = _AMPERSAND.sub("&amp;", text).replace("<", "&lt;")
    words, at = "", 0
    for link in find_links(safe):
        words += _CHINESE.sub(_in_chinese, safe[at : link.start])
        words += safe[link.start : link.end]
        at = link.end
    words += _CHINESE.sub(_in_chinese, safe[at:])
    return Markup(words)  # noqa: S704  narratives were judged when they were read


def with_languages(value: object) -> Markup:
    """English text in which each Chinese run says that it is Chinese."""
    if isinstance(value, Markup):
        return Markup(_CHINESE.sub(_in_chinese, value))  # noqa: S704  as it was
    return _escaped_with_languages(str(value))


@lru_cache(maxsize=1 << 16)
def _escaped_with_languages(text: str) -> Markup:
    return Markup(_CHINESE.sub(_in_chinese, _escaped(text)))  # noqa: S704  escaped


_AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|nbsp|#\d{1,7}|#[xX][\da-fA-F]{1,6});)")
"""Signs that begin no entity."""
_CHINESE = re.compile("[㐀-鿿](?:[㐀-鿿0-9，。、：；（）《》〔〕—%]*[㐀-鿿）》〕])?")
"""Han characters with the signs and digits between them."""


def _in_chinese(match: re.Match[str]) -> str:
    return f'<span lang="zh-Hans">{match[0]}</span>'


_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def _reference(match: re.Match[str]) -> str:
    sign = match[0]
    return _NAMED.get(sign, f"&#{ord(sign)};")


def _neutral_start(match: re.Match[str]) -> str:
    """What would begin a list, a heading or a fence is only a sign."""
    if match["sign"]:
        return f"&#{ord(match['sign'])};"
    return f"{match['number']}&#{ord(match['dot'])};"
