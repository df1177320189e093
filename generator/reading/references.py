"""References in texts: `[[policies/cn-vr-2022]]`, `[[target: cn-vr-2022#devices | deadline]]`.

Finds them and judges their form. Whether the record exists is left to library/.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.core.frozen import frozen
from generator.core.problems import Problem
from generator.core.refs import Ref, parse_ref
from generator.core.spans import Span
from generator.core.suggest import did_you_mean
from generator.reading.places import At
from generator.reading.quoting import listed, quoted

FOLDER_OF_WORD: Mapping[str, str] = MappingProxyType(
    {
        "claim": "claims",
        "conflict": "conflicts",
        "count": "policies",
        "event": "events",
        "observation": "observations",
        "source": "sources",
        "target": "policies",
        "term": "terms",
    }
)
"""The word before the colon and where its records stand."""

_MOST = 100
_NOT_SOURCES = FOLDER_OF_WORD.keys() - {"source"}
_WITH_PARTS = {"count", "observation", "source", "target"}
_REFERENCE = re.compile(
    r"(?<!\\)\[\["
    r"(?P<body>(?:[^\[\]\n]|\](?!\])|\[(?!\[)|\n(?![ \t]*(?:\n|\Z)))*)"
    r"(?P<end>\]\])?"
)
_BODY = re.compile(r"(?:(?P<word>[^:|/#]*):)?(?P<address>[^|]*)(?:\|(?P<aspect>.*))?")
_CLOSE_HELP = "close it with `]]`"
_ASPECT_HELP = "write what to show, or delete the `|`"
_LINK_HELP = "write folder and id, for example `[[policies/cn-vr-2022]]`"
_TARGET_HELP = "write policy and target, for example `[[target: cn-vr-2022#devices]]`"


@frozen
class Reference:
    """One `[[…]]` of the right form."""

    kind_word: str
    """The word before the colon; empty in a plain link."""
    address: str
    """What the author wrote: `policies/cn-vr-2022`, or `cn-vr-2022#devices` after a word."""
    aspect: str
    """What stands after `|`: a part, a locator, the words of a link; empty if nothing does."""
    span: Span
    start: int
    end: int
    """Offsets of the brackets in the text; the end is exclusive."""
    raw: str
    ref: Ref
    """The record it names."""


def find_references_in(text: str, at: At) -> tuple[list[Reference], list[Problem]]:
    """The references of a text in their order, and the first hundred that are malformed."""
    references: list[Reference] = []
    problems: list[Problem] = []
    for match in _REFERENCE.finditer(text):
        result = _read(match, at)
        if isinstance(result, Reference):
            references.append(result)
        elif len(problems) < _MOST:
            problems.append(result)
    return references, problems


def bracketed(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where references stand, malformed ones too, and whether each is meant as a source."""
    for match in _REFERENCE.finditer(text):
        word, colon, _ = match["body"].partition(":")
        is_other = not colon or word.strip() in _NOT_SOURCES
        yield *match.span(), not is_other


def link_words(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of links stand, which authors write: `[[policies/x | the plan]]`.

    Of targets and observations a part stands there, of sources a place in them, of counts a list.
    """
    for match in _REFERENCE.finditer(text):
        address, bar, words = match["body"].partition("|")
        word, colon, _ = address.partition(":")
        if bar and not (colon and word.strip() in _WITH_PARTS):
            yield match.end("body") - len(words), match.end("body")


def _read(match: re.Match[str], at: At) -> Reference | Problem:
    if not match["end"]:
        return _malformed(match, at, "[[", "the reference is not closed", _CLOSE_HELP)
    body = _BODY.fullmatch(" ".join(match["body"].split()))
    word, address, aspect = (
        (part or "").strip() for part in (body.groups() if body else ("", "", ""))
    )
    if not word and not address:
        return _malformed(match, at, "", "the reference names nothing", _LINK_HELP)
    if word and word not in FOLDER_OF_WORD:
        message = f"there are no references of the kind {quoted(word)}"
        return _malformed(match, at, word, message, _known_words(word))
    if "|" in match["body"] and not aspect:
        return _malformed(match, at, "|", "nothing stands after `|`", _ASPECT_HELP)
    folder = FOLDER_OF_WORD.get(word)
    ref = parse_ref(f"{folder}/{address}" if folder else address)
    if ref is None or (word == "target" and not ref.part):
        return _no_address(match, at, word, address)
    span = _span(match, at)
    return Reference(word, address, aspect, span, *match.span(), match[0], ref)


def _no_address(match: re.Match[str], at: At, word: str, address: str) -> Problem:
    advice = _LINK_HELP
    if word:
        advice = f"write the id of the {word}: the name of its file without the ending"
    if word == "target":
        advice = _TARGET_HELP
    if "：" in address:
        advice = "write an ordinary colon and a blank instead of `：`"
    message = f"{quoted(address)} is not the address of a record"
    if word == "target" and parse_ref(f"policies/{address}"):
        message = f"{quoted(address)} names a policy and none of its targets"
    if not address:
        message = f"no record is named after `{word}:`"
    return _malformed(match, at, address, message, advice)


def _known_words(word: str) -> str:
    words = listed(sorted(FOLDER_OF_WORD))
    return did_you_mean(word[:40], FOLDER_OF_WORD) or (
        f"there are {words}; a plain link has folder and id, as `[[policies/cn-vr-2022]]`"
    )


def _malformed(
    match: re.Match[str], at: At, words: str, message: str, advice: str
) -> Problem:
    """At the words that are wrong, or at the whole reference."""
    found = match[0].find(words) if words else -1
    span = at(match.start() + found, len(words)) if found >= 0 else _span(match, at)
    return Problem(span, "reference.malformed", message, help=advice)


def _span(match: re.Match[str], at: At) -> Span:
    return at(match.start(), len(match[0].split("\n", 1)[0]))
