"""Which pages of an edition become PDFs, and how the pages then offer them.

The article of each page is made from the Markdown that MkDocs gets, so both say the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.core.refs import Ref
from generator.formats.markdown import body_of
from generator.formats.pdf.document import Imprint
from generator.formats.pdf.leaves import Source, source_of
from generator.formats.pdf.render import Group, Job
from generator.formats.templates import environment_of
from generator.pages.addresses import relative_path
from generator.pages.page import Edition, Page
from generator.pages.views import Actions, Download
from generator.records.policy import Policy

PRINTED = ("briefing", "policy", "place", "targets")
"""Page types with a PDF of their own."""
LANDSCAPE = frozenset({"targets"})
IN_BOOK = ("briefing", "policy", "targets", "conflict", "sources")
"""Page types of the book, in its order: sources as a list, since notes say the rest."""
BOOK = "book.pdf"
OFFERS_BOOK = frozenset({"briefings", "policies", "targets"})
"""Lists of what the book holds."""


@dataclass(frozen=True)
class Printer:
    """The PDFs of an edition: which there are, and from which pages each is made."""

    edition: Edition
    templates: Mapping[str, str]

    def jobs(self) -> Iterator[Job]:
        """The PDFs of single pages, then the book."""
        for page in self.edition.pages:
            if page.type in PRINTED:
                imprint = self._imprint(page.title, page.url, page)
                alone = Group("", (self.sources[page.path],))
                yield Job(pdf_path(page), imprint, (alone,))
        yield Job(BOOK, self._book_imprint(), tuple(self._groups()), is_book=True)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """What is made into a leaf of each printed page, by the path of its file."""
        environment = environment_of(self.templates)
        return {
            page.path: source_of(
                page,
                body_of(page, environment),
                self._address(page.url),
                is_landscape=page.type in LANDSCAPE,
            )
            for page in self.edition.pages
            if page.type in {*PRINTED, *IN_BOOK}
        }

    def _groups(self) -> Iterator[Group]:
        """Briefings, policies by place, the tracker, conflicts, sources."""
        yield self._group("Briefings", "briefing")
        for place, pages in self._policies_by_place():
            yield Group(f"Policies: {place}", self._of(pages))
        yield self._group("Targets", "targets")
        yield self._group("Where sources disagree", "conflict")
        yield self._group("Sources", "sources")

    def _policies_by_place(self) -> list[tuple[str, list[Page]]]:
        """By the outermost place but one, so that districts stand with their province."""
        library = self.edition.library
        grouped: dict[tuple[str, ...], list[Page]] = {}
        for page in self.edition.pages:
            if page.type == "policy" and page.about:
                line = library.place_line(library.get(page.about, Policy).place)
                grouped.setdefault(tuple(ref.id for ref in line[:2]), []).append(page)
        return [
            (self._place_title(key[-1]), pages)
            for key, pages in sorted(grouped.items())
        ]

    def _place_title(self, place: str) -> str:
        title = self.edition.library.record(Ref("places", place)).title
        return title.get("en") or next(iter(sorted(title.values())))

    def _group(self, title: str, kind: str) -> Group:
        return Group(title, self._of([p for p in self.edition.pages if p.type == kind]))

    def _of(self, pages: Sequence[Page]) -> tuple[Source, ...]:
        return tuple(self.sources[page.path] for page in pages)

    def _address(self, url: str) -> str:
        return f"{self.edition.settings.site_url}{url}" if self._is_public else ""

    @property
    def _is_public(self) -> bool:
        return bool(self.edition.settings.site_url)

    def _imprint(self, title: str, url: str, page: Page | None = None) -> Imprint:
        settings, publication = self.edition.settings, self.edition.library.publication
        return Imprint(
            title=title,
            publication=settings.site_name,
            publisher=publication.publisher,
            as_of=settings.as_of,
            address=self._address(url),
            commit=settings.commit,
            description=page.description if page else publication.description,
        )

    def _book_imprint(self) -> Imprint:
        title = self.edition.library.publication.title
        return self._imprint(title.get("en", self.edition.settings.site_name), "")


def pdf_path(page: Page) -> str:
    """`policies/cn-vr-2022/cn-vr-2022.pdf`, `targets/targets.pdf`."""
    name = page.url.rstrip("/").rpartition("/")[2]
    return f"{page.url}{name}.pdf"


def with_downloads(edition: Edition, sizes: Mapping[str, int]) -> Edition:
    """The edition whose pages offer their PDFs, and whose lists offer the book.

    `sizes` are those of single pages in bytes, by path.
    """
    has_book = any(
        page.type in IN_BOOK and pdf_path(page) in sizes for page in edition.pages
    )
    pages = tuple(_offering(page, sizes, has_book=has_book) for page in edition.pages)
    return replace(edition, pages=pages)


def _offering(page: Page, sizes: Mapping[str, int], *, has_book: bool) -> Page:
    can = page.context.get("can")
    size = sizes.get(pdf_path(page))
    offers: list[Download] = []
    if size is not None:
        name = pdf_path(page).rpartition("/")[2]
        offers.append(Download("PDF", name, "pdf", size=size_words(size)))
    if has_book and page.type in OFFERS_BOOK:
        book = relative_path(BOOK, start=page.path)
        offers.append(Download("The edition as a book", book, "pdf"))
    if not (offers and isinstance(can, Actions)):
        return page
    offered = replace(can, downloads=(*offers, *can.downloads))
    return replace(page, context={**page.context, "can": offered})


def size_words(size: int) -> str:
    """`184 kB`, `3.7 MB`."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB"
