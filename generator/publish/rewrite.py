"""A file of the author's, changed as a whole or not at all."""

import os
import tempfile
from pathlib import Path

from generator.publish.refusal import PublishError, refusals, shown

_MARK = b"\xef\xbb\xbf"


def rewrite_file(path: Path, content: str) -> None:
    """Give a file new content; it keeps its mode, its line ends and its byte order mark."""
    with refusals(path):
        if path.is_symlink() or not path.is_file():
            raise PublishError(f"{shown(path)} is no file of its own")
        old = path.read_bytes()
        new = content.encode()
        if b"\r\n" in old:
            new = new.replace(b"\n", b"\r\n")
        _replace(path, _MARK + new if old.startswith(_MARK) else new)


def keep_file(path: Path, content: str) -> None:
    """Write a file with the folder it lies in, whether it is there already or not."""
    with refusals(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content.encode())


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
