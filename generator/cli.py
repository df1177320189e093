"""The commands: the only printing, the only exit codes."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import NoReturn

import click

from generator import __version__, pipeline
from generator.core import reports
from generator.core.problems import Severity
from generator.core.settings import Settings
from generator.publish import PublishError
from generator.reading.excerpts import read_line
from generator.reading.project import ProjectError, read_settings

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


def today() -> date:
    """The day of SOURCE_DATE_EPOCH if it is set, else today in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date()
    try:
        seconds = int(epoch)
        if seconds < 0:
            raise ValueError
        return datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        fail(
            f"SOURCE_DATE_EPOCH is `{epoch}`, not a whole number of seconds since 1970"
        )


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
def check(  # noqa: PLR0913  one argument per option
    root: Path,
    as_of: date | None,
    *,
    strict: bool,
    form: str,
    notes: bool,
) -> None:
    """Read all records and say what is wrong with them."""
    begun = perf_counter()
    with_settings(root, as_of)
    checked = pipeline.check(root, as_of or today())
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
def build(  # noqa: PLR0913  one argument per option
    root: Path,
    as_of: date | None,
    *,
    strict: bool,
    form: str,
    site_dir: Path | None,
) -> None:
    """Check the records, write the pages and build the site."""
    begun = perf_counter()
    settings = with_settings(root, as_of)
    stage = _Progress()
    checked = pipeline.check(root, settings.as_of, stage)
    _print_problems(root, checked, form)
    if _is_refused(checked, strict=strict):
        click.echo(f"nothing published: {reports.summary(checked.problems)}", err=True)
        sys.exit(1)
    site = site_dir or root / "site"
    built = pipeline.build(root, checked, settings, site, stage, strict=strict)
    for warning in built.warnings:
        click.echo(f"warning: {reports.clean(warning)}", err=True)
    click.echo(
        f"{len(checked.documents)} records, {built.pages} pages, "
        f"{reports.summary(checked.problems)}, {perf_counter() - begun:.1f} s"
    )
    click.echo(f"Open {site / 'index.html'}")


class _Progress:
    """One line per stage with the seconds it took."""

    def __init__(self) -> None:
        self._begun = perf_counter()

    def __call__(self, stage: str) -> None:
        seconds = perf_counter() - self._begun
        click.echo(f"[{seconds:5.1f} s] {stage}", err=True)


def with_settings(root: Path, as_of: date | None) -> Settings:
    """The project's settings for the day; ends with a sentence if there is no project."""
    return read_settings(root, as_of or today())


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
    try:
        command()
    except (PublishError, ProjectError) as refusal:
        fail(str(refusal))
    sys.exit(0)
