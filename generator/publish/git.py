"""What git knows of the files: the commit, and the day each was last changed.

Every state of a repository is possible, also none: what git cannot say for sure is left out.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from datetime import date
from pathlib import Path

from generator.core.frozen import frozen
from generator.publish.process import run


@frozen
class History:
    """The commit that the files are of, and the days of their last changes."""

    commit: str = ""
    """Abbreviated; empty outside git, and where files differ from the commit."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """By path from the root; empty where the repository does not go back far enough."""


def read_history(root: Path, folder: str, env: Mapping[str, str]) -> History:
    """What git knows of a folder of the project."""

    def git(*arguments: str) -> str | None:
        safe = ("-c", "core.quotePath=false", "-c", "log.showSignature=false")
        completed = run(("git", *safe, *arguments), cwd=root, env=env)
        return completed.output.strip() if completed.returncode == 0 else None

    asked = (
        ("rev-parse", "--show-prefix", "--is-shallow-repository", "--short=10", "HEAD"),
        ("status", "--porcelain", "--", folder, "mkdocs.yml"),
        ("log", "--format=%x00%cs", "--name-only", "--no-renames", "--", folder),
    )
    with ThreadPoolExecutor(len(asked)) as side_by_side:
        told, status, log = side_by_side.map(lambda one: git(*one), asked)
    if told is None or told.count("\n") != 1:  # no git, or not its uppermost folder
        return History()
    shallow, head = told.split("\n")
    commit = head if status == "" else ""
    return History(commit, _days(log or "") if shallow == "false" else {})


def _days(log: str) -> dict[str, date]:
    """The newest day of each path; git lists the newest commit first."""
    days: dict[str, date] = {}
    for block in log.split("\0"):
        lines = [line for line in block.splitlines() if line]
        if not lines or not _is_day(lines[0]):
            continue
        for path in lines[1:]:
            days.setdefault(path, date.fromisoformat(lines[0]))
    return days


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
