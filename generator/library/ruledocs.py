"""Documentation of the refusals of this room: ids and references."""

from generator.core.problems import Severity
from generator.core.ruledocs import RuleDoc

_TERM = "-- terms/plan.yml --\nid: plan\ntitle: {en: plan}\ndefinition: A promise.\n"
_COMMENT = """\
-- comments/first.yml --
id: first
'on': policies/smallest
author: A reader
date: 2022-08-01
text: Is it so?
"""


def _doc(rule: str, text: str, wrong: str, right: str) -> RuleDoc:
    return RuleDoc(rule, Severity.ERROR, text, wrong, right)


RULES: tuple[RuleDoc, ...] = (
    _doc(
        "identity.duplicate",
        "No two records of a kind have the same id, and no two targets of a policy.\n"
        "The address of one would lead to the other.",
        _TERM + _TERM.replace("terms/plan.yml", "terms/second.yml"),
        _TERM + _TERM.replace("plan", "second"),
    ),
    _doc(
        "identity.mismatch",
        "The id of a record is the name of its file.",
        _TERM.replace("id: plan", "id: plans"),
        _TERM,
    ),
    _doc(
        "reference.unknown",
        "What a record names exists: another record, a target, a reading.",
        _COMMENT.replace("policies/smallest", "policies/smalest"),
        _COMMENT,
    ),
    _doc(
        "publication.missing",
        "The folder has a `publication.yml` with the title, the publisher and the licences.",
        "",
        "",
    ),
)
