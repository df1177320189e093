"""How far a value can be trusted, in the few words that go along with its evidence."""

from generator.core.refs import Ref
from generator.library.library import Library
from generator.library.review import is_outdated, review_state
from generator.pages import vocabulary
from generator.pages.site import capitalized
from generator.records.base import Record
from generator.records.fields import Evidence
from generator.records.observation import Observation


def standing(library: Library, ref: Ref) -> str:
    """How sure a record or part is, and how far somebody has compared it with its sources.

    `Reported by one source, not yet reviewed`; only the review where a record says no certainty,
    and the arithmetic of a number that was derived, which no words of a source show.
    """
    entry = library.entries[ref.whole]
    review = (
        vocabulary.REVIEWED_BEFORE
        if is_outdated(entry)
        else vocabulary.REVIEW_IN_SHORT[review_state(entry)]
    )
    words = ", ".join(part for part in (_certainty(library, ref), review) if part)
    return capitalized(words) + _derivation(library.record(ref))


def role(evidence: Evidence) -> str:
    """What a piece of evidence is for, where it does not carry the value itself."""
    if evidence.stance != "supports" or evidence.is_about_value:
        return vocabulary.STANCE[evidence.stance]
    parts = {name.partition(".")[0].replace("_", " ") for name in evidence.supports}
    return f"It is about the {' and the '.join(sorted(parts))} only"


def _certainty(library: Library, ref: Ref) -> str:
    if ref in library.targets:
        return vocabulary.CERTAINTY[library.targets[ref][1].certainty]
    record = library.record(ref)
    if isinstance(record, Observation):
        return vocabulary.METHOD[record.method]
    return ""


def _derivation(record: Record) -> str:
    """How a derived number was computed, behind a colon."""
    if isinstance(record, Observation) and record.derivation:
        return f": {record.derivation.rstrip('.')}"
    return ""
