"""The second front door: for people who type `mkdocs build`, `mkdocs serve` or `mkdocs gh-deploy`.

Runs the pipeline before MkDocs reads its folder, and points MkDocs at what was written. Knows no
more of MkDocs than its documented plugin events.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator import pipeline
from generator.cli import today
from generator.core import reports
from generator.core.problems import Severity
from generator.core.wording import day_words
from generator.publish import PublishError
from generator.reading.excerpts import read_line
from generator.reading.project import ProjectError
from generator.website.build import WebsiteError

log = logging.getLogger("mkdocs.plugins.briefbook")


class BriefbookPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Writes the pages of the records into build/docs."""

    _is_asked = False
    """Whether it was asked by MkDocs itself, not by a build of ours."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Generate the Markdown tree, unless a build of ours has just done so."""
        config.extra["as_of"] = day_words(today())  # for pages that are not generated
        root = Path(config.config_file_path).parent.resolve()
        docs = root / pipeline.DOCS
        if Path(config.docs_dir).resolve() != docs:
            _generate(root)
            config.docs_dir = str(docs)
            self._is_asked = True
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index, where no build of ours does so."""
        if self._is_asked:
            try:
                notices = pipeline.index(Path(config.site_dir))
            except (PublishError, WebsiteError) as refusal:
                raise PluginError(str(refusal)) from refusal
            for notice in notices:
                log.info(notice)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """Watch what authors and designers write, not what is generated from it."""
        root = Path(config.config_file_path).parent
        server.unwatch(config.docs_dir)
        for folder in ("content", "site_templates"):
            server.watch(str(root / folder))
        return server


def _generate(root: Path) -> None:
    day = today()
    try:
        settings = pipeline.settings_of(root, day)
    except ProjectError as error:
        raise PluginError(str(error)) from error
    checked = pipeline.check(root, day)
    shown = [one for one in checked.problems if one.severity is not Severity.NOTE]
    if checked.errors:
        report = reports.as_text(shown, lambda span: read_line(root, span))
        raise PluginError(f"{reports.summary(checked.problems)}\n\n{report}")
    for problem in shown:
        log.warning("%s: %s", problem.span, reports.clean(problem.message))
    try:
        pipeline.generate(root, checked, settings)
    except PublishError as refusal:
        raise PluginError(str(refusal)) from refusal
