"""Names of files and folders: which are records, which are litter, which are refused.

Pure. An id becomes a file name and an address everywhere the site goes, so it has to be safe on
every system and no name that something else owns.
"""

import re
import unicodedata
from fnmatch import translate

from generator.core.refs import ID

LONGEST_ID = 80
"""Characters."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    """Names that match one of some patterns of the shell."""
    return re.compile("|".join(translate(pattern) for pattern in patterns))


_LITTER = _any_of(
    *(".*", "*~", "#*#", "*.swp", "*.swo", "*.bak", "*.orig", "*.rej", "*.tmp"),
    *("thumbs.db", "desktop.ini", "__pycache__", "readme.md"),
)
_NO_LITTER = _any_of(".*.yml", ".*.yaml", ".*.md", ".env", ".env.*", ".htaccess")
_EDITORS_OWN = _any_of(".#*", "._*")
_SETTINGS = _any_of(
    *("mkdocs.y*ml", "_config.y*ml", "zensical.toml", "netlify.toml", "vercel.json"),
    *("_headers", "_redirects", "cname", ".env", ".env.*", ".htaccess", "robots.txt"),
    *("*.py", "*.pyc", "*.js", "*.mjs", "*.ts", "*.sh", "*.html", "*.j2", "*.css"),
    *("hooks", "overrides", "theme", "templates", "plugins", "macros", "makefile"),
)
_DATA = _any_of(
    *("*.yml", "*.yaml", "*.json", "*.toml", "*.txt", "*.text", "*.md", "*.markdown"),
    *("*.mdown", "*.csv", "*.docx", "*.doc", "*.odt", "*.rtf", "*.xml"),
)
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_TAKEN = frozenset({"index", "404", "search", "assets", "pagefind", "sitemap", "feed"})
_OWNED_BY_OBJECTS = frozenset(
    {"constructor", "prototype", "valueof", "tostring", "hasownproperty"}
)


def is_litter(name: str) -> bool:
    """Whether a file is a trace of an editor or system, or a note to colleagues."""
    folded = name.lower()
    if _NO_LITTER.match(folded) and not _EDITORS_OWN.match(folded):
        return False
    return bool(_LITTER.match(folded))


def is_settings(name: str) -> bool:
    """Whether a file looks like configuration or code: it has no effect here."""
    return bool(_SETTINGS.match(name.lower()))


def looks_like_record(name: str) -> bool:
    """Whether somebody probably meant a record, going by the ending."""
    return "." not in name or bool(_DATA.match(name.lower()))


def id_problem(stem: str) -> tuple[str, str, str] | None:
    """Rule, message and help for a file's name that cannot be an id; nothing if it can."""
    shown = f"`{shown_name(stem)}`"
    if not ID.fullmatch(stem):
        return "file.name", f"{shown} cannot be an id", _ID_HELP
    if len(stem) > LONGEST_ID:
        message = f"the id is longer than {LONGEST_ID} characters"
        return "file.long-name", message, "shorten the name of the file"
    if _DEVICES.fullmatch(stem):
        message = f"{shown} is the name of a device on Windows"
        return "file.reserved-name", message, _RENAME
    if stem in _TAKEN:
        return "file.reserved-name", f"the site needs {shown} for itself", _RENAME
    if stem in _OWNED_BY_OBJECTS:
        message = f"{shown} is a word of the language of browsers"
        return "file.reserved-name", message, _RENAME
    return None


_ID_HELP = (
    "use lower-case letters a to z, digits and single hyphens between them, "
    "for example `cn-vr-2022`"
)
_RENAME = "give the file another name"


def folded(name: str) -> str:
    """The same for names that some system cannot tell apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def shown_name(name: str) -> str:
    """A name that can be printed: what is no readable UTF-8 or steers a terminal as an escape."""
    readable = name.encode("utf-8", "surrogateescape").decode(
        "utf-8", "backslashreplace"
    )
    return "".join(
        sign if sign.isprintable() and sign != "`" else f"\\x{ord(sign):02x}"
        for sign in readable
    )
