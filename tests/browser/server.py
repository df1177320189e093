"""A web server for the built site: under a sub-path as on a Pages host, and at the root."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep


class _Handler(SimpleHTTPRequestHandler):
    """Nothing is kept by the browser, unknown addresses get 404.html, fonts may come late."""

    def __init__(
        self, *args: object, below: str, font_delay: float, **options: object
    ) -> None:
        self.below, self.font_delay = below, font_delay
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Where a file is; what lies outside of the sub-path is nowhere."""
        inside = path.startswith(self.below)
        return super().translate_path(
            path[len(self.below) - 1 :] if inside else "/nowhere"
        )

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        if self.path.endswith(".woff2"):
            sleep(self.font_delay)
        super().do_GET()

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.exists():
            super().send_error(code, message, explain)
            return
        content = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


class _Server(ThreadingHTTPServer):
    """One thread a request; a browser that goes away is no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Pages are left before everything has come."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, below: str = "/", font_delay: float = 0) -> Iterator[str]:
    """The address of a server on this machine that shows the folder below a path.

    With a delay, in seconds, text is first set in the fallback faces.
    """
    handler = partial(
        _Handler, directory=str(folder), below=below, font_delay=font_delay
    )
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()
