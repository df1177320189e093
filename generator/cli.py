"""The commands: the only printing, the only exit codes."""

import gc
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import indent
from time import perf_counter
from typing import TYPE_CHECKING, NoReturn, TextIO

import click
from rich.console import Console
from rich.status import Status

from generator import __version__, pipeline
from generator.core import reports
from generator.core.problems import Severity
from generator.core.settings import Settings
from generator.core.suggest import did_you_mean
from generator.library.review import ReviewError, reviewed
from generator.paper import MISSING
from generator.publish import PublishError, create_file, keep_file, rewrite_file
from generator.reading.captures import read_copy, text_path
from generator.reading.copies import CopyError
from generator.reading.excerpts import read_line
from generator.reading.file_names import id_problem
from generator.reading.project import ProjectError, read_settings
from generator.records.base import Entry, Record
from generator.records.edit import with_block
from generator.records.guide import guide, skeleton
from generator.records.kinds import RECORD_KINDS
from generator.rules.catalogue import all_docs
from generator.website.build import WebsiteError
from generator.website.serve import serve_site

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_FORMATS = ("text", "github", "json")


class _Day(click.ParamType[date]):
    """A day as year-month-day."""

    name = "day"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is not a day, for example 2026-11-25", param, ctx)


def today() -> date:  # noqa: RET503  fail never returns
    """The day of SOURCE_DATE_EPOCH if it is set, else today in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date()
    try:
        if epoch.isascii() and epoch.isdigit():
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    fail(f"SOURCE_DATE_EPOCH is `{epoch}`, not a whole number of seconds since 1970")


def fail(sentence: str) -> NoReturn:
    """Say what is wrong in one line and end."""
    click.echo(f"error: {reports.clean(sentence)}", err=True)
    sys.exit(1)


_root = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, with mkdocs.yml and content/. Default: here.",
)
_as_of = click.option(
    "--as-of",
    type=_Day(),
    default=None,
    help="The day on which deadlines are read. Default: today.",
)
_on = click.option("--on", type=_Day(), default=None, help="The day. Default: today.")
_strict = click.option("--strict", is_flag=True, help="Warnings fail too.")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    help="How problems are printed.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefbook")
def main() -> None:
    """Policy records in git, turned into briefings that people trust."""


@main.command()
@_root
@_as_of
@_strict
@_format
@click.option("--notes", is_flag=True, help="Show notes to the editors too.")
def check(
    root: Path,
    as_of: date | None,
    *,
    strict: bool,
    form: str,
    notes: bool,
) -> None:
    """Read all records and say what is wrong with them."""
    begun = perf_counter()
    day = as_of or today()
    settings = read_settings(root, day)
    checked = pipeline.check(root, day)
    checked = pipeline.with_unprintable(root, checked, settings)
    _print_problems(root, checked, form, notes=notes)
    if form == "text":
        seconds = perf_counter() - begun
        count = len(checked.documents)
        click.echo(
            f"{count} records read in {seconds:.1f} s: {reports.summary(checked.problems)}"
        )
    sys.exit(1 if _is_refused(checked, strict=strict) else 0)


@main.command()
@_root
@_as_of
@_strict
@_format
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site goes. Default: site/ in the project.",
)
@click.option("--pdf/--no-pdf", default=True, help="Whether PDFs are made.")
def build(  # noqa: PLR0913  one argument per option
    root: Path,
    as_of: date | None,
    *,
    strict: bool,
    form: str,
    site_dir: Path | None,
    pdf: bool,
) -> None:
    """Check the records, write the pages and build the site."""
    begun = perf_counter()
    settings = with_settings(root, as_of)
    stage = _Progress()
    checked = pipeline.check(root, settings.as_of, stage)
    if pdf:
        checked = pipeline.with_unprintable(root, checked, settings)
    stage.finish()
    _print_problems(root, checked, form)
    if _is_refused(checked, strict=strict):
        click.echo(f"nothing published: {reports.summary(checked.problems)}", err=True)
        sys.exit(1)
    site = site_dir or root / "site"
    built = pipeline.build(
        root, checked, settings, site, stage, is_strict=strict, with_pdfs=pdf
    )
    stage.finish()
    for warning in built.warnings:
        click.echo(f"warning: {reports.clean(warning)}", err=True)
    for notice in built.notices:
        click.echo(f"note: {notice}", err=True)
    click.echo(
        f"{len(checked.documents)} records, {built.pages} pages, "
        f"{reports.summary(checked.problems)}, {perf_counter() - begun:.1f} s"
    )
    click.echo(f"Open {site / 'index.html'}")


@main.command()
@_root
@click.option("--address", default="127.0.0.1:8000", help="Where to serve.")
def serve(root: Path, address: str) -> None:
    """Show the site on this machine; pages change when a record does."""
    serve_site(root / "mkdocs.yml", address, _say)


def _say(line: str) -> None:
    click.echo(line, err=True)


@main.command()
@_root
@click.argument("kind", type=click.Choice(sorted(set(RECORD_KINDS) - {"publication"})))
@click.argument("record_id")
def new(root: Path, kind: str, record_id: str) -> None:
    """Make a new record of a kind, with the fields that it needs."""
    read_settings(root, today())
    wrong = id_problem(record_id)
    if wrong:
        _, message, advice = wrong
        fail(f"{message}: {advice}")
    ending = "md" if kind == "briefings" else "yml"
    path = root / "content" / kind / f"{record_id}.{ending}"
    create_file(path, skeleton(kind, record_id))
    click.echo(path)


@main.command()
@_root
@_on
@click.argument("address")
@click.option("--by", required=True, help="Who has compared it; never its author.")
def review(root: Path, on: date | None, address: str, by: str) -> None:
    """Record that somebody has compared the record ADDRESS (kind/id) with its sources."""
    entry = _entry(root, address)
    said = reviewed(entry, by, on or today())
    rewrite_file(root / entry.document.path, with_block(entry, "review", said))
    click.echo(f"{entry.document.path}: {said['state']}")


@main.command()
@_root
@_on
@click.argument("source")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def capture(root: Path, on: date | None, source: str, file: Path) -> None:
    """Keep the text of a copy (HTML, PDF, text) of SOURCE, to prove what is quoted from it."""
    entry = _entry(root, f"sources/{source}")
    try:
        copy = read_copy(file)
    except CopyError as refusal:
        fail(f"nothing was captured from {file}: {refusal}")
    said = {**copy.hashes, "captured": (on or today()).isoformat()}
    keep_file(text_path(root, source), copy.text)
    rewrite_file(root / entry.document.path, with_block(entry, "capture", said))
    checked = pipeline.check(root, today())
    found = [one for one in checked.problems if one.rule.startswith("capture.")]
    _print_problems(root, replace(checked, problems=tuple(found)), "text")
    click.echo(f"{text_path(root, source)}: {len(copy.text)} characters")


def _entry(root: Path, address: str) -> Entry[Record]:
    """The record at an address; ends with a sentence if there is none."""
    with_settings(root, None)
    library = pipeline.check(root, today()).library
    if library is None:
        fail("the records have errors: `briefbook check` names them")
    entries = {str(entry.ref): entry for entry in library.with_publication}
    if address not in entries:
        advice = did_you_mean(address, entries) or "an address is kind/id"
        fail(f"there is no record `{address}`; {advice}")
    return entries[address]


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Print what a rule asks for, with a wrong and a right example; without RULE, all ids."""
    docs = dict(sorted({**all_docs(), MISSING.id: MISSING}.items()))
    if rule is None:
        for one in docs.values():
            click.echo(f"{one.id:34} {one.severity.value:8} {_first_line(one.text)}")
        return
    doc = docs.get(rule)
    if doc is None:
        advice = did_you_mean(rule, docs) or "`briefbook explain` lists all rules"
        fail(f"there is no rule `{rule}`; {advice}")
    click.echo(f"{doc.id} ({doc.severity.value})\n\n{doc.text}\n")
    click.echo(f"Wrong:\n\n{_example(doc.wrong)}\n")
    click.echo(f"Right:\n\n{_example(doc.right)}")


