"""The page of a conflict: the question, what each source says, and what we make of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.core.frozen import frozen
from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.units import CURRENCIES, UNITS
from generator.core.wording import date_words, in_words
from generator.library.conversion import convert, rate_between
from generator.pages import vocabulary
from generator.pages.addresses import page_of
from generator.pages.blocks import actions, mentions, plain, record_line
from generator.pages.citing import cite
from generator.pages.claims import reading_words
from generator.pages.lists import Count, about_links, count
from generator.pages.page import Page, SearchEntry
from generator.pages.scale import (
    Dot,
    Scale,
    day_dot,
    day_scale,
    number_dot,
    number_scale,
)
from generator.pages.sheet import Sheet
from generator.pages.site import Site, capitalized
from generator.pages.views import Day, LinkView, Mark, ValueView, Words
from generator.records.base import Entry
from generator.records.conflict import Conflict, Reading
from generator.records.source import Source

SHOWN_ELSEWHERE = ("policies",)
STANDING = {
    "original": "the issuer’s own publication",
    "reprint": "reprint of the official text",
    "none": "not official",
}
RESOLUTION = {
    "preferred": "One reading preferred",
    "explained": "Explained: several can stand",
    "open": "Not resolved",
}


@frozen
class Converted:
    """A reading in another currency, brought to that of the scale by us."""

    words: str
    day: Day
    marks: tuple[Mark, ...]


@frozen
class ReadingView:
    """What one source says, with its place on the scale."""

    id: str
    text: Words
    is_preferred: bool
    tag: str
    dot: Dot | None
    dot_words: str
    off_scale: str
    """Why it has no place on the scale."""
    converted: Converted | None
    publisher: Words
    source: LinkView
    standing: str
    day: Day | None
    marks: tuple[Mark, ...]
    note: Words | None


@frozen
class Axis:
    """The scale of the readings with the unit in words."""

    scale: Scale
    label: str
    is_days: bool
    measure: str
    """The unit or currency that the readings share."""


@frozen
class AboutView:
    """A record that the conflict concerns, with its value and the pages that show it."""

    link: LinkView
    value: ValueView | None
    shown_on: tuple[LinkView, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page for each conflict."""
    for entry in site.library.conflicts:
        yield _page(site, entry)


def _page(site: Site, entry: Entry[Conflict]) -> Page:
    conflict = entry.record
    sheet = Sheet(site, page_of(entry.ref))
    title = site.title(entry.ref)
    axis = axis_of(conflict)
    context = {
        "title": title,
        "original": site.original(conflict, entry.ref),
        "kind": conflict.kind,
        "resolution": conflict.resolution,
        "resolution_words": RESOLUTION[conflict.resolution],
        "assessment": Words(conflict.assessment, ref=str(entry.ref)),
        "count": _readings(conflict),
        "concerns": about_links(sheet, conflict.about),
        "line": record_line(sheet, entry),
        "can": actions(sheet, entry),
        "axis": axis,
        "readings": [_reading(sheet, entry, one, axis) for one in ordered(conflict)],
        "settles": sheet.words(conflict.settles, str(entry.ref)),
        "about": [_about(sheet, ref) for ref in conflict.about],
        "mentioned": mentions(sheet, entry.ref, SHOWN_ELSEWHERE),
        "cite": cite(sheet, title.text, "record of a conflict between sources"),
        "notes_of": sheet.notes(),
    }
    return Page(
        type="conflict",
        path=sheet.path,
        title=title.text,
        description=plain(conflict.assessment),
        context=context,
        about=entry.ref,
        edit_path=entry.document.path,
        search=SearchEntry(
            "Conflict", where=vocabulary.RESOLUTION[conflict.resolution]
        ),
    )


def _readings(conflict: Conflict) -> Count:
    return count("readings", len(conflict.readings), "reading")


def ordered(conflict: Conflict) -> list[Reading]:
    """The preferred reading first, the others as the record has them."""
    return sorted(conflict.readings, key=lambda one: one.id != conflict.preferred)


def axis_of(conflict: Conflict) -> Axis | None:
    """The axis that the readings share: of numbers in one unit, or of days."""
    quantities = [one.quantity.quantity for one in conflict.readings if one.quantity]
    measure = _shared(quantities)
    alike = [one for one in quantities if one.measure == measure]
    scale = number_scale(alike) if measure else None
    if scale is not None:
        return Axis(scale, _label(measure, scale), is_days=False, measure=measure)
    days = [one.date for one in conflict.readings if one.date]
    of_days = day_scale(days)
    return Axis(of_days, "Dates", is_days=True, measure="") if of_days else None


