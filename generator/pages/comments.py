"""Readers' comments on a record, with the answers below them."""

from urllib.parse import urlencode

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.wording import date_words
from generator.pages.sheet import Sheet
from generator.pages.views import Day, Words


@frozen
class CommentView:
    """One comment and its answers."""

    id: str
    author: Words
    day: Day
    paragraphs: tuple[Words, ...]
    answers: tuple["CommentView", ...]


@frozen
class Comments:
    """The comments on a record, and where to write one."""

    listed: tuple[CommentView, ...]
    write_url: str
    """A new file at the forge; empty without one."""


def comments_on(sheet: Sheet, ref: Ref) -> Comments:
    """All comments on a record, oldest first."""
    about = [one for one in sheet.site.library.comments if one.record.on == ref]

    def answers_to(parent: Ref | None) -> tuple[CommentView, ...]:
        return tuple(
            CommentView(
                id=f"comment-{one.record.id}",
                author=Words(one.record.author, ref=str(one.ref)),
                day=Day(date_words(one.record.date), one.record.date.edtf),
                paragraphs=tuple(
                    Words(text, ref=str(one.ref))
                    for text in one.record.text.split("\n\n")
                ),
                answers=answers_to(one.ref),
            )
            for one in about
            if one.record.reply_to == parent
        )

    return Comments(answers_to(None), _write_url(sheet, ref))


def _write_url(sheet: Sheet, ref: Ref) -> str:
    settings = sheet.site.settings
    if not settings.repo_url:
        return ""
    day = settings.as_of.isoformat()
    text = (
        f"id: {ref.id}-your-name\n'on': {ref}\nauthor: Your name\n"
        f"date: {day}\ntext: |-\n  Your comment.\n"
    )
    name = f"content/comments/{ref.id}-your-name.yml"
    query = urlencode({"filename": name, "value": text})
    return f"{settings.repo_url}/new/main?{query}"
