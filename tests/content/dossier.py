"""The research dossier and the map from its ids to ours."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
NEARBY = ROOT.parent / "shared" / "dossier"
DOSSIER = Path(os.environ.get("BRIEFBOOK_DOSSIER", NEARBY))
FILES = {"policies": "instruments", "claims": "statements"}
"""Kinds whose file has another name in the dossier."""
SCHEMES = {"technologies": "technology", "industries": "industry", "themes": "theme"}

Entry = dict[str, Any]


@cache
def read(path: Path) -> Any:  # noqa: ANN401 (YAML is anything)
    """A YAML file with every scalar as a string."""
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506


IDS: dict[str, dict[str, str]] = read(Path(__file__).with_name("ids.yml"))


def entries(kind: str) -> list[Entry]:
    """What the dossier has of a kind, without its nulls."""
    found = read(DOSSIER / f"{FILES.get(kind, kind)}.yml")
    return [without_nulls(entry) for entry in found]


def without_nulls(value: Any) -> Any:  # noqa: ANN401 (likewise)
    """The value without what the dossier leaves empty."""
    if isinstance(value, dict):
        return {k: without_nulls(v) for k, v in value.items() if v not in ("null", "")}
    return [without_nulls(v) for v in value] if isinstance(value, list) else value


def record(kind: str, dossier_id: str) -> Entry:
    """Our record of a dossier entry."""
    found: Entry = read(ROOT / "content" / kind / f"{IDS[kind][dossier_id]}.yml")
    return found


def address(dossier_id: str) -> str:
    """Our address of what the dossier names by its id."""
    for kind, known in IDS.items():
        if dossier_id in known:
            folder = "policies" if kind == "targets" else kind
            return f"{folder}/{known[dossier_id]}"
    raise KeyError(dossier_id)


def ours(kind: str, dossier_ids: list[str]) -> list[str]:
    """Our ids of a list of the dossier's."""
    return [IDS[kind][dossier_id] for dossier_id in dossier_ids]


def place_chain(place_id: str) -> list[Entry]:
    """A place and those it lies in."""
    place = read(ROOT / "content" / "places" / f"{place_id}.yml")
    return [place, *(place_chain(place["parent"]) if "parent" in place else ())]


def codes(place_id: str) -> set[str]:
    """The ISO codes of a place and of those it lies in."""
    return {p["iso3166"] for p in place_chain(place_id) if "iso3166" in p}
