"""The last touch: what the engine cannot say yet, and smaller files.

The template draws a table anew on each page; here its parts become one table again, and
the headings of rows get their scope. It draws notes as a list; here they become notes.
It draws items of lists one by one; here they are one list; and what it has cut between
pages is one paragraph or item again.
Everything is written with object streams, and with an identifier that is made from the
content.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from io import BytesIO

import pikepdf

from generator.formats.pdf.structure import Element, read_structure

Rows = Sequence[Sequence[bool]]
"""For each cell of each row of a table, heads left out, whether it heads its row."""


def finish(
    pdf: bytes, tables: Sequence[Rows], *, pages: int, continued: Sequence[int] = ()
) -> bytes:
    """The same pages, with whole tables in the structure, written compactly.

    `continued` names the pages that begin with the rest of a paragraph or item.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        if len(opened.pages) != pages:
            raise ValueError(f"{len(opened.pages)} pages instead of {pages}")
        top = read_structure(opened)
        _mend_tables(top, tables)
        _join_lists(top, between=_name_notes(opened, top))
        _join_rests(top, {_number(opened.pages[page - 1].obj) for page in continued})
        opened.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return out.getvalue()


# Tables


def _mend_tables(top: Element, tables: Sequence[Rows]) -> None:
    parents = {
        id(kid): element
        for element in top.walk()
        for kid in element.kids
        if kid.kind == "/Table"
    }
    parts = iter([element for element in top.walk() if element.kind == "/Table"])
    gone: list[Element] = []
    for rows in tables:
        table = next(parts)
        found = _value_rows(table)
        while len(found) < len(rows):
            part = next(parts)
            found += _take_over(table, part)
            gone.append(part)
        for row, headings in zip(found, rows, strict=True):
            _mark_headings(row, headings)
    if next(parts, None) is not None:
        raise ValueError("the file has more tables than the document")
    lost = {id(part) for part in gone}
    for parent in {id(parents[id(part)]): parents[id(part)] for part in gone}.values():
        parent.drop(lost)


def _mark_headings(row: Element, headings: Sequence[bool]) -> None:
    for cell, is_heading in zip(row.kids, headings, strict=True):
        if is_heading and cell.kind == "/TD":
            cell.rename("/TH")
            cell.entry.A = _with_scope(cell.entry.get("/A"))


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


def _take_over(table: Element, part: Element) -> list[Element]:
    """Append the rows of a table's part on a later page; heads drawn again go.

    Gives the rows with values among them.
    """
    body = [element for element in table.walk() if element.kind == "/TBody"][-1]
    values = _value_rows(part)
    for row in [element for element in part.walk() if element.kind == "/TR"]:
        if any(cell.has_content() for cell in row.kids):
            _forget_heads(row)
            body.take(row)
    return values


def _value_rows(table: Element) -> list[Element]:
    """Rows that stand below the heads and hold at least one value."""
    return [
        element
        for element in table.walk()
        if element.kind == "/TR" and any(cell.kind == "/TD" for cell in element.kids)
    ]


def _forget_heads(row: Element) -> None:
    """Drop references to heads of the part: those of the table hold by their scope."""
    for cell in row.kids:
        for owner in _attribute_owners(cell.entry.get("/A")):
            if "/Headers" in owner:
                del owner["/Headers"]


# Notes


def _name_notes(pdf: pikepdf.Pdf, top: Element) -> set[int]:
    """Tag the items of lists without numbering as notes, each with a name of its own.

    Gives the identities of what holds the notes of a page.
    """
    lists = [e for e in top.walk() if e.kind == "/L" and _has_no_numbering(e)]
    names = dict(_names(top.entry.get("/IDTree")))
    for number, note in enumerate(note for listed in lists for note in listed.kids):
        name = f"Note {number:06d}"
        note.rename("/Note")
        note.entry.ID = pikepdf.String(name)
        names[name] = note.entry
        for part in note.kids:
            if part.kind == "/LBody":
                part.rename("/Div")
    for listed in lists:
        listed.rename("/Div")
        del listed.entry["/A"]
    pairs = [
        part for name in sorted(names) for part in (pikepdf.String(name), names[name])
    ]
    if pairs:
        top.entry.IDTree = pdf.make_indirect(
            pikepdf.Dictionary(Names=pikepdf.Array(pairs))
        )
    return {id(listed) for listed in lists}


def _has_no_numbering(listed: Element) -> bool:
    owners = _attribute_owners(listed.entry.get("/A"))
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


def _join_lists(top: Element, between: AbstractSet[int]) -> None:
    """Make one list of those that follow each other: items may be drawn one by one.

    The notes at the foot of a page stand between two, and do not part them.
    """
    for element in top.walk():
        gone: set[int] = set()
        last: Element | None = None
        for kid in element.kids:
            if kid.kind == "/L" and last is not None and last.kind == "/L":
                for item in kid.kids:
                    last.take(item)
                gone.add(id(kid))
            elif id(kid) not in between:
                last = kid
        if gone:
            element.drop(gone)


# Paragraphs and items that go on after the end of a page


def _join_rests(top: Element, wanted: set[int]) -> None:
    """Hang the rest of what was cut into its beginning; `wanted` are objects of pages."""
    begun: dict[str, Element] = {}
    for line in _outside_notes(top):
        element = line[-1]
        if not wanted or element.kind not in {"/P", "/LBody"}:
            continue
        page = _page_of(element)
        if page not in wanted:
            begun[element.kind] = element
            continue
        wanted.discard(page)
        begun[element.kind].take(element)
        element.rename("/Span")
        _drop_up(line)


def _outside_notes(top: Element) -> Iterator[tuple[Element, ...]]:
    """Every element that is in no note, behind those around it; in reading order."""
    waiting: list[tuple[Element, ...]] = [(top,)]
    while waiting:
        line = waiting.pop()
        yield line
        if line[-1].kind != "/Note":
            waiting.extend((*line, kid) for kid in reversed(line[-1].kids))


def _number(entry: pikepdf.Object) -> int:
    """The number of an object of the file."""
    return int(entry.objgen[0])


def _page_of(element: Element) -> int | None:
    """The page that an element begins on."""
    for part in element.walk():
        page = part.entry.get("/Pg")
        if page is not None:
            return _number(page)
    return None


def _drop_up(line: tuple[Element, ...]) -> None:
    """Take an element from its place, and the item or list that held nothing else."""
    *around, gone = line
    for parent in reversed(around):
        parent.drop({id(gone)})
        is_left_over = parent.kind == "/LI" or (parent.kind == "/L" and not parent.kids)
        if not is_left_over:
            return
        gone = parent
