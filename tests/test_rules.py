"""Each rule's documentation is its first two tests."""

from collections.abc import Callable

import pytest

from generator.core.problems import Severity
from generator.core.ruledocs import RuleDoc
from generator.rules.catalogue import all_docs
from generator.rules.registry import rules
from tests.conftest import SiteInAString

Site = Callable[..., SiteInAString]

DOCS = [one.doc for one in rules()]


def found(site_made: SiteInAString) -> list[str]:
    """The ids of what is wrong; unused records of an example are not its subject."""
    return [one.rule for one in site_made.check_all()]


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.id)
def test_the_wrong_example_breaks_this_rule_alone(doc: RuleDoc, site: Site) -> None:
    """Wrong, laid over the smallest site, gives exactly this rule once."""
    beside = [one.rule for one in site().check_all()]
    assert sorted(found(site(doc.wrong))) == sorted([*beside, doc.id])


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.id)
def test_the_right_example_breaks_nothing(doc: RuleDoc, site: Site) -> None:
    """Right, laid over the smallest site, gives nothing new."""
    beside = [one.rule for one in site().check_all()]
    assert sorted(found(site(doc.right))) == sorted(beside)


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.id)
def test_every_problem_says_what_to_do(doc: RuleDoc, site: Site) -> None:
    """The help of a rule is more than its message."""
    problems = site(doc.wrong).check_all()
    assert all(one.help for one in problems), problems


def test_every_rule_has_its_place_in_the_catalogue() -> None:
    """`briefbook explain` knows every rule, and severities are words that people read."""
    docs = all_docs()
    assert {doc.id for doc in DOCS} <= set(docs)
    assert {doc.severity for doc in docs.values()} <= set(Severity)
