"""`quality/quality.json`: the counts of the quality sheet for programs."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.core.artifacts import Artifact
from generator.library.aggregates import Refusal, Total, total
from generator.library.library import Library
from generator.library.quality import Quality, Share, quality
from generator.library.series import Series, series_of
from generator.pages.page import Edition


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """One file."""
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
