"""What git knows of the records: the commit, and the days of their last changes."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.publish import read_history
from tests.publish.test_tags import ENV, commit, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One record that was changed in February, and a second one of January."""
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    git(root, "init", "-q", ".")
    (root / "content/记录.yml").write_text("one", encoding="utf-8")
    commit(root, "one", "v1", "2026-01-01")
    commit(root, "two", "v2", "2026-02-01")
    return root


def test_days_of_the_last_changes(project: Path) -> None:
    """By path from the root; names in every script."""
    history = read_history(project, "content", ENV)
    assert len(history.commit) == 10
    assert history.changed == {
        "content/a.yml": date(2026, 2, 1),
        "content/记录.yml": date(2026, 1, 1),
    }


def test_changed_records_are_of_no_commit(project: Path) -> None:
    """The days stay: they are those of the last commits."""
    (project / "content/a.yml").write_text("three", encoding="utf-8")
    history = read_history(project, "content", ENV)
    assert history.commit == ""
    assert history.changed["content/a.yml"] == date(2026, 2, 1)


def test_shallow_copies_know_only_their_commit(project: Path, tmp_path: Path) -> None:
    """Every file would seem to be as old as the newest commit."""
    url = f"file://{project}"
    git(tmp_path, "clone", "-q", "--depth", "1", url, "shallow")
    history = read_history(tmp_path / "shallow", "content", ENV)
    assert history.commit
    assert history.changed == {}


def test_nothing_is_known_outside_git_and_below_its_top(
    project: Path, tmp_path: Path
) -> None:
    """A project inside another repository has that one's commits, not its own."""
    (project / "below/content").mkdir(parents=True)
    for root in (project / "below", tmp_path):
        history = read_history(root, "content", ENV)
        assert (history.commit, history.changed) == ("", {})
