"""A machine that refuses: one sentence that names the thing, and the old site."""

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.core.artifacts import Artifact
from generator.publish import PublishError, replace_site, write_tree
from tests.publish.editions import DONE, REFUSED, edition, edition_of, in_child

Mount = Callable[..., Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a file system for this test."""
    mounted: list[Path] = []

    def mount_it(kind: str, name: str, options: str) -> Path:
        place = tmp_path / name
        place.mkdir(exist_ok=True)
        command = ["mount", "-t", kind, "-o", options, kind, str(place)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip(f"needs the right to mount a {kind} file system")
        if not options.startswith("remount"):
            mounted.append(place)
        return place

    yield mount_it
    for place in reversed(mounted):
        subprocess.run(["umount", str(place)], check=True)  # noqa: S607


@pytest.mark.parametrize("options", ["size=256k", "nr_inodes=100"])
def test_a_full_disk_is_named(mount: Mount, options: str) -> None:
    """Full of bytes or of files: the old site stays, and once there is room the new one comes."""
    disk = mount("tmpfs", "disk", options)
    site, ballast = disk / "site", disk / "ballast"
    replace_site(site, edition(1, pages=20))
    ballast.mkdir()
    for number in range(36):
        (ballast / str(number)).write_bytes(b"x" * 4096)

    with pytest.raises(PublishError, match="could not be written: the disk is full"):
        replace_site(site, edition(2, pages=20))
    assert edition_of(site) == 1
    assert {path.name for path in disk.iterdir()} == {"site", "ballast"}

    shutil.rmtree(ballast)
    replace_site(site, edition(3, pages=20))
    assert edition_of(site) == 3
    assert list(disk.iterdir()) == [site]


def test_a_disk_without_any_room_is_named(mount: Mount) -> None:
    """Not even a lock file can be made."""
    disk = mount("tmpfs", "disk", "nr_inodes=3")
    for number in range(2):
        (disk / str(number)).touch()

    with pytest.raises(PublishError, match="the disk is full"):
        replace_site(disk / "site", edition(1))


def test_a_full_disk_leaves_whole_files_in_a_tree(mount: Mount) -> None:
    """The page that found no room is the old one, or is not there."""
    disk = mount("tmpfs", "disk", "size=256k")
    old = Artifact("a.md", b"old" * 1000)
    write_tree([old], disk / "docs")

    with pytest.raises(PublishError, match="the disk is full"):
        write_tree([Artifact("a.md", b"new" * 200_000)], disk / "docs")

    assert (disk / "docs" / "a.md").read_bytes() == old.content
    report = write_tree([old], disk / "docs")
    assert (report.written, report.removed) == (0, 0)


def test_a_read_only_disk_is_named(mount: Mount) -> None:
    """The site stays, and so do its neighbours."""
    disk = mount("tmpfs", "disk", "size=1m")
    replace_site(disk / "site", edition(1))
    mount("tmpfs", "disk", "remount,ro")

    with pytest.raises(PublishError, match="the file system is read-only"):
        replace_site(disk / "site", edition(2))
    with pytest.raises(PublishError, match="the file system is read-only"):
        write_tree([], disk / "docs")
    assert edition_of(disk / "site") == 1


def test_a_site_that_is_a_mount_point_is_refused(mount: Mount) -> None:
    """It cannot be exchanged for another folder: the one above it has to be mounted."""
    site = mount("tmpfs", "site", "size=1m")

    with pytest.raises(PublishError, match="it is in use, or a mount point"):
        replace_site(site, edition(1))

    assert list(site.iterdir()) == []
    assert list(site.parent.iterdir()) == [site]


def test_a_site_of_a_containers_image_is_replaced(mount: Mount) -> None:
    """Though the system can neither exchange nor rename such a folder."""
    disk = mount("tmpfs", "disk", "size=4m")
    for layer in ("lower", "upper", "work"):
        (disk / layer).mkdir()
    replace_site(disk / "lower" / "site", edition(1))
    options = f"lowerdir={disk}/lower,upperdir={disk}/upper,workdir={disk}/work"
    site = mount("overlay", "merged", options) / "site"

    replace_site(site, edition(2))

    assert edition_of(site) == 2
    assert list(site.parent.iterdir()) == [site]


def test_few_open_files_are_enough(tmp_path: Path) -> None:
    """A site of any size needs no more than a handful."""

    def few() -> None:
        os.closerange(3, 4096)  # what other tests of this run hold open
        resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
        replace_site(tmp_path / "site", edition(1))
        replace_site(tmp_path / "site", edition(2))

    assert in_child(few) == DONE
    assert edition_of(tmp_path / "site") == 2


def test_no_open_files_at_all_are_named(tmp_path: Path) -> None:
    """The sentence says what there was too little of."""

    def none() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
        with pytest.raises(PublishError, match="this process may open no more files"):
            replace_site(tmp_path / "site", edition(1))

    assert in_child(none) == DONE


def test_a_file_size_limit_is_named(tmp_path: Path) -> None:
    """The old site stays."""
    site = tmp_path / "site"
    replace_site(site, edition(1))

    def publish_much(new: Path) -> None:
        edition(2)(new)
        (new / "large").write_bytes(b"x" * 100_000)

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        with pytest.raises(PublishError, match="the file-size limit is too small"):
            replace_site(site, publish_much)

    assert in_child(small_files_only) == DONE
    assert edition_of(site) == 1
    assert list(tmp_path.iterdir()) == [site]


def test_a_missing_permission_is_named() -> None:
    """For an unprivileged user who may read the folder above the site only."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o555)

        def publish() -> None:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            replace_site(place / "site", edition(1))

        assert in_child(publish) == REFUSED
        assert list(place.iterdir()) == []


def test_a_name_that_is_too_long_is_named(tmp_path: Path) -> None:
    """Here a page's."""

    def make(new: Path) -> None:
        (new / ("x" * 300)).write_text("")

    with pytest.raises(PublishError, match="a name is too long"):
        replace_site(tmp_path / "site", make)


def test_a_missing_temporary_folder_is_named(tmp_path: Path) -> None:
    """Nothing here needs one; whoever fills the site may."""

    def make(_new: Path) -> None:
        tempfile.mkdtemp(dir=None)

    def without() -> None:
        tempfile.tempdir = None
        os.environ["TMPDIR"] = os.environ["TMP"] = os.environ["TEMP"] = "/nowhere"
        os.chdir("/proc")
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        with pytest.raises(PublishError, match="there is no temporary folder"):
            replace_site(tmp_path / "site", make)

    assert in_child(without) == DONE


def test_a_message_shows_a_strange_name_on_one_line(tmp_path: Path) -> None:
    """Nothing in a path can forge a line of a log."""
    site = tmp_path / "a\n::error::b\x1b"
    site.write_text("")

    with pytest.raises(PublishError) as refused:
        replace_site(site, edition(1))

    assert str(refused.value) == (
        rf"`{tmp_path}/a\n::error::b\x1b` is a file: name another folder"
    )
