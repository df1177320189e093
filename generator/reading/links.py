r"""Links in narratives and the addresses they lead to.

An address is judged as a browser reads it: tabs and line ends dropped, `\` taken for `/`. It may
only lead to the open web or to a mailbox; pages of our own are named by references.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.reading.quoting import quoted

_LINK = re.compile(
    r"\\[^<]|(?P<open>\]\()"
    r"(?P<target>(?:[^()\\\n]|\\.|\((?:[^()\\\n]|\\.)*\))*\))?",
    re.DOTALL,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_HOST = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+"
    r"[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"[\w.+-]+@(?P<host>[\w.-]+)(?:\?[^\s<>\"]*)?", re.ASCII)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_NOT_PRINTED = re.compile(r"[\x00-\x20\x7f]")


class Link(NamedTuple):
    """The address of a link with its place: without the brackets."""

    start: int
    end: int
    target: str | None
    """Nothing if the closing bracket is missing."""


def find_links(text: str) -> Iterator[Link]:
    """Every `](…)` of a text."""
    for match in _LINK.finditer(text):
        if not match["open"]:
            continue
        start = match.end("open")
        if match["target"] is None:
            yield Link(start, start, None)
        else:
            yield Link(start, match.end() - 1, match["target"][:-1])


def broken_address(written: str) -> str | None:
    """What is wrong with the address of a link, as one sentence; nothing if it may stand."""
    address = html.unescape(_ESCAPED.sub(r"\1", written))
    seen = _NOT_PRINTED.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(seen)
    if not seen:
        return "the link has no address"
    if scheme is None:
        return f"{quoted(written)} is no address of the web"
    name = scheme[0].lower()
    if name not in {"http", "https", "mailto"}:
        return f"a link cannot have the scheme `{name}`"
    if seen != address or not seen.isprintable():
        return f"{quoted(written)} holds blanks or signs that no address has"
    rest = seen[scheme.end() + 1 :]
    if name == "mailto":
        mailbox = _MAILBOX.fullmatch(rest)
        is_right = mailbox is not None and _HOST.fullmatch(mailbox["host"])
        return None if is_right else f"{quoted(rest)} is no mail address"
    return _broken_host(written, rest)


def _broken_host(written: str, rest: str) -> str | None:
    if not rest.startswith("//"):
        return f"{quoted(written)} has no `//` after its scheme"
    host = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    if "@" in host:
        return f"{quoted(written)} has a user name in it"
    host, colon, port = host.partition(":")
    if not host:
        return f"{quoted(written)} names no host"
    if not _HOST.fullmatch(host):
        return f"{quoted(host)} is no name of a host"
    is_port = port.isascii() and port.isdecimal() and 0 < int(port[:6]) < 65536
    if colon and not is_port:
        return f"{quoted(port)} is no port"
    return None
