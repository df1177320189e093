"""The last touch: what the engine cannot say yet, and smaller files.

The template draws a table anew on each page; here its parts become one table again, and
the headings of rows get their scope. It draws notes as a list; here they become notes.
It draws items of lists one by one; here they are one list; and what it has cut between
pages is one paragraph or item again.
Everything is written with object streams, and with an identifier that is made from the
content.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.formats.pdf.objects import Objects, packed, read_objects
from generator.formats.pdf.structure import Element, read_structure, write_structure

Rows = Sequence[Sequence[bool]]
"""For each cell of each row of a table, heads left out, whether it heads its row."""
_PAGES = re.compile(rb"<</Type/Pages/Count \d+/Kids\[([\dR ]*)\]")
_KID = re.compile(rb"(\d+) 0 R")
_NAMED = re.compile(rb"/ID(\([\w ]+\))")
_IDS = re.compile(rb"/IDTree<<.*?>>|(?=/ParentTreeNextKey)", re.DOTALL)
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")
_OF_TABLE = b"/O/Table"
_WITHOUT_NUMBER = b"/ListNumbering/None"


def finish(
    pdf: bytes, tables: Sequence[Rows], *, pages: int, continued: Sequence[int] = ()
) -> bytes:
    """The same pages, with whole tables in the structure, written compactly.

    `continued` names the pages that begin with the rest of a paragraph or item.
    """
    objects = read_objects(pdf)
    numbers = _page_numbers(objects)
    if len(numbers) != pages:
        raise ValueError(f"{len(numbers)} pages instead of {pages}")
    top = read_structure(objects)
    elements = list(top.walk())
    _mend_tables(elements, tables)
    _name_notes(elements)
    _join_lists(elements)
    _join_rests(top, {numbers[page - 1] for page in continued})
    left = list(top.walk())
    write_structure(objects, left)
    _mend_roots(objects, top, left)
    return packed(objects)


def _page_numbers(objects: Objects) -> list[int]:
    """The objects of the pages in their order."""
    for body in objects.bodies.values():
        if found := _PAGES.match(body):
            return [int(kid) for kid in _KID.findall(found[1])]
    return []


# Tables


def _mend_tables(elements: Sequence[Element], tables: Sequence[Rows]) -> None:
    everything = {element.number: element for element in elements}
    parts = iter([part for part in elements if part.kind == "Table"])
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
    for parent in {part.parent for part in gone}:
        everything[parent].drop(lost)


def _mark_headings(row: Element, headings: Sequence[bool]) -> None:
    for cell, is_heading in zip(row.kids, headings, strict=True):
        if is_heading and cell.kind == "TD":
            cell.rename("TH")
            cell.describe(_with_scope(cell.attributes))


def _with_scope(attributes: bytes) -> bytes:
    """The attributes of a cell, with the scope of a row's heading among them."""
    if _OF_TABLE in attributes:
        return attributes.replace(_OF_TABLE, _OF_TABLE + b"/Scope/Row", 1)
    return attributes + b"<<" + _OF_TABLE + b"/Scope/Row>>"


def _take_over(table: Element, part: Element) -> list[Element]:
    """Append the rows of a table's part on a later page; heads drawn again go.

    Gives the rows with values among them.
    """
    body = [element for element in table.walk() if element.kind == "TBody"][-1]
    values = _value_rows(part)
    for row in [element for element in part.walk() if element.kind == "TR"]:
        if any(cell.has_content() for cell in row.kids):
            _forget_heads(row)
            body.take(row)
    return values


def _value_rows(table: Element) -> list[Element]:
    """Rows that stand below the heads and hold at least one value."""
    return [
        element
        for element in table.walk()
        if element.kind == "TR" and any(cell.kind == "TD" for cell in element.kids)
    ]


def _forget_heads(row: Element) -> None:
    """Drop references to heads of the part: those of the table hold by their scope."""
    for cell in row.kids:
        cell.describe(_HEADERS.sub(b"", cell.attributes))


# Notes


def _name_notes(elements: Iterable[Element]) -> None:
    """Tag the items of lists without numbering as notes, each with a name of its own."""
    lists = [e for e in elements if e.kind == "L" and _WITHOUT_NUMBER in e.attributes]
    for number, note in enumerate(note for listed in lists for note in listed.kids):
        note.rename("Note")
        note.about = b"/ID(Note %06d)" % number + note.about
        for part in note.kids:
            if part.kind == "LBody":
                part.rename("Div")
    for listed in lists:
        listed.rename("Div")
        listed.describe(b"")


def _are_notes(element: Element) -> bool:
    """Whether it holds nothing but notes, as the columns at the foot of a page do."""
    if element.kind == "Note":
        return True
    return (
        element.kind == "Div"
        and bool(element.kids)
        and all(map(_are_notes, element.kids))
    )


# Lists


def _join_lists(elements: Iterable[Element]) -> None:
    """Make one list of those that follow each other: items may be drawn one by one.

    The notes at the foot of a page stand between two, and do not part them.
    """
    for element in elements:
        gone: set[int] = set()
        last: Element | None = None
        for kid in element.kids:
            if kid.kind == "L" and last is not None and last.kind == "L":
                for item in kid.kids:
                    last.take(item)
                gone.add(id(kid))
            elif not _are_notes(kid):
                last = kid
        if gone:
            element.drop(gone)


# Paragraphs and items that go on after the end of a page


def _join_rests(top: Element, wanted: set[int]) -> None:
    """Hang the rest of what was cut into its beginning; `wanted` are objects of pages."""
    begun: dict[str, Element] = {}
    for line in _outside_notes(top):
        if not wanted:
            return
        element = line[-1]
        if element.kind not in {"P", "LBody"}:
            continue
        page = _page_of(element)
        if page not in wanted:
            begun[element.kind] = element
            continue
        wanted.discard(page)
        begun[element.kind].take(element)
        element.rename("Span")
        _drop_up(line)


def _outside_notes(top: Element) -> Iterator[tuple[Element, ...]]:
    """Every element that is in no note, behind those around it; in reading order."""
    waiting: list[tuple[Element, ...]] = [(top,)]
    while waiting:
        line = waiting.pop()
        yield line
        if line[-1].kind != "Note":
            waiting.extend((*line, kid) for kid in reversed(line[-1].kids))


def _page_of(element: Element) -> int | None:
    """The page that an element begins on."""
    return next((one.page for one in element.walk() if one.page is not None), None)


def _drop_up(line: tuple[Element, ...]) -> None:
    """Take an element from its place, and the item or list that held nothing else."""
    *around, gone = line
    for parent in reversed(around):
        parent.drop({id(gone)})
        is_left_over = parent.kind == "LI" or (parent.kind == "L" and not parent.kids)
        if not is_left_over:
            return
        gone = parent


# The roots of the file and of its structure


def _mend_roots(objects: Objects, top: Element, elements: Iterable[Element]) -> None:
    """Say which elements have a name.

    The engine says that no tag is suspect, which is so anyway and which poppler takes for
    a mistake.
    """
    named = ((_NAMED.match(element.about), element) for element in elements)
    names = sorted((name[1], element.number) for name, element in named if name)
    ids = b"/IDTree<</Names[%b]>>" % b"".join(b"%b%d 0 R" % name for name in names)
    root = objects.bodies[objects.root]
    objects.bodies[objects.root] = root.replace(b"/Suspects false", b"", 1)
    objects.bodies[top.parent] = _IDS.sub(
        lambda _: ids if names else b"", objects.bodies[top.parent], count=1
    )
