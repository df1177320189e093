"""Rules about reviews. That nobody reviews their own work: rules/evidence.py."""

from collections.abc import Iterator

from generator.core.problems import Severity
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.review import is_outdated
from generator.rules.registry import Finding, rule


@rule("review.outdated", Severity.NOTE)
def reviews_are_of_this_content(library: Library, _: Facts) -> Iterator[Finding]:
    """A reviewed record has not changed since its review.

    A changed record counts as drafted again, on its page and in the data; nothing has to be
    done for that. `briefbook review` records the hash of the content that was reviewed.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere at all}
        level: national
        review:
          state: reviewed
          author: Ann
          by: [Ben]
          on: 2022-08-01
          content: 6e353bc8a97baad4c87be1e815918806210b3477421df04e6fe43e4674907d53

    Right:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        review:
          state: reviewed
          author: Ann
          by: [Ben]
          on: 2022-08-01
          content: 6e353bc8a97baad4c87be1e815918806210b3477421df04e6fe43e4674907d53
    """
    for entry in library:
        if is_outdated(entry):
            message = "the record has changed since its review, so it counts as drafted"
            if entry.record.review.content is None:
                message = (
                    "nothing says which content was reviewed, so it counts as drafted"
                )
            advice = f"review it again: `briefbook review {entry.ref} --by NAME`"
            yield Finding(entry.span("review", "state"), message, advice)