def _shared(quantities: Sequence[Quantity]) -> str:
    """The unit of all numbers, or the currency of most where all are money; else nothing."""
    numbers = Counter(one.measure or "" for one in quantities)
    is_money = all(measure in CURRENCIES for measure in numbers)
    if not numbers or (len(numbers) > 1 and not is_money):
        return ""
    return min(numbers, key=lambda measure: (-numbers[measure], measure))


def _label(measure: str, scale: Scale) -> str:
    unit = CURRENCIES.get(measure) or UNITS[measure]
    words = capitalized(unit.plural)
    return f"{words}, each step ten times the last" if scale.is_log else words


def _reading(
    sheet: Sheet, entry: Entry[Conflict], reading: Reading, axis: Axis | None
) -> ReadingView:
    source = sheet.site.library.get(reading.source, Source)
    is_preferred = reading.id == entry.record.preferred
    marks = sheet.marks([reading.as_evidence], entry.ref)
    converted = _converted(sheet, reading, axis)
    dot = _dot(sheet.site, reading, axis)
    return ReadingView(
        id=reading.id,
        text=reading_words(entry.ref, reading),
        is_preferred=is_preferred,
        tag=_tag(entry.record, source) if is_preferred else "",
        dot=dot,
        dot_words=_dot_words(reading),
        off_scale="" if dot else _off_scale(reading, axis),
        converted=converted,
        publisher=Words(source.publisher, ref=str(reading.source)),
        source=sheet.link(reading.source),
        standing=STANDING[source.official],
        day=sheet.day(source.published),
        marks=marks,
        note=sheet.words(reading.note, str(entry.ref)),
    )


def _tag(conflict: Conflict, source: Source) -> str:
    """Why a reading stands first."""
    whose = "" if source.official == "none" else "issuer’s wording, "
    return (
        f"{whose}{'preferred' if conflict.resolution != 'open' else 'closest so far'}"
    )


def _dot(site: Site, reading: Reading, axis: Axis | None) -> Dot | None:
    if axis is None:
        return None
    if axis.is_days:
        return day_dot(axis.scale, reading.date) if reading.date else None
    quantity = _on_scale(site, reading, axis)
    return number_dot(axis.scale, quantity) if quantity else None


def _on_scale(site: Site, reading: Reading, axis: Axis) -> Quantity | None:
    """The reading in the unit of the scale, converted if it is other money."""
    if reading.quantity is None or not reading.quantity.quantity.numbers:
        return None
    quantity = reading.quantity.quantity
    if quantity.measure == axis.measure:
        return quantity
    rate = rate_between(site.library.publication, quantity.currency or "", axis.measure)
    return convert(quantity, rate) if rate else None


def _dot_words(reading: Reading) -> str:
    if reading.quantity:
        return in_words(reading.quantity.quantity)
    return date_words(reading.date) if reading.date else ""


def _off_scale(reading: Reading, axis: Axis | None) -> str:
    if axis is None:
        return ""
    if reading.quantity and not axis.is_days:
        return "in another currency"
    return "no date" if axis.is_days else "no number"


def _converted(sheet: Sheet, reading: Reading, axis: Axis | None) -> Converted | None:
    """What the reading is in the currency of the scale, marked as ours."""
    if axis is None or axis.is_days or reading.quantity is None:
        return None
    quantity = reading.quantity.quantity
    rate = rate_between(
        sheet.site.library.publication, quantity.currency or "", axis.measure
    )
    if rate is None or quantity.measure == axis.measure:
        return None
    words = in_words(convert(quantity, rate))
    day = Day(date_words(rate.day), rate.day.edtf)
    return Converted(words, day, sheet.marks(rate.evidence))


def _about(sheet: Sheet, ref: Ref) -> AboutView:
    """A record that the conflict concerns: its value and the pages on which it stands."""
    library = sheet.site.library
    named = [
        one for kind in ("briefings", "claims") for one in library.named_by(ref, kind)
    ]
    return AboutView(
        link=about_links(sheet, [ref])[0],
        value=_value(sheet, ref),
        shown_on=(*_lists(sheet, ref), *sheet.links(named)),
    )


def _value(sheet: Sheet, ref: Ref) -> ValueView | None:
    """The value of a target or an observation; other records have none of their own."""
    if ref.kind == "observations":
        return sheet.observation(ref).value
    if ref not in sheet.site.library.targets:
        return None
    target = sheet.site.library.targets[ref][1]
    return sheet.value(target.value, ref, target.evidence, target.as_written)


def _lists(sheet: Sheet, ref: Ref) -> Iterator[LinkView]:
    """The lists on which a target stands: the tracker, its places, the comparison."""
    library = sheet.site.library
    if ref not in library.targets:
        return
    policy, target = library.targets[ref]
    yield sheet.page("targets/index.md", "Tracker", f"{ref.id}--{ref.part}")
    yield from sheet.links(library.place_line(policy.place))
    if target.measures:
        yield sheet.page("compare/index.md", "Comparison")
