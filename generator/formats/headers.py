"""`_headers`: what hosts that read this file should send with every page.

The policy is the one that stands in the pages, with what a meta element may not say.
"""

from collections.abc import Iterator, Mapping

from generator.core.artifacts import Artifact
from generator.pages.page import Edition

POLICY = "theme/partials/csp.html"


def artifacts(_: Edition, templates: Mapping[str, str]) -> Iterator[Artifact]:
    """The one file, at the root of the site."""
    policy = " ".join(templates[POLICY].split())
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    yield Artifact("_headers", f"/*\n{lines}".encode())
