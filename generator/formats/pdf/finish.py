"""The last touch: what the engine cannot say yet, and smaller files.

The template draws a table anew on each page; here its parts become one table again, and
the headings of rows get their scope. It draws notes as a list; here they become notes.
It draws items of lists one by one; here they are one list.
Everything is written with object streams, and
with an identifier that is made from the content.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf

Rows = Sequence[Sequence[bool]]
"""For each cell of each row of a table, heads left out, whether it heads its row."""


def finish(pdf: bytes, tables: Sequence[Rows]) -> bytes:
    """The same pages, with whole tables in the structure, written compactly."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        top = opened.Root.StructTreeRoot
        _mend_tables(top, tables)
        _name_notes(opened, top)
        _join_lists(top)
        opened.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return out.getvalue()


def _mend_tables(top: pikepdf.Object, tables: Sequence[Rows]) -> None:
    parts = _elements(top, "/Table")
    for rows in tables:
        table = next(parts)
        found = _value_rows(table)
        while len(found) < len(rows):
            found += _take_over(table, next(parts))
        for row, headings in zip(found, rows, strict=True):
            _mark_headings(row, headings)
    if next(parts, None) is not None:
        raise ValueError("the file has more tables than the document")


def _mark_headings(row: pikepdf.Object, headings: Sequence[bool]) -> None:
    for cell, is_heading in zip(_children(row), headings, strict=True):
        if is_heading and cell.S == "/TD":
            cell.S = pikepdf.Name("/TH")
            cell.A = _with_scope(cell.get("/A"))


def _with_scope(attributes: pikepdf.Object | None) -> pikepdf.Object:
    """The attributes of a cell, with the scope of a row's heading among them."""
    scope = pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=pikepdf.Name("/Row"))
    owners = _attribute_owners(attributes)
    for owner in owners:
        if owner.get("/O") == "/Table":
            owner.Scope = scope.Scope
            return pikepdf.Array(owners)
    return pikepdf.Array([*owners, scope])


def _attribute_owners(attributes: pikepdf.Object | None) -> list[pikepdf.Object]:
    if attributes is None:
        return []
    return list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]


# Parts of a table


def _take_over(table: pikepdf.Object, part: pikepdf.Object) -> list[pikepdf.Object]:
    """Append the rows of a table's part on a later page; heads drawn again go.

    Gives the rows with values among them.
    """
    body = list(_elements(table, "/TBody"))[-1]
    values = _value_rows(part)
    for row in list(_elements(part, "/TR")):
        if _says_something(row):
            _forget_heads(row)
            row.P = body
            body.K.append(row)
    parent = part.P
    siblings = [kid for kid in parent.K if kid.objgen != part.objgen]
    parent.K = pikepdf.Array(siblings)
    return values


def _value_rows(table: pikepdf.Object) -> list[pikepdf.Object]:
    """Rows that stand below the heads and hold at least one value."""
    return [
        row
        for row in _elements(table, "/TR")
        if any(cell.S == "/TD" for cell in _children(row))
    ]


def _says_something(row: pikepdf.Object) -> bool:
    return any(_has_content(cell) for cell in _children(row))


def _has_content(element: pikepdf.Object) -> bool:
    kids = element.get("/K")
    if kids is None:
        return False
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    return any(
        not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid) or _has_content(kid)
        for kid in listed
    )


def _forget_heads(row: pikepdf.Object) -> None:
    """Drop references to heads of the part: those of the table hold by their scope."""
    for cell in _children(row):
        for owner in _attribute_owners(cell.get("/A")):
            if "/Headers" in owner:
                del owner["/Headers"]


# Notes


def _name_notes(pdf: pikepdf.Pdf, top: pikepdf.Object) -> None:
    """Tag the items of lists without numbering as notes, each with a name of its own."""
    lists = [found for found in _elements(top, "/L") if _has_no_numbering(found)]
    names = dict(_names(top.get("/IDTree")))
    for number, note in enumerate(
        note for listed in lists for note in _children(listed)
    ):
        name = f"Note {number:06d}"
        note.S = pikepdf.Name("/Note")
        note.ID = pikepdf.String(name)
        names[name] = note
        for part in _children(note):
            if part.S == "/LBody":
                part.S = pikepdf.Name("/P")
    for listed in lists:
        listed.S = pikepdf.Name("/Div")
        del listed["/A"]
    pairs = [
        part for name in sorted(names) for part in (pikepdf.String(name), names[name])
    ]
    if pairs:
        top.IDTree = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(pairs)))


def _has_no_numbering(listed: pikepdf.Object) -> bool:
    owners = _attribute_owners(listed.get("/A"))
    return any(owner.get("/ListNumbering") == "/None" for owner in owners)


def _names(tree: pikepdf.Object | None) -> Iterator[tuple[str, pikepdf.Object]]:
    """The entries of a name tree."""
    if tree is None:
        return
    for kid in tree.get("/Kids", []):
        yield from _names(kid)
    pairs = list(tree.get("/Names", []))
    for name, element in zip(pairs[::2], pairs[1::2], strict=True):
        yield str(name), element


# Lists


def _join_lists(top: pikepdf.Object) -> None:
    """Make one list of those that follow each other: items may be drawn one by one."""
    stack = [top]
    while stack:
        element = stack.pop()
        kids = element.get("/K")
        if not isinstance(kids, pikepdf.Array):
            stack.extend(_children(element))
            continue
        joined: list[pikepdf.Object] = []
        for kid in kids:
            if joined and _is_list(kid) and _is_list(joined[-1]):
                for item in _children(kid):
                    item.P = joined[-1]
                    joined[-1].K.append(item)
            else:
                joined.append(kid)
        if len(joined) < len(kids):
            element.K = pikepdf.Array(joined)
        stack.extend(_children(element))


def _is_list(kid: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/L"


# Structure elements


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
