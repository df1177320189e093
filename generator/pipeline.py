"""The chapter list of a run: calls the stages in order, holds no logic of its own."""

import os
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath

from generator import paper
from generator.core.artifacts import Artifact
from generator.core.documents import Document
from generator.core.frozen import frozen
from generator.core.problems import Problem, Severity
from generator.core.refs import Ref
from generator.core.settings import Settings
from generator.formats.registry import make_artifacts
from generator.library.facts import Facts, compute_facts
from generator.library.library import Library, Link
from generator.library.link import link, links_of_invalid
from generator.library.quality import Snapshot, quality
from generator.pages.plan import plan
from generator.publish import (
    Tag,
    TreeReport,
    read_history,
    read_tags,
    replace_site,
    run,
    tagged,
    write_file,
    write_tree,
)
from generator.reading.captures import load_captures
from generator.reading.folder import load
from generator.reading.project import read_settings, read_templates
from generator.records.base import Entry, Record, named_in, parse_record
from generator.records.kinds import RECORD_KINDS
from generator.rules.catalogue import check_rules
from generator.website.build import WebsiteError, build_site
from generator.website.search import index_command, leave_out_interfaces
from generator.website.search_order import settle_index

OnStage = Callable[[str], None]
"""Told the name of each stage as it begins."""


def _silent(_: str) -> None:
    """Nobody watches."""


@frozen
class Checked:
    """What was read, and everything that is wrong with it."""

    library: Library | None
    """Nothing if a file, field or reference is broken."""
    facts: Facts | None
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...]

    @property
    def errors(self) -> int:
        """Problems that forbid publishing."""
        return sum(one.severity is Severity.ERROR for one in self.problems)


@frozen
class Generated:
    """The Markdown tree that was written."""

    pages: int
    tree: TreeReport
    book: Generator[Artifact, None, None]
    """For the site alone: it is made while MkDocs works."""


@frozen
class Built:
    """What a build made."""

    pages: int
    warnings: tuple[str, ...]
    """What MkDocs warned of."""
    notices: tuple[str, ...] = ()
    """What was left out for want of a program."""


NO_ENGINE = "PDFs were left out: the engine (typst) is not installed"
DOCS = Path("build/docs")
"""The Markdown tree, below the project's root."""


def check(root: Path, as_of: date, on_stage: OnStage = _silent) -> Checked:
    """Read the content and judge it, all in one run: rules judge whatever records are sound."""
    on_stage("Reading records")
    documents, problems = load(root, RECORD_KINDS)
    on_stage("Checking fields and references")
    entries: list[Entry[Record]] = []
    invalid: list[Link] = []
    for document in documents:
        entry, wrong = parse_record(document, RECORD_KINDS)
        problems += wrong
        if entry is not None:
            entries.append(entry)
        else:
            named = named_in(document, RECORD_KINDS[document.kind])
            invalid += links_of_invalid(document, named)
    library, wrong = link(entries, _broken(problems), invalid)
    problems += wrong
    if library is None:
        return Checked(None, None, _in_order(problems), tuple(documents))
    library = replace(library, captures=load_captures(root))
    on_stage("Computing facts and checking rules")
    facts = compute_facts(library, as_of)
    problems += check_rules(library, facts)
    if not library.is_whole:
        return Checked(None, None, _in_order(problems), tuple(documents))
    return Checked(library, facts, _in_order(problems), tuple(documents))


def _broken(problems: list[Problem]) -> set[Ref]:
    """The records whose own files have errors, by the names of the files."""
    paths = [
        PurePosixPath(one.span.path)
        for one in problems
        if one.severity is Severity.ERROR
    ]
    named = {Ref(path.parent.name, path.stem) for path in paths}
    is_publication = any(path.stem in {"publication", "content"} for path in paths)
    return named | ({Ref("publication", "publication")} if is_publication else set())


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.sort_key))


