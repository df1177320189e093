"""`build.json`: what this edition is made of. It also marks the folder as ours."""

import json
from collections.abc import Iterator, Mapping

from generator import __version__
from generator.core.artifacts import Artifact
from generator.pages.page import Edition


def artifacts(edition: Edition, _: Mapping[str, str]) -> Iterator[Artifact]:
    """The one file at the root of the site."""
    settings = edition.settings
    content = {
        "generator": "briefbook",
        "version": __version__,
        "as_of": settings.as_of.isoformat(),
        "commit": settings.commit,
        "pages": len(edition.pages),
        "facts": {name: fact.value for name, fact in edition.facts.named.items()},
    }
    yield Artifact("build.json", (json.dumps(content, indent=1) + "\n").encode())
