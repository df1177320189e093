"""What a PDF says and how it is tagged, read by other programs than ours."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

_BLANKS = re.compile(r"\s+")


def pages_of(path: Path) -> list[str]:
    """The text of each page, in the order in which it is drawn."""
    done = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"],  # noqa: S607  # poppler of this machine
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().split("\f")[:-1]


def lines_of(path: Path) -> list[list[float]]:
    """Where words stand on each page, from above, head and foot left out."""
    return [sorted(y for _, y, _ in words if 75 < y < 770) for words in places_of(path)]


def places_of(path: Path) -> list[list[tuple[float, float, str]]]:
    """The words of each page with their places: from the left, from above."""
    done = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"],  # noqa: S607  # poppler of this machine
        capture_output=True,
        check=True,
        text=True,
    )
    word = re.compile(r'<word xMin="([\d.]+)".*? yMax="([\d.]+)">(.*?)</word>')
    return [
        [(float(x), float(y), text) for x, y, text in word.findall(part)]
        for part in done.stdout.split("<page ")[1:]
    ]


def squeezed(text: str) -> str:
    """A text without blanks: line ends fall anywhere on paper."""
    return _BLANKS.sub("", text)


def elements(path: Path, *names: str) -> list[dict[str, Any]]:
    """Structure elements of these names: their own keys, and their text's language."""
    with pikepdf.open(path) as pdf:
        return [
            {key: _plain(value) for key, value in element.items() if key not in _LINKS}
            for element in _walk(pdf.Root.StructTreeRoot)
            if str(element.get("/S", ""))[1:] in names
        ]


_LINKS = {"/K", "/P", "/Pg", "/Parent"}


def outline(path: Path) -> list[tuple[int, str]]:
    """The bookmarks with their depth."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as found:
        return list(_bookmarks(found.root, 1))


def _bookmarks(items: Any, depth: int) -> Iterator[tuple[int, str]]:  # noqa: ANN401
    for item in items:
        yield depth, str(item.title)
        yield from _bookmarks(item.children, depth + 1)


def kinds(path: Path) -> list[str]:
    """The names of all structure elements in reading order."""
    with pikepdf.open(path) as pdf:
        walked = _walk(pdf.Root.StructTreeRoot)
        return [str(element.S)[1:] for element in walked if "/S" in element]


def children_of(path: Path, name: str) -> list[list[str]]:
    """For each structure element of a name the names directly below it."""
    with pikepdf.open(path) as pdf:
        return [
            [str(kid.S)[1:] for kid in _kids(element)]
            for element in _walk(pdf.Root.StructTreeRoot)
            if element.get("/S") == f"/{name}"
        ]


def languages(path: Path) -> set[str]:
    """Languages that are marked anywhere: in the file, elements and stretches of text."""
    with pikepdf.open(path) as pdf:
        found = {str(pdf.Root.Lang)}
        for element in _walk(pdf.Root.StructTreeRoot):
            if "/Lang" in element:
                found.add(str(element.Lang))
        for page in pdf.pages:
            for operator, operands in operations(page):
                if operator == "BDC" and isinstance(operands[1], pikepdf.Dictionary):
                    found.add(str(operands[1].get("/Lang", "")))
        return found - {""}


def operations(page: pikepdf.Page) -> Iterator[tuple[str, Any]]:
    """Operators and operands of a page's content."""
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), instruction.operands


def links(path: Path) -> list[tuple[int, str]]:
    """Page and address of each link; inner ones as `#` and the page they lead to."""
    with pikepdf.open(path) as pdf:
        numbers: dict[Any, int] = {
            page.objgen: number for number, page in enumerate(pdf.pages, 1)
        }
        root: Any = pdf.Root
        names = dict(_named(root.Names.Dests if "/Names" in root else None))
        found: list[tuple[int, str]] = []
        for number, page in enumerate(pdf.pages, 1):
            for mark in page.get("/Annots", []):
                action = mark.get("/A")
                if action is not None and "/URI" in action:
                    found.append((number, str(action.URI)))
                    continue
                goal: Any = mark.get("/Dest") if action is None else action.get("/D")
                if isinstance(goal, pikepdf.String):
                    goal = names[str(goal)]
                goal = goal.D if isinstance(goal, pikepdf.Dictionary) else goal
                found.append((number, f"#{numbers[goal[0].objgen]}"))
        return found


def _named(tree: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    if tree is None:
        return
    for kid in tree.get("/Kids", []):
        yield from _named(kid)
    pairs = list(tree.get("/Names", []))
    yield from zip(map(str, pairs[::2]), pairs[1::2], strict=True)


def _walk(element: Any) -> Iterator[Any]:  # noqa: ANN401
    yield element
    for kid in _kids(element):
        yield from _walk(kid)


def _kids(element: Any) -> list[Any]:  # noqa: ANN401
    kids = element.get("/K")
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [k for k in listed if isinstance(k, pikepdf.Dictionary) and "/S" in k]


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, pikepdf.Array):
        return [_plain(part) for part in value]
    if isinstance(value, pikepdf.Dictionary):
        return {key: _plain(part) for key, part in value.items()}
    return str(value)
