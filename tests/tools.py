"""Programs and packages that marked tests need beyond Python and our own packages."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import which

NODE_MODULES = Path(__file__).parent / "npm" / "node_modules"

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The browser of this machine; none is ever downloaded."""
    return next(filter(None, map(which, _CHROMIUM)), None)


def _package(name: str) -> Callable[[], bool]:
    return lambda: find_spec(name) is not None


def _program(name: str) -> Callable[[], bool]:
    return lambda: which(name) is not None


_NPM = {
    "java": _program("java"),
    "node": _program("node"),
    "tests/npm/node_modules (make npm)": NODE_MODULES.is_dir,
}
_TOOLS: Mapping[str, Mapping[str, Callable[[], object]]] = {
    "browser": {"chromium": chromium, "playwright": _package("playwright")},
    "npm": _NPM,
    "pdf": {
        "pdftotext": _program("pdftotext"),
        "qpdf": _program("qpdf"),
        "typst": _package("typst"),
        "pikepdf": _package("pikepdf"),
    },
}


def missing(markers: set[str]) -> list[str]:
    """What tests with these markers need and this machine has not."""
    return [
        name
        for marker in sorted(markers & _TOOLS.keys())
        for name, is_here in _TOOLS[marker].items()
        if not is_here()
    ]
