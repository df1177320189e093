r"""What can be wrong with content, documented: `briefbook explain` prints it, a test tries it.

Examples are files of the content folder in txtar form: each begins with `-- policies/x.yml --`.
What cannot be typed is written as an escape, `\x00` for a byte, `\u{200b}` for a character,
`\{a*20001}` for a repetition, and a symbolic link as `-- policies/x.yml -> elsewhere.yml --`.
"""

import re

from generator.core.frozen import frozen
from generator.core.problems import Severity

_HEAD = re.compile(r"^-- (?P<path>\S+)(?: -> (?P<link>\S+))? --[ \t]*\n?", re.MULTILINE)
_ESCAPE = re.compile(
    r"\\x(?P<byte>[0-9a-f]{2})|\\u\{(?P<sign>[0-9a-f]+)\}"
    r"|\\\{(?P<words>[^*{}]+)\*(?P<times>\d+)\}"
)


@frozen
class RuleDoc:
    """One rule: what must hold, with a wrong and a right example.

    Both are empty where no file can show it: a missing folder, a lost permission.
    """

    id: str
    severity: Severity
    text: str
    wrong: str
    right: str


@frozen
class ExampleFile:
    """A file of an example: its bytes, or where it points if it is a link."""

    path: str
    content: bytes
    link: str = ""


def example_files(example: str) -> list[ExampleFile]:
    """The files of an example in their order."""
    heads = list(_HEAD.finditer(example))
    ends = [head.start() for head in heads[1:]] + [len(example)]
    return [
        ExampleFile(
            head["path"], _unescaped(example[head.end() : end]), head["link"] or ""
        )
        for head, end in zip(heads, ends, strict=True)
    ]


def _unescaped(text: str) -> bytes:
    parts: list[bytes] = []
    start = 0
    for match in _ESCAPE.finditer(text):
        parts += [text[start : match.start()].encode(), _meant(match)]
        start = match.end()
    return b"".join([*parts, text[start:].encode()])


def _meant(match: re.Match[str]) -> bytes:
    if match["byte"]:
        return bytes([int(match["byte"], 16)])
    if match["sign"]:
        return chr(int(match["sign"], 16)).encode()
    return match["words"].encode() * int(match["times"])
