"""The counts of the quality sheet for programs, and their lists for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.core.artifacts import Artifact
from generator.library.aggregates import Refusal, Total, total
from generator.library.gaps import gaps_of
from generator.library.library import Library
from generator.library.quality import Quality, Share, quality, records, values
from generator.library.review import review_state
from generator.library.series import Series, series_of
from generator.pages.dictionary import FIGURES, GAPS
from generator.pages.page import Edition


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """`quality/quality.json`, and a CSV of all values and of all records."""
    counted = quality(edition.library, edition.settings.as_of)
    content = {
        "as_of": edition.settings.as_of.isoformat(),
        "commit": edition.settings.commit,
        "licence": edition.library.publication.licences.data,
        "shares": _shares(counted.shares),
        "last_check": _age(counted),
        "gaps": [
            {"kind": gap.kind, "lacks": gap.name, **_share(gap.missing)}
            for gap in counted.gaps
        ],
        "totals": list(_totals(edition.library)),
        "document_numbers": [_series(one) for one in series_of(edition.library)],
        "earlier": [
            {"tag": one.name, "day": one.day.isoformat(), "shares": _shares(one.shares)}
            for one in edition.trend
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    yield Artifact("quality/quality.json", f"{text}\n".encode())
    yield _csv("quality/values.csv", FIGURES.columns, _values(edition.library))
    yield _csv("quality/records.csv", GAPS.columns, _records(edition.library))


def _csv(path: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Artifact:
    """A table that spreadsheets open; it holds only addresses and words of ours."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return Artifact(path, b"\xef\xbb\xbf" + text.getvalue().encode())


def _values(library: Library) -> Iterator[tuple[str, ...]]:
    words = {True: "yes", False: "no"}
    for one in values(library):
        flags = (words[one.is_primary], words[one.is_quoted])
        yield (str(one.ref), *flags, one.certainty, one.review)


def _records(library: Library) -> Iterator[tuple[str, ...]]:
    for entry in records(library):
        checked = entry.record.checked
        yield (
            str(entry.ref),
            entry.document.kind,
            review_state(entry),
            checked.edtf if checked else "",
            "; ".join(gaps_of(entry)),
        )


def _shares(shares: Mapping[str, Share]) -> dict[str, Any]:
    return {name: _share(share) for name, share in shares.items()}


def _share(share: Share) -> dict[str, int]:
    return {"n": share.part, "of": share.whole}


def _age(counted: Quality) -> dict[str, Any]:
    age = counted.age
    return {
        "recorded": _share(age.checked),
        "median_days": age.median,
        "oldest": age.oldest.edtf if age.oldest else None,
    }


def _totals(library: Library) -> Iterator[dict[str, Any]]:
    """For each indicator the total of its targets, or the reasons against one."""
    for indicator in library.publication.indicators:
        targets = [
            ref
            for ref, (_, target) in sorted(library.targets.items())
            if target.measures == indicator.id
        ]
        if not targets:
            continue
        found = total(library, targets)
        yield {
            "indicator": indicator.id,
            "n": found.basis.targets,
            "with_amount": found.basis.with_amount,
            "confirmed": found.basis.confirmed,
            **_total_or_reasons(found),
        }


def _total_or_reasons(found: Total | Refusal) -> dict[str, Any]:
    if isinstance(found, Refusal):
        return {"refused": [reason.value for reason in found.reasons]}
    quantity = found.quantity
    return {
        "comparator": quantity.comparator.value,
        "numbers": [f"{number:f}" for number in quantity.numbers],
        "unit": quantity.measure,
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "series": series.name,
        "year": series.year,
        "known": {str(number): str(ref) for number, ref in series.known},
        "missing": [list(gap) for gap in series.gaps],
    }
