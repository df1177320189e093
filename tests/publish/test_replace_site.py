"""Publishing a folder: what is replaced, what is refused, what is left behind."""

import ctypes
import json
import os
import stat
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from generator.publish import PublishError, replace_site
from tests.publish.editions import DONE, edition, edition_of, in_child


def test_a_first_site_is_published(tmp_path: Path) -> None:
    """Where there was none, the site stands alone; what the maker gives is given back."""
    site = tmp_path / "public" / "site"

    assert replace_site(site, edition(1)) == 1

    assert edition_of(site) == 1
    assert list(site.parent.iterdir()) == [site]


def test_a_new_site_leaves_no_ghosts(tmp_path: Path) -> None:
    """Pages that the new edition lacks are gone, as if the old one had never been."""
    site = tmp_path / "site"
    replace_site(site, edition(1, pages=9))

    replace_site(site, edition(2, pages=3))

    assert edition_of(site) == 2
    assert list(tmp_path.iterdir()) == [site]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder without anything in it may become the site."""
    site = tmp_path / "site"
    site.mkdir()

    replace_site(site, edition(1))

    assert edition_of(site) == 1


def test_a_relative_path_is_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site may be named as people name it."""
    monkeypatch.chdir(tmp_path)

    replace_site(Path("site"), edition(1))

    assert edition_of(tmp_path / "site") == 1


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    """Whatever the maker raises comes through, and the old site stays."""
    site = tmp_path / "site"
    replace_site(site, edition(1))

    def fail() -> None:
        raise LookupError("a template is missing")

    with pytest.raises(LookupError):
        replace_site(site, edition(2, also=fail))

    assert edition_of(site) == 1
    assert list(tmp_path.iterdir()) == [site]


def test_a_failed_first_build_leaves_no_folders(tmp_path: Path) -> None:
    """Folders that were made for the site go again with it."""

    def fail() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        replace_site(tmp_path / "a" / "b" / "site", edition(1, also=fail))

    assert list(tmp_path.iterdir()) == []


def test_a_site_without_our_marker_is_not_published(tmp_path: Path) -> None:
    """The next build could not tell that it is ours."""
    site = tmp_path / "site"
    replace_site(site, edition(1))

    with pytest.raises(PublishError, match=r"the new one has no build\.json"):
        replace_site(site, lambda new: (new / "index.html").write_text("edition 2"))

    assert edition_of(site) == 1


def test_a_link_in_the_new_site_is_not_published(tmp_path: Path) -> None:
    """A site has files and folders only: a link could lead anywhere."""
    site = tmp_path / "site"
    private = tmp_path / "private"
    private.mkdir(mode=0o700)

    def make(new: Path) -> None:
        edition(1)(new)
        (new / "more").symlink_to(private)

    with pytest.raises(PublishError, match="no regular file"):
        replace_site(site, make)

    assert list(tmp_path.iterdir()) == [private]
    assert stat.S_IMODE(private.stat().st_mode) == 0o700


FOREIGN = {
    "somebody's files": {"thesis.txt": "years of work"},
    "another generator's site": {"build.json": json.dumps({"generator": "other"})},
    "a list as the marker": {"build.json": '["generator", "briefbook"]'},
    "a marker that is no JSON": {"build.json": "briefbook"},
    "a marker nested without end": {"build.json": "[" * 100_000},
    "a checkout": {"build.json": '{"generator": "briefbook"}', ".git": "gitdir: x"},
}


@pytest.mark.parametrize("files", FOREIGN.values(), ids=FOREIGN)
def test_a_folder_that_is_not_ours_is_refused(
    files: dict[str, str], tmp_path: Path
) -> None:
    """It is named in the refusal, and nothing in it is touched."""
    site = tmp_path / "site"
    site.mkdir()
    for name, text in files.items():
        (site / name).write_text(text)

    with pytest.raises(PublishError, match=r"`.*/site` "):
        replace_site(site, edition(1))

    assert {path.name: path.read_text() for path in site.iterdir()} == files
    assert list(tmp_path.iterdir()) == [site]


