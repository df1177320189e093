"""Records as open data: their fields for JSON, their values and evidence for tables.

The evidence goes along with every value, with its source and the language of its words.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from generator.core.artifacts import Artifact
from generator.core.edtf import Edtf
from generator.core.refs import Ref
from generator.library.library import Library
from generator.pages.evidence_links import carrying
from generator.records.base import Record
from generator.records.conflict import Reading
from generator.records.fields import Evidence
from generator.records.source import Source
from generator.records.value import Value


def json_of(path: str, content: Mapping[str, object]) -> Artifact:
    """One object, with a line for each of its fields."""
    body = ",\n".join(
        f"{_json(name)}: {_json(value)}" for name, value in content.items()
    )
    return Artifact(path, f"{{\n{body}\n}}\n".encode())


def json_lines(path: str, rows: Iterable[object]) -> Artifact:
    """A list with one line for each of its items."""
    body = ",\n".join(map(_json, rows))
    return Artifact(path, f"[\n{body}\n]\n".encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def fields(
    library: Library, model: BaseModel, told: Mapping[str, Any] = MappingProxyType({})
) -> dict[str, Any]:
    """The fields of a record that are filled, in the order of the author's guide.

    What was `told` of a field stands in its place.
    """
    found = {
        name: told[name] if name in told else _plain(library, value)
        for name, value in model
        if name in told or value not in (None, [], {})
    }
    if isinstance(model, Reading):
        found["evidence"] = [_plain(library, model.as_evidence)]
    return found


def _plain(library: Library, value: object) -> Any:  # noqa: ANN401  JSON is anything
    if isinstance(value, Evidence):
        source = library.get(value.source, Source)
        said = {"quote_language": source.language} if value.quote else {}
        return {**fields(library, value), **said, "source": _source(value, source)}
    if isinstance(value, BaseModel):
        return fields(library, value)
    if isinstance(value, list):
        return [_plain(library, one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, Edtf):
        return value.edtf
    return str(value) if isinstance(value, Ref) else value


def _source(evidence: Evidence, source: Source) -> dict[str, Any]:
    return {
        "address": str(evidence.source),
        "publisher": source.publisher,
        "host": source.host,
        "title": dict(source.title),
        "published": source.published.edtf if source.published else None,
        "url": source.url if source.link else None,
        "official": source.official,
        "reliability": source.reliability,
    }


def value_cells(value: Value | None) -> dict[str, str]:
    """A value in the columns of a table."""
    if value is None:
        return {}
    numbers = {"amount": value.amount, "min": value.min, "max": value.max}
    return {
        "comparator": value.comparator.value,
        **{name: f"{n:f}" for name, n in numbers.items() if n is not None},
        "unit": value.unit or "",
        "currency": value.currency or "",
    }


def evidence_cells(
    library: Library,
    evidence: Sequence[Evidence],
    field: str,
    as_written: str | None = None,
) -> dict[str, str]:
    """Evidence for a field in the columns of a table; a number as written is a quotation too."""
    if not evidence:
        return {}
    carriers = carrying(evidence, field)
    first = carriers[0] if carriers else evidence[0]
    others = [one for one in evidence if one is not first]
    source = library.get(first.source, Source)
    quote = first.quote or (as_written if carriers else None) or ""
    return {
        "source": first.source.id,
        "source_publisher": source.publisher,
        "source_host": source.host or "",
        "source_title": title_of(source),
        "source_published": edtf_of(source.published),
        "source_url": source.url or "" if source.link else "",
        "locator": first.locator or "",
        "quote": quote,
        "quote_language": source.language if quote else "",
        "further_sources": listed(one.source for one in others),
    }


def title_of(record: Record) -> str:
    """The English title, or the first by language."""
    return record.title.get("en") or next(iter(sorted(record.title.values())))


def edtf_of(day: Edtf | None) -> str:
    """A date for machines; empty where there is none."""
    return day.edtf if day else ""


def listed(refs: Iterable[Ref]) -> str:
    """Addresses in one cell."""
    return "; ".join(str(one) for one in refs)
