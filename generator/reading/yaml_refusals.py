"""The sentences for YAML that is well-formed and yet refused: it could be read in two ways."""

from typing import NamedTuple

from generator.reading.characters import describe
from generator.reading.quoting import quoted


class Place(NamedTuple):
    """Line and column, both from 0."""

    line: int
    column: int


class Finding(NamedTuple):
    """A problem before it knows its file."""

    place: Place
    length: int
    rule: str
    message: str
    help: str


SIGN_HELP = "put the text in quotes if the sign belongs to it"

_PROPERTIES = {
    "*": ("syntax.alias", "repeats a value from elsewhere (an alias)"),
    "&": ("syntax.anchor", "names the value for later use (an anchor)"),
    "!": ("syntax.tag", "gives the value a type (a tag)"),
}


def node_property(place: Place, words: str) -> Finding:
    """An alias, an anchor or a tag."""
    rule, meaning = _PROPERTIES[words[0]]
    return Finding(
        place,
        len(words),
        rule,
        f"{quoted(words)} {meaning}, and records have none",
        f"write the value itself; {SIGN_HELP}",
    )


def merge_key(place: Place) -> Finding:
    """`<<: *defaults`."""
    return Finding(
        place,
        2,
        "syntax.merge-key",
        "`<<` takes fields from elsewhere, and a record stands for itself",
        "write the fields themselves",
    )


def complex_key(place: Place) -> Finding:
    """A list, a mapping, several lines or nothing where a field's name is expected."""
    return Finding(
        place,
        1,
        "syntax.complex-key",
        "the name of a field is not a word",
        f"write one word before the colon; {SIGN_HELP}",
    )


def odd_blank(place: Place, key: str) -> Finding:
    """A no-break or full-width blank at the beginning of a line."""
    return Finding(
        place,
        len(key) - len(key.lstrip()),
        "syntax.odd-blank",
        f"{describe(key[0])} stands where only ordinary blanks may stand",
        "indent with blanks, two for each step",
    )


def no_value(place: Place, name: str, word: str, *, is_flow: bool) -> Finding:
    """A field or item that is empty or says `null`."""
    if word:
        message = f"`{word}` is no value"
        advice = "leave the line out, or put the word in quotes if it is meant"
        return Finding(place, len(word), "syntax.null", message, advice)
    advice = "write the value, or leave the line out"
    if is_flow:
        advice = "write the value; put a text with a comma in quotes"
    owner = f"the field {quoted(name)}" if name else "the list item"
    advice = advice if name else advice.replace("value", "item")
    return Finding(place, 1, "syntax.null", f"{owner} has no value", advice)


def thousands(place: Place, number: str) -> Finding:
    """`{amount: 350,000}`."""
    return Finding(
        place,
        len(number),
        "syntax.thousands",
        f"the number `{number}` has commas, and between braces they part fields",
        f"write all digits without separators: `{number.replace(',', '')}`",
    )


def no_mapping(place: Place, what: str, length: int) -> Finding:
    """A file that holds one text or a list."""
    return Finding(
        place,
        length,
        "syntax.not-a-mapping",
        f"{what} stands where fields are expected",
        "write the record as `name: value` lines",
    )


def empty() -> Finding:
    """Nothing but blanks and comments."""
    return Finding(
        Place(0, 0),
        1,
        "syntax.empty",
        "there are no fields here",
        "write the record as `name: value` lines, or delete the file",
    )


def second_document(place: Place, words: str) -> Finding:
    """One file, one record."""
    return Finding(
        place,
        len(words),
        "syntax.second-document",
        "a second record begins here",
        "put it in a file of its own",
    )


def directive(place: Place, words: str) -> Finding:
    """`%YAML 1.1`."""
    return Finding(
        place,
        len(words),
        "syntax.directive",
        f"{quoted(words)} is an instruction to a program, and records have none",
        "delete the line",
    )


def too_deep(place: Place, depth: int) -> Finding:
    """Nesting that no record needs."""
    return Finding(
        place,
        1,
        "syntax.nesting",
        f"values are nested more than {depth} deep",
        f"write the fields at their own place; {SIGN_HELP}",
    )


def too_many(place: Place, most: int) -> Finding:
    """More values than a person would write."""
    return Finding(
        place,
        1,
        "syntax.too-many-values",
        f"the file holds more than {most:,} values",
        "split the record",
    )


def comment(place: Place, words: str) -> Finding:
    """`plan #5` loses its number without a word."""
    return Finding(
        place,
        len(words),
        "syntax.comment-in-text",
        f"{quoted(words)} is a comment and no part of the text",
        "put the text in quotes, or a blank after `#` if a comment is meant",
    )
