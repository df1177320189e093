"""A reader's comment (schema:Comment): a file, so moderation is a merge."""

from generator.records.base import Record
from generator.records.fields import Address, CommentRef, Date, Localized, Text


class Comment(Record):
    """What a reader says about a briefing or a record."""

    title: Localized = {}
    """Comments need no title."""
    on: Address
    """What it is about: `briefings/market-news`."""
    author: Text
    """The name to print."""
    date: Date
    """The day it was written."""
    text: Text
    """Plain paragraphs, with an empty line between them."""
    reply_to: CommentRef | None = None
    """The comment it answers."""
