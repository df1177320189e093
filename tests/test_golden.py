"""The golden tree: everything that is written for the typical site on one day.

`make golden` writes it anew; the difference in git is the visible change of the site.
"""

from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from generator import pipeline
from generator.core.artifacts import Artifact
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.pages.plan import plan
from generator.reading.project import read_templates
from tests.conftest import AS_OF, ROOT, SITES

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings(
    as_of=AS_OF,
    site_name="Anyland Watch",
    site_url="https://anyland.example/",
    repo_url="https://forge.example/anyland/watch",
)
LINES_SHOWN = 40


class GoldenTree:
    """A folder of expected files, which knows which of them a test has made."""

    def __init__(self, folder: Path, *, is_written: bool) -> None:
        """With `is_written` what tests make becomes what is expected."""
        self._folder = folder
        self._is_written = is_written
        self._made: set[str] = set()

    def difference(self, artifact: Artifact) -> str:
        """How an artifact differs from the expected file; empty if it does not."""
        self._made.add(artifact.path)
        path = self._folder / artifact.path
        if self._is_written:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)
        if not path.exists():
            return f"{artifact.path} is new\n"
        expected, made = (
            content.decode().splitlines(keepends=True)
            for content in (path.read_bytes(), artifact.content)
        )
        lines = unified_diff(expected, made, f"golden/{artifact.path}", "made", n=1)
        return "".join(islice(lines, LINES_SHOWN))

    def leftovers(self) -> list[str]:
        """Expected files that no test has made; with `is_written` they are removed."""
        files = (path for path in self._folder.rglob("*") if path.is_file())
        named = {path.relative_to(self._folder).as_posix(): path for path in files}
        left = sorted(set(named) - self._made)
        for name in left if self._is_written else ():
            named[name].unlink()
        return [] if self._is_written else left


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[GoldenTree]:
    """The expected files of the typical site; none may be left over."""
    is_written = bool(request.config.getoption("--golden"))
    tree = GoldenTree(GOLDEN / "typical", is_written=is_written)
    yield tree
    assert tree.leftovers() == []


def made() -> Iterator[Artifact]:
    """What is written for the typical site."""
    checked = pipeline.check(SITES / "typical", AS_OF)
    assert checked.errors == 0, [str(one) for one in checked.problems]
    assert checked.library
    assert checked.facts
    edition = plan(checked.library, checked.facts, SETTINGS)
    return make_artifacts(edition, read_templates(ROOT))


def test_the_typical_site_is_the_golden_one(golden: GoldenTree) -> None:
    """Pages, data and indexes are those that were last reviewed."""
    differences = [golden.difference(artifact) for artifact in made()]
    found = "\n".join(filter(None, differences))
    if found:
        pytest.fail(f"make golden accepts this:\n\n{found}", pytrace=False)
