"""Entries of the dossier against our records, kind by kind and field by field."""

import re
from collections.abc import Callable
from typing import Any

from tests.content.dossier import IDS, SCHEMES, Entry, address, codes, ours, place_chain
from tests.content.facts_of_notes import Difference, differing, lost, plain, texts

COMPARATORS = {
    "at_least": {"at-least", "more-than"},
    "at_most": {"at-most"},
    "about": {"about", "order-of-magnitude"},
    "exactly": {"exactly"},
    "range": {"range"},
    "aspiration": {"aspiration"},
}
BASELINES = {"6.4 million in 2020", "12th at the start"}
"""Said under the scope by the dossier, a field of its own in the record."""
BARE_NUMBER = {"t-kr-3", "t-shi-2"}
"""The source's words give a bare number; the record follows the words and says so."""
FINDINGS = {
    "no-official-figure-found": "no-figure-found",
    "partial": "partly",
    "not-assessable": "unclear",
    "far-below-on-domestic-market-data": "unclear",
}
VERDICTS = {"confirmed-with-correction": "corrected", "out-of-place": "misplaced"}
ORIGINALS = {"s-eurlex-com442"}
"""On the issuer's own law portal, though the dossier names it as a host."""
REPRINTS = {"s-sdvr-interp-2022"}
"""A primary text on a foreign host that the dossier gives as the publisher."""
TRADITIONAL = {"s-stheadline-20260302", "s-panews-sc-20230918"}
"""In traditional characters."""
LANGUAGES = {"zh": "zh-Hans"}
SHORTENED = {"o-ccid", "o-zhanxin", "o-01caijing"}
"""Their Chinese or short name stands in a field of its own."""


def sources_of(block: Entry) -> list[str]:
    """The sources that a record's evidence names."""
    return [evidence["source"] for evidence in block.get("evidence", [])]


def quantity(value: Entry) -> Entry:
    """A value of ours as the dossier spells it, the comparator apart."""
    unit = value.get("currency") or value["unit"].removesuffix("-change")
    ends = (value.get("min"), value.get("max"))
    return {"value": value.get("amount"), "unit": unit, "ends": ends}


def number(entry: Entry) -> Entry:
    """A value of the dossier, the comparator apart."""
    ends = (entry.get("min"), entry.get("max"))
    return {"value": entry.get("value"), "unit": entry["unit"], "ends": ends}


def has_evidence(source: str, locator: str | None, block: Entry) -> bool:
    """Whether the block's evidence has this source with this locator."""
    return any(
        (e["source"], e.get("locator")) == (IDS["sources"][source], locator)
        for e in block["evidence"]
    )


def policy_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where a policy's record departs from the dossier, but for its targets."""
    dates = held.get("dates", {})
    status = "consultation" if entry["status"] == "draft" else entry["status"]
    topics = [
        IDS[scheme][word] for field, scheme in SCHEMES.items() for word in entry[field]
    ]
    relations = [
        (r["type"].replace("_", "-"), IDS["policies"][r["target"]], r["certainty"])
        for r in entry["relations"]
    ]
    place = place_chain(held["place"])[0]
    level = "district" if place["level"] == "zone" else place["level"]
    published = {dates.get("signed"), dates.get("published")}
    pairs = {
        "title": (entry["title_en"], held["title"]["en"]),
        "Chinese title": (entry.get("title_zh"), held["title"].get("zh-Hans")),
        "origin": (entry["title_en_kind"], held["title_origin"]["en"]),
        "type": (entry["type"], held["type"]),
        "status": (status, held["status"]),
        "number": (entry.get("doc_number"), held.get("document_number")),
        "level": (entry["level"], level),
        "place": (entry["jurisdiction"]["iso"] in codes(held["place"]), True),
        "issuers": (
            ours("organizations", entry["issuers"]),
            [issuer["organization"] for issuer in held.get("issuers", [])],
        ),
        "published": (entry.get("published", None) in published, True),
        "start": (entry.get("period_start"), held.get("period", {}).get("start")),
        "end": (entry.get("period_end"), held.get("period", {}).get("end")),
        "topics": (topics, held.get("topics", [])),
        "tasks": (len(entry["tasks"]), len(held.get("tasks", []))),
        "structure": (entry.get("structure"), held.get("structure")),
        "relations": (
            relations,
            [
                (r["type"], r["target"], r["certainty"])
                for r in held.get("relations", [])
            ],
        ),
        "relations' sources": (
            [[IDS["sources"][r["source"]]] for r in entry["relations"]],
            [sources_of(r) for r in held.get("relations", [])],
        ),
        "sources": (ours("sources", entry["sources"]), sources_of(held)),
        "unverified": (entry["unverified"] == "true", "unverified" in held),
    }
    notes = [entry.get(k) for k in ("published_note", "issuer_note", "unverified_why")]
    notes += [entry.get("note"), *entry["tasks"]]
    notes += [r.get("note") for r in entry["relations"]]
    notes += [v.get("note") for v in entry.get("version_history", [])]
    found = differing(held["id"], pairs)
    return found + [d for note in notes if note for d in lost(note, held)]


