"""The counts of the quality sheet from tag to tag."""

import json
import shutil
from collections.abc import Callable
from datetime import date

import pytest

from generator import pipeline
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.library.quality import Share, Snapshot
from generator.pages.plan import plan
from generator.reading.project import read_templates
from tests.conftest import AS_OF, ROOT, SiteInAString
from tests.html_pages import blocks, cells, find
from tests.publish.test_tags import git

MakeSite = Callable[..., SiteInAString]


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_counts_are_computed_again_at_each_tag(site: MakeSite) -> None:
    """The words of the one value were missing in January; a broken state is left out."""
    made = site()
    path = made.root / "content/policies/smallest.yml"
    text = path.read_text(encoding="utf-8")
    states = {
        "2026-01-01": text.replace("    as_written: 超过10个\n", ""),
        "2026-02-01": "id: [",
        "2026-03-01": text,
    }
    git(made.root, "init", "-q", ".")
    for day, words in states.items():
        path.write_text(words, encoding="utf-8")
        git(made.root, "add", ".")
        git(made.root, "commit", "-qm", day, day=day)
        git(made.root, "tag", f"of-{day}", day=day)
    git(made.root, "commit", "-qm", "now", "--allow-empty", day="2026-04-01")
    found = [
        (one.name, one.day, one.shares["values.quoted"])
        for one in pipeline.trend_of(made.root)
    ]
    assert found == [
        ("of-2026-01-01", date(2026, 1, 1), Share(0, 1)),
        ("of-2026-03-01", date(2026, 3, 1), Share(1, 1)),
    ]


def test_the_trend_stands_in_the_sheet(site: MakeSite) -> None:
    """25 per cent at the tag, 100 now; the data have it too."""
    checked = pipeline.check(site().root, AS_OF)
    assert checked.library
    assert checked.facts
    names = ("values.primary", "values.quoted", "targets.confirmed")
    shares = dict.fromkeys([*names, "records.second-reviewed"], Share(1, 4))
    trend = (Snapshot("v1", date(2026, 1, 1), shares),)
    edition = plan(checked.library, checked.facts, Settings(AS_OF, "Smallest"), trend)
    files = {
        one.path: one.content.decode()
        for one in make_artifacts(edition, read_templates(ROOT))
    }
    page = blocks(files["quality/index.md"])
    rows = find(page, '//table[caption="Shares in per cent by edition"]/tbody/tr')
    assert [cells(row) for row in rows] == [
        ["1 Jan 2026", "25", "25", "25", "25"],
        ["25 Nov 2026", "100", "100", "100", "0"],
    ]
    [earlier] = json.loads(files["quality/quality.json"])["earlier"]
    assert (earlier["tag"], earlier["shares"]["values.quoted"]) == (
        "v1",
        {"n": 1, "of": 4},
    )
