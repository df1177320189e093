"""Bringing a folder up to date: what is written, left alone, removed and refused."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.core.artifacts import Artifact
from generator.publish import PublishError, TreeReport, write_tree
from tests.publish.editions import DONE, in_child

PAGES = [Artifact("index.md", b"home"), Artifact("policies/a.md", b"policy")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder below one that does not exist yet."""
    return tmp_path / "build" / "docs"


def tree(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, without the mark that it is ours; folders end in a slash."""
    return {
        path.relative_to(folder).as_posix() + "/" * path.is_dir(): (
            b"" if path.is_dir() else path.read_bytes()
        )
        for path in folder.rglob("*")
        if path.name != ".briefbook"
    }


def test_a_tree_holds_exactly_the_artifacts(folder: Path) -> None:
    """Nothing more and nothing less, in folders that are made for them."""
    report = write_tree(PAGES, folder)

    assert report == TreeReport(written=2, unchanged=0, removed=0)
    assert tree(folder) == {
        "index.md": b"home",
        "policies/": b"",
        "policies/a.md": b"policy",
    }


def test_a_file_whose_bytes_are_right_is_not_touched(folder: Path) -> None:
    """So that those who watch the folder see only what changed."""
    write_tree(PAGES, folder)
    before = {path: path.stat() for path in folder.rglob("*.md")}

    report = write_tree([PAGES[0], Artifact("policies/a.md", b"POLICY")], folder)

    assert report == TreeReport(written=1, unchanged=1, removed=0)
    touched = {path.name for path, state in before.items() if path.stat() != state}
    assert touched == {"a.md"}


def test_what_is_no_artifact_is_removed(folder: Path) -> None:
    """Ghosts, temporary files of a killed build, and folders that nothing stands in."""
    write_tree([*PAGES, Artifact("places/china/index.md", b"")], folder)
    (folder / ".briefbook-tmp1").write_bytes(b"half a fi")
    (folder / "empty" / "too").mkdir(parents=True)

    report = write_tree(PAGES[:1], folder)

    assert report == TreeReport(written=0, unchanged=1, removed=3)
    assert tree(folder) == {"index.md": b"home"}


def test_a_file_and_a_folder_may_change_places(folder: Path) -> None:
    """What was a file is now a folder, and the other way round."""
    write_tree([Artifact("a", b"1"), Artifact("b/c", b"2")], folder)

    write_tree([Artifact("a/c", b"3"), Artifact("b", b"4")], folder)

    assert tree(folder) == {"a/": b"", "a/c": b"3", "b": b"4"}


def test_links_in_the_tree_are_replaced_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    """Whatever somebody has put into the folder, nothing outside of it is touched."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_bytes(b"theirs")
    (outside / "home").write_bytes(b"home")
    write_tree([], folder)
    (folder / "policies").symlink_to(outside)
    (folder / "index.md").symlink_to(outside / "home")
    (folder / "ghost").symlink_to(outside)
    (folder / ".briefbook-new").symlink_to(outside / "new")

    write_tree(PAGES, folder)

    assert {path.name: path.read_bytes() for path in outside.iterdir()} == {
        "a.md": b"theirs",
        "home": b"home",
    }
    assert not any(path.is_symlink() for path in folder.rglob("*"))
    assert tree(folder)["policies/a.md"] == b"policy"


def test_a_tree_that_is_not_ours_is_refused(folder: Path) -> None:
    """Somebody's notes are not ghosts; an empty folder may be taken."""
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("years of work")

    with pytest.raises(PublishError, match="was not made by Briefbook"):
        write_tree(PAGES, folder)
    assert tree(folder) == {"notes.txt": b"years of work"}

    (folder / "notes.txt").unlink()
    assert write_tree(PAGES, folder).written == 2


def test_a_tree_in_the_place_of_a_file_or_a_link_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    """Both are left as they are."""
    folder.parent.mkdir()
    folder.write_text("a letter")
    with pytest.raises(PublishError, match="a file is in the way"):
        write_tree(PAGES, folder)
    assert folder.read_text() == "a letter"

    folder.unlink()
    folder.symlink_to(tmp_path)
    with pytest.raises(PublishError, match="is a symbolic link"):
        write_tree(PAGES, folder)
    assert not (tmp_path / "index.md").exists()


def test_nothing_is_removed_when_an_artifact_fails(folder: Path) -> None:
    """A template that breaks in the middle leaves all pages there."""
    write_tree(PAGES, folder)

    def broken() -> Iterator[Artifact]:
        yield PAGES[0]
        raise LookupError

    with pytest.raises(LookupError):
        write_tree(broken(), folder)

    assert tree(folder)["policies/a.md"] == b"policy"


def test_a_file_that_a_killed_build_left_unfinished_is_written_anew(
    folder: Path,
) -> None:
    """What it holds goes, and does not get into the file that is written next."""
    write_tree(PAGES, folder)
    (folder / ".briefbook-new").write_bytes(
        b"half a file, and longer than the next one"
    )

    report = write_tree([PAGES[0], Artifact("policies/a.md", b"POLICY")], folder)

    assert report == TreeReport(written=1, unchanged=1, removed=0)
    assert tree(folder)["policies/a.md"] == b"POLICY"
    assert ".briefbook-new" not in tree(folder)


@pytest.mark.parametrize("path", ["index.md", ".briefbook"])
def test_two_artifacts_of_one_name_are_a_bug(path: str, folder: Path) -> None:
    """Neither may silently replace the other, nor the mark that the folder is ours."""
    with pytest.raises(ValueError, match="two artifacts are called"):
        write_tree([*PAGES, Artifact(path, b"another")], folder)


def test_the_umask_does_not_matter_to_a_tree(folder: Path) -> None:
    """Files can be read by all and changed by their owner."""

    def write() -> None:
        os.umask(0o077)
        folder.parent.mkdir()
        write_tree(PAGES, folder)

    assert in_child(write) == DONE
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*/*")}
    assert modes == {0o644}
    assert stat.S_IMODE((folder / "policies").stat().st_mode) == 0o755
