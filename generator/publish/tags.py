"""Earlier states of the project's files, as git's tags name them.

For counts that are followed over time. Where git cannot say, there is no earlier state.
"""

import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.core.artifacts import stays_inside
from generator.core.frozen import frozen
from generator.publish.process import run

MOST_TAGS = 8
"""Only the newest: each costs as much as a check."""
MOST_BYTES = 200_000_000


@frozen
class Tag:
    """A tag before the present commit, with its day."""

    name: str
    day: date


def read_tags(root: Path, env: Mapping[str, str]) -> list[Tag]:
    """The newest tags on the way to the present commit, oldest first, without its own."""
    form = "--format=%(creatordate:short) %(refname:strip=2)"
    earlier = ("--merged=HEAD", "--no-contains=HEAD", "--sort=creatordate")
    asked = (
        ("rev-parse", "--show-prefix"),
        ("for-each-ref", *earlier, form, "refs/tags"),
    )
    with ThreadPoolExecutor(len(asked)) as side_by_side:
        prefix, listed = side_by_side.map(lambda one: _git(root, env, *one), asked)
    if prefix != "":
        return []
    tags = [_tag(line) for line in (listed or "").splitlines()]
    return [tag for tag in tags if tag is not None][-MOST_TAGS:]


@contextmanager
def tagged(
    root: Path, tag: Tag, folder: str, env: Mapping[str, str]
) -> Iterator[Path | None]:
    """A temporary copy of the project's `folder` as it was; nothing if there can be none."""
    try:
        copy = tempfile.TemporaryDirectory(prefix="briefbook-")
    except OSError:  # what is followed over time is no reason to stop a build
        yield None
        return
    with copy as name:
        yield Path(name) if _copied(root, tag, folder, env, Path(name)) else None


def _copied(
    root: Path, tag: Tag, folder: str, env: Mapping[str, str], place: Path
) -> bool:
    archive = place / "archive.tar"
    ref = f"refs/tags/{tag.name}"
    options = ("--format=tar", f"--output={archive}")
    if _git(root, env, "archive", *options, ref, folder) is None:
        return False
    try:
        if archive.stat().st_size > MOST_BYTES:
            return False
        _unpack(archive, place)
    except (OSError, tarfile.TarError):
        return False
    return True


def _unpack(archive: Path, place: Path) -> None:
    with tarfile.open(archive) as tar:
        files = [one for one in tar.getmembers() if one.isfile() or one.isdir()]
        inside = [one for one in files if stays_inside(one.name.rstrip("/"))]
        if hasattr(tarfile, "data_filter"):
            tar.extractall(place, members=inside, filter="data")
        else:  # Python before 3.11.4
            tar.extractall(place, members=inside)  # noqa: S202  judged above


def _tag(line: str) -> Tag | None:
    """The tag in a line of git's list; nothing if git complains there."""
    day, _, name = line.partition(" ")
    try:
        return Tag(name, date.fromisoformat(day))
    except ValueError:
        return None


def _git(root: Path, env: Mapping[str, str], *arguments: str) -> str | None:
    completed = run(("git", *arguments), cwd=root, env=env)
    return completed.output.strip() if completed.returncode == 0 else None
