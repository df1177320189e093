"""Putting a finished folder in the place of another.

Where the system can exchange two names, that is one step. Where it cannot (Windows, NFS), the
old folder is renamed away and the new one renamed in: between the two there is none. If the
process is killed then, `put_back` repairs it. Whether a folder may be replaced is judged before.
"""

import errno
import shutil
import tempfile
import time
from pathlib import Path

from generator.publish.exchange import exchange
from generator.publish.folders import flush_folder, is_folder, remove

_GRACE = 0.1
"""Seconds for readers who have entered the old folder to find what they came for."""
_HALF = ".briefbook-half-removed"
"""Stands in a folder that is being removed after a copy of it has been set aside."""


def new_folder_beside(folder: Path) -> Path:
    """An empty hidden folder in the same file system, closed to others."""
    new = Path(tempfile.mkdtemp(prefix=f"{_hidden(folder)}new-", dir=folder.parent))
    new.chmod(0o700)  # whatever the umask
    return new


def swap(new: Path, folder: Path) -> None:
    """`new` becomes `folder`; what stood there is now one of its leftovers."""
    if not folder.exists():
        new.rename(folder)
    elif exchange(new, folder):
        time.sleep(_GRACE)
    else:
        _set_aside(folder)
        new.rename(folder)
    flush_folder(folder.parent)


def put_back(folder: Path) -> None:
    """Give a folder its place again that was set aside and has no successor."""
    aside = _aside(folder)
    if not aside.exists():
        return
    if _is_half_removed(folder):
        remove(folder)
    if not folder.exists():
        aside.rename(folder)


def remove_leftovers(folder: Path) -> None:
    """Remove what this build and killed ones have left beside `folder`."""
    for path in folder.parent.iterdir():
        if path == _aside(folder) or path.name.startswith(f"{_hidden(folder)}new-"):
            remove(path)


def _hidden(folder: Path) -> str:
    return f".{folder.name}.briefbook-"


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{_hidden(folder)}old")


def _is_half_removed(folder: Path) -> bool:
    if not is_folder(folder):
        return False
    names = {path.name for path in folder.iterdir()}
    return not names or _HALF in names


def _set_aside(folder: Path) -> None:
    try:
        folder.rename(_aside(folder))
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy_aside(folder)


def _copy_aside(folder: Path) -> None:
    """Set aside what cannot be renamed: a folder from a lower layer of a container."""
    copy = new_folder_beside(folder)
    shutil.copytree(folder, copy, symlinks=True, dirs_exist_ok=True)
    copy.rename(_aside(folder))
    (folder / _HALF).touch()
    for path in folder.iterdir():
        if path.name != _HALF:
            remove(path)
    shutil.rmtree(folder)
