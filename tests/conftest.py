"""A site in a string: the whole input of a test stands in the test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from generator import pipeline
from generator.core.problems import Problem
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.library.library import Library
from generator.pages.page import Edition
from generator.pages.plan import plan
from generator.reading.project import read_settings, read_templates
from tests.tools import missing

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
AS_OF = date(2026, 11, 25)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test whose tools are missing says which; on the build machine it fails."""
    lacking = missing({marker.name for marker in item.iter_markers()})
    if lacking:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse("not on this machine: " + ", ".join(lacking))


def pytest_addoption(parser: pytest.Parser) -> None:
    """What people ask of the tests beside passing."""
    parser.addoption("--golden", action="store_true", help="write the golden site anew")
    parser.addoption(
        "--rounds", type=int, default=40, help="how many files robustness tests damage"
    )


@dataclass(frozen=True, slots=True)
class SiteInAString:
    """A project on disk, made of a site of ours and the files of the test."""

    root: Path
    as_of: date = AS_OF

    def check(self) -> list[Problem]:
        """Everything that is wrong with it, but for notes to the editors."""
        return [
            one
            for one in pipeline.check(self.root, self.as_of).problems
            if one.severity != "note"
        ]

    def check_all(self) -> list[Problem]:
        """Everything that is wrong with it."""
        return list(pipeline.check(self.root, self.as_of).problems)

    def library(self) -> Library:
        """The records, which have to be sound."""
        checked = pipeline.check(self.root, self.as_of)
        assert checked.library, [str(one) for one in checked.problems]
        return checked.library

    def edition(self) -> Edition:
        """All pages."""
        checked = pipeline.check(self.root, self.as_of)
        assert checked.library, [str(one) for one in checked.problems]
        assert checked.facts
        settings = Settings(self.as_of, "Smallest", "https://example.org/")
        return plan(checked.library, checked.facts, settings)

    def files(self) -> dict[str, str]:
        """What a build writes into build/docs, by path."""
        made = make_artifacts(self.edition(), read_templates(ROOT))
        return {one.path: one.content.decode() for one in made}


def files_in(text: str) -> dict[str, str]:
    """The files of a txtar string: each begins with `-- path --`."""
    files: dict[str, str] = {}
    name = ""
    for line in dedent(text).strip("\n").splitlines(keepends=True):
        if line.startswith("-- ") and line.rstrip().endswith(" --"):
            name = line.strip()[3:-3].strip()
            files[name] = ""
        elif name:
            files[name] += line
    return files


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., SiteInAString]:
    """Overlays the files of a string on a copy of one of tests/sites/."""

    def make(
        text: str = "", *, base: str = "smallest", as_of: date = AS_OF
    ) -> SiteInAString:
        root = tmp_path / f"site-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(SITES / base, root)
        for name, content in files_in(text).items():
            path = root / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return SiteInAString(root, as_of)

    return make


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped records without PDFs, built once a run in a copy of the project."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("content", "site_templates"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    command = [sys.executable, "-m", "generator", "build", "--no-pdf"]
    place_and_day = ["--root", str(root), "--as-of", AS_OF.isoformat()]
    subprocess.run([*command, *place_and_day], check=True, cwd=ROOT)
    return root / "site"


def short(problems: list[Problem]) -> list[tuple[str, int, int, str]]:
    """Problems as path below content/, line, column and rule."""
    return [
        (
            one.span.path.removeprefix("content/"),
            one.span.line,
            one.span.column,
            one.rule,
        )
        for one in problems
    ]


__all__ = [
    "AS_OF",
    "ROOT",
    "SITES",
    "SiteInAString",
    "files_in",
    "read_settings",
    "short",
]
