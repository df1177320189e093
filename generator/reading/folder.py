"""The content folder as documents: the only reader of authors' files.

Opens `content/<kind>/<id>.yml`, `content/briefings/<id>.md` and `content/publication.yml`, each
after its size was looked at. What the values mean is left to records/.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.core.documents import Document
from generator.core.problems import Problem
from generator.core.spans import Loc, Span
from generator.reading.content_files import (
    BRIEFINGS,
    PUBLICATION,
    ContentFile,
    find_files,
    unreadable,
)
from generator.reading.narrative import (
    check_narrative,
    find_marks,
    find_references_in,
    split_front_matter,
    value_places,
)
from generator.reading.text_file import LARGEST, decode
from generator.reading.yaml_file import parse_yaml


def load(root: Path, kinds: Collection[str]) -> tuple[list[Document], list[Problem]]:
    """Every document below `root`, by path, and what is wrong with the files and their syntax.

    `kinds` are the names of the folders. A file of which a part cannot be known gives no
    document. Narratives and the texts of front matter are looked through as well (narrative.py),
    except for numbers in front matter: only record types know which fields are text.
    """
    files, problems = find_files(root, ({*kinds} | {BRIEFINGS}) - {PUBLICATION})
    documents: list[Document] = []
    for file in files:
        document, found = _read(file)
        problems += found
        if document is not None:
            documents.append(document)
    return documents, sorted(problems, key=lambda problem: problem.sort_key)


def _read(file: ContentFile) -> tuple[Document | None, list[Problem]]:
    if file.size > LARGEST:
        return None, [_too_large(file)]
    try:
        with file.path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        return None, [unreadable(file.shown, error)]
    text, problems = decode(raw, file.shown)
    if text is None:
        return None, problems
    read = _briefing if file.kind == BRIEFINGS else _record
    document, found = read(file, text)
    return document, problems + found


def _record(file: ContentFile, text: str) -> tuple[Document | None, list[Problem]]:
    value, positions, problems = parse_yaml(text, file.shown)
    if value is None or positions is None:
        return None, problems
    return Document(file.kind, file.id, value, positions, text=text), problems


def _briefing(file: ContentFile, text: str) -> tuple[Document | None, list[Problem]]:
    front, narrative, problems = split_front_matter(text, file.shown)
    if front is None:
        return None, problems
    value, positions, found = parse_yaml(front, file.shown, first_line=2)
    problems += found
    if narrative is not None:
        problems += check_narrative(narrative)
    if value is None or positions is None or narrative is None:
        return None, problems
    document = Document(file.kind, file.id, value, positions, narrative, text)
    return document, problems + _front_texts(document)


def _front_texts(document: Document) -> list[Problem]:
    """Malformed references and marks in headlines, key points and the like."""
    problems: list[Problem] = []
    for loc, text in _texts(document.value):
        if "[[" in text or "\\#[" in text:
            at = value_places(document, loc)
            problems += find_references_in(text, at)[1] + find_marks(text, at)[1]
    return problems


def _texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every string of a value with the way to it."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*loc, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*loc, index))


def _too_large(file: ContentFile) -> Problem:
    return Problem(
        Span(file.shown),
        "file.too-large",
        f"the file is larger than {LARGEST // 1_000_000} MB",
        help="split the record, or take out what is no text",
    )