def target_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where a target departs from the dossier."""
    comparators = COMPARATORS[entry["comparator"]]
    if entry["id"] in BARE_NUMBER:
        comparators = {"exactly"}
    words = [held.get("as_written"), *(e.get("quote") for e in held["evidence"])]
    outcome, ours_outcome = entry.get("outcome", {}), held.get("outcome", {})
    status = outcome.get("status")
    pairs = {
        "value": (number(entry), quantity(held["value"])),
        "comparator": (held["value"]["comparator"] in comparators, True),
        "deadline": (entry.get("deadline"), held.get("deadline")),
        "certainty": (entry["certainty"], held["certainty"]),
        "as stated": (entry.get("as_stated") in words, True),
        "evidence": (
            has_evidence(entry["source"], entry.get("locator"), held),
            True,
        ),
        "finding": (FINDINGS.get(status, status), ours_outcome.get("finding")),
        "observations": (
            ours("observations", outcome.get("observations", [])),
            ours_outcome.get("observations", []),
        ),
    }
    notes = [entry["indicator"], outcome.get("comment")]
    found = differing(held["id"], pairs)
    return found + [d for note in notes if note for d in lost(note, held)]


def scope_differences(entry: Entry, held: Entry, place: str) -> list[Difference]:
    """What the dossier says of a target's scope beyond its place."""
    names = " ".join(text for p in place_chain(place) for text in texts(p["title"]))
    said = {part.strip() for part in re.split("[;,]", entry["scope"])}
    is_lost = bool(said & BASELINES) and "baseline" not in held
    found = differing(held["id"], {"baseline": (is_lost, False)})
    rest = sorted(part for part in said - BASELINES if part not in names)
    return found + [d for part in rest for d in lost(part, held)]


def source_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where a source departs from the dossier."""
    language = LANGUAGES.get(entry["language"], entry["language"])
    if entry["id"] in TRADITIONAL:
        language = "zh-Hant"
    official = "none"
    if entry["kind"] == "primary":
        official = "reprint" if "via" in entry else "original"
    if entry["id"] in ORIGINALS | REPRINTS:
        official = "original" if entry["id"] in ORIGINALS else "reprint"
    title = next(iter(held["title"].values()))
    same = (
        title.strip("[]").lower()
        == re.sub(r"^\((.*)\)$", r"\1", entry["title"]).lower()
    )
    pairs = {
        "title": (same, True),
        "publisher": (entry["publisher"], held["publisher"]),
        "host": (entry.get("via"), held.get("host")),
        "url": (entry.get("url"), held.get("url")),
        "published": (entry.get("date_published"), held.get("published")),
        "language": (language, held["language"]),
        "official": (official, held["official"]),
        "read": (entry["read"], held["read"]),
        "reliability": (entry["reliability"], held["reliability"]),
        "link": (entry["link_ok"], held.get("link", "true")),
    }
    note = entry.get("note")
    return differing(held["id"], pairs) + (lost(note, held) if note else [])


def organization_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where an organization departs from the dossier."""
    parent = [entry["parent"]] if "parent" in entry else []
    iso = entry.get("jurisdiction")
    pairs = {
        "type": (entry["type"], held["classification"]),
        "acronym": (entry.get("acronym"), held.get("acronym")),
        "parent": (ours("organizations", parent), [held["parent"]] if parent else []),
        "url": (entry.get("url"), held.get("url")),
        "place": (iso is None or iso in codes(held["place"]), True),
        "evidence": (has_evidence(entry["source"], None, held), True),
    }
    if entry["id"] not in SHORTENED:
        pairs["Chinese name"] = (entry.get("name_zh"), held["title"].get("zh-Hans"))
    found = differing(held["id"], pairs)
    return found + lost(entry["name_en"], held) + lost(entry.get("name_zh", ""), held)


