"""The encoding stands where browsers look for it."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.site

_LOOKED_AT = 1024
"""Bytes of a page in which its encoding has to stand (HTML Standard, 4.2.5.4)."""


def test_the_encoding_is_named_early(built_site: Path) -> None:
    """And nothing before it needs it."""
    late = []
    for path in sorted(built_site.rglob("*.html")):
        head = path.read_bytes()[:_LOOKED_AT]
        before, found, _ = head.partition(b'<meta charset="utf-8">')
        if not (found and before.isascii()):
            late.append(path.name)
    assert late == []
