"""What a text of the dossier says, and whether a record says it too.

Sentences were written anew for the records, so only facts are compared: numbers, names, Chinese
words, and most of the other words.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.content.dossier import Entry

MOST = 0.5
"""Share of a note's words that its record must have, in whatever order."""
Difference = tuple[str, str, object, object]
"""The record, the field, the dossier's value, ours."""


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 (likewise)
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else ():
        yield from texts(part)
    for part in value if isinstance(value, list) else ():
        yield from texts(part)


_ID = re.compile(r"\(?\b[cegikmost]-[a-z0-9][\w-]*\)?")


def plain(text: str) -> str:
    """Text for comparison: no dossier ids, one form of quotes, dashes, units."""
    text = re.sub(r"\bbn\b", "billion", _ID.sub("", text).replace("’", "'"))
    text = text.translate(str.maketrans("–−", "--")).replace("%", " percent")
    return re.sub(r"\bscene(s?)\b", r"scenario\1", text)


def facts(text: str) -> set[str]:
    """The numbers, Chinese words and names in a text."""
    text = plain(text)
    numbers = set(re.findall(r"\d[\d,.]*(?<=\d)", text))
    chinese = set(re.findall(r"[㐀-鿿]+", text))
    names = set(re.findall(r"(?<=[a-z,;] )[A-Z][A-Za-z]{2,}", text))
    return numbers | chinese | names


def stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text."""
    return {word[:4].lower() for word in re.findall(r"[A-Za-z]{4,}", plain(text))}


def lost(text: str, held: Entry) -> list[Difference]:
    """What a text of the dossier says and our record does not."""
    whole = plain(" ".join(texts(held)))
    missing = sorted(fact for fact in facts(text) if fact not in whole)
    wanted = stems(text)
    share = len(wanted & stems(whole)) / len(wanted) if wanted else 1.0
    if missing:
        return [(held["id"], "facts", text, missing)]
    return [(held["id"], "words", text, round(share, 2))] if share < MOST else []


def differing(held_id: str, pairs: dict[str, tuple[Any, Any]]) -> list[Difference]:
    """The pairs of dossier value and our value that are not equal."""
    return [
        (held_id, k, a, b) for k, (a, b) in pairs.items() if (a or None) != (b or None)
    ]
