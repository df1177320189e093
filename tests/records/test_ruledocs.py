"""Refusals of fields and of references are documented, and the examples do what they say."""

import re
from collections.abc import Callable

import pytest

from generator.core.ruledocs import RuleDoc
from generator.library.ruledocs import RULES as LIBRARY
from generator.records.messages import _CASES as CASES
from generator.records.ruledocs import RULES as RECORDS
from tests.conftest import ROOT, SiteInAString

MakeSite = Callable[..., SiteInAString]
SHOWN = [doc for doc in (*RECORDS, *LIBRARY) if doc.wrong]
RULE_ID = re.compile(r'"((?:identity|publication|reference)\.[a-z-]+)"')


@pytest.mark.parametrize("doc", SHOWN, ids=lambda doc: doc.id)
def test_the_wrong_example_breaks_its_rule_alone(doc: RuleDoc, site: MakeSite) -> None:
    """One cause, one message: rules about the whole are silent until it is corrected."""
    assert [one.rule for one in site(doc.wrong).check_all()] == [doc.id]


@pytest.mark.parametrize("doc", SHOWN, ids=lambda doc: doc.id)
def test_the_right_example_breaks_nothing(doc: RuleDoc, site: MakeSite) -> None:
    """The right example is accepted, and its values rest on words."""
    found = [one.rule for one in site(doc.right).check_all()]
    assert found == [one.rule for one in site().check_all()]


def test_every_refusal_is_documented() -> None:
    """The rules in the code and in the documentation are the same."""
    assert {doc.id for doc in RECORDS} == {case.rule for case in CASES.values()}
    code = (ROOT / "generator/library/link.py").read_text(encoding="utf-8")
    assert {doc.id for doc in LIBRARY} == set(RULE_ID.findall(code))
