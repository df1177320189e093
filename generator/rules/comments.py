"""Rules about readers' comments, which strangers write."""

from collections.abc import Iterator

from generator.core.refs import Ref
from generator.library.facts import Facts
from generator.library.library import Library
from generator.reading.markdown import check_markdown
from generator.reading.narrative import value_places
from generator.records.comment import Comment
from generator.rules.registry import Finding, rule


@rule("comment.markup")
def comments_are_plain(library: Library, _: Facts) -> Iterator[Finding]:
    """A comment holds paragraphs, emphasis and links to the open web, as a narrative does.

    Wrong:
        -- comments/first.yml --
        id: first
        'on': policies/smallest
        author: A reader
        date: 2022-08-01
        text: Look at <b>this</b>.

    Right:
        -- comments/first.yml --
        id: first
        'on': policies/smallest
        author: A reader
        date: 2022-08-01
        text: Look at *this*.
    """
    for entry in library.comments:
        at = value_places(entry.document, ("text",))
        for found in check_markdown(entry.record.text, at):
            message = found.message.replace("a narrative", "a comment")
            yield Finding(found.span, message, found.help)


@rule("comment.lost-answer")
def answers_stand_below_comments(library: Library, _: Facts) -> Iterator[Finding]:
    """An answer is about the same record as the comment it answers, and not about itself.

    Otherwise no page would show it.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        -- comments/first.yml --
        id: first
        'on': policies/smallest
        author: A reader
        date: 2022-08-01
        text: Is it so?
        -- comments/second.yml --
        id: second
        'on': policies/second
        author: Another reader
        date: 2022-08-02
        text: It is.
        reply_to: first

    Right:
        -- comments/first.yml --
        id: first
        'on': policies/smallest
        author: A reader
        date: 2022-08-01
        text: Is it so?
        -- comments/second.yml --
        id: second
        'on': policies/smallest
        author: Another reader
        date: 2022-08-02
        text: It is.
        reply_to: first
    """
    for entry in library.comments:
        comment = entry.record
        if comment.reply_to is None:
            continue
        parent = library.get(comment.reply_to, Comment)
        message = f"this is on `{comment.on}`, what it answers is on `{parent.on}`"
        if parent.on != comment.on:
            yield Finding(entry.span("on"), message, f"write `{parent.on}`")
        elif _answers_itself(library, entry.ref):
            message = "the answers go round in a circle"
            yield Finding(entry.span("reply_to"), message, "name the comment above")


def _answers_itself(library: Library, ref: Ref) -> bool:
    seen: set[Ref] = set()
    at = library.get(ref, Comment).reply_to
    while at is not None and at != ref and at not in seen:
        seen.add(at)
        at = library.get(at, Comment).reply_to
    return at == ref


SHOWN_ON = frozenset({"briefings", "policies"})
"""Kinds whose pages show the comments on them."""


@rule("comment.not-shown")
def comments_are_on_pages_that_show_them(
    library: Library, _: Facts
) -> Iterator[Finding]:
    """A comment is on a briefing or a policy.

    Other pages show no comments, so nobody would read it.

    Wrong:
        -- comments/hello.yml --
        id: hello
        on: places/nowhere
        author: Ann
        date: 2022-08-01
        text: Where is it?

    Right:
        -- comments/hello.yml --
        id: hello
        on: policies/smallest
        author: Ann
        date: 2022-08-01
        text: Where is it?
    """
    for entry in library.comments:
        on = entry.record.on
        if on.kind not in SHOWN_ON or on.part:
            message = f"nothing shows a comment on `{on}`"
            advice = "put it on a briefing or a policy"
            yield Finding(entry.span("on"), message, advice)
