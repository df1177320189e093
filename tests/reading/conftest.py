"""A content folder in a string."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from generator.core.documents import Document
from generator.core.problems import Problem
from generator.core.ruledocs import example_files
from generator.reading.folder import load

KINDS = ("policies", "sources", "terms", "briefings", "publication")

Short = tuple[str, int, int, str]


class Loaded(NamedTuple):
    """What a folder gives."""

    documents: list[Document]
    problems: list[Problem]


Lay = Callable[[str], Path]
Load = Callable[[str], Loaded]


def lay_files(example: str, root: Path) -> Path:
    """Writes the files of an example below `content/`."""
    for file in example_files(dedent(example).lstrip("\n")):
        path = root / "content" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if file.link:
            path.symlink_to(file.link)
        else:
            path.write_bytes(file.content)
    return root


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """A project made of the files in a string."""
    return lambda example: lay_files(example, tmp_path)


@pytest.fixture
def read(lay: Lay) -> Load:
    """What `load` makes of the files in a string."""
    return lambda example: Loaded(*load(lay(example), KINDS))


def short(problems: list[Problem]) -> list[Short]:
    """Problems as path below content/, line, column and rule."""
    return [
        (p.span.path.removeprefix("content/"), p.span.line, p.span.column, p.rule)
        for p in problems
    ]


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    """Problems of one file as line, column and rule."""
    return [(p.span.line, p.span.column, p.rule) for p in problems]


def said(problems: list[Problem]) -> list[tuple[str, str | None]]:
    """Messages and help."""
    return [(p.message, p.help) for p in problems]
