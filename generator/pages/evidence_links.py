"""Where the words of a source for one value or day stand: an address that lasts.

On the page of a policy, the note that carries a value has the name of the field as an anchor:
`policies/cn-vr-2022/#scale.value`, `#scale.deadline`, `#dates.issued`. Lists, which have no notes
of their own, link there. Ids hold no dots or underscores, so that such a name never meets one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.pages.views import EvidenceLink, LinkView, Mark, NoteView
from generator.records.fields import Evidence

ISSUED = "dates.issued"
"""The day by which a policy is listed: when it became public, else when it was signed."""
DOCUMENT_NUMBER = "document_number"


def carrying(evidence: Iterable[Evidence], field: str) -> list[Evidence]:
    """What carries a field: the pieces that name it, else the first for the whole record."""
    supporting = [one for one in evidence if one.stance == "supports"]
    naming = [
        one for one in supporting if any(_meet(name, field) for name in one.supports)
    ]
    return naming or [one for one in supporting if not one.supports][:1]


def _meet(name: str, field: str) -> bool:
    """Whether one is the other or a part of it: `value` and `value.amount`."""
    return f"{name}.".startswith(f"{field}.") or f"{field}.".startswith(f"{name}.")


def mark_of(
    evidence: Sequence[Evidence], marks: Sequence[Mark], field: str
) -> Mark | None:
    """Of the marks of some evidence the one that carries a field."""
    found = carrying(evidence, field)[:1]
    pairs = zip(evidence, marks, strict=True)
    return next((mark for one, mark in pairs if found and one is found[0]), None)


def evidence_link(
    to: LinkView, field: str, label: str, row: LinkView | None = None
) -> EvidenceLink:
    """The way to what carries a field of the record or part that a link leads to.

    It is named by the record, or by that of the row in which the field stands.
    """
    joint = "." if "#" in to.href else "#"
    return EvidenceLink(f"{to.href}{joint}{field}", label, (row or to).words)


def with_anchors(
    notes: Iterable[NoteView], marks: Mapping[str, Mark | None]
) -> tuple[NoteView, ...]:
    """The notes of a page, each with the names of the fields that it carries."""
    names: dict[int, list[str]] = {}
    for name, mark in marks.items():
        if mark:
            names.setdefault(mark.note, []).append(name)
    return tuple(
        replace(note, anchors=tuple(names[note.number]))
        if note.number in names
        else note
        for note in notes
    )