def with_unprintable(root: Path, checked: Checked, settings: Settings) -> Checked:
    """The same with what would be missing on paper, if PDFs can be made at all."""
    if checked.library is None or not paper.is_available():
        return checked
    found = paper.unprintable(root, checked.documents, settings)
    return replace(checked, problems=_in_order([*checked.problems, *found]))


def settings_of(root: Path, as_of: date) -> Settings:
    """What the project says of itself, with what git knows of its records."""
    history = read_history(root, "content", _environment())
    return replace(
        read_settings(root, as_of), commit=history.commit, changed=history.changed
    )


def trend_of(root: Path) -> tuple[Snapshot, ...]:
    """The counts of earlier tags, oldest first; tags that cannot be read today are left out."""
    tags = read_tags(root, _environment())
    found = (_snapshot(root, tag) for tag in tags)
    return tuple(one for one in found if one is not None)


def _snapshot(root: Path, tag: Tag) -> Snapshot | None:
    with tagged(root, tag, "content", _environment()) as earlier:
        library = check(earlier, tag.day).library if earlier else None
    if library is None:
        return None
    return Snapshot(tag.name, tag.day, quality(library, tag.day).shares)


def generate(
    root: Path,
    checked: Checked,
    settings: Settings,
    on_stage: OnStage = _silent,
    *,
    with_pdfs: bool = False,
) -> Generated:
    """Write the Markdown tree of a sound library, and the files beside it, into build/docs."""
    if checked.library is None or checked.facts is None or checked.errors:
        raise ValueError("content with errors is not published")
    on_stage("Planning pages")
    edition = plan(checked.library, checked.facts, settings, trend_of(root))
    templates = read_templates(root)
    printed = paper.unprinted(edition)
    if with_pdfs:
        on_stage("Making PDFs")
        printed = paper.print_edition(root, edition, templates)
    on_stage("Writing pages")
    artifacts = chain(make_artifacts(printed.edition, templates), printed.pages)
    tree = write_tree(artifacts, root / DOCS)
    return Generated(len(edition.pages), tree, printed.book)


def build(  # noqa: PLR0913  each is a decision of the one who asks
    root: Path,
    checked: Checked,
    settings: Settings,
    site: Path,
    on_stage: OnStage = _silent,
    *,
    is_strict: bool = False,
    with_pdfs: bool = True,
) -> Built:
    """Write the tree, print it with MkDocs beside the old site, and exchange the two."""
    has_engine = paper.is_available()
    left_out = [] if has_engine or not with_pdfs else [NO_ENGINE]
    generated = generate(
        root, checked, settings, on_stage, with_pdfs=with_pdfs and has_engine
    )

    def make(staging: Path) -> Built:
        with closing(generated.book) as book:
            on_stage("Building the site")
            config = root / "mkdocs.yml"
            warnings = build_site(config, root / DOCS, staging, settings.as_of)
            if warnings and is_strict:
                raise WebsiteError("MkDocs warned: " + "; ".join(warnings))
            on_stage("Indexing for search")
            notices = [*left_out, *index(staging)]
            on_stage("Publishing")
            for artifact in book:
                write_file(artifact, staging)
        return Built(generated.pages, tuple(warnings), tuple(notices))

    return replace_site(site, make)


def index(site: Path) -> list[str]:
    """Make the search index; a word about what was left out comes back."""
    command = index_command(site)
    if command is None:
        return ["search was left out: Pagefind is not installed"]
    completed = run(command, cwd=site, env=_environment())
    if completed.returncode:
        reason = completed.cause or completed.output.strip() or "for no stated reason"
        raise WebsiteError(f"Pagefind could not index the site: {reason}")
    leave_out_interfaces(site)
    settle_index(site)
    return []


def _environment() -> dict[str, str]:
    """What programs we start may see of ours."""
    names = ("PATH", "TMPDIR", "SYSTEMROOT", "TEMP", "TMP")
    given = {name: os.environ[name] for name in names if name in os.environ}
    return given | {"LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"}
