"""What can be wrong with content, documented: `briefbook explain` prints it, a test tries it."""

from dataclasses import dataclass

from generator.core.problems import Severity


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """One rule: what must hold, with a wrong and a right example.

    Examples are files of the content folder in txtar form: `-- policies/x.yml --`.
    """

    id: str
    severity: Severity
    text: str
    wrong: str
    right: str
