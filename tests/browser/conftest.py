"""One Chromium and one server for all tests of this folder."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.server import serving
from tests.browser.visits import Visit, visiting
from tests.tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Visiting = Callable[..., AbstractContextManager[Visit]]
Launch = Callable[..., "AbstractContextManager[Browser]"]


@pytest.fixture(scope="session")
def launch() -> Iterator[Launch]:
    """Starts the Chromium of this machine, with more arguments if wanted."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  may be missing

    with sync_playwright() as playwright:

        @contextmanager
        def launched(*more: str) -> "Iterator[Browser]":
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=[*_ARGUMENTS, *more]
            )
            try:
                yield browser
            finally:
                browser.close()

        yield launched


@pytest.fixture(scope="session")
def browser(launch: Launch) -> "Iterator[Browser]":
    """The browser of most tests."""
    with launch() as browser:
        yield browser


@pytest.fixture(scope="session")
def home(built_site: Path) -> Iterator[str]:
    """The address of the site, below a path as on a host of pages."""
    with serving(built_site, "/briefbook/") as address:
        yield address


@pytest.fixture
def visit(browser: "Browser") -> Visiting:
    """Opens pages in a browser that has never seen the site."""
    return partial(visiting, browser)
