"""How to cite a page, and on the page of a source that source: in words and for programs."""

from collections.abc import Iterator
from datetime import date

from generator.core.frozen import frozen
from generator.core.wording import date_words, day_words
from generator.pages.page import page_url
from generator.pages.sheet import Sheet
from generator.pages.site import capitalized
from generator.records.base import Entry
from generator.records.source import Source


@frozen
class Cite:
    """How to cite something, in words and for programs."""

    text: str
    bibtex: tuple[str, ...]
    """Line by line: it stands on the page, to be copied."""
    name: str
    """Of the file beside the page, without its ending."""
    ris: str
    """The file: it is imported."""


@frozen
class _Work:
    """What is cited, for programs."""

    author: str
    title: str
    year: str
    url: str
    seen: date
    note: str
    kind: str = ""


def cite(sheet: Sheet, title: str, kind: str = "") -> Cite:
    """A citation of the page: author, year, title, day, address.

    `kind` says what the page is where its title is not ours: `record of a policy`.
    """
    author, day, url = _publisher(sheet), sheet.site.settings.as_of, _address(sheet)
    said = f"“{title}”, {kind}" if kind else f"“{title}”"
    note = f"As of {day.isoformat()}"
    return _cited(
        sheet,
        f"{author} ({day.year}). {said}. As of {day_words(day)}. {url}",
        _Work(author, title, str(day.year), url, day, note, kind),
    )


def cite_source(sheet: Sheet, entry: Entry[Source]) -> Cite:
    """A citation of a source itself, with the place where its record stands."""
    source, day = entry.record, sheet.site.settings.as_of
    title = source.title.get(source.language) or sheet.site.title(entry.ref).text
    on, url = source.published, (source.link and source.url) or ""
    year, day_of = (str(on.first.year), date_words(on)) if on else ("", "")
    author, here = _publisher(sheet), _address(sheet)
    text = " ".join(
        (
            f"{source.publisher} ({year or 'n.d.'}). “{title}”.",
            *([f"{day_of}."] if day_of != year else []),
            *([f"Read at {source.host}."] if source.host else []),
            *([url] if url else []),
            f"Recorded by {author} as of {day_words(day)}: {here}",
        )
    )
    note = f"Recorded by {author}: {here}"
    return _cited(sheet, text, _Work(source.publisher, title, year, url, day, note))


def _publisher(sheet: Sheet) -> str:
    return sheet.site.library.publication.publisher


def _address(sheet: Sheet) -> str:
    return sheet.site.settings.site_url + page_url(sheet.path)


def _cited(sheet: Sheet, text: str, work: _Work) -> Cite:
    address = page_url(sheet.path).rstrip("/")
    key = address.replace("/", "-") or "home"
    name = address.rpartition("/")[2] or "home"
    return Cite(text, tuple(_bibtex(key, work)), name, _ris(work))


def _bibtex(key: str, work: _Work) -> Iterator[str]:
    """One entry; braces keep capitals, and those of the text are left out."""
    fields = {
        "author": f"{{{_unbraced(work.author)}}}",
        "title": f"{{{_unbraced(work.title)}}}",
        "howpublished": _unbraced(capitalized(work.kind)),
        "year": work.year,
        "url": _unbraced(work.url),
        "urldate": work.seen.isoformat(),
        "note": _unbraced(work.note),
    }
    yield f"@misc{{briefbook-{key},"
    for name, value in fields.items():
        if value:
            yield f"{name} = {{{value}}},"
    yield "}"


def _unbraced(text: str) -> str:
    return text.translate(str.maketrans("", "", "{}\\"))


def _ris(work: _Work) -> str:
    """One reference; a tag stands at the start of each line."""
    tags = {
        "TY": "ELEC",
        "AU": work.author,
        "TI": work.title,
        "M3": capitalized(work.kind),
        "PY": work.year,
        "Y2": work.seen.strftime("%Y/%m/%d"),
        "UR": work.url,
        "N1": work.note,
    }
    lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in tags.items() if text]
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - "))
