"""From pages to the bytes of PDFs, in parallel processes.

Keeps nothing on disk: what was made before comes from, and goes to, two functions of the
caller.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import astuple, replace
from itertools import chain
from multiprocessing import (
    forkserver,
    get_all_start_methods,
    get_context,
    parent_process,
)
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from threading import Thread
from types import ModuleType
from typing import Any

from generator.core.frozen import frozen
from generator.formats.pdf.document import Imprint, Part, book_document, page_document
from generator.formats.pdf.engine import Engine, RenderError
from generator.formats.pdf.leaves import (
    Leaf,
    Source,
    is_printable,
    make_leaves,
    read_leaf,
)
from generator.formats.pdf.paging import Document
from generator.formats.pdf.press import ENGINE, Press

Read = Callable[[str], bytes | None]
Write = Callable[[str, bytes], None]
BATCH = 200_000
"""Letters of Markdown that one process plans at once."""
_SERVER = "forkserver"
FEW = 2
"""So few things are not worth a second process."""


@frozen
class Group:
    """Pages under one title; the title is empty for the PDF of a single page."""

    title: str
    sources: tuple[Source, ...]


@frozen
class Job:
    """One PDF to make: where it belongs and what it says."""

    path: str
    imprint: Imprint
    groups: tuple[Group, ...]
    is_book: bool = False

    @property
    def sources(self) -> tuple[Source, ...]:
        """All its pages in order."""
        return tuple(source for group in self.groups for source in group.sources)


@frozen
class Order:
    """A job with its leaves, for one of the processes."""

    job: Job
    leaves: tuple[tuple[bytes, ...], ...]
    """Of each group."""

    @property
    def size(self) -> int:
        """How much there is to do."""
        return sum(len(leaf) for leaves in self.leaves for leaf in leaves)


def render(document: Document, press: Press) -> bytes:
    """The PDF of a document; the same bytes for the same document and press."""
    engine = Engine(press)
    return engine.draw(document, engine.plan(document))


def warm_up() -> None:
    """Load what the processes need, while the caller puts the jobs together."""
    if _SERVER in get_all_start_methods():
        _processes()
        forkserver.ensure_running()


def render_many(  # noqa: PLR0913  each is a decision of the caller
    jobs: Sequence[Job],
    press: Press,
    covered: AbstractSet[int],
    *,
    read: Read,
    write: Write,
    processes: int = 2,
) -> Iterator[tuple[str, bytes | None]]:
    """Path and bytes of each PDF in the order of the jobs; made only where not kept.

    A page with characters that no font has gets no PDF. A book is made last: who does not
    ask for it at once can do other things meanwhile. Threads would be slower: the engine
    already uses them, and they wait for each other.
    """
    sources = {
        press.key_of("leaf", *source.parts()): source
        for job in jobs
        for source in job.sources
    }
    keys = {source.page.path: key for key, source in sources.items()}
    names = {job.path: _name(job, keys, press) for job in jobs}
    kept = {job.path: read(names[job.path]) for job in jobs}
    leaves = {key: read(key) for key in sources}
    missing = [job for job in jobs if kept[job.path] is None]
    wanted = {keys[source.page.path] for job in missing for source in job.sources}
    lacking = [key for key in sources if key in wanted and leaves[key] is None]
    batches = list(_batches([sources[key] for key in lacking]))
    with _workers(press, covered, processes, len(batches)) as work:
        made = chain.from_iterable(work(_leaves, batches))
        for source, leaf in zip(chain.from_iterable(batches), made, strict=True):
            write(keys[source.page.path], leaf)
            leaves[keys[source.page.path]] = leaf
    orders = [order for job in missing if (order := _order(job, keys, leaves))]
    orders.sort(key=lambda order: (order.job.is_book, -order.size))
    ordered = {order.job.path for order in orders}
    with _workers(press, covered, processes, len(orders)) as work:
        drawn = zip(orders, work(_pdf, orders), strict=True)
        for job in jobs:
            while kept[job.path] is None and job.path in ordered:
                order, pdf = next(drawn)
                write(names[order.job.path], pdf)
                kept[order.job.path] = pdf
            yield job.path, kept[job.path]


def _name(job: Job, keys: Mapping[str, str], press: Press) -> str:
    """The key of a PDF: everything that it is made from."""
    about = [repr(part) for part in astuple(job.imprint)]
    contents = [
        part
        for group in job.groups
        for part in (group.title, *(keys[s.page.path] for s in group.sources))
    ]
    return press.key_of("book" if job.is_book else "page", *about, *contents)


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Sources in stacks of a common size, the largest first."""
    batch: list[Source] = []
    for source in sorted(sources, key=lambda one: -len(one.markdown)):
        batch.append(source)
        if sum(len(one.markdown) for one in batch) > BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _order(
    job: Job, keys: Mapping[str, str], leaves: Mapping[str, bytes | None]
) -> Order | None:
    """A job with the leaves that can be printed; nothing if there are none."""
    found = tuple(
        tuple(
            leaf
            for source in group.sources
            if (leaf := leaves[keys[source.page.path]]) and is_printable(leaf)
        )
        for group in job.groups
    )
    return Order(job, found) if any(found) else None


