"""What every record has, and how a document becomes an entry.

The only place that knows pydantic's errors: each becomes a problem with a position and a plain
sentence (messages.py). What records mean together is left to library/ and rules/.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import UnionType
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.core.documents import Document
from generator.core.problems import Problem
from generator.core.refs import Ref, ref_to
from generator.core.spans import Loc, Span, Step
from generator.records.fields import (
    Address,
    Date,
    Id,
    Language,
    Localized,
    Part,
    Text,
)
from generator.records.messages import translate


class Review(Part):
    """Who has compared the record with its sources (schema:reviewedBy)."""

    state: Literal["drafted", "reviewed", "second-reviewed"] = "drafted"
    """drafted: nobody but its author has checked it; reviewed and second-reviewed: others have."""
    author: Text | None = None
    """Who drafted it; `machine` says that a program did."""
    by: list[Text] = []
    """Who reviewed it, in order; never the author."""
    on: Date | None = None
    """The day of the last review."""
    content: Text | None = None
    """Hash of the content that was reviewed; written by `briefbook review`. A record changed
    since then counts as drafted."""


class Note(Part):
    """A dated note to readers (skos:changeNote, schema:CorrectionComment)."""

    date: Date
    """The day of the note."""
    kind: Literal["correction", "update", "editorial"]
    """correction: something was wrong; update: something has changed; editorial: a remark."""
    text: Text
    """What readers should know."""


class SameAs(Part):
    """An identifier of the same thing elsewhere (schema:sameAs)."""

    scheme: Literal["wikidata", "url", "cellar", "doi"]
    """Who gives the identifier."""
    id: Text
    """The identifier."""


class Record(Part):
    """The fields of every record."""

    id: Id
    """Lower-case letters, digits and hyphens; the name of the file; never changed or used again."""
    title: Localized
    """The title by language; at least one."""
    title_origin: dict[Language, Literal["official", "press", "translation"]] = {}
    """Where each language's title comes from: the issuer, press coverage, or our translation."""
    aka: list[Text] = []
    """Other names, used by search (skos:altLabel)."""
    former_ids: list[Id] = []
    """Ids it had before; their addresses lead here."""
    same_as: list[SameAs] = []
    """Identifiers elsewhere."""
    checked: Date | None = None
    """The day somebody last compared the record with its sources."""
    review: Review = Review()
    """The state of review."""
    notes: list[Note] = []
    """Dated notes to readers."""
    remarks: list[Text] = []
    """Remarks of the researchers on this record, shown to readers."""
    numbers: list[Text] = []
    """Numbers and dates that sentences say and no value, date or quotation holds. In a source:
    what it states, for the records that name it (`57.9 percent`). Elsewhere: with what they rest
    on, which readers see behind the sentence (`"13 percent: from 742,000 to 644,000"`)."""
    mentions: list[Address] = []
    """Records that sentences speak of and no other field names: their numbers can stand in them,
    and readers are led there."""


R_co = TypeVar("R_co", bound=Record, covariant=True)
"""Nobody changes an entry, so one of a policy is one of a record."""


@dataclass(frozen=True)
class Entry(Generic[R_co]):
    """A valid record with the document it came from."""

    record: R_co
    document: Document

    @cached_property
    def ref(self) -> Ref:
        """The record's address."""
        return ref_to(self.document.kind, self.record.id)

    @property
    def is_misnamed(self) -> bool:
        """Whether its id is not the name of its file."""
        return self.record.id != self.document.id

    @cached_property
    def blocks(self) -> list[tuple[Loc, BaseModel]]:
        """Every block of fields of the record, itself included, with the way to it."""
        return blocks(self.record)

    def part(self, part: str) -> Ref:
        """The address of one of its targets or readings."""
        return Ref(self.document.kind, self.record.id, part)

    def span(self, *loc: Step) -> Span:
        """Where a field stands, or the nearest thing around it."""
        return self.document.positions.nearest(loc).span

    def key_span(self, *loc: Step) -> Span:
        """Where the name of a field stands."""
        node = self.document.positions.nearest(loc)
        return node.key_span or node.span


def parse_record(
    document: Document, models: Mapping[str, type[Record]]
) -> tuple[Entry[Record] | None, list[Problem]]:
    """The record in a document, or every field of it that is wrong."""
    model = models[document.kind]
    try:
        record = model.model_validate(document.value)
    except ValidationError as error:
        return None, translate(error.errors(), document, model)
    return Entry(record, document), []


def references(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Ref]]:
    """Every reference in a record with the way to it."""
    if isinstance(value, Ref):
        yield loc, value
        return
    for step, item in _steps(value):
        if _is_nest(item) or isinstance(item, Ref):
            yield from references(item, (*loc, step))


def named_in(document: Document, model: type[Record]) -> Iterator[tuple[Loc, Ref]]:
    """Every reference in the fields of a record that is not valid as a whole."""
    return _named(model, document.value, ())


def _named(kind: Any, value: Any, loc: Loc) -> Iterator[tuple[Loc, Ref]]:
    """The references in a value, as far as it is what its field asks for."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated and inner[0] is Ref:
        try:
            yield loc, TypeAdapter(kind).validate_python(value)
        except ValidationError:
            return
    elif origin is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _named(inner[0], item, (*loc, index))
    elif isinstance(kind, _MODEL) and isinstance(value, dict):
        for name, field in kind.model_fields.items():
            if name in value:
                annotation = field.rebuild_annotation()
                yield from _named(annotation, value[name], (*loc, name))
    elif origin in {Union, UnionType}:
        for one in inner:
            yield from _named(one, value, loc)


def blocks(part: BaseModel) -> list[tuple[Loc, BaseModel]]:
    """Every block of fields of a record or of a part of it, itself included."""
    found: list[tuple[Loc, BaseModel]] = []
    _gather(part, (), found)
    return found


def _gather(value: Any, loc: Loc, found: list[tuple[Loc, BaseModel]]) -> None:
    if not isinstance(value, list):
        found.append((loc, value))
    for step, item in _steps(value):
        if isinstance(item, list) or isinstance(type(item), _MODEL):
            _gather(item, (*loc, step), found)


_MODEL = type(BaseModel)


def _is_nest(value: Any) -> bool:
    """Whether it holds other values. Models are asked by their type: `isinstance` is slow."""
    return isinstance(value, list) or isinstance(type(value), _MODEL)


def _steps(value: BaseModel | list[Any]) -> Iterable[tuple[Step, Any]]:
    """What a block or a list holds, each with its field or place."""
    return enumerate(value) if isinstance(value, list) else vars(value).items()
