"""Same content, same day: same bytes, on any machine.

Two machines of which one has all its habits changed: hash seed, locale, time zone, umask, home,
the order of files in folders and their times of change.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.projects import briefbook, differing, files_below, lay_project

GENERATE = """
import sys
from datetime import date
from pathlib import Path
from generator import pipeline
root, day = Path(sys.argv[1]), date(2026, 11, 25)
pipeline.generate(root, pipeline.check(root, day), pipeline.settings_of(root, day))
"""
OLD = 1_000_000_000
"""A second of the year 2001."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The habits of a machine that a build must not show."""

    folder: str
    env: dict[str, str]
    umask: int
    is_reversed: bool

    def lay(self, tmp_path: Path) -> Path:
        """A project on this machine, written in its order."""
        root = lay_project(tmp_path / self.folder)
        files = sorted((root / "content").rglob("*.*"), reverse=self.is_reversed)
        for number, path in enumerate(files):
            content = path.read_bytes()
            path.unlink()
            path.write_bytes(content)
            if self.is_reversed:
                os.utime(path, (OLD + number, OLD + number))
        return root

    def environment(self) -> dict[str, str]:
        """The environment of its processes."""
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **self.env}


PLAIN = Machine(
    "plain", {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}, 0o022, False
)
ODD = Machine(
    "odd folder/of (another) user",
    {
        "PYTHONHASHSEED": "4242",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "de:fr",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Pacific/Kiritimati",
        "HOME": "/nonexistent",
        "USER": "somebody",
        "COLUMNS": "20",
    },
    0o077,
    True,
)


def modes_below(folder: Path) -> dict[str, str]:
    """The permissions of everything in a folder."""
    return {
        path.relative_to(folder).as_posix(): oct(path.stat().st_mode)
        for path in folder.rglob("*")
    }


def generated(machine: Machine, tmp_path: Path) -> Path:
    """The Markdown tree that a machine writes."""
    root = machine.lay(tmp_path)
    subprocess.run(
        [sys.executable, "-c", GENERATE, str(root)],
        env=machine.environment(),
        umask=machine.umask,
        check=True,
    )
    return root / "build/docs"


def test_two_machines_write_the_same_tree(tmp_path: Path) -> None:
    """Hash seed, locale, time zone, umask, folder and times leave no trace in build/docs."""
    one, other = (generated(machine, tmp_path) for machine in (PLAIN, ODD))
    assert differing(files_below(one), files_below(other)) == []
    assert modes_below(one) == modes_below(other)
    assert len(files_below(one)) > 80


def built(machine: Machine, tmp_path: Path) -> Path:
    """The site that a machine builds."""
    root = machine.lay(tmp_path)
    before = os.umask(machine.umask)
    try:
        done = briefbook("build", root=root, env=machine.environment())
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.mark.site
def test_two_machines_build_the_same_site(tmp_path: Path) -> None:
    """All outputs count: pages, data, search index, sitemap, also the compressed one."""
    one, other = (built(machine, tmp_path) for machine in (PLAIN, ODD))
    assert differing(files_below(one), files_below(other)) == []
    assert modes_below(one) == modes_below(other)
    assert "sitemap.xml.gz" in files_below(one)


@pytest.mark.site
@pytest.mark.pdf
def test_two_machines_print_the_same_pdfs(tmp_path: Path) -> None:
    """PDFs too, made afresh or kept from an earlier build."""
    pytest.importorskip("typst")
    root = lay_project(tmp_path / "project", "smallest")
    sites = []
    for machine in (PLAIN, ODD, PLAIN):
        done = briefbook("build", "--pdf", root=root, env=machine.environment())
        assert done.returncode == 0, done.stderr
        sites.append(files_below(root / "site"))
        if machine is PLAIN:
            shutil.rmtree(root / "build")
    assert [differing(sites[0], other) for other in sites[1:]] == [[], []]
    assert [name for name in sites[0] if name.endswith(".pdf")]


@pytest.mark.site
def test_a_build_over_an_older_site_equals_a_fresh_one(tmp_path: Path) -> None:
    """No ghosts: pages of removed records go, in build/docs as in site."""
    root = lay_project(tmp_path / "grown")
    extra = root / "content/terms/ghost.yml"
    extra.write_text("id: ghost\ntitle: {en: Ghost}\ndefinition: Gone soon.\n")
    assert briefbook("build", root=root).returncode == 0
    extra.unlink()
    assert briefbook("build", root=root).returncode == 0
    fresh = lay_project(tmp_path / "fresh")
    assert briefbook("build", root=fresh).returncode == 0
    for folder in ("site", "build/docs"):
        assert differing(files_below(root / folder), files_below(fresh / folder)) == []


@pytest.mark.site
def test_nothing_but_the_day_depends_on_the_clock(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH and --as-of give the same site; its moment within the day is nothing."""
    root = lay_project(tmp_path / "site")
    day = ("--as-of", "2026-11-25")
    late = {**os.environ, "SOURCE_DATE_EPOCH": "1795650000"}
    assert briefbook("build", *day, root=root).returncode == 0
    pinned = files_below(root / "site")
    shutil.rmtree(root / "site")
    shutil.rmtree(root / "build")
    command = [sys.executable, "-m", "generator", "build", "--no-pdf"]
    subprocess.run(command, cwd=root, env=late, check=True, capture_output=True)
    assert differing(pinned, files_below(root / "site")) == []
