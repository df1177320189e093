"""What is wrong with the content: a value, never an exception."""

from enum import StrEnum

from generator.core.frozen import frozen
from generator.core.spans import Span


class Severity(StrEnum):
    """How much a problem matters to the one who asked for the site."""

    ERROR = "error"
    """The content says something it must not say: nothing is published."""
    WARNING = "warning"
    """Probably a slip: published, but `--strict` refuses it."""
    NOTE = "note"
    """A reminder to the editors: it never fails anything."""


@frozen
class Related:
    """A second place that explains a problem."""

    span: Span
    message: str


@frozen
class Problem:
    """One cause, one message, at the smallest span that has to be corrected."""

    span: Span
    rule: str
    """Names the bad thing, for example `reference.unknown`."""
    message: str
    """One plain sentence, lower-case, without a full stop; the author's words in backticks."""
    severity: Severity = Severity.ERROR
    help: str | None = None
    """What to do, imperative."""
    related: tuple[Related, ...] = ()

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """Problems are shown in the order of files and lines."""
        return (self.span, self.rule, self.message)