def test_a_folder_that_became_foreign_meanwhile_is_refused(tmp_path: Path) -> None:
    """Somebody puts files there while the site is made: they are kept."""
    site = tmp_path / "site"

    def meanwhile() -> None:
        site.mkdir()
        (site / "thesis.txt").write_text("years of work")

    with pytest.raises(PublishError, match="was not made by Briefbook"):
        replace_site(site, edition(1, also=meanwhile))

    assert (site / "thesis.txt").read_text() == "years of work"


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """A file is never replaced by a site."""
    site = tmp_path / "site"
    site.write_text("a letter")

    with pytest.raises(PublishError, match="is a file"):
        replace_site(site, edition(1))
    with pytest.raises(PublishError, match="a file is in the way"):
        replace_site(site / "below", edition(1))

    assert site.read_text() == "a letter"


@pytest.mark.parametrize("path", [".", "..", "/", "x/.."])
def test_a_path_without_a_name_is_refused(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The working folder, one above it and the root cannot be replaced."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(PublishError, match="name a folder below it"):
        replace_site(Path(path), edition(1))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["real", "nowhere", "link"])
def test_an_output_that_is_a_link_is_refused(target: str, tmp_path: Path) -> None:
    """Wherever it leads: git carries links, and we do not write where strangers point."""
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to(target)

    with pytest.raises(PublishError, match="is a symbolic link"):
        replace_site(link, edition(1))

    assert list((tmp_path / "real").iterdir()) == []


def test_a_link_above_the_output_is_fine(tmp_path: Path) -> None:
    """The system's own links, for example to the temporary folder, do not matter."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    replace_site(tmp_path / "link" / "site", edition(1))

    assert edition_of(tmp_path / "real" / "site") == 1


def test_a_loop_of_links_above_the_output_is_refused(tmp_path: Path) -> None:
    """The refusal says what is in the way."""
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(PublishError, match="is in the way"):
        replace_site(tmp_path / "loop" / "site", edition(1))


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o177])
def test_the_umask_does_not_matter(umask: int, tmp_path: Path) -> None:
    """Whoever serves the site can read all of it, and only its owner can change it."""
    site = tmp_path / "site"

    def publish() -> None:
        os.umask(umask)
        replace_site(site, edition(1))

    assert in_child(publish) == DONE
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [site, *site.rglob("*")]}
    assert modes == {0o755, 0o644}


def test_the_site_is_closed_to_others_until_it_is_finished(tmp_path: Path) -> None:
    """No web server shows a site that is being made."""
    modes = []

    def make(new: Path) -> int:
        modes.append(stat.S_IMODE(new.stat().st_mode))
        return edition(1)(new)

    replace_site(tmp_path / "site", make)

    assert modes == [0o700]


def test_other_folders_beside_the_site_are_left_alone(tmp_path: Path) -> None:
    """Only what our own builds of this folder have left is removed."""
    others = [
        ".site",
        ".site.briefbook",
        ".site2.briefbook-new-x",
        "site.bak",
        "[s]ite",
    ]
    for name in others:
        (tmp_path / name).mkdir()
    for name in (".site.briefbook-new-x", ".site.briefbook-new-y"):
        (tmp_path / name / "sub").mkdir(parents=True)

    replace_site(tmp_path / "site", edition(1))

    assert {path.name for path in tmp_path.iterdir()} == {"site", *others}


@pytest.mark.usefixtures("two_steps")
def test_a_site_is_replaced_where_names_cannot_be_exchanged(tmp_path: Path) -> None:
    """Two renames do it, and nothing is left."""
    site = tmp_path / "site"
    replace_site(site, edition(1))

    replace_site(site, edition(2))

    assert edition_of(site) == 2
    assert list(tmp_path.iterdir()) == [site]


def test_names_are_exchanged_where_the_library_does_not_name_the_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alpine's C library has only the number of the call."""
    library = ctypes.CDLL(None, use_errno=True)
    musl = SimpleNamespace(syscall=library.syscall)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: musl)
    site = tmp_path / "site"
    replace_site(site, edition(1))
    inode = site.stat().st_ino

    replace_site(site, edition(2))

    assert edition_of(site) == 2
    assert site.stat().st_ino != inode


def test_a_site_can_be_published_from_a_thread(tmp_path: Path) -> None:
    """There signals cannot be held, and everything else is the same."""
    site = tmp_path / "site"
    thread = Thread(target=lambda: replace_site(site, edition(1)))
    thread.start()
    thread.join()

    assert edition_of(site) == 1
    assert list(tmp_path.iterdir()) == [site]
