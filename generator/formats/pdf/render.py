"""From documents to the bytes of PDFs: one engine for each process, no clock, no network.

Keeps nothing on disk: what was made before comes from, and goes to, two functions of
the caller.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from generator.formats.pdf.finish import finish

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""PDF/UA-1 and PDF/A-2a: their checks also turn silent faults into errors."""
TEMPLATE = "document.typ"
ENGINE = "typst"

Read = Callable[[str], bytes | None]
Write = Callable[[str, bytes], None]


class RenderError(Exception):
    """The engine refused a document that our checks had let pass: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Press:
    """Everything that makes a PDF of a document: template, faces, engine."""

    root: Path
    """The folder of the template: the engine reads no file outside it."""
    fonts: tuple[Path, ...]
    """Folders and files with faces; no other is used."""
    digest: str
    """Names the template, the faces and the engine by their content."""


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF to make: where it belongs and what it says."""

    path: str
    document: bytes


def is_available() -> bool:
    """Whether PDFs can be made here: the engine has no wheel for some systems."""
    return find_spec(ENGINE) is not None and find_spec("pikepdf") is not None


def make_press(
    root: Path, files: Mapping[str, bytes], extra_fonts: Mapping[Path, bytes]
) -> Press:
    """A press with the template in `root`, whose files are given for their digest."""
    digest = hashlib.sha256(_engine_version().encode())
    for name, content in sorted(files.items()):
        digest.update(f"\0{name}\0{hashlib.sha256(content).hexdigest()}".encode())
    for path, content in sorted(extra_fonts.items()):
        digest.update(f"\0{path.name}\0{hashlib.sha256(content).hexdigest()}".encode())
    return Press(root, (root / "fonts", *sorted(extra_fonts)), digest.hexdigest())


def _engine_version() -> str:
    names = (ENGINE, "pikepdf")
    try:
        return " ".join(f"{name} {version(name)}" for name in names)
    except PackageNotFoundError:
        return "none"


def key_of(document: bytes, press: Press) -> str:
    """Names a PDF by everything that it is made from."""
    return hashlib.sha256(press.digest.encode() + b"\0" + document).hexdigest()


def render(document: bytes, press: Press) -> bytes:
    """The PDF of a document; the same bytes for the same document and press."""
    return _Engine(press).render(document)


def render_many(
    jobs: Sequence[Job],
    press: Press,
    *,
    read: Read,
    write: Write,
    processes: int = 2,
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each PDF in the order of the jobs; made only where not kept.

    Threads would be slower: the engine already uses them, and they wait for each other.
    """
    kept = {job.path: read(key_of(job.document, press)) for job in jobs}
    missing = [job for job in jobs if kept[job.path] is None]
    for job, made in zip(missing, _rendered(missing, press, processes), strict=True):
        write(key_of(job.document, press), made)
        kept[job.path] = made
    for path, pdf in kept.items():
        if pdf is not None:
            yield path, pdf


def _rendered(jobs: Sequence[Job], press: Press, processes: int) -> Iterator[bytes]:
    if processes < 2 or len(jobs) < 2 * processes:
        engine = _Engine(press)
        yield from (_named(engine, job) for job in jobs)
        return
    with ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(press,),
    ) as pool:
        yield from pool.map(_render_here, jobs, chunksize=4)


_engines: list["_Engine"] = []


def _start(press: Press) -> None:
    """Begin a process of the pool: its engine stays for all its jobs."""
    _engines[:] = [_Engine(press)]


def _render_here(job: Job) -> bytes:
    return _named(_engines[0], job)


def _named(engine: "_Engine", job: Job) -> bytes:
    try:
        return engine.render(job.document)
    except RenderError as error:
        raise RenderError(f"{job.path}: {error}") from error


class _Engine:
    """A compiler that is set up once for many documents."""

    def __init__(self, press: Press) -> None:
        import typst  # noqa: PLC0415  # may be missing, see `is_available`

        self._error: type[Exception] = typst.TypstError
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=list(press.fonts),
        )
        self._compiler = typst.Compiler(
            press.root / TEMPLATE,
            root=press.root,
            font_paths=fonts,
            ignore_system_fonts=True,
        )

    def render(self, document: bytes) -> bytes:
        """The PDF of a document."""
        content = json.loads(document)
        day = datetime.fromisoformat(content["about"]["as_of"]).replace(tzinfo=UTC)
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                pdf_standards=[*STANDARDS],
                sys_inputs={"document": document.decode()},
                timestamp=day,
            )
        except self._error as error:
            raise RenderError(getattr(error, "diagnostic", str(error))) from error
        if warnings or not isinstance(pdf, bytes):
            raise RenderError("; ".join(w.diagnostic for w in warnings))
        return finish(pdf, content["tables"])
