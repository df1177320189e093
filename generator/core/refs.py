"""The address of a record: `policies/cn-vr-2022#devices`."""

import re
from functools import cache
from typing import NamedTuple

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Lower-case ASCII letters, digits and single hyphens between them."""

_ADDRESS = re.compile(
    rf"(?P<kind>[a-z]+)/(?P<id>{ID.pattern})(?:#(?P<part>{ID.pattern}))?"
)


class Ref(NamedTuple):
    """Names a record, or a part of one that has an id of its own (a target, a reading)."""

    kind: str
    id: str
    part: str = ""

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}" + (f"#{self.part}" if self.part else "")

    @property
    def whole(self) -> "Ref":
        """The record that a part belongs to."""
        return ref_to(self.kind, self.id) if self.part else self


@cache
def ref_to(kind: str, id_: str) -> Ref:
    """The address of a record: one object for each, which look-ups find by identity."""
    return Ref(kind, id_)


@cache
def parse_ref(text: str) -> Ref | None:
    """The address written in `text`; nothing if it is not of the form."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    part = match["part"]
    whole = ref_to(match["kind"], match["id"])
    return Ref(whole.kind, whole.id, part) if part else whole
