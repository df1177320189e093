"""Damaged files give problems, never tracebacks; what is accepted is printed.

A seeded loop: each round damages a line or more of one file of the typical site and checks it; in
every tenth round its pages are made too, if nothing is wrong. An exception fails the test and
prints the file. More rounds:
`pytest tests/test_robustness.py --rounds 5000`.
"""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.core import reports
from generator.core.problems import Severity
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.pages.plan import plan
from generator.reading.excerpts import read_line
from generator.reading.project import read_templates
from tests.conftest import AS_OF, ROOT, SITES

Damage = Callable[[random.Random, list[bytes], int], None]
"""Changes a list of lines at an index."""

SIGNS = (
    *(
        b": [",
        b"\t",
        b"\0",
        b"{{ 7 * 7 }}",
        b"&a [*a]",
        b"\xe8\xa7",
        b"\xff",
        b"'",
        b'"',
    ),
    *(
        b"\xef\xbb\xbf",
        b"\r",
        b"\x1b[31m",
        b"!!python/object:os.system",
        b"<<: *a",
        b"#",
    ),
    *("\u202e".encode(), "\u200b".encode(), "\u2028".encode(), "\ufffe".encode()),
    *(b"]]", b"[[", b"[[target: x#y | z]]", b"\\#[", b"](javascript:x)", b"<script>"),
    *(
        b"9" * 400,
        b"1e999",
        b".nan",
        b"-0",
        b"0x1F",
        b"null",
        b"{}",
        b"[]",
        b"- ",
        b"---",
    ),
    *(
        b"[" * 300,
        b"- " * 300,
        b"> " * 300,
        b"*" * 3000,
        b"a" * 20_000,
        b"| |",
        b"<<<<<<< a",
    ),
    *(
        "e\u0301\u0301\u0301\u0301\u0301\u0301".encode(),
        "👩‍👩‍👧".encode(),
        "مدينة".encode(),
    ),
)
WORDS = (
    b"a",
    b"",
    b"true",
    b"no",
    b"2025",
    b"2022-02-30",
    b"x#y",
    b"policies/x",
    b"~",
    b"|",
)


def drop(_: random.Random, lines: list[bytes], at: int) -> None:
    """The line is gone."""
    del lines[at]


def double(_: random.Random, lines: list[bytes], at: int) -> None:
    """The line stands twice."""
    lines.insert(at, lines[at])


def indent(chance: random.Random, lines: list[bytes], at: int) -> None:
    """The line moves to the right or to the left."""
    line = lines[at]
    lines[at] = (
        b" " * chance.randint(1, 4) + line if chance.random() < 0.5 else line.lstrip()
    )


def swap(chance: random.Random, lines: list[bytes], at: int) -> None:
    """Two lines change places."""
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def append(chance: random.Random, lines: list[bytes], at: int) -> None:
    """Something stands at the end of the line."""
    lines[at] = lines[at].rstrip(b"\n") + chance.choice(SIGNS) + b"\n"


def insert(chance: random.Random, lines: list[bytes], at: int) -> None:
    """Something stands inside the line."""
    place = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + chance.choice(SIGNS) + lines[at][place:]


def cut(chance: random.Random, lines: list[bytes], at: int) -> None:
    """The rest of the file is gone."""
    lines[at:] = [lines[at][: chance.randint(0, len(lines[at]))]]


def replace(chance: random.Random, lines: list[bytes], at: int) -> None:
    """Another value stands after the colon."""
    name, colon, _ = lines[at].partition(b": ")
    if colon:
        lines[at] = name + colon + chance.choice((*SIGNS, *WORDS)) + b"\n"


DAMAGES: tuple[Damage, ...] = (drop, double, indent, swap, append, insert, cut, replace)


