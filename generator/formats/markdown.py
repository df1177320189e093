"""Pages as Markdown files: front matter and what the page type's template prints."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import FunctionType
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing

from generator.core.artifacts import Artifact
from generator.core.wording import day_words
from generator.formats.escape import authors_markdown, escape, with_languages
from generator.pages.page import Edition, Page

_BLANK_LINES = re.compile(r"\n\n\n+")
_HAN = re.compile(r"[㐀-鿿]+")
_WORD = re.compile(r"[0-9A-Za-z]+(?:[.,][0-9]+)*")
_WORD_BACKWARDS = re.compile(r"[%％]?((?:[0-9]+[.,])*[0-9A-Za-z]+)")
_LONGEST = 80
"""Letters of a word before a Han character that are looked at."""


class _Output(CodeGenerator):
    """What `finalize` gives is markup and is not looked through once more; a dot is an attribute.

    A call is a call, and a macro a function. Without these two classes pages come out the same,
    and take two and a half times as long.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"({finalize.src}")

    def visit_Call(  # noqa: N802  Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: ARG002, FBT001, FBT002  Jinja's arguments
    ) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are named one by one", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(  # noqa: N802  Jinja's name
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def macro_def(
        self,
        macro_ref: MacroRef,  # noqa: ARG002  Jinja's arguments
        frame: Frame,  # noqa: ARG002
    ) -> None:
        self.write("environment.macro(macro)")

    def return_buffer_contents(
        self,
        frame: Frame,
        force_unescaped: bool = False,  # noqa: ARG002, FBT001, FBT002
    ) -> None:
        # Markup() would look first whether it is given markup.
        self.writeline(f"return str.__new__(Markup, concat({frame.buffer}))")


class _Environment(Environment):
    code_generator_class = _Output

    @staticmethod
    def macro(macro: FunctionType) -> FunctionType:
        """It takes its arguments in order; what is not given is `missing`, as in Jinja's own."""
        macro.__defaults__ = (missing,) * macro.__code__.co_argcount
        return macro


def artifacts(edition: Edition, templates: Mapping[str, str]) -> Iterator[Artifact]:
    """One Markdown file for each page."""
    environment = environment_of(templates)
    for page in edition.pages:
        yield Artifact(page.path, render(page, edition, environment).encode())


def environment_of(templates: Mapping[str, str]) -> Environment:
    """Jinja as this house uses it: everything printed is escaped, nothing may be missing."""
    return _environment(tuple(sorted(templates.items())))


@lru_cache(maxsize=1)
def _environment(templates: tuple[tuple[str, str], ...]) -> Environment:
    """Kept, since compiling takes as long as printing, and paper prints the same templates."""
    environment = _Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["markdown"] = authors_markdown
    environment.filters["languages"] = with_languages
    return environment


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
