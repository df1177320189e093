"""The built pages, read once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.built.built_pages import BuiltPage, read_pages


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, BuiltPage]:
    """Every page of the built site by its path."""
    return read_pages(built_site)
