"""The search index: Pagefind reads the built pages and writes `pagefind/` beside them."""

import sys
from importlib.util import find_spec
from pathlib import Path

_LEAVE_OUT = (".headerlink", ".b-back")
"""Signs in the text that nobody searches for."""
_NOT_LOADED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Interfaces that Pagefind brings along; ours is the theme's script."""
_LANGUAGE = "und"
"""None that Pagefind knows: words are found as typed, `industrial` does not find `industry`."""


def leave_out_interfaces(site: Path) -> None:
    """Remove from a built index what no page of ours loads."""
    for pattern in _NOT_LOADED:
        for path in sorted((site / "pagefind").glob(pattern)):
            path.unlink()


def index_command(site: Path) -> list[str] | None:
    """How to index a built site; nothing if Pagefind is not installed."""
    if find_spec("pagefind") is None:
        return None
    selectors = [f"--exclude-selectors={selector}" for selector in _LEAVE_OUT]
    return [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--quiet",
        f"--force-language={_LANGUAGE}",
        *selectors,
    ]
