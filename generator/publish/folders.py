"""Work on whole folders: where they are, removing them, settling a finished one."""

import os
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish.refusal import PublishError, shown

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def located(folder: Path) -> Path:
    """`folder` with the links above it resolved; it may be a link itself, or not exist."""
    # Path.resolve() fails on a loop of links, before the system can refuse it with a reason.
    return Path(os.path.realpath(folder.parent)) / folder.name


def is_folder(path: Path) -> bool:
    """Whether a folder stands there itself, not a link to one."""
    return path.is_dir() and not path.is_symlink()


@contextmanager
def folder_made(folder: Path) -> Iterator[None]:
    """`folder` and those above it exist during the block; what is still empty then goes again."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for each in missing:
            with suppress(OSError):  # not empty
                each.rmdir()


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all it holds, as far as that is possible.

    Tries more than once: a folder may be closed to us, or still be filled by a process that is
    about to end.
    """
    for pause in (0.0, 0.0, 0.1, 0.3):
        time.sleep(pause)
        with suppress(OSError):
            if is_folder(path):
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
            return
        _open_up(path)


def settle(folder: Path) -> None:
    """Give a finished folder modes that do not depend on the umask, and have it on the disk.

    Errors that a file system keeps back until then (a full disk) come up here. Times of change
    are left alone: web servers tell by them whether a page is new.
    """
    for path in folder.iterdir():
        if is_folder(path):
            settle(path)
        else:
            _settle_file(path)
    folder.chmod(FOLDER_MODE)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system lets folders be flushed."""
    with suppress(OSError):
        _flush(folder, os.O_RDONLY)


def _settle_file(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        raise PublishError(f"{shown(path)} is no regular file: nothing is published")
    path.chmod(FILE_MODE)
    _flush(path, os.O_RDWR)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open_up(folder: Path) -> None:
    for place, _, _ in os.walk(folder):
        with suppress(OSError):
            Path(place).chmod(0o700)
