"""The theme by itself: what its files promise before any page is opened in a browser.

Pages in a real browser (axe, keyboard, no foreign request) are tested in tests/browser.
"""

import gzip
import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "site_templates" / "theme"
TEMPLATES = sorted(THEME.glob("**/*.html"))
SCRIPTS = sorted((THEME / "assets" / "js").glob("*.js"))
SHEETS = sorted((THEME / "assets" / "css").glob("*.css"))
FONTS = THEME / "assets" / "fonts"

LICENCES = (
    "https://creativecommons.org/licenses/by/4.0/",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "https://www.apache.org/licenses/LICENSE-2.0",
)


def test_policy_is_one_line_and_allows_no_inline_script() -> None:
    """The policy of every page; `data:` only for the icons in the style sheet."""
    policy = (THEME / "partials" / "csp.html").read_text(encoding="utf-8")
    assert policy.count("\n") == 1
    rules = dict(rule.split(" ", 1) for rule in policy.strip().split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert rules["style-src"] == "'self'"
    assert {rules[name] for name in ("object-src", "base-uri", "form-action")} == {
        "'none'"
    }


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_keep_the_policy(template: Path) -> None:
    """No inline script or style, no handler, and no foreign host but the licences."""
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]* src=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)
    assert set(re.findall(r"https?://[^\"'{ ]+", text)) <= set(LICENCES)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sheets_load_only_our_fonts(sheet: Path) -> None:
    """Every address in a style sheet is an icon in the sheet or a font beside it."""
    addresses = re.findall(
        r"url\((\"data:image/svg\+xml,|[^\")]+)", sheet.read_text(encoding="utf-8")
    )
    for address in addresses:
        assert address.startswith('"data:') or (sheet.parent / address).is_file()


def test_scripts_are_small_and_ask_nobody() -> None:
    """All scripts together take at most 12 kB as they travel."""
    scripts = b"".join(path.read_bytes() for path in SCRIPTS)
    assert len(gzip.compress(scripts)) <= 12_000
    assert not re.search(rb"https?:|\beval\(|new Function|document\.cookie", scripts)
    assert b"innerHTML" not in scripts


def test_first_view_is_light() -> None:
    """Fonts, styles and the scripts of every page: 160 kB leave 40 for the page."""
    preloaded = sum(path.stat().st_size for path in FONTS.glob("*-normal.woff2"))
    always = [path for path in SCRIPTS if path.stem in {"mode", "brief", "search"}]
    small = b"".join(path.read_bytes() for path in (*SHEETS, *always))
    assert preloaded + len(gzip.compress(small)) <= 160_000


def test_fonts_and_icons_carry_their_licences() -> None:
    """What comes from others names its licence."""
    for family in ("inter", "source-serif-4"):
        assert list(FONTS.glob(f"{family}*.woff2"))
    texts = [path.read_text(encoding="utf-8") for path in FONTS.glob("LICENSE-*")]
    assert len(texts) == 2
    assert all("SIL Open Font License" in text for text in texts)
    assert (THEME / "assets" / "icons" / "LICENSE-MaterialDesignIcons.txt").is_file()


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_tokens_have_contrast(mode: int) -> None:
    """4.5 for text on paper, surface and sunk ground, 3 for the edges of controls."""
    text = (THEME / "assets" / "css" / "frame.css").read_text(encoding="utf-8")
    pairs = re.findall(
        r"--([a-z0-9-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)", text
    )
    token = {name: colours[mode] for name, *colours in pairs}
    grounds = [token[name] for name in ("b-paper", "b-surface", "b-sunk")]
    for name in ("b-ink", "b-soft", "b-link", "b-accent"):
        assert min(_contrast(token[name], ground) for ground in grounds) >= 4.5
    for name in ("s-ahead", "s-due", "s-partly", "s-not-met", "s-met"):
        assert min(_contrast(token[name], ground) for ground in grounds) >= 4.5
    assert min(_contrast(token["b-edge"], ground) for ground in grounds) >= 3
    assert _contrast(token["b-ink"], token["b-mark"]) >= 4.5
    for step in "1234":
        assert _contrast(token[f"tx{step}"], token[f"t{step}"]) >= 4.5
