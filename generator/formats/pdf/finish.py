"""The last touch: what the engine cannot say yet, and smaller files.

The engine marks the head of a table, but not the headings of its rows. They get their
scope here. Everything is written with object streams, and with an identifier that is
made from the content.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf

RowHeadings = Sequence[Sequence[Sequence[bool]]]
"""For each cell of each row of each table, heads left out, whether it heads its row."""


def finish(pdf: bytes, row_headings: RowHeadings) -> bytes:
    """The same pages, with row headings in the structure, written compactly."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        _mark_row_headings(opened, row_headings)
        opened.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return out.getvalue()


def _mark_row_headings(pdf: pikepdf.Pdf, row_headings: RowHeadings) -> None:
    tables = list(_elements(pdf.Root.StructTreeRoot, "/Table"))
    for table, rows in zip(tables, row_headings, strict=True):
        body = (row for row in _elements(table, "/TR") if _holds_values(row))
        for row, headings in zip(body, _with_values(rows), strict=True):
            for cell, is_heading in zip(_children(row), headings, strict=True):
                if is_heading and cell.S == "/TD":
                    cell.S = pikepdf.Name("/TH")
                    cell.A = _scope(cell.get("/A"))


def _with_values(rows: Sequence[Sequence[bool]]) -> Iterator[Sequence[bool]]:
    """Rows that do not consist of headings alone."""
    return (row for row in rows if not all(row))


def _holds_values(row: pikepdf.Object) -> bool:
    return any(cell.S == "/TD" for cell in _children(row))


def _scope(attributes: pikepdf.Object | None) -> pikepdf.Object:
    """The attributes of a cell, with the scope of a row's heading among them."""
    scope = pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=pikepdf.Name("/Row"))
    if attributes is None:
        return scope
    others = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for other in others:
        if other.get("/O") == "/Table":
            other.Scope = scope.Scope
            return attributes
    return pikepdf.Array([*others, scope])


def _elements(top: pikepdf.Object, name: str) -> Iterator[pikepdf.Object]:
    """Structure elements of one name below another, in reading order."""
    stack = [top]
    while stack:
        element = stack.pop()
        if element.get("/S") == name:
            yield element
        stack.extend(reversed(list(_children(element))))


def _children(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements that stand directly in one."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
