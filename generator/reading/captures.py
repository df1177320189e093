"""The texts of the sources that are at hand: `captures/<source>.txt`, which git does not keep.

They prove quotations (rules/captures.py). No page depends on them.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.core.frozen import frozen
from generator.core.refs import ID
from generator.core.verbatim import normal, text_hash
from generator.reading.copies import CopyError, media_type, text_of

CAPTURES = "captures"
LARGEST = 100_000_000
"""Bytes of a copy, or of a text at hand."""


@frozen
class Copy:
    """A copy of a source that somebody has."""

    text: str
    """What is kept of it."""
    media_type: str
    sha256: str
    """Of the file."""
    text_sha256: str
    """Of its text in normal form (core/verbatim.py)."""

    @property
    def hashes(self) -> dict[str, str]:
        """What the record of the source says of it, by field."""
        return {
            "sha256": self.sha256,
            "text_sha256": self.text_sha256,
            "media_type": self.media_type,
        }


def read_copy(path: Path) -> Copy:
    """The copy in a file."""
    try:
        if path.stat().st_size > LARGEST:
            raise CopyError(f"it is larger than {LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
        raise CopyError(f"it cannot be read: {reason}") from error
    text = text_of(raw)
    return Copy(
        text=text,
        media_type=media_type(raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        text_sha256=text_hash(normal(text)),
    )


def text_path(root: Path, source: str) -> Path:
    """Where the text of a source is kept."""
    return root / CAPTURES / f"{source}.txt"


def load_captures(root: Path) -> Mapping[str, str]:
    """The texts at hand in normal form, by the ids of their sources; links are not followed."""
    folder = root / CAPTURES
    if folder.is_symlink() or not folder.is_dir():
        return {}
    return {
        path.stem: normal(path.read_bytes().decode("utf-8", "replace"))
        for path in sorted(folder.glob("*.txt"))
        if ID.fullmatch(path.stem) and _is_plain(path)
    }


def _is_plain(path: Path) -> bool:
    return not path.is_symlink() and path.is_file() and path.stat().st_size <= LARGEST
