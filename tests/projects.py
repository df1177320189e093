"""Whole projects on disk: content, templates and mkdocs.yml, and the command to try on them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.conftest import AS_OF, ROOT, SITES

Tree = Mapping[str, bytes]
"""The files of a folder by their paths below it."""


def lay_project(root: Path, base: str = "typical") -> Path:
    """A project at `root` with the content of one of tests/sites/ and our templates."""
    root.mkdir(parents=True)
    shutil.copytree(SITES / base / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return root


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below content/."""
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files_below(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, hidden files too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Tree, other: Tree) -> list[str]:
    """The files that only one of two folders has, or that are not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def briefbook(
    *arguments: str,
    root: Path,
    env: Mapping[str, str] | None = None,
    before: Sequence[str] = (),
) -> subprocess.CompletedProcess[str]:
    """Run our command in a process of its own, in the project's folder, on the usual day.

    `env` is its whole environment; `before` are words in front of it, for example `env -i`.
    PDFs are made only where `--pdf` asks for them: the typical site has letters beyond their fonts.
    """
    words = list(arguments)
    if words[0] == "build":
        words.insert(1, "--no-pdf")
    if words[0] in {"check", "build"} and "--as-of" not in words:
        words += ["--as-of", AS_OF.isoformat()]
    command = [*before, sys.executable, "-m", "generator", *words]
    return subprocess.run(
        command,
        cwd=root,
        env=dict(os.environ if env is None else env),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
