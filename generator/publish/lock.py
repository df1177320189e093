"""One build of a folder at a time, with a lock that no killed process can leave behind.

The lock is the system's lock on a file beside the folder, not the file: a file that a killed
build has left locks nobody out, and the next build removes it. POSIX record locks are chosen
because worker processes do not inherit them: an orphaned worker would keep any other lock.
They keep processes apart, not the threads of one process.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from generator.publish.folders import located
from generator.publish.refusal import PublishError, refusals, shown
from generator.publish.signals import held_signals

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else builds `folder` during this block; refuses at once if somebody does.

    The folder's parent has to exist. Not to be nested for the same folder.
    """
    with held_signals() as hold, taken(folder), hold.released():
        yield


@contextmanager
def taken(folder: Path) -> Iterator[None]:
    """As `locked`, for a caller that holds the signals itself."""
    path = located(folder).with_name(f".{folder.name}.briefbook-lock")
    with refusals(folder):
        lock = _acquire(path, folder)
    try:
        yield
    finally:
        with suppress(OSError):
            _release(lock, path)


def _acquire(path: Path, folder: Path) -> int:
    while True:
        with ExitStack() as undo:
            lock = os.open(path, _FLAGS, 0o666)
            undo.callback(os.close, lock)
            if not _try_lock(lock):
                raise PublishError(
                    f"another build of {shown(folder)} is running: "
                    "wait until it has finished"
                )
            # Else the build before us has removed the file since we opened it.
            if _is_the_file(lock, path):
                undo.pop_all()
                return lock


def _try_lock(lock: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _release(lock: int, path: Path) -> None:
    if sys.platform == "win32":
        os.close(lock)
        path.unlink()  # fails if the next build has opened it by now
    else:
        try:
            path.unlink()
        finally:
            os.close(lock)


def _is_the_file(lock: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.lstat())
    except FileNotFoundError:
        return False
