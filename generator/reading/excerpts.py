"""The line of a file that a problem is about, for messages."""

from functools import lru_cache
from pathlib import Path

from generator.core.spans import Span

_BYTES_MAX = 1_000_000


def read_line(root: Path, span: Span) -> str | None:
    """The line as it stands in the file; nothing if the file cannot be shown."""
    lines = _lines(root / span.path)
    return lines[span.line - 1] if 0 < span.line <= len(lines) else None


@lru_cache(maxsize=64)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _BYTES_MAX:
            return ()
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
