"""The site on this machine, rebuilt when a record changes: MkDocs' own server."""

import logging
from collections.abc import Callable
from pathlib import Path

from generator.website.build import WebsiteError

Say = Callable[[str], None]


class _Teller(logging.Handler):
    """Hands on what MkDocs says: where it serves, and what is wrong with a record."""

    def __init__(self, say: Say) -> None:
        super().__init__(logging.INFO)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        self._say(record.getMessage())


def serve_site(config_file: Path, address: str, say: Say) -> None:
    """Serve until interrupted; the plugin writes the pages.

    Warnings stop nothing here: whoever writes a source cites it a minute later.
    """
    from mkdocs.commands.serve import serve  # noqa: PLC0415  as in build.py
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(_Teller(say))
    try:
        serve(
            config_file=str(config_file),
            dev_addr=address,
            livereload=True,
            strict=False,
        )
    except Abort as error:
        raise WebsiteError("nothing is served; the reason stands above") from error
    except MkDocsException as error:
        raise WebsiteError(str(error)) from error
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise WebsiteError(f"nothing is served at {address}: {reason}") from error