# In the processes

Work = Callable[..., Iterator[Any]]
_here: list[tuple[Engine, AbstractSet[int]]] = []
"""The engine of this process, and the characters that the fonts have."""


@contextmanager
def _workers(
    press: Press, covered: AbstractSet[int], processes: int, things: int
) -> Iterator[Work]:
    """Does things in several processes, or here if there are few.

    New ones each time: the engine keeps all that it has set, and what is set to be
    measured is of no use afterwards. Where the system can, they are copies of one that
    has loaded what they need.
    """
    if processes < 2 or things < FEW:
        if things:
            _start(press, covered)
        yield map
        return
    with ProcessPoolExecutor(
        min(processes, things),
        mp_context=_processes(),
        initializer=_begin,
        initargs=(press, covered),
    ) as pool:

        def work(do: Callable[..., Any], given: Iterable[Any]) -> Iterator[Any]:
            with _no_program():
                return pool.map(do, given)

        yield work


def _processes() -> BaseContext:
    """How processes begin: none is a copy of this one, which may have threads."""
    if _SERVER not in get_all_start_methods():
        return get_context("spawn")
    context = get_context(_SERVER)
    context.set_forkserver_preload([__name__, ENGINE])
    return context


@contextmanager
def _no_program() -> Iterator[None]:
    """While processes begin, they do not see which program this is: each would load it."""
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program


def _begin(press: Press, covered: AbstractSet[int]) -> None:
    """Begin a process of the pool: it is short, looking for garbage costs much."""
    gc.disable()
    os.environ["RAYON_NUM_THREADS"] = "1"  # the processes are as many as the cores
    Thread(target=_end_with_build, daemon=True).start()
    _start(press, covered)


def _end_with_build() -> None:
    """End when the build is killed: the process would wait for work for ever."""
    build = parent_process()
    if build is not None:
        wait([build.sentinel])
        os._exit(1)


def _start(press: Press, covered: AbstractSet[int]) -> None:
    _here[:] = [(Engine(press), covered)]


def _leaves(sources: Sequence[Source]) -> list[bytes]:
    engine, covered = _here[0]
    try:
        return make_leaves(sources, engine, covered)
    except RenderError as error:
        paths = ", ".join(source.page.path for source in sources)
        raise RenderError(f"{paths}: {error}") from error


def _pdf(order: Order) -> bytes:
    engine, _ = _here[0]
    groups = [
        [leaf for one in leaves if (leaf := read_leaf(one))] for leaves in order.leaves
    ]
    plan = [pages for leaves in groups for leaf in leaves for pages in leaf.plan]
    try:
        return engine.draw(_document(order.job, groups), plan)
    except RenderError as error:
        raise RenderError(f"{order.job.path}: {error}") from error


def _document(job: Job, groups: Sequence[Sequence[Leaf]]) -> Document:
    if not job.is_book:
        return page_document(groups[0][0].chapter, job.imprint)
    parts: list[Part] = []
    number = 0
    for group, leaves in zip(job.groups, groups, strict=True):
        chapters = [
            replace(leaf.chapter, key=str(number + place))
            for place, leaf in enumerate(leaves, 1)
        ]
        number += len(chapters)
        parts.append(Part(group.title, tuple(chapters)))
    return book_document(parts, job.imprint)
