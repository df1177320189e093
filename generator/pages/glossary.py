"""The glossary: terms from A to Z, with the Chinese word, its sound, source and uses."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.core.frozen import frozen
from generator.pages.blocks import as_of, mentioning, page_foot
from generator.pages.lists import Count, count
from generator.pages.page import Page, SearchEntry
from generator.pages.sheet import Sheet
from generator.pages.site import Site
from generator.pages.views import Basis, LinkView, Mark, Words
from generator.records.base import Entry
from generator.records.term import Term

_PATH = "glossary/index.md"


@frozen
class TermView:
    """One entry of the glossary."""

    id: str
    title: Words
    original: Words | None
    pinyin: Words | None
    also: Words | None
    definition: Words
    topic: LinkView | None
    marks: tuple[Mark, ...]
    basis: Basis | None
    used_on: tuple[LinkView, ...]
    edit_url: str


@frozen
class Letter:
    """The terms that begin with one letter."""

    letter: str
    number: Count
    terms: tuple[TermView, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    sheet = Sheet(site, _PATH)
    yield Page(
        type="glossary",
        path=_PATH,
        title="Glossary",
        description="Words that the plans use, in English and Chinese, with their sources.",
        context={
            "as_of": as_of(site),
            **page_foot(sheet, "Glossary"),
            "total": _terms(len(site.library.terms)),
            "letters": _letters(sheet),
            "by_sound": _by_sound(sheet),
            "notes_of": sheet.notes(),
        },
        search=SearchEntry("Glossary"),
    )


def _terms(value: int) -> Count:
    return count("terms", value, "term")


def _letters(sheet: Sheet) -> list[Letter]:
    def name(entry: Entry[Term]) -> str:
        return sheet.site.title(entry.ref).text.casefold()

    ordered = sorted(sheet.site.library.terms, key=name)
    return [
        _letter(sheet, letter, list(entries))
        for letter, entries in groupby(ordered, key=lambda e: name(e)[0].upper())
    ]


def _letter(sheet: Sheet, letter: str, entries: Sequence[Entry[Term]]) -> Letter:
    views = tuple(_term(sheet, entry) for entry in entries)
    return Letter(letter, _terms(len(views)), views)


def _term(sheet: Sheet, entry: Entry[Term]) -> TermView:
    term, ref = entry.record, str(entry.ref)
    used_on = [one for _, refs in mentioning(sheet.site, entry.ref) for one in refs]
    return TermView(
        id=term.id,
        title=sheet.site.title(entry.ref),
        original=sheet.site.original(term, entry.ref),
        pinyin=sheet.words(term.pinyin, ref, "zh-Latn-pinyin"),
        also=sheet.words(", ".join(term.aka), ref),
        definition=Words(term.definition, ref=ref),
        topic=sheet.link(term.topic) if term.topic else None,
        marks=sheet.marks(term.evidence, entry.ref),
        basis=sheet.basis(entry.ref),
        used_on=sheet.links(used_on),
        edit_url=sheet.edit_url(entry.ref),
    )


def _by_sound(sheet: Sheet) -> list[LinkView]:
    """The terms that have a Chinese word, by its pinyin."""
    spoken = [entry for entry in sheet.site.library.terms if entry.record.pinyin]
    spoken.sort(key=lambda entry: plain_sound(entry.record.pinyin or ""))
    return [
        sheet.link(entry.ref, note=entry.record.pinyin or "")
        for entry in spoken
        if sheet.site.original(entry.record, entry.ref)
    ]


def plain_sound(pinyin: str) -> str:
    """Pinyin without its tones, as dictionaries sort it."""
    parts = unicodedata.normalize("NFD", pinyin.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))
