"""Earlier states of a project, by git's tags."""

import os
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path

import pytest

from generator.publish import Tag, read_tags, tagged

GIT = shutil.which("git")
ENV = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
pytestmark = pytest.mark.skipif(GIT is None, reason="there is no git")


def git(root: Path, *arguments: str, day: str = "2026-01-01") -> None:
    """Run git on a day."""
    names = {
        f"GIT_{who}_{what}": "a@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00Z")
    assert GIT
    subprocess.run([GIT, *arguments], cwd=root, env=ENV | names | dates, check=True)


def commit(root: Path, words: str, tag: str, day: str) -> None:
    """Write a file, commit and tag it."""
    (root / "content").mkdir(exist_ok=True)
    (root / "content/a.yml").write_text(words, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", words, day=day)
    git(root, "tag", tag, day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three tagged commits."""
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "-q", ".")
    commit(root, "one", "v1", "2026-01-01")
    commit(root, "two", "v2", "2026-02-01")
    commit(root, "three", "v3", "2026-03-01")
    return root


def test_tags_before_this_commit(project: Path) -> None:
    """Oldest first, with the day; that of the present commit is this edition itself."""
    assert read_tags(project, ENV) == [
        Tag("v1", date(2026, 1, 1)),
        Tag("v2", date(2026, 2, 1)),
    ]


@pytest.mark.parametrize("is_old", [False, True])
def test_the_files_of_a_tag(
    project: Path, monkeypatch: pytest.MonkeyPatch, *, is_old: bool
) -> None:
    """A copy, which goes when it has been read; the project is not touched.

    With the tarfile of Python before 3.11.4 as well.
    """
    if is_old:
        monkeypatch.delattr(tarfile, "data_filter", raising=False)
    with tagged(project, Tag("v1", date(2026, 1, 1)), "content", ENV) as place:
        assert place is not None
        assert (place / "content/a.yml").read_text(encoding="utf-8") == "one"
    assert not place.exists()
    assert (project / "content/a.yml").read_text(encoding="utf-8") == "three"


def test_what_git_cannot_give(project: Path, tmp_path: Path) -> None:
    """No such tag, no such folder, no repository, a folder inside one: no earlier state."""
    for tag, folder in (("v9", "content"), ("v1", "nothing")):
        with tagged(project, Tag(tag, date(2026, 1, 1)), folder, ENV) as place:
            assert place is None
    assert read_tags(tmp_path, ENV) == []
    assert read_tags(project / "content", ENV) == []
