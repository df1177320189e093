"""Systems that differ from the one at hand."""

import ctypes
import platform
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory where there is such: flushing a disk so often takes long."""
    memory = Path("/dev/shm")  # noqa: S108 - below it the name is random
    place = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Path(folder).resolve()


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without any call that exchanges names."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())
    monkeypatch.setattr(platform, "machine", lambda: "unknown")


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that sleeps for no time at all."""
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
