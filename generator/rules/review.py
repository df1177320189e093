"""Rules about reviews: who, when, and of which content. Days in the future: rules/time.py."""

from collections.abc import Iterator

from generator.core.problems import Severity
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.review import is_outdated, is_same_person
from generator.rules.registry import Finding, rule

ASK = "ask somebody else"


@rule("evidence.own-review")
def reviewers_are_others(library: Library, _: Facts) -> Iterator[Finding]:
    """Nobody reviews a record of their own, and nobody reviews one twice.

    Names are the same whatever their case, white space and Unicode form.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        review:
          state: reviewed
          author: Ann
          by: [Ann]
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
        review = entry.record.review
        before = [review.author] if review.author else []
        for index, name in enumerate(review.by):
            if any(is_same_person(name, one) for one in before):
                is_own = review.author and is_same_person(name, review.author)
                message = (
                    f"`{name}` reviewed a record of their own"
                    if is_own
                    else f"`{name}` stands here twice"
                )
                yield Finding(entry.span("review", "by", index), message, ASK)
            before.append(name)


@rule("review.incomplete")
def reviews_say_who_and_when(library: Library, _: Facts) -> Iterator[Finding]:
    """A review names who drafted the record, who reviewed it and on which day.

    `reviewed` needs one reviewer, `second-reviewed` two.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        review:
          state: reviewed
          author: Ann
          by: [Ben]
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
    needed = {"drafted": 0, "reviewed": 1, "second-reviewed": 2}
    for entry in library:
        review = entry.record.review
        if review.state == "drafted":
            continue
        span = entry.span("review", "state")
        if len(review.by) < needed[review.state]:
            message = f"`{review.state}` needs {needed[review.state]} in `by`"
            yield Finding(span, message, "name who reviewed it")
        if review.author is None:
            message = f"`{review.state}`, but nothing says who drafted the record"
            yield Finding(span, message, "add `author`")
        if review.on is None:
            message = f"`{review.state}`, but nothing says on which day"
            yield Finding(span, message, "add `on`")


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