def read(root: Path, *, with_pages: bool) -> None:
    """Check a site, print what is wrong with it, make its pages if nothing is."""
    checked = pipeline.check(root, AS_OF)
    report = reports.as_text(checked.problems, lambda span: read_line(root, span))
    reports.as_github(checked.problems)
    reports.as_json(checked.problems)
    assert len(report) <= reports.LIMIT
    errors = [one for one in checked.problems if one.severity is Severity.ERROR]
    assert bool(errors) or (checked.library is not None and checked.facts is not None)
    if with_pages and not errors and checked.library and checked.facts:
        edition = plan(checked.library, checked.facts, Settings(AS_OF, "Typical"))
        assert list(make_artifacts(edition, read_templates(ROOT)))


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """How often to damage something."""
    return int(request.config.getoption("--rounds"))


def test_damaged_files_give_problems(rounds: int, tmp_path: Path) -> None:
    """Whatever happens to a line, there is a report or a site, and no exception."""
    root = tmp_path / "site"
    shutil.copytree(SITES / "typical", root)
    files = sorted(path for path in root.rglob("*") if path.is_file())
    for seed in range(rounds):
        chance = random.Random(seed)  # noqa: S311  a die, no secret
        path = chance.choice(files)
        whole = path.read_bytes()
        lines = whole.splitlines(keepends=True)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            if lines:
                chance.choice(DAMAGES)(chance, lines, chance.randrange(len(lines)))
        path.write_bytes(b"".join(lines))
        try:
            read(root, with_pages=seed % 10 == 0)
        except Exception as error:
            error.add_note(f"seed {seed}, {path.name}:\n{b''.join(lines)!r}")
            raise
        path.write_bytes(whole)


COSTLY = {
    "unknown references": (
        "policies/any-vr-2022.yml",
        "topics: [virtual-reality, extended-reality]",
        "topics:\n" + "".join(f"- virtual-realit-{n}\n" for n in range(4_000)),
    ),
    "unknown fields": (
        "policies/any-vr-2022.yml",
        "type: action-plan",
        "type: action-plan\n" + "".join(f"summari{n}: x\n" for n in range(4_000)),
    ),
    "words that are not listed": (
        "claims/one-in-three.yml",
        "differences: [scope, unit, horizon]",
        "differences:\n" + "- scop\n" * 4_000,
    ),
    "pieces of evidence": (
        "observations/devices-2025.yml",
        "evidence:\n",
        "evidence:\n"
        + "".join(f"  - {{source: gazette, locator: l{n}}}\n" for n in range(2_000)),
    ),
    "equal headings": ("briefings/every-reference.md", "A policy:", "## a\n\n" * 2_000),
    "open emphasis": ("briefings/every-reference.md", "A policy:", "**a " * 4_500),
    "underscores": ("briefings/every-reference.md", "A policy:", "_a" * 9_000),
    "a wide table": (
        "briefings/every-reference.md",
        "A policy:",
        "|-" * 4_000 + "\n" + "|a" * 4_000 + "\n\n",
    ),
    "quotation marks": ("briefings/every-reference.md", "A policy:", "“" * 19_000),
    "a numeral": ("observations/devices-2025.yml", "1,234,567", "1," * 9_000),
    "a Chinese numeral": ("observations/devices-2025.yml", "1,234,567", "万亿" * 9_000),
    "a document number": (
        "policies/any-vr-2022.yml",
        "设部联〔2022〕148号",
        "〔2022〕" * 3_000,
    ),
    "an address": (
        "sources/daily-herald.yml",
        "https://reprints.example/herald/2022-07-09.html",
        "https://" + "a." * 9_000 + "com",
    ),
}
SECONDS = 5.0
"""Far above what any of them takes, far below what a loop in a loop would."""


@pytest.mark.parametrize("case", COSTLY)
def test_no_input_takes_long(case: str, tmp_path: Path) -> None:
    """Long lists, long words and pathological Markdown are accepted or refused in time."""
    name, old, new = COSTLY[case]
    root = tmp_path / "site"
    shutil.copytree(SITES / "typical", root)
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    begun = time.process_time()
    read(root, with_pages=False)
    assert time.process_time() - begun < SECONDS
