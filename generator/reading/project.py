"""What the project itself brings: its settings in mkdocs.yml and its templates.

These files are ours, not the authors': a mistake in them is a ProjectError, not a problem.
"""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.core.settings import Settings

TEMPLATE_FOLDERS = ("pages", "parts", "feeds")
SECURITY_POLICY = "theme/partials/csp.html"
"""Part of the theme that a format needs too."""


class ProjectError(Exception):
    """The folder is no Briefbook project, or mkdocs.yml cannot be read: one sentence."""


def read_settings(root: Path, as_of: date) -> Settings:
    """The settings that pages need, from mkdocs.yml."""
    options = _options(root / "mkdocs.yml")
    site_url = _text(options, "site_url")
    return Settings(
        as_of=as_of,
        site_name=_text(options, "site_name"),
        site_url=f"{site_url.rstrip('/')}/" if site_url else "",
        repo_url=_text(options, "repo_url").rstrip("/"),
        edit_uri=_text(options, "edit_uri") or "edit/main/",
        pdf_fonts=_pdf_fonts(options),
    )


def read_templates(root: Path) -> dict[str, str]:
    """Each template's text by its path below site_templates/."""
    base = root / "site_templates"
    found = {
        path.relative_to(base).as_posix(): path.read_text(encoding="utf-8")
        for folder in TEMPLATE_FOLDERS
        for path in sorted((base / folder).glob("*.j2"))
    }
    if not found:
        raise ProjectError(f"there are no templates in {base.name}/pages")
    policy = base / SECURITY_POLICY
    return found | {SECURITY_POLICY: policy.read_text(encoding="utf-8")}


def read_print(root: Path) -> dict[str, bytes]:
    """The PDF's template and faces by their path below site_templates/print/."""
    base = root / "site_templates" / "print"
    return {
        path.relative_to(base).as_posix(): path.read_bytes()
        for path in sorted(base.rglob("*"))
        if path.suffix in {".typ", ".ttf", ".otf"}
    }


def read_fonts(root: Path, settings: Settings) -> dict[Path, bytes]:
    """The further font files that mkdocs.yml names."""
    try:
        return {root / one: (root / one).read_bytes() for one in settings.pdf_fonts}
    except OSError as error:
        raise ProjectError(
            f"mkdocs.yml names a font that cannot be read: {error}"
        ) from None


def _pdf_fonts(options: dict[str, Any]) -> tuple[str, ...]:
    """`extra: {pdf_fonts: [fonts/some.ttf]}`."""
    extra = options.get("extra")
    fonts = extra.get("pdf_fonts", []) if isinstance(extra, dict) else []
    return tuple(one for one in fonts if isinstance(one, str))


def _options(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ProjectError(
            "there is no mkdocs.yml here: run the command in the project's folder, "
            "or name it with --root"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError(f"mkdocs.yml cannot be read: {error}") from None
    try:
        options = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  scalars stay strings
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise ProjectError(f"mkdocs.yml is not valid YAML: {reason}") from None
    if not isinstance(options, dict):
        raise ProjectError("mkdocs.yml is not a mapping")
    return options


def _text(options: dict[str, Any], name: str) -> str:
    value = options.get(name, "")
    return value if isinstance(value, str) else ""
