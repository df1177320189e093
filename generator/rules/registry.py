"""The rules about a whole library, and the catalogue of everything that can be wrong.

A rule is a function with a docstring: what must hold, a wrong example and a right one, which are
its first tests. Each family of rules is a file.
"""

import inspect
import re
from collections.abc import Callable, Iterator

from generator.core.frozen import frozen
from generator.core.problems import Problem, Related, Severity
from generator.core.ruledocs import RuleDoc
from generator.core.spans import Span
from generator.library.facts import Facts
from generator.library.library import Library


@frozen
class Finding:
    """What a rule found; the registry adds its id and severity."""

    span: Span
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()


Check = Callable[[Library, Facts], Iterator[Finding]]


@frozen
class Rule:
    """A check with its documentation."""

    doc: RuleDoc
    check: Check
    of_whole: bool
    """Whether it judges that no record says something: not while some are not sound."""


_RULES: dict[str, Rule] = {}
_ID = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")
_EXAMPLES = re.compile(
    r"(?P<text>.*?)\n\nWrong:\n(?P<wrong>.*?)\n\nRight:\n(?P<right>.*)", re.DOTALL
)


def rule(
    rule_id: str, severity: Severity = Severity.ERROR, *, of_whole: bool = False
) -> Callable[[Check], Check]:
    """Registers a check under its id, which names the bad thing.

    One `of_whole` finds fault with what no record says.
    """

    def register(check: Check) -> Check:
        assert _ID.fullmatch(rule_id), rule_id  # noqa: S101  a slip of ours
        assert rule_id not in _RULES, rule_id  # noqa: S101
        match = _EXAMPLES.fullmatch(inspect.getdoc(check) or "")
        assert match, f"{rule_id} lacks Wrong and Right"  # noqa: S101
        doc = RuleDoc(
            id=rule_id,
            severity=severity,
            text=match["text"],
            wrong=inspect.cleandoc(match["wrong"]),
            right=inspect.cleandoc(match["right"]),
        )
        _RULES[rule_id] = Rule(doc, check, of_whole)
        return check

    return register


def rules() -> list[Rule]:
    """Every registered rule by id."""
    return [_RULES[rule_id] for rule_id in sorted(_RULES)]


def check_rules(library: Library, facts: Facts) -> list[Problem]:
    """What the rules find in the sound records."""
    return [
        Problem(
            found.span,
            one.doc.id,
            found.message,
            one.doc.severity,
            found.help,
            found.related,
        )
        for one in rules()
        if library.is_whole or not one.of_whole
        for found in one.check(library, facts)
    ]
