"""The data dictionary: every file of open data, and what its columns and fields hold."""

from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from generator.core.frozen import frozen
from generator.pages.blocks import as_of, page_foot
from generator.pages.dictionary import ADDED, COUNTS, ROWS, TABLES
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.records.base import Record
from generator.records.briefing import Briefing
from generator.records.claim import Claim
from generator.records.conflict import Conflict
from generator.records.event import Event
from generator.records.guide import blocks_of, docs_of
from generator.records.observation import Observation
from generator.records.policy import Policy

PATH = "data/index.md"
_TITLE = "The data and its columns"
RECORDS: Mapping[str, type[Record]] = {
    "A policy": Policy,
    "An observation": Observation,
    "A checked statement": Claim,
    "A conflict": Conflict,
    "A briefing": Briefing,
    "An event": Event,
}
"""The records that JSON files hold."""


@frozen
class Form:
    """Names and their meanings under a heading."""

    id: str
    title: str
    names: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()
    row: str = ""


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, PATH)
    yield Page(
        type="data",
        path=PATH,
        title=_TITLE,
        description="Every file of open data, and what each column and field of it holds.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, _TITLE),
            "licence": site.library.publication.licences.data,
            "tables": list(tables()),
            "fields": list(fields()),
            "about": sheet.page("about/index.md", "How this is made"),
        },
        search=SearchEntry("Page"),
    )


def tables() -> Iterator[Form]:
    """The tables for spreadsheets."""
    for one in TABLES:
        names = tuple((column, one.meaning(column)) for column in one.columns)
        yield Form(f"table-{one.id}", one.title, names, one.files, one.row)
    yield Form("table-explorers", "Rows saved from an explorer", tuple(ROWS.items()))


def fields() -> Iterator[Form]:
    """The fields of JSON: what files add, those of records, and those of the blocks in them."""
    yield Form("added", "What files add to records", tuple(ADDED.items()))
    yield _form("every", "Every record", Record)
    own = set(Record.model_fields)
    for title, model in RECORDS.items():
        yield _form(f"record-{model.__name__.lower()}", title, model, own)
    for block in blocks_of(RECORDS.values()):
        name = block.__name__
        yield _form(f"block-{name.lower()}", f"Within records: {name.lower()}", block)
    yield Form("counts", "Counts", tuple(COUNTS.items()), ("quality/quality.json",))


def _form(
    anchor: str, title: str, model: type[BaseModel], leave_out: Collection[str] = ()
) -> Form:
    docs = docs_of(model)
    names = [name for name in model.model_fields if name not in leave_out]
    return Form(anchor, title, tuple((name, _plain(docs[name])) for name in names))


def _plain(text: str) -> str:
    """The words of the author's guide without its marks."""
    pieces = " ".join(text.split()).split("`")
    return "".join(f"“{one}”" if at % 2 else one for at, one in enumerate(pieces))
