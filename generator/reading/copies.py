"""The text of a copy that somebody has of a source: a page, a PDF, a text.

Pure. What is kept of it, and whether the quoted words stand in it, is left to others.
"""

import logging
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from types import MappingProxyType

from pypdf import PdfReader

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are about layout


class CopyError(Exception):
    """No text can be had from the copy: one sentence."""


def media_type(raw: bytes) -> str:
    """What kind of file this is, by its bytes."""
    head = _one_encoding(raw)[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    return "text/html" if _HTML.search(head) else "text/plain"


def text_of(raw: bytes) -> str:
    """The words of a copy in their order, one block a line."""
    kind, raw = media_type(raw), _one_encoding(raw)
    if kind != "application/pdf" and b"\0" in raw:
        raise CopyError("it is no text, page or PDF")
    text = _READERS[kind](raw)
    lines = (" ".join(line.split()) for line in text.splitlines())
    said = "\n".join(line for line in lines if line)
    if not said:
        raise CopyError(
            "there is no text in it; is it a scan, or a page without words?"
        )
    return said + "\n"


_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.IGNORECASE
)
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label "
    "mark o q rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())


class _Text(HTMLParser):
    """Collects what a reader sees; every element that is not inline begins a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        self.begin(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.begin(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unseen = max(0, self.unseen - (tag in _UNSEEN))
        self.begin(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(r"\s+", " ", data))

    def begin(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")


def _one_encoding(raw: bytes) -> bytes:
    """Bytes in UTF-16, which a mark at their beginning tells, in UTF-8; others as they are."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace").encode()
    return raw


def _html(raw: bytes) -> str:
    parser = _Text()
    named = _CHARSET.search(raw[:4096])
    parser.feed(_decoded(raw, named[1].decode("ascii") if named else ""))
    parser.close()
    return "".join(parser.parts)


def _pdf(raw: bytes) -> str:
    try:
        return "\n".join(_pages(raw))
    except Exception as error:  # whatever the library meets, the file is at fault
        raise CopyError("the PDF is damaged, or locked by a password") from error


def _pages(raw: bytes) -> Iterator[str]:
    for page in PdfReader(BytesIO(raw)).pages:
        yield page.extract_text()


def _plain(raw: bytes) -> str:
    return _decoded(raw)


def _decoded(raw: bytes, named: str = "") -> str:
    """UTF-8 if it can be, else what the page names, else Chinese, which reads any bytes."""
    for encoding in ("utf-8-sig", named, "gb18030"):
        try:
            return raw.decode(encoding) if encoding else raw.decode()
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("gb18030", "replace")


_READERS: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {"application/pdf": _pdf, "text/html": _html, "text/plain": _plain}
)
