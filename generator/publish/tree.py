"""Bringing a folder up to date file by file, so that only what changed is touched.

For folders that are read while we work or watched by others (the Markdown tree). The published
site is replaced whole instead: see site.py. The caller keeps other builds away (`locked`).
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.core.artifacts import Artifact
from generator.core.frozen import frozen
from generator.publish.folders import (
    FILE_MODE,
    FOLDER_MODE,
    is_folder,
    remove,
)
from generator.publish.refusal import PublishError, refusals, shown

_MARKER = ".briefbook"
_UNFINISHED = f"{_MARKER}-new"
"""The file that is being written; one that is there before was left by a build that was killed."""
_MARKER_TEXT = (
    "Briefbook writes this folder and removes from it what it did not write.\n"
)


@frozen
class TreeReport:
    """How many files were written, stood there already, and were removed."""

    written: int
    unchanged: int
    removed: int


def write_tree(artifacts: Iterable[Artifact], folder: Path) -> TreeReport:
    """Make `folder` hold exactly the artifacts; a file whose bytes are right is not touched.

    A file that stands there is whole at every moment; a new one is, unless we are killed while
    we write it. Nothing is removed before all have been written. A folder that we did not make is
    refused; an absent or empty one becomes ours. Files are not flushed to the disk: after a kill
    or a crash of the machine the next run sees the difference.
    """
    with refusals(folder):
        _take(folder)
    kept = {_MARKER}
    made = {""}
    written = 0
    for artifact in artifacts:
        if artifact.path in kept:
            raise ValueError(f"two artifacts are called {artifact.path}")
        kept.add(artifact.path)
        with refusals(folder):
            _make_folder(folder, artifact.path.rpartition("/")[0], made)
            written += _bring_up_to_date(folder, artifact)
    with refusals(folder):
        removed = _remove_others(folder, "", kept)
    return TreeReport(written, len(kept) - 1 - written, removed)


def write_file(artifact: Artifact, folder: Path) -> None:
    """One more file for a folder that stands and is ours."""
    with refusals(folder):
        _bring_up_to_date(folder, artifact)


def _take(folder: Path) -> None:
    if folder.is_symlink():
        raise PublishError(f"{shown(folder)} is a symbolic link: make it a folder")
    folder.mkdir(parents=True, exist_ok=True)
    marker = folder / _MARKER
    if marker.is_file() and not marker.is_symlink():
        remove(folder / _UNFINISHED)
        return
    if any(folder.iterdir()):
        raise PublishError(
            f"{shown(folder)} was not made by Briefbook: remove it or name another folder"
        )
    folder.chmod(FOLDER_MODE)
    marker.write_text(_MARKER_TEXT, encoding="utf-8", newline="\n")
    marker.chmod(FILE_MODE)


def _bring_up_to_date(folder: Path, artifact: Artifact) -> bool:
    """Whether the file had to be written."""
    path = f"{folder}/{artifact.path}"
    state = _state(path)
    if state and _holds(path, state, artifact.content):
        return False
    if state and stat.S_ISDIR(state.st_mode):
        remove(Path(path))
    # What is not there yet has no readers, and goes to its place without a detour.
    place = f"{folder}/{_UNFINISHED}" if state else path
    try:
        _create(place, artifact.content)
        if state:
            os.replace(place, path)  # noqa: PTH105  as strings: there are thousands
    except BaseException:
        remove(Path(place))
        raise
    return True


def _create(path: str, content: bytes) -> None:
    with open(path, "xb") as file:  # noqa: PTH123
        file.write(content)
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    if mode != FILE_MODE:
        os.chmod(path, FILE_MODE)  # noqa: PTH101


def _make_folder(folder: Path, within: str, made: set[str]) -> None:
    """Make a folder in ours, without going through a link; `made` are those that we stood in."""
    if within in made:
        return
    _make_folder(folder, within.rpartition("/")[0], made)
    path = folder / within
    if not is_folder(path):
        path.unlink(missing_ok=True)
        path.mkdir()
        path.chmod(FOLDER_MODE)
    made.add(within)


def _state(path: str) -> os.stat_result | None:
    """What stands there itself, if anything does."""
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def _holds(path: str, state: os.stat_result, content: bytes) -> bool:
    is_like_it = stat.S_ISREG(state.st_mode) and state.st_size == len(content)
    return is_like_it and Path(path).read_bytes() == content


def _remove_others(place: Path, within: str, kept: set[str]) -> int:
    """Remove what is not `kept` from a folder, which is called `within` among the artifacts."""
    removed = 0
    for path in place.iterdir():
        if is_folder(path):
            removed += _remove_others(path, f"{within}{path.name}/", kept)
            if not any(path.iterdir()):
                path.rmdir()
        elif f"{within}{path.name}" not in kept:
            path.unlink()
            removed += 1
    return removed
