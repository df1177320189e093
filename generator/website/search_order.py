"""One order for a search index that Pagefind writes in another order each time.

Pagefind lists the values of a filter as they lie in its memory, and names the file by a hash of
that. Here they are sorted, and the files are named anew. The format is CBOR with a word before it,
in gzip; only lengths are read, so that nothing else can change.
"""

import gzip
from hashlib import sha256
from pathlib import Path

_WORD = b"pagefind_dcd"
_TEXT, _LIST = 3, 4


def settle_index(site: Path) -> None:
    """Sort the filters of a built index; the same pages then give the same bytes."""
    index = site / "pagefind"
    entry = index / "pagefind-entry.json"
    for meta in sorted(index.glob("*.pf_meta")):
        about = gzip.decompress(meta.read_bytes())
        for path in sorted((index / "filter").glob("*.pf_filter")):
            content = _sorted_filter(gzip.decompress(path.read_bytes()))
            name = _renamed(path.stem, content)
            about = about.replace(path.stem.encode(), name.encode())
            _exchange(path, name, content)
        old = meta.stem.removeprefix("pagefind.")
        new = _renamed(old, about)
        _exchange(meta, f"pagefind.{new}", about)
        entry.write_bytes(entry.read_bytes().replace(old.encode(), new.encode()))


def _renamed(stem: str, content: bytes) -> str:
    """`en_28c165b` with the hash of other content, as long as the old one."""
    language, _, old = stem.rpartition("_")
    return f"{language}_{sha256(content).hexdigest()[: len(old)]}"


def _exchange(path: Path, name: str, content: bytes) -> None:
    path.unlink()
    path.with_name(f"{name}{path.suffix}").write_bytes(gzip.compress(content, mtime=0))


def _sorted_filter(content: bytes) -> bytes:
    """`[name, [[value, pages], …]]` with the values in order."""
    name_at = len(_WORD) + 1
    values_at = _end(content, name_at)
    _, count, at = _head(content, values_at)
    head = content[:at]
    values = []
    for _ in range(count):
        end = _end(content, at)
        values.append(content[at:end])
        at = end
    return head + b"".join(sorted(values)) + content[at:]


def _end(content: bytes, at: int) -> int:
    """Where the item that begins at `at` is over."""
    kind, number, at = _head(content, at)
    if kind == _TEXT:
        return at + number
    if kind == _LIST:
        for _ in range(number):
            at = _end(content, at)
    return at


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """The kind of an item, its number or length, and where its content begins (RFC 8949)."""
    kind, short = content[at] >> 5, content[at] & 31
    if short < 24:
        return kind, short, at + 1
    size = 1 << (short - 24)
    return kind, int.from_bytes(content[at + 1 : at + 1 + size]), at + 1 + size
