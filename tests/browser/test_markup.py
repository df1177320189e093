"""The HTML of all pages through the Nu checker, in one run."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from shutil import which

import pytest

from tests.tools import NODE_MODULES

pytestmark = [pytest.mark.npm, pytest.mark.site]

JAR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
KNOWN = (
    # Files have no origin, so that 'self' fits none; the browser tests see to the policy.
    "Resource violates Content Security Policy",
)
"""What the checker says of pages that are right."""

WRONG = """<!doctype html><html lang="en"><title>Wrong</title><p><time datetime="2024-33">"""


def test_html_of_all_pages_is_valid(built_site: Path, tmp_path: Path) -> None:
    """No error and no warning but for those that we know; a wrong page beside them is found."""
    control = tmp_path / "wrong.html"
    control.write_text(WRONG, encoding="utf-8")
    java = which("java")
    assert java
    command = [java, "-Xss4m", "-jar", str(JAR), "--skip-non-html", "--format", "json"]
    checked = subprocess.run(
        [*command, "--exit-zero-always", str(built_site), str(control)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    messages = json.loads(checked.stderr)["messages"]
    messages = [one for one in messages if not one["message"].startswith(KNOWN)]
    wrong = Counter(
        f"{one['message']}: {one.get('extract', '').strip()[:120]}"
        for one in messages
        if not one["url"].endswith(control.name)
    )
    assert wrong.most_common(20) == []
    assert [one["message"] for one in messages if "Month" in one["message"]] != []
