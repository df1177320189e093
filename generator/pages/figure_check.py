"""What the figures of one policy rest on, in one line of its fact box."""

from generator.core.frozen import frozen
from generator.core.wording import plural
from generator.library.quality import value_check
from generator.pages.addresses import relative_url
from generator.pages.lists import Count, count
from generator.pages.sheet import Sheet
from generator.records.base import Entry
from generator.records.policy import Policy


@frozen
class FigureCheck:
    """Counts of the targets of one policy."""

    figures: Count
    quoted: Count
    official: Count
    disputed: Count
    href: str
    """The quality sheet."""

    @property
    def is_whole(self) -> bool:
        """Whether every figure has the words of an official text, and none is disputed."""
        number = self.figures.value
        is_founded = self.quoted.value == self.official.value == number
        return is_founded and not self.disputed


def figure_check(sheet: Sheet, entry: Entry[Policy]) -> FigureCheck | None:
    """What the targets of a policy rest on; nothing if it states none."""
    library = sheet.site.library
    checks = [value_check(library, ref) for ref in library.parts_of(entry.ref)]
    if not checks:
        return None
    disputed = sum(one.ref in library.conflicts_of for one in checks)
    return FigureCheck(
        figures=count("policy.figures", len(checks), "figure"),
        quoted=count("policy.quoted", sum(one.is_quoted for one in checks), "figure"),
        official=count(
            "policy.official", sum(one.is_primary for one in checks), "figure"
        ),
        disputed=Count("policy.disputed", disputed, plural(disputed, "is", "are")),
        href=relative_url("quality/index.md", start=sheet.path),
    )