def event_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where an event departs from the dossier."""
    is_within = {entry["jurisdiction"], "CN"} & codes(held["place"])
    pairs = {
        "date": (entry["date"], held["date"]),
        "kind": (entry["kind"], held["kind"]),
        "title": (plain(entry["title"]), plain(held["title"]["en"])),
        "policies": (ours("policies", entry["instruments"]), held.get("policies", [])),
        "organizations": (
            ours("organizations", entry["organizations"]),
            held.get("organizations", []),
        ),
        "place": (bool(is_within), True),
        "evidence": (has_evidence(entry["source"], None, held), True),
    }
    return differing(held["id"], pairs) + lost(entry["summary"], held)


def observation_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where an observation departs from the dossier."""
    more = [IDS["sources"][s] for s in entry.get("corroborated_by", [])]
    pairs: dict[str, tuple[Any, Any]] = {
        "period": (entry["period"], held["period"]),
        "method": (entry["method"], held["method"]),
        "published": (entry.get("published"), held.get("published")),
        "about": ([address(i) for i in entry["relates_to"]], held.get("about", [])),
        "evidence": (
            has_evidence(entry["source"], entry.get("locator"), held),
            True,
        ),
        "more evidence": (set(more) <= set(sources_of(held)), True),
        "no value": ("value" in entry, "value_missing" not in held),
    }
    if "value" in entry:
        comparator = held["value"]["comparator"]
        pairs["value"] = (number(entry), quantity(held["value"]))
        pairs["comparator"] = (comparator in COMPARATORS[entry["comparator"]], True)
    notes = [entry["indicator"], entry["scope"], entry.get("note")]
    found = differing(held["id"], pairs)
    return found + [d for note in notes if note for d in lost(note, held)]


def conflict_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where a conflict departs from the dossier."""
    letters = [reading["id"] for reading in held["readings"]]
    preferred = entry.get("preferred_claim")
    pairs = {
        "kind": (entry["kind"], held["kind"]),
        "about": ([address(i) for i in entry["about"]], held["about"]),
        "resolution": (entry["resolution"], held["resolution"]),
        "preferred": (
            letters[int(preferred)] if preferred else None,
            held.get("preferred"),
        ),
        "sources": (
            [IDS["sources"][claim["source"]] for claim in entry["claims"]],
            [reading["source"] for reading in held["readings"]],
        ),
    }
    found = differing(held["id"], pairs) + lost(entry["assessment"], held)
    found += lost(entry["topic"], held)
    for claim, reading in zip(entry["claims"], held["readings"], strict=True):
        where = {**reading, "id": f"{held['id']}#{reading['id']}"}
        found += lost(claim["value"], where)
        found += lost(claim.get("note", ""), where)
    return found


def claim_differences(entry: Entry, held: Entry) -> list[Difference]:
    """Where a checked statement departs from the dossier."""
    about = {address(i) for i in [*entry["instruments"], *entry["targets"]]}
    pairs = {
        "verdict": (
            VERDICTS.get(entry["verdict"], entry["verdict"]),
            held["verdict"],
        ),
        "about": (about <= set(held["about"]), True),
        "appeared in": (IDS["sources"]["s-market-news-2023"], held["appeared_in"]),
        "conflicts": (
            ours("conflicts", entry["conflicts"]),
            held.get("conflicts", []),
        ),
    }
    found = differing(held["id"], pairs) + lost(entry["claim"], held)
    return found + (lost(entry["comment"], held) if "comment" in entry else [])


COMPARISONS: dict[str, Callable[[Entry, Entry], list[Difference]]] = {
    "policies": policy_differences,
    "sources": source_differences,
    "organizations": organization_differences,
    "events": event_differences,
    "observations": observation_differences,
    "conflicts": conflict_differences,
    "claims": claim_differences,
}
