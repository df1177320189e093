"""What makes PDFs here: template, faces, engine and our own code, and their name.

A PDF is made anew only if something that it is made from has another content.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from generator.core.frozen import frozen

ENGINE = "typst"
LIBRARIES = (ENGINE, "markdown")
OURS = Path(__file__).parent.parent
"""Our code of formats: the way from Markdown to paper is part of what a PDF is made from."""


@frozen
class Press:
    """Everything that makes a PDF of an article: template, faces, engine, code."""

    root: Path
    """The folder of the template: the engine reads no file outside it."""
    fonts: tuple[Path, ...]
    """Folders and files with faces; no other is used."""
    digest: str
    """Names the template, the faces, the engine and our code by their content."""

    def key_of(self, *parts: str) -> str:
        """Names what is made of these parts here."""
        named = hashlib.sha256(self.digest.encode())
        for part in parts:
            named.update(f"\0{part}".encode())
        return named.hexdigest()


def is_available() -> bool:
    """Whether PDFs can be made here: the engine has no wheel for some systems."""
    return find_spec(ENGINE) is not None


def make_press(
    root: Path, files: Mapping[str, bytes], extra_fonts: Mapping[Path, bytes]
) -> Press:
    """A press with the template in `root`, whose files are given for their digest."""
    digest = hashlib.sha256(_versions().encode())
    digest.update(_code().encode())
    for name, content in sorted(files.items()):
        digest.update(f"\0{name}\0{hashlib.sha256(content).hexdigest()}".encode())
    for path, content in sorted(extra_fonts.items()):
        digest.update(f"\0{path.name}\0{hashlib.sha256(content).hexdigest()}".encode())
    return Press(root, (root / "fonts", *sorted(extra_fonts)), digest.hexdigest())


def _versions() -> str:
    try:
        return " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    except PackageNotFoundError:
        return "none"


@cache
def _code() -> str:
    """The digest of our own code that has a part in the PDFs."""
    digest = hashlib.sha256()
    for path in [*sorted(OURS.glob("*.py")), *sorted(OURS.glob("pdf/*.py"))]:
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()
