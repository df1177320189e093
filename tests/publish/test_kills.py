"""Killed at any moment, the published folder is the old edition or the new one, whole."""

import errno
import os
import random
import signal
from itertools import count
from pathlib import Path

import pytest

from generator.publish import replace_site, run
from tests.publish.editions import (
    DONE,
    FAILED,
    REFUSED,
    edition,
    edition_of,
    fault_at,
    how_it_ended,
    in_child,
    killed_after,
    start_child,
    wait_for,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose first edition is published."""
    replace_site(tmp_path / "site", edition(0, pages=1))
    return tmp_path / "site"


def kill_ourselves() -> None:
    """The end without warning."""
    os.kill(os.getpid(), signal.SIGKILL)


def published_and_killed_at(call: int, site: Path) -> bool:
    """Whether edition `call` was killed, in a process of its own, at that call of the system."""

    def publish() -> None:
        with fault_at(call, kill_ourselves):
            replace_site(site, edition(call, pages=1))

    ended = in_child(publish)
    assert ended in {DONE, -signal.SIGKILL}
    return ended != DONE


@pytest.mark.usefixtures("no_pauses")
def test_a_build_killed_at_any_time_leaves_a_whole_site(site: Path) -> None:
    """Thirty kills at random times; the build after each one succeeds and leaves nothing."""
    times = random.Random(3)  # noqa: S311 - no secret

    def build_again_and_again() -> None:
        for number in count(1):
            replace_site(site, edition(number))

    for _ in range(30):
        killed_after(times.uniform(0.001, 0.08), build_again_and_again)
        assert edition_of(site) >= 0

        replace_site(site, edition(0))
        assert edition_of(site) == 0
        assert list(site.parent.iterdir()) == [site]


@pytest.mark.usefixtures("no_pauses")
def test_a_build_killed_at_any_call_leaves_a_whole_site(site: Path) -> None:
    """Whatever call of the system it had come to, the next build succeeds and leaves nothing."""
    call = 1
    while published_and_killed_at(call, site):
        assert edition_of(site) in {0, call}

        replace_site(site, edition(0, pages=1))
        assert list(site.parent.iterdir()) == [site]
        call += 1
    assert edition_of(site) == call > 50


@pytest.mark.usefixtures("two_steps", "no_pauses")
def test_a_site_that_was_set_aside_comes_back(site: Path) -> None:
    """Where names cannot be exchanged, the next build first puts the old site back."""

    def fail(_new: Path) -> None:
        raise LookupError

    call, old, gaps = 1, 0, 0
    while published_and_killed_at(call, site):
        gaps += not site.exists()

        with pytest.raises(LookupError):
            replace_site(site, fail)
        assert edition_of(site) in {old, call}
        assert list(site.parent.iterdir()) == [site]
        old = edition_of(site)
        call += 1
    assert gaps > 0


@pytest.mark.usefixtures("no_pauses")
def test_a_call_that_fails_leaves_a_whole_site(site: Path) -> None:
    """A refusal means the old site, a success the new one, whatever call had no room left."""

    def fail() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def publish(call: int) -> int:
        with fault_at(call, fail) as calls:
            replace_site(site, edition(call, pages=1))
        return calls()

    for call in range(1, publish(0) + 1):
        ended = in_child(lambda: publish(call))  # noqa: B023 - called at once
        assert edition_of(site) == {DONE: call, REFUSED: 0}[ended]

        replace_site(site, edition(0, pages=1))
        assert list(site.parent.iterdir()) == [site]
    assert call > 50


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_build_that_is_told_to_end_removes_its_litter_at_once(
    site: Path, tmp_path: Path, name: str
) -> None:
    """It ends as a process ends by that signal, and what it had started ends with it."""
    number = signal.Signals[name]
    started = tmp_path / "started"

    def sleep() -> None:
        script = f"echo $$ > {started}.new; mv {started}.new {started}; sleep 60"
        run(["sh", "-c", script], cwd=tmp_path, env={"PATH": os.environ["PATH"]})

    def publish() -> None:
        # Shells ignore the first for `&`, nohup the second.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        replace_site(site, edition(1, also=sleep))

    child = start_child(publish)
    wait_for(started.exists)
    os.kill(child, number)

    assert how_it_ended(child) == (FAILED if name == "SIGINT" else -number)
    assert edition_of(site) == 0
    wait_for(lambda: not is_alive(int(started.read_text())))
    started.unlink()
    assert list(tmp_path.iterdir()) == [site]


def test_programs_do_not_outlive_a_killed_build(site: Path, tmp_path: Path) -> None:
    """A program, and what it has started, end within moments of a build that was killed."""
    started = tmp_path / "started"

    def sleep() -> None:
        script = (
            f"sleep 60 & echo $$ $! > {started}.new; mv {started}.new {started}; wait"
        )
        run(["sh", "-c", script], cwd=tmp_path, env={"PATH": os.environ["PATH"]})

    child = start_child(lambda: replace_site(site, edition(1, also=sleep)))
    wait_for(started.exists)
    programs = [int(word) for word in started.read_text().split()]
    assert all(is_alive(program) for program in programs)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

    wait_for(lambda: not any(is_alive(program) for program in programs))
    started.unlink()
    replace_site(site, edition(2))
    assert edition_of(site) == 2
    assert list(tmp_path.iterdir()) == [site]


def is_alive(process: int) -> bool:
    """Whether the process runs (an ended one may still wait to be noticed)."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_readers_find_every_page_during_rebuilds(site: Path) -> None:
    """No page that both editions have is missing or empty for a moment."""
    replace_site(site, edition(0, pages=20))

    def rebuild() -> None:
        for number in range(1, 12):
            replace_site(site, edition(number, pages=20))

    child = start_child(rebuild)
    pages = [site / f"page-{page}" / "index.html" for page in range(20)]
    read = 0
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        for page in pages:
            assert page.read_text().startswith("edition ")
            read += 1
    assert edition_of(site) == 11
    assert read > 1000
