"""A page opened in Chromium, and what happened while it was."""

import gzip
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from tests.tools import NODE_MODULES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

_WATCH = """
window.seen = {shift: 0, refused: []};
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
addEventListener('securitypolicyviolation', event => {
  seen.refused.push(`${event.effectiveDirective}: ${event.blockedURI || event.sample}`);
});
"""
_AXE = NODE_MODULES / "axe-core" / "axe.min.js"
_EVERYTHING = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_COLOURS = ("color-contrast", "link-in-text-block")
_RUN_AXE = """
async runOnly => {
  const options = {runOnly, resultTypes: ['violations'], preload: false};
  const {violations} = await axe.run(options);
  return violations.map(({id, nodes}) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)} `
    + nodes[0].failureSummary.replace(/\\s+/g, ' ').slice(0, 300));
}
"""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class View:
    """How a reader looks at a page."""

    width: int
    scheme: Scheme = "light"

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"

    @property
    def height(self) -> int:
        """As high as such screens are."""
        return 900 if self.width > 900 else 844


DESK, PHONE = View(1440), View(390)
VIEWS = (DESK, View(1440, "dark"), PHONE, View(390, "dark"))


@dataclass
class Visit:
    """An open page with everything that it asked for and complained of."""

    page: "Page"
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    responses: list["Response"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", self._request)
        self.page.on("response", self._respond)

    def _hear(self, message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning"):
            self.console.append(f"{message.type}: {message.text}")

    def _request(self, request: "Request") -> None:
        self.requests.append(request.url)

    def _respond(self, response: "Response") -> None:
        self.responses.append(response)

    def open(self, url: str) -> "Page":
        """The page at the address once scripts, fonts and indexes have done their work."""
        for heard in (self.console, self.requests, self.responses):
            heard.clear()
        self.page.goto(url)
        self.page.evaluate("document.fonts.ready.then(() => null)")
        self.page.wait_for_function(
            "() => !document.querySelector('[data-explorer]:not([data-ready], .is-failed)')"
        )
        return self.page

    def slow_down(self, times: int) -> None:
        """Let the processor work so many times slower from now on."""
        tools = self.page.context.new_cdp_session(self.page)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def foreign(self) -> list[str]:
        """Addresses of other hosts that were asked for."""
        host = urlsplit(self.page.url).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).netloc != host and not url.startswith(("data:", "blob:"))
        ]

    def shift(self) -> float:
        """How far things have moved, as Cumulative Layout Shift counts it."""
        return float(self.page.evaluate("seen.shift"))

    def refused(self) -> list[str]:
        """What the Content-Security-Policy has refused."""
        return list(self.page.evaluate("seen.refused"))

    def weight(self) -> int:
        """Bytes of all that came, as a host sends it: compressed, but for fonts."""
        return sum(map(_sent, self.responses))

    def faults_of_noise(self) -> list[str]:
        """Console messages, foreign requests, cookies and what the policy refused."""
        cookies = self.page.context.cookies()
        return [
            *(f"console: {one}" for one in self.console),
            *(f"foreign: {one}" for one in self.foreign()),
            *(f"cookie: {one['name']}" for one in cookies),
            *(f"policy: {one}" for one in self.refused()),
        ]


def _sent(response: "Response") -> int:
    body = response.body()
    if response.url.endswith((".woff2", ".png")):
        return len(body)
    return len(gzip.compress(body))


def axe(page: "Page") -> list[str]:
    """What axe-core finds wrong with a page as it is now: WCAG 2.2 AA and best practice."""
    page.evaluate(_AXE.read_text(encoding="utf-8") + ";null")
    return _run_axe(page, "tag", _EVERYTHING)


def axe_in_the_other_mode(page: "Page", scheme: Scheme) -> list[str]:
    """What it finds after light or dark was chosen, which changes nothing but colours."""
    page.emulate_media(color_scheme=scheme)
    return _run_axe(page, "rule", _COLOURS)


def _run_axe(page: "Page", type_: str, values: Sequence[str]) -> list[str]:
    found = page.evaluate(_RUN_AXE, {"type": type_, "values": list(values)})
    return [f"axe: {one}" for one in found]


def overflow(page: "Page") -> list[str]:
    """By how much the page is wider than the window."""
    width, room = page.evaluate(
        "[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return [f"sideways: {width} of {room} px"] if width > room else []


@contextmanager
def visiting(browser: "Browser", view: View, **options: object) -> Iterator[Visit]:
    """A page in a browser that has never seen the site."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        **options,  # type: ignore[arg-type]
    )
    context.set_default_timeout(15_000)
    context.add_init_script(_WATCH)
    try:
        yield Visit(context.new_page())
    finally:
        context.close()
