"""Citations for programs: saved as files, under the strict policy of the pages."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.visits import DESK

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "ending", "start"),
    [
        ("BibTeX", "bib", b"@misc{briefbook-policies-cn-vr-2022,\n"),
        ("RIS", "ris", b"TY  - ELEC\r\nAU  - Briefbook\r\n"),
    ],
)
def test_a_citation_is_saved_as_a_file(
    home: str, visit: Visiting, name: str, ending: str, start: bytes
) -> None:
    """With its own name; nothing is asked of the network, and no policy is broken."""
    with visit(DESK, accept_downloads=True) as seen:
        page = seen.open(f"{home}policies/cn-vr-2022/")
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.suggested_filename == f"cn-vr-2022.{ending}"
        assert Path(download.value.path()).read_bytes().startswith(start)
        assert seen.faults_of_noise() == []
