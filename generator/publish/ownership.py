"""Which folders may be replaced: only ours, absent ones and empty ones."""

import json
import stat
from pathlib import Path
from typing import Final

from generator.publish.refusal import PublishError, shown

MARKER: Final = "build.json"
"""A site of ours has this file at its root, and it says `"generator": "briefbook"`.

`mkdocs build` writes it too, in place: a site made so is ours as well.
"""

_MARKER_SIZE = 1_000_000


def refuse_place(site: Path) -> None:
    """Raises where there can be no site: without a name, or in the place of a file or link."""
    if site.name in {"", ".."}:
        raise PublishError(f"{shown(site)} cannot be replaced: name a folder below it")
    if site.is_symlink():
        raise PublishError(
            f"{shown(site)} is a symbolic link: name the folder that it leads to"
        )
    if site.exists() and not site.is_dir():
        raise PublishError(f"{shown(site)} is a file: name another folder")


def refuse_foreign(site: Path) -> None:
    """Raises unless `site` is ours, empty or absent."""
    refuse_place(site)
    if not site.exists():
        return
    if (site / ".git").exists():
        raise PublishError(f"{shown(site)} is a git checkout: name another folder")
    if any(site.iterdir()) and not is_ours(site):
        raise PublishError(
            f"{shown(site)} was not made by Briefbook (it has no {MARKER} of ours): "
            "remove it or name another folder"
        )


def is_ours(site: Path) -> bool:
    """Whether the folder has our marker."""
    marker = site / MARKER
    try:
        state = marker.lstat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > _MARKER_SIZE:
            return False
        build = json.loads(marker.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return False
    return isinstance(build, dict) and build.get("generator") == "briefbook"
