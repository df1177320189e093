"""Who has compared a record with its sources, and whether that still holds.

A review is of one content: whoever changes a record afterwards takes it back to `drafted`, without
doing anything for it. Writing a review into its file is left to records/edit.py and publish/.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from generator.records.base import Entry, Record
from generator.records.edit import Fields

ReviewState = Literal["drafted", "reviewed", "second-reviewed"]


class ReviewError(Exception):
    """This person cannot review this record now: one sentence."""


def content_hash(entry: Entry[Record]) -> str:
    """SHA-256 of everything a record says, however it is laid out.

    Layout is the order of fields, quotes and line breaks. The review itself is left out; the
    narrative of a briefing belongs to it.
    """
    document = entry.document
    said: dict[str, Any] = {
        "fields": _canonical(
            {key: one for key, one in document.value.items() if key != "review"}
        )
    }
    if document.narrative is not None:
        lines = document.narrative.text.strip().splitlines()
        said["narrative"] = [_composed(line.rstrip()) for line in lines]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def review_state(entry: Entry[Record]) -> ReviewState:
    """How far the record has been reviewed as it stands now."""
    return "drafted" if is_outdated(entry) else entry.record.review.state


def is_outdated(entry: Entry[Record]) -> bool:
    """Whether a review is recorded, but of another content, or of nobody knows which."""
    review = entry.record.review
    return review.state != "drafted" and review.content != content_hash(entry)


def reviewed(entry: Entry[Record], by: str, on: date) -> Fields:
    """The fields of `review` after `by` has compared the record with its sources on day `on`.

    The second person to review the same content makes it `second-reviewed`. A changed record
    begins anew: those who reviewed its old content are no longer named.
    """
    review, name = entry.record.review, " ".join(by.split())
    if review.author is None:
        raise ReviewError(
            f"{entry.ref} does not say who drafted it: add `author` to its `review`, "
            "so that nobody reviews their own work"
        )
    before = [] if review_state(entry) == "drafted" else review.by
    if is_same_person(name, review.author):
        raise ReviewError(
            f"`{name}` drafted {entry.ref}: somebody else has to review it"
        )
    if any(is_same_person(name, one) for one in before):
        raise ReviewError(
            f"`{name}` has reviewed {entry.ref} already, and it has not changed since"
        )
    return {
        "state": "second-reviewed" if before else "reviewed",
        "by": [*before, name],
        "on": on.isoformat(),
        "content": content_hash(entry),
    }


def is_same_person(one: str, other: str) -> bool:
    """Whether two names differ only in case, white space and Unicode form."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    """Folded twice: casefolding can undo the normal form (Unicode 15, D145)."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def _canonical(value: object) -> object:
    """Mappings without their order, texts without their line breaks."""
    if isinstance(value, Mapping):
        return {key: _canonical(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_canonical(one) for one in value]
    return _composed(value) if isinstance(value, str) else value


def _composed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
