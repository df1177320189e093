"""Seconds and peak memory of each stage, for the shipped records and for made-up ones.

`python -m tests.bench [sizes …]`. Each run is a process of its own, so that peaks are its own;
seconds are those of the processor, so that other work on the machine counts little. It can only
make them more: of three runs with the shipped records the shortest counts. Writing pages includes
rendering them. MkDocs is measured with the shipped records only.
"""

import gc
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import process_time

from generator import pipeline
from generator.website.build import build_site
from tests.bench.generate import write_content

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 25)
SIZES = (1_000, 10_000)
SHIPPED = "shipped"
RUNS = 3
"""With the shipped records."""
MKDOCS = "MkDocs"
TOTAL = "generator"
Measured = tuple[float, int]
"""Seconds of the processor, and the peak of memory so far in megabytes."""
Stages = dict[str, Measured]
_MEGABYTE = 1024 if sys.platform != "darwin" else 1024**2
"""Of what `ru_maxrss` counts in."""


class Stopwatch:
    """Told the name of each stage as it begins; keeps what the one before has taken."""

    def __init__(self) -> None:
        self.stages: Stages = {}
        self._name = ""
        self._began = process_time()

    def __call__(self, name: str) -> None:
        """The stage `name` begins."""
        if self._name:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
            self.stages[self._name] = (process_time() - self._began, peak)
        self._name, self._began = name, process_time()


def measure(root: Path, *, with_mkdocs: bool) -> Stages:
    """The stages of one build of the project at `root`."""
    watch = Stopwatch()
    checked = pipeline.check(root, AS_OF, watch)
    if checked.library is None or checked.errors:
        raise ValueError(f"the content in {root} has errors")
    settings = pipeline.settings_of(root, AS_OF)
    pipeline.generate(root, checked, settings, watch)
    if with_mkdocs:
        watch(MKDOCS)
        docs = root / pipeline.DOCS
        build_site(root / "mkdocs.yml", docs, root / "site", AS_OF)
    watch("")
    return watch.stages


def project(folder: Path, size: str) -> Path:
    """A project with the shipped records, or with so many made-up policies."""
    root = folder / size
    root.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    fonts = shutil.ignore_patterns("*.ttf")
    shutil.copytree(ROOT / "site_templates", root / "site_templates", ignore=fonts)
    if size == SHIPPED:
        shutil.copytree(ROOT / "content", root / "content")
    else:
        write_content(root, int(size))
    return root


def measure_best(size: str) -> Stages:
    """The stages of one size; of the shipped records, in the shortest of several runs."""
    runs = [measure_apart(size) for _ in range(RUNS if size == SHIPPED else 1)]
    return min(runs, key=_total)


def measure_apart(size: str) -> Stages:
    """The stages of one size, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder), size)
        command = [sys.executable, "-m", "tests.bench", "--measure", str(root)]
        run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return {name: (one[0], one[1]) for name, one in json.loads(run.stdout).items()}


def lines(found: dict[str, Stages]) -> Iterator[str]:
    """The table: a row for each stage, a column for each size, and how the last two compare."""
    columns = {
        size: {**stages, TOTAL: _total(stages)} for size, stages in found.items()
    }
    heads = [size if size == SHIPPED else f"{int(size):,}" for size in columns]
    yield f"{'':36}" + "".join(f"{head:>20}" for head in heads) + f"{'growth':>10}"
    for name in dict.fromkeys(name for stages in columns.values() for name in stages):
        measured = [stages.get(name) for stages in columns.values()]
        cells = "".join(f"{_cell(one):>20}" for one in measured)
        yield f"{name:36}{cells}{_growth(measured[-2:]):>10}".rstrip()


def _total(stages: Stages) -> Measured:
    """Of our own stages."""
    own = [one for name, one in stages.items() if name != MKDOCS]
    return sum(seconds for seconds, _ in own), max(peak for _, peak in own)


def _cell(one: Measured | None) -> str:
    return f"{one[0]:.2f} s {one[1]:5} MB" if one else ""


def _growth(sizes: Sequence[Measured | None]) -> str:
    """How many times as long the last size takes as the one before."""
    seconds = [one[0] for one in sizes if one]
    return f"{seconds[1] / seconds[0]:.1f}×" if len(seconds) == 2 else ""


def main(arguments: list[str]) -> None:
    """Measure the shipped records and each size, and print the table."""
    if arguments[:1] == ["--measure"]:
        gc.disable()  # as the command does
        root = Path(arguments[1])
        stages = measure(root, with_mkdocs=root.name == SHIPPED)
        sys.stdout.write(json.dumps(stages))
        return
    sizes = [str(int(size)) for size in arguments] or [str(size) for size in SIZES]
    found = {size: measure_best(size) for size in (SHIPPED, *sizes)}
    sys.stdout.write("\n".join(lines(found)) + "\n")
