"""The instruments themselves: a page on which everything is wrong is found wrong."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.server import serving
from tests.browser.visits import PHONE, axe, overflow

pytestmark = [pytest.mark.browser, pytest.mark.npm]

WRONG = """<!doctype html>
<html lang="en"><head><title>Wrong</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<script src="wrong.js"></script></head>
<body><main><h1>Wrong</h1><p id="late">Pushed down</p>
<p style="color: #ccc">Refused by the policy</p>
<img src="https://elsewhere.invalid/picture.png"><table><tr><td>
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
</table></main></body></html>
"""
SCRIPT = """document.cookie = 'kept=1';
addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {
  const box = document.createElement('div');
  box.style.height = '400px';
  document.getElementById('late').before(box);
  fetch('https://elsewhere.invalid/count').catch(() => {});
})));
"""


def test_everything_that_is_wrong_is_seen(tmp_path: Path, visit: Visiting) -> None:
    """A picture without words, a cookie, another host, an inline style, a jump, a wide line."""
    (tmp_path / "index.html").write_text(WRONG, encoding="utf-8")
    (tmp_path / "wrong.js").write_text(SCRIPT, encoding="utf-8")
    with serving(tmp_path) as address, visit(PHONE) as seen:
        page = seen.open(address)
        page.wait_for_function("() => seen.shift > 0")
        kinds = {one.split(":")[0] for one in seen.faults_of_noise()}
        assert kinds == {"console", "cookie", "foreign", "policy"}
        assert [one.split()[1] for one in axe(page)] == ["image-alt"]
        assert overflow(page) != []
        assert seen.shift() > 0.05
