"""The site on this machine, rebuilt when a record changes: MkDocs' own server."""

from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from generator.website.build import WebsiteError


def serve_site(config_file: Path, address: str) -> None:
    """Serve until interrupted; the plugin writes the pages."""
    try:
        serve(config_file=str(config_file), dev_addr=address, livereload=True)
    except MkDocsException as error:
        raise WebsiteError(str(error)) from error
