"""What all pages are planned from."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import field
from typing import Any, TypeVar, cast

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.core.settings import Settings
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.quality import Snapshot
from generator.pages.addresses import anchor_of, page_of
from generator.pages.page import Page
from generator.pages.views import Words
from generator.records.base import Record

T = TypeVar("T")
_UNSAID = object()


@frozen
class Site:
    """The library, what was computed from it, and what the project says of itself."""

    library: Library
    facts: Facts
    settings: Settings
    trend: tuple[Snapshot, ...] = ()
    """Counts of earlier states of the records, oldest first."""
    _said: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)
    """What was asked for before: a site names each record on many pages."""

    def once(self, key: Hashable, say: Callable[[], T]) -> T:
        """What `say` gives, asked once: only for what no page and no note depends on."""
        found = self._said.get(key, _UNSAID)
        if found is _UNSAID:
            found = self._said[key] = say()
        return cast("T", found)

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.library.publication.languages[0]

    def title(self, ref: Ref) -> Words:
        """The title of a record in the language of the pages, or in one that it has.

        A part has the words that name it in its record.
        """
        return self.once(("title", ref), lambda: self._title(ref))

    def _title(self, ref: Ref) -> Words:
        if ref.part and ref.kind == "policies":
            indicator = self.library.targets[ref][1].indicator
            return Words(capitalized(indicator), ref=str(ref))
        record = self.library.record(ref)
        language = self.language if self.language in record.title else ""
        language = language or next(iter(sorted(record.title)))
        lang = "" if language == self.language else language
        return Words(record.title[language], lang, str(ref.whole))  # type: ignore[index]

    def named(self, ref: Ref) -> tuple[str, str, Words, Words | None]:
        """The page of a record, its anchor there, its title and that in the original language."""
        return self.once(("named", ref), lambda: self._named(ref))

    def _named(self, ref: Ref) -> tuple[str, str, Words, Words | None]:
        original = self.original(self.library.record(ref), ref)
        return page_of(ref), anchor_of(ref), self.title(ref), original

    def names(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """Titles in plain words: those a page lies under, for search."""
        return tuple(self.title(ref).text for ref in refs)

    def original(self, record: Record, ref: Ref) -> Words | None:
        """The title in a language other than that of the pages, if there is one."""
        return self.once(("original", ref), lambda: self._original(record, ref))

    def _original(self, record: Record, ref: Ref) -> Words | None:
        for language, text in sorted(record.title.items()):
            if language != self.language:
                return Words(text, language, str(ref))
        return None


def capitalized(text: str) -> str:
    """The words as they begin a line: records name things in lower case."""
    return text[:1].upper() + text[1:]


PagesOf = Callable[[Site], Iterator[Page]]
"""One function for each page type: all its pages."""
