"""Two builds never mix, and a dead one locks nobody out."""

import os
import signal
import time
from pathlib import Path

import pytest

from generator.publish import PublishError, locked, replace_site
from tests.publish.editions import (
    DONE,
    REFUSED,
    edition,
    edition_of,
    how_it_ended,
    in_child,
    start_child,
    wait_for,
)


def sleep() -> None:
    """Far longer than any test waits."""
    time.sleep(60)


def test_a_second_build_is_told_of_the_first(tmp_path: Path) -> None:
    """At once; and after the first was killed there is nothing in the way."""
    site = tmp_path / "site"
    child = start_child(lambda: replace_site(site, edition(1, also=sleep)))
    wait_for(lambda: list(tmp_path.glob(".site.briefbook-new-*/build.json")))

    with pytest.raises(PublishError, match=r"another build of `.*/site` is running"):
        replace_site(site, edition(2))

    os.kill(child, signal.SIGKILL)
    assert how_it_ended(child) == -signal.SIGKILL
    replace_site(site, edition(3))
    assert edition_of(site) == 3
    assert list(tmp_path.iterdir()) == [site]


def test_builds_of_two_folders_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Though they stand side by side."""
    one, other = tmp_path / "one", tmp_path / "other"

    replace_site(one, edition(1, also=lambda: in_child(lambda: 0)))
    with locked(one):
        assert in_child(lambda: replace_site(other, edition(2))) == DONE
        assert in_child(lambda: replace_site(one, edition(2))) == REFUSED

    assert (edition_of(one), edition_of(other)) == (1, 2)


def test_an_orphan_of_a_killed_build_keeps_no_lock(tmp_path: Path) -> None:
    """Worker processes may live on for a while: they are no build."""
    site = tmp_path / "site"
    orphan = tmp_path / "orphan"

    def fork_and_die() -> None:
        child = start_child(sleep)
        orphan.write_text(str(child))
        os.kill(os.getpid(), signal.SIGKILL)

    in_child(lambda: replace_site(site, edition(1, also=fork_and_die)))
    try:
        replace_site(site, edition(2))
        os.kill(int(orphan.read_text()), 0)
    finally:
        os.kill(int(orphan.read_text()), signal.SIGKILL)

    assert edition_of(site) == 2


def test_a_lock_file_that_was_left_locks_nobody_out(tmp_path: Path) -> None:
    """It is only a file; the next build removes it."""
    (tmp_path / ".site.briefbook-lock").write_text("")

    replace_site(tmp_path / "site", edition(1))

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_nobody_gets_in_between_two_builds(tmp_path: Path) -> None:
    """However often the lock file comes and goes, one process at a time is inside."""
    inside = tmp_path / "inside"

    def go_in_and_out() -> None:
        end = time.monotonic() + 0.7
        while time.monotonic() < end:
            try:
                with locked(tmp_path / "site"):
                    inside.mkdir()
                    inside.rmdir()
            except PublishError:
                pass

    children = [start_child(go_in_and_out) for _ in range(4)]

    assert [how_it_ended(child) for child in children] == [DONE] * 4
    assert list(tmp_path.iterdir()) == []


def test_two_builds_at_once_give_one_edition(tmp_path: Path) -> None:
    """Each of them succeeds or is refused; the site is one of them as a whole."""
    site = tmp_path / "site"
    for _ in range(10):
        children = [
            start_child(lambda n=number: replace_site(site, edition(n, pages=9)))  # type: ignore[misc]
            for number in (1, 2)
        ]
        ended = {how_it_ended(child) for child in children}

        assert DONE in ended <= {DONE, REFUSED}
        assert edition_of(site) in {1, 2}
        assert list(tmp_path.iterdir()) == [site]
