"""A site that is full of hostile and difficult text, and its harmless twin.

Made from the typical site: wherever a record accepts any text, a payload stands in the one and
plain words in the other. Each place has a word of its own, by which it is found again in the pages.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.core.documents import Document
from generator.core.problems import Problem, Severity
from generator.core.spans import Loc
from generator.reading.folder import load
from generator.records.base import parse_record
from generator.records.kinds import RECORD_KINDS
from tests.conftest import AS_OF, SITES
from tests.projects import lay_project

PAYLOADS = (
    "<script>alert('{w}')</script>",
    "</title><script>{w}</script>",
    '"><img src=x onerror="{w}">',
    "' onmouseover='{w}' x='",
    "{{{{ {w}.__class__.__mro__ }}}} {{% raw %}}",
    "{{% for x in {w} %}}{{{{ x }}}}",
    "${{{w}}} <%= {w} %> #{{{w}}}",
    "<!-- {w}",
    "--> {w} <![CDATA[ ]]>",
    "*{w}* **strong** _em_ __strong__ ***both***",
    "`{w}` ``code``",
    "[{w}](javascript:alert)",
    "[{w}](https://evil.example/) <https://evil.example/{w}>",
    "![{w}](https://evil.example/x.png)",
    "[{w}]: https://evil.example/",
    "[^{w}]: a note",
    "*[{w}]: an abbreviation",
    "# {w}",
    "- {w}",
    "+ [x] {w}",
    "> {w}",
    "=== {w}",
    "--- {w} ---",
    "| {w} | b |",
    "a | {w} | c",
    "~~~ {w}",
    "``` {w}",
    "---\n{w}: x\n---",
    "{w}\n<div onclick=x>\n",
    "&lt;{w}&gt; &amp;amp; &nbsp; &copy; &notit;",
    "\\{w}\\* \\\\ \\<b> C:\\new\\table",
    '{w} {{: onclick="x" .y #z }}',
    "مرحبا {w} بالعالم",
    "שלום {w}",
    "👩‍👩‍👧 {w} ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "a < b > c & d {w} <= >= <> &&",
    "{w}</p></li></td></div></article><h1>",
    "javascript:{w}",
    "data:text/html,<b>{w}</b>",
    "vbscript:{w} onload={w}()",
    '“{w}” ‘x’ «y» it\'s "so"',
    ":smile: ++{w}++ ==mark== ~~del~~ ^sup^ H~sub~O",
    '!!! note "{w}"',
    "??? {w}",
    '--8<-- "{w}"',
    "$x^{w}$ \\(x\\) \\[y\\]",
    "[TOC] {w}",
    "https://evil.example/{w} www.evil.example {w}@evil.example",
    "=SUM({w})+cmd|' /C calc'!A",
    "::error file={w}::x",
    "%{w}% %s %n {{}} {{w}}",
    "<svg/onload={w}> <math><mi>x",
    "<iframe src=//evil.example/{w}> <base href=//evil.example/>",
    '<meta http-equiv="refresh" content="{w}">',
    "<style>@import '{w}'</style> <link rel=x>",
    "</script><script>{w}//",
    "</textarea></noscript></template> {w}",
    "#{w}=[[ ]",
    "第二行 {w} 《书名》（括号）、。",
    "q\u0303a\u0301 {w} ﷺ ﬁ Ⅷ",
)
"""Written with `str.format`: `{w}` is the word, doubled braces are braces."""
MADE_OF = "bcdfghjklmnpqrstvwxz"
WEB = ("url", "archive_url")
"""Addresses have a rule of their own, and tests of their own."""
FORMS = ("document_number", "language", "sha256", "text_sha256", "media_type")
"""Text whose form is judged elsewhere, or that names a language; so is what evidence supports."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A payload in its place."""

    kind: str
    id: str
    loc: Loc
    word: str
    text: str

    @property
    def shown(self) -> str:
        """What a page shows of it: white space is one blank."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two projects that differ in their texts alone."""

    hostile: Path
    harmless: Path
    planted: tuple[Planted, ...]
    refused: tuple[Problem, ...]
    """What a check said of payloads that were then taken out again."""


