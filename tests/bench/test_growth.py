"""The work of the generator grows with the records, not with their square."""

from cProfile import Profile
from pathlib import Path

import pytest

from generator import pipeline
from generator.core.settings import Settings
from generator.library.facts import compute_facts
from generator.pages.plan import plan
from generator.rules.catalogue import check_rules
from tests.bench.generate import write_content
from tests.bench.run import AS_OF

STEP = 100
MOST = 1.03
"""How much longer the fourth hundred may take than the third."""


def calls(root: Path, policies: int) -> int:
    """How many functions are called for rules, facts and pages: no clock is asked."""
    write_content(root, policies)
    library = pipeline.check(root, AS_OF).library
    assert library
    settings = Settings(AS_OF, "Measured", "https://example.org/")
    with Profile() as profile:
        facts = compute_facts(library, AS_OF)
        check_rules(library, facts)
        plan(library, facts, settings)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.site
def test_each_hundred_policies_takes_as_long_as_the_one_before(tmp_path: Path) -> None:
    """A look through all records for each record would show as a fourth that takes longer."""
    calls(tmp_path / "first", 1)  # with what is done once in a process
    two, three, four = (calls(tmp_path / str(n), n * STEP) for n in (2, 3, 4))

    assert (four - three) / (three - two) < MOST
