"""Tiny sites for these tests, and what must hold of a published one.

Every file of an edition says the edition's number: a mixture of two is seen at once.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import BuiltinFunctionType, FrameType

from generator.publish import PublishError

DONE, FAILED, REFUSED = 0, 1, 2

Make = Callable[[Path], int]


def edition(number: int, pages: int = 50, also: Callable[[], object] = int) -> Make:
    """What fills a folder with an edition and then calls `also`."""

    def make(new: Path) -> int:
        marker = {"generator": "briefbook", "edition": number, "pages": pages}
        (new / "build.json").write_text(json.dumps(marker))
        for page in range(pages):
            folder = new / f"page-{page}"
            folder.mkdir()
            (folder / "index.html").write_text(f"edition {number}")
        also()
        return number

    return make


def edition_of(site: Path) -> int:
    """The number of the edition that stands in `site`, whole and with nothing else."""
    marker = json.loads((site / "build.json").read_bytes())
    files = {path.relative_to(site).as_posix() for path in site.glob("*/*")}
    assert files == {f"page-{page}/index.html" for page in range(marker["pages"])}
    texts = {(site / name).read_text() for name in files}
    assert texts == {f"edition {marker['edition']}"}
    return int(marker["edition"])


def in_child(work: Callable[[], object]) -> int:
    """Does `work` in a process of its own; gives back how that ended."""
    return how_it_ended(start_child(work))


def start_child(work: Callable[[], object]) -> int:
    """Begins `work` in a process of its own; gives back the process."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = FAILED
    try:
        work()
        code = DONE
    except PublishError:
        code = REFUSED
    finally:
        os._exit(code)


def how_it_ended(child: int) -> int:
    """DONE, REFUSED, FAILED by any other exception, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(seconds: float, work: Callable[[], object]) -> None:
    """Does `work` in a process of its own and kills that."""
    child = start_child(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def wait_for(happened: Callable[[], object], seconds: float = 5) -> None:
    """Returns once something has happened."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.005)


# Faults at the n-th call of the system

_SYSTEM = {"posix", "_io", "io", "fcntl", "_ctypes"}


@contextmanager
def fault_at(call: int, fault: Callable[[], object]) -> Iterator[Callable[[], int]]:
    """Calls `fault` in the place of the `call`-th call of the system in this block.

    Gives a function that says how many calls there were.
    """
    calls = 0

    def profile(_frame: FrameType, event: str, function: BuiltinFunctionType) -> None:
        nonlocal calls
        if event == "c_call" and _is_of_system(function):
            calls += 1
            if calls == call:
                fault()

    sys.setprofile(profile)
    try:
        yield lambda: calls
    finally:
        sys.setprofile(None)


def _is_of_system(function: BuiltinFunctionType) -> bool:
    owner = type(getattr(function, "__self__", None)).__module__
    return not _SYSTEM.isdisjoint({function.__module__, owner})
