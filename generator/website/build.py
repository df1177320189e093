"""MkDocs at arm's length: a tree of Markdown in, a folder of HTML out.

MkDocs is imported by those who build and serve: a check needs none, and begins sooner.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material prints a banner else


class WebsiteError(Exception):
    """MkDocs could not build the tree: one sentence."""


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of, so that no warning is lost in a long log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build_site(config_file: Path, docs: Path, site: Path, as_of: date) -> list[str]:
    """Build `docs` into `site` as mkdocs.yml says; what MkDocs warned of comes back.

    The clock of the build is the day `as_of`, so that no page depends on when it was made.
    """
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415  see above
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    collector = _Collector()
    log = logging.getLogger("mkdocs")
    log.addHandler(collector)
    log.propagate, before = False, log.propagate
    try:
        with _clock(as_of):
            config = load_config(
                str(config_file),
                config_file_path=str(config_file.resolve()),  # else it needs stdin
                docs_dir=str(docs.resolve()),
                site_dir=str(site.resolve()),
                strict=False,
            )
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        reasons = "; ".join(collector.messages) or str(error)
        raise WebsiteError(f"MkDocs could not build the site: {reasons}") from error
    finally:
        log.removeHandler(collector)
        log.propagate = before
    return collector.messages


@contextmanager
def _clock(as_of: date) -> Iterator[None]:
    """SOURCE_DATE_EPOCH at the start of the day, which MkDocs honours (sitemap)."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    midnight = datetime.combine(as_of, time(), UTC)
    os.environ[name] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
