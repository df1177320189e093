"""The content holds everything that the research dossier held, value by value.

The dossier is no part of the repository: set BRIEFBOOK_DOSSIER to its folder to compare. Without
it only the map of ids and the numbers of records are checked.
"""

import re

import pytest

from tests.content.comparisons import COMPARISONS, scope_differences, target_differences
from tests.content.dossier import DOSSIER, IDS, ROOT, SCHEMES, entries, read, record
from tests.content.facts_of_notes import Difference, differing, texts

NUMBERS = {
    "policies": 57,
    "targets": 178,
    "sources": 216,
    "organizations": 94,
    "events": 61,
    "observations": 49,
    "conflicts": 51,
    "claims": 11,
}

DOSSIER_ID = re.compile(r"(?<![\w/.-])[cegikmost]-[a-z0-9][a-z0-9-]*")
KNOWN = {dossier_id for ids in IDS.values() for dossier_id in ids}
needs_dossier = pytest.mark.skipif(
    not DOSSIER.is_dir(),
    reason="the dossier is not at hand (BRIEFBOOK_DOSSIER): only numbers are checked",
)


@pytest.mark.parametrize("kind", NUMBERS)
def test_the_map_names_as_many_records_as_the_dossier_had(kind: str) -> None:
    """No id of ours stands for two of the dossier's, and none is missing."""
    assert len(set(IDS[kind].values())) == len(IDS[kind]) == NUMBERS[kind]


@pytest.mark.parametrize("kind", [*COMPARISONS, *SCHEMES.values()])
def test_every_id_in_the_map_is_a_record(kind: str) -> None:
    """Each of our ids has its file; more records than these are welcome."""
    folder = ROOT / "content" / ("topics" if kind in SCHEMES.values() else kind)
    assert set(IDS[kind].values()) <= {path.stem for path in folder.glob("*.yml")}


def test_every_target_in_the_map_is_in_its_policy() -> None:
    """Each target has its anchor."""
    there = {
        f"{path.stem}#{target['id']}"
        for path in (ROOT / "content" / "policies").glob("*.yml")
        for target in read(path).get("targets", [])
    }
    assert set(IDS["targets"].values()) <= there


@needs_dossier
@pytest.mark.parametrize("kind", COMPARISONS)
def test_nothing_is_lost_on_the_way_from_the_dossier(kind: str) -> None:
    """Every entry has its record, and each of its values stands in it."""
    found = entries(kind)
    assert [entry["id"] for entry in found] == list(IDS[kind])
    compare = COMPARISONS[kind]
    differences = [d for e in found for d in compare(e, record(kind, e["id"]))]
    assert differences == []


@needs_dossier
def test_no_target_is_lost_on_the_way_from_the_dossier() -> None:
    """Every target stands in its policy, in the same order, with its values."""
    differences: list[Difference] = []
    known: list[str] = []
    for policy in entries("policies"):
        held = record("policies", policy["id"])
        targets = held.get("targets", [])
        for entry, target in zip(policy["targets"], targets, strict=True):
            known.append(entry["id"])
            here = f"{held['id']}#{target['id']}"
            differences += differing(here, {"id": (IDS["targets"][entry["id"]], here)})
            differences += target_differences(entry, {**target, "id": here})
            differences += scope_differences(entry, target, held["place"])
    assert known == list(IDS["targets"])
    assert differences == []


@needs_dossier
def test_every_reference_of_the_dossier_leads_to_a_record() -> None:
    """Whatever has the form of a dossier id, anywhere in it, is in the map."""
    named = {
        found
        for kind in COMPARISONS
        for text in texts(entries(kind))
        for found in DOSSIER_ID.findall(text)
    }
    assert named - KNOWN == set()


def test_no_record_names_an_id_of_the_dossier() -> None:
    """Readers never meet the ids of the research notes."""
    files = sorted((ROOT / "content").rglob("*.yml"))
    named = {
        (path.name, found)
        for path in files
        for found in DOSSIER_ID.findall(path.read_text("utf-8"))
        if found in KNOWN
    }
    assert named == set()
