"""A finished file on its way to the disk.

Below which folder it goes is left to the one who writes it.
"""

from generator.core.frozen import frozen

_FORBIDDEN = frozenset('\\:*?"<>|') | {chr(code) for code in (*range(32), 127)}
"""What no file name may hold everywhere."""


@frozen
class Artifact:
    """A finished file. Its path cannot leave the folder that it is written below."""

    path: str
    """Relative, with forward slashes: `policies/cn-vr-2022.md`."""
    content: bytes

    def __post_init__(self) -> None:
        if not stays_inside(self.path):
            raise ValueError(f"no artifact may be written to {self.path!r}")


def stays_inside(path: str) -> bool:
    """Whether `path` names a file below the folder that it is read from, on every system."""
    steps = path.split("/")
    return _FORBIDDEN.isdisjoint(path) and {"", ".", ".."}.isdisjoint(steps)