def make_pair(folder: Path) -> Pair:
    """Lay both projects below a folder."""
    documents, _ = load(SITES / "typical", RECORD_KINDS)
    hostile = lay_project(folder / "hostile")
    harmless = lay_project(folder / "harmless")
    planted = list(_planted(documents))
    refused: list[Problem] = []
    for _ in range(5):
        _write(hostile, documents, {(p.kind, p.id, p.loc): p.text for p in planted})
        problems = pipeline.check(hostile, AS_OF).problems
        errors = [one for one in problems if one.severity is Severity.ERROR]
        if not errors:
            break
        refused += errors
        planted = [one for one in planted if not _is_meant(one, hostile, errors)]
    _write(harmless, documents, {(p.kind, p.id, p.loc): _twin(p) for p in planted})
    return Pair(hostile, harmless, tuple(planted), tuple(refused))


def _planted(documents: list[Document]) -> Iterator[Planted]:
    payloads = cycle(PAYLOADS)
    number = 0
    for document in documents:
        for loc in _text_places(document):
            word = _word(number)
            payload = next(payloads)
            number += 1
            text = payload.format(w=word).strip()
            yield Planted(document.kind, document.id, loc, word, text)


def _word(number: int) -> str:
    """A word without digits and vowels that stands nowhere else."""
    letters = ""
    for _ in range(3):
        number, at = divmod(number, len(MADE_OF))
        letters += MADE_OF[at]
    return f"qz{letters}zq"


def _text_places(document: Document) -> Iterator[Loc]:
    """Where a record accepts any text at all."""
    for loc in _leaves(document.value):
        if loc[-1] in (*WEB, *FORMS) or {"same_as", "supports"} & set(loc):
            continue
        value = deepcopy(document.value)
        _set(value, loc, "any text, with a colon: ✓")
        changed = Document(
            document.kind, document.id, value, document.positions, document.narrative
        )
        if not parse_record(changed, RECORD_KINDS)[1]:
            yield loc


def _leaves(value: object, loc: Loc = ()) -> Iterator[Loc]:
    steps: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    else:
        yield loc
    for step, item in steps:
        yield from _leaves(item, (*loc, step))


def _set(value: Any, loc: Loc, new: str) -> None:  # noqa: ANN401  records are anything
    for step in loc[:-1]:
        value = value[step]
    value[loc[-1]] = new


def _write(
    root: Path, documents: list[Document], texts: Mapping[tuple[str, str, Loc], str]
) -> None:
    for document in documents:
        value = deepcopy(document.value)
        for loc in _leaves(document.value):
            text = texts.get((document.kind, document.id, loc))
            if text is not None:
                _set(value, loc, text)
        front = _yaml(value)
        if document.narrative:
            front = f"---\n{front}---\n{document.narrative.text}"
        (root / document.path).write_text(front, encoding="utf-8")


def _yaml(value: object, indent: str = "") -> str:
    """A mapping or list in blocks, every text in double quotes."""
    if isinstance(value, str):
        return f" {json.dumps(value, ensure_ascii=False)}\n"
    if not value:
        return f" {json.dumps(value)}\n"
    if isinstance(value, dict):
        lines = (f'{indent}"{k}":{_yaml(v, indent + "  ")}' for k, v in value.items())
    else:
        assert isinstance(value, list)
        lines = (f"{indent}-{_yaml(one, indent + '  ')}" for one in value)
    return ("\n" if indent else "") + "".join(lines)


def _is_meant(one: Planted, root: Path, problems: list[Problem]) -> bool:
    """Whether a problem stands on the line of a payload."""
    folder = "" if one.kind == "publication" else f"{one.kind}/"
    for problem in problems:
        path = Path(problem.span.path)
        if f"content/{folder}{one.id}" == path.with_suffix("").as_posix():
            lines = (root / path).read_text(encoding="utf-8").split("\n")
            if one.word in lines[problem.span.line - 1]:
                return True
    return False


def _twin(one: Planted) -> str:
    """Plain words; Chinese ones stay, since pages mark them as what they are."""
    return one.text if "书名" in one.text else f"harmless {one.word}"
