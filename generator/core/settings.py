"""What a project says about itself in mkdocs.yml, and the day of the build."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from generator.core.frozen import frozen


@frozen
class Settings:
    """Everything outside the records that a page depends on."""

    as_of: date
    """The day on which deadlines are read."""
    site_name: str
    site_url: str = ""
    """With a slash at its end; empty if the site has no address yet."""
    repo_url: str = ""
    """The forge; empty if there is none: pages then have no edit links."""
    edit_uri: str = "edit/main/"
    """Between the forge's address and the path of a file."""
    pdf_fonts: tuple[str, ...] = ()
    """Further font files for PDFs, from the project's root."""
    commit: str = ""
    """The commit the site was made from, short; empty outside git."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """The day of each file's last change, by its path; empty where git does not know."""

    def edit_url(self, path: str, line: int = 0) -> str:
        """Where a reader edits a file of ours; empty without a forge."""
        if not self.repo_url:
            return ""
        anchor = f"#L{line}" if line else ""
        return f"{self.repo_url.rstrip('/')}/{self.edit_uri}{path}{anchor}"
