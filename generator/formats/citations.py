"""Citations of pages as files for programs that import them: RIS."""

from collections.abc import Iterator, Mapping

from generator.core.artifacts import Artifact
from generator.pages.citing import Cite
from generator.pages.page import Edition


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """Two files beside each page that says how to cite it."""
    for page in edition.pages:
        cite = page.context.get("cite")
        if isinstance(cite, Cite):
            yield Artifact(f"{page.url}{cite.name}.ris", cite.ris.encode())
