"""Pages as Markdown files: front matter and what the page type's template prints."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment

from generator.core.artifacts import Artifact
from generator.core.wording import day_words
from generator.formats.escape import escape
from generator.formats.templates import environment_of
from generator.pages.page import Edition, Page

_BLANK_LINES = re.compile(r"\n\n\n+")
_HAN = re.compile(r"[㐀-鿿]+")
_WORD = re.compile(r"[0-9A-Za-z]+(?:[.,][0-9]+)*")
_WORD_BACKWARDS = re.compile(r"[%％]?((?:[0-9]+[.,])*[0-9A-Za-z]+)")
_LONGEST = 80
"""Letters of a word before a Han character that are looked at."""


def artifacts(edition: Edition, templates: Mapping[str, str]) -> Iterator[Artifact]:
    """One Markdown file for each page."""
    environment = environment_of(templates)
    for page in edition.pages:
        yield Artifact(page.path, render(page, edition, environment).encode())


def render(page: Page, edition: Edition, environment: Environment) -> str:
    """The Markdown of one page."""
    body = body_of(page, environment)
    return f"---\n{_front_matter(page, edition, body)}---\n\n{body}\n"


def body_of(page: Page, environment: Environment) -> str:
    """The page without its front matter."""
    template = environment.get_template(f"pages/{page.type}.md.j2")
    return _BLANK_LINES.sub("\n\n", template.render(page.context).strip())


def _front_matter(page: Page, edition: Edition, body: str) -> str:
    """What the frame of the site needs; JSON is YAML, so no value can close the block."""
    meta: dict[str, Any] = {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "page_type": page.type,
        "as_of": day_words(edition.settings.as_of),
    }
    if page.edit_path:
        meta["edit_path"] = page.edit_path
    if page.scripts:
        meta["scripts"] = list(page.scripts)
    meta["search"] = _search(page, body)
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in meta.items()
    )


def _search(page: Page, body: str) -> dict[str, Any] | bool:
    entry = page.search
    if entry is None:
        return False
    fields = {
        "kind": entry.kind,
        "where": entry.where,
        "date": entry.date,
        "from": entry.evidence,
        "disputes": " ".join(entry.disputes),
        "zh": entry.original,
        "tokens": " ".join([*entry.also, *_tokens(body)]),
    }
    return {key: str(escape(value)) for key, value in fields.items() if value}


def _tokens(text: str) -> list[str]:
    """What a search for Chinese can find, since Chinese sets no blanks.

    Every two neighbouring Han characters, the last of each run, and numbers and letters
    that touch one: 超过3500亿元 gives 超过, 过, 3500, 亿元, 元.
    """
    found: set[str] = set()
    for piece in text.split(">"):
        if not piece.isascii():
            found |= _tokens_of(piece)
    return sorted(found)


@lru_cache(maxsize=1 << 14)
def _tokens_of(text: str) -> frozenset[str]:
    """Kept, since most texts with Chinese in them are titles, which stand on many pages."""
    found: set[str] = set()
    for match in _HAN.finditer(text):
        run, start = match[0], match.start()
        found |= {run[at : at + 2] for at in range(len(run))}
        if after := _WORD.match(text, match.end()):
            found.add(after[0])
        nearby = text[max(0, start - _LONGEST) : start]
        if before := _WORD_BACKWARDS.match(nearby[::-1]):
            found.add(before[1][::-1])
    return frozenset(found)
