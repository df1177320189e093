"""The explorers' indexes as JSON: words that many rows share once, rows by their numbers."""

import json
import posixpath
from collections.abc import Iterator, Mapping
from typing import Any

from generator.core.artifacts import Artifact
from generator.pages.explorer_index import Cell, Column, ExplorerIndex, Facet, Sort
from generator.pages.page import Edition


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """One index for each page that has an explorer."""
    for page in edition.pages:
        index = page.context.get("explorer")
        if isinstance(index, ExplorerIndex):
            path = posixpath.join(posixpath.dirname(page.path), index.file)
            yield Artifact(path, _json(index))


def _json(index: ExplorerIndex) -> bytes:
    fields = [*(facet.key for facet in index.facets), *index.repeated]
    words = {field: _words(index, field) for field in fields}
    content = {
        "name": index.many,
        "one": index.one,
        "many": index.many,
        "base": index.base,
        "fields": index.fields,
        "columns": [_column(column) for column in index.columns],
        "facets": [_facet(facet) for facet in index.facets],
        "sorts": [_sort(sort) for sort in index.sorts],
        "search": index.search,
        "conflicts": index.conflicts,
        "conflicts_at": index.conflicts_at,
        "dict": {key: list(found) for key, found in words.items()},
        "rows": [_row(index, row, words) for row in index.rows],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _words(index: ExplorerIndex, key: str) -> dict[str, int]:
    """The values of a field in alphabetical order with their numbers."""
    at = index.fields.index(key)
    found = {one for row in index.rows for one in _several(row[at])}
    return {word: number for number, word in enumerate(sorted(found))}


def _several(cell: Cell) -> tuple[str, ...]:
    if cell is None or cell == "":
        return ()
    return cell if isinstance(cell, tuple) else (str(cell),)


def _row(
    index: ExplorerIndex, row: tuple[Cell, ...], words: Mapping[str, Mapping[str, int]]
) -> list[Any]:
    return [
        _numbers(cell, words[field]) if field in words else cell
        for field, cell in zip(index.fields, row, strict=True)
    ]


def _numbers(cell: Cell, words: Mapping[str, int]) -> int | list[int] | None:
    numbers = [words[one] for one in _several(cell)]
    if isinstance(cell, tuple):
        return numbers
    return numbers[0] if numbers else None


def _column(column: Column) -> dict[str, Any]:
    options = {
        "link": column.link,
        "lang": column.lang,
        "sub": column.sub,
        "sub_lang": column.sub_lang,
        "note": column.note,
        "above": column.above,
        "disputed": column.disputed,
        "evidence": column.evidence,
        "words": column.words,
        "num": column.num,
        "none": column.none,
    }
    given = {key: value for key, value in options.items() if value}
    return {"key": column.key, "label": column.label, **given}


def _facet(facet: Facet) -> dict[str, Any]:
    order = {"order": "desc"} if facet.newest_first else {}
    return {"key": facet.key, "label": facet.label, **order}


def _sort(sort: Sort) -> dict[str, Any]:
    desc = {"desc": True} if sort.is_descending else {}
    return {"key": sort.key, "label": sort.label, "by": sort.by, **desc}