def _example(text: str) -> str:
    return indent(text.rstrip("\n"), "    ") or "    (no file can show it)"


def _first_line(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


@main.command()
def fields() -> None:
    """Print the fields of every kind of record in Markdown, for content/README.md."""
    click.echo(guide(), nl=False)


class _Progress:
    """A line for each stage with the seconds it took; on a terminal also what runs now."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._status: Status | None = None
        self._stage = ""
        self._begun = 0.0

    def __call__(self, stage: str) -> None:
        self.finish()
        self._stage, self._begun = stage, perf_counter()
        if self._console.is_terminal:
            self._status = self._console.status(stage)
            self._status.start()

    def finish(self) -> None:
        """End the stage that runs."""
        if self._status:
            self._status.stop()
        if self._stage:
            seconds = perf_counter() - self._begun
            self._console.print(f"{seconds:6.1f} s  {self._stage}")
        self._stage = ""


def with_settings(root: Path, as_of: date | None) -> Settings:
    """The project's settings for the day; ends with a sentence if there is no project."""
    return pipeline.settings_of(root, as_of or today())


def _print_problems(
    root: Path, checked: pipeline.Checked, form: str, *, notes: bool = False
) -> None:
    problems = [
        one
        for one in checked.problems
        if notes or one.severity is not Severity.NOTE or form == "json"
    ]
    if form == "github":
        click.echo(reports.as_github(problems), nl=False)
    elif form == "json":
        click.echo(reports.as_json(problems), nl=False)
    elif problems:
        click.echo(reports.as_text(problems, lambda span: read_line(root, span)))


def _is_refused(checked: pipeline.Checked, *, strict: bool) -> bool:
    severities = {one.severity for one in checked.problems}
    return Severity.ERROR in severities or (strict and Severity.WARNING in severities)


def run(command: Callable[[], None] = main) -> NoReturn:
    """Run a command; what the machine refuses is one line, never a traceback."""
    gc.disable()  # a run is short: looking for garbage costs a tenth of it, and finds little
    _fill_closed_streams()
    sys.stdout, sys.stderr = _patient(sys.stdout), _patient(sys.stderr)
    try:
        command()
    except (PublishError, ProjectError, ReviewError, WebsiteError) as refusal:
        fail(str(refusal))
    sys.exit(0)


def _fill_closed_streams() -> None:
    """Where input or output is closed, nothing is: else a file of ours gets its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


class _Patient(io.FileIO):
    """A pipe or file that drops what nobody reads or what no longer fits on the disk."""

    def write(self, content: "ReadableBuffer", /) -> int:
        with suppress(OSError):
            return super().write(content)
        return memoryview(content).nbytes


def _patient(stream: TextIO) -> TextIO:
    """The same stream, on which printing never fails: not for its reader, not for a letter.

    A terminal is left alone, and so is what is no stream of the system.
    """
    if type(stream) is not io.TextIOWrapper or stream.isatty():
        return stream
    stream.flush()
    raw = _Patient(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=True,
    )
