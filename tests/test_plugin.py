"""The second front door: `mkdocs build` and `mkdocs serve`, as people know them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.plugin import BriefbookPlugin
from tests.conftest import AS_OF
from tests.projects import briefbook, differing, files_below, lay_project, write

EPOCH = {"SOURCE_DATE_EPOCH": "1795564800"}
"""The first second of the usual day."""
SPARE = """\
id: spare
title: {en: Spare}
type: report
publisher: Nobody
language: en
read: full
reliability: high
"""
"""A source that nobody cites."""
SECONDS = 60.0
"""How long a server may take to show something."""


def mkdocs(
    *arguments: str, root: Path, env: Mapping[str, str] = EPOCH
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a project's folder, on the usual day."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project on the usual day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH["SOURCE_DATE_EPOCH"])
    return lay_project(tmp_path / "project", "smallest")


def config_of(root: Path) -> MkDocsConfig:
    """What MkDocs reads from mkdocs.yml."""
    return load_config(str(root / "mkdocs.yml"))


class WatchingServer:
    """Remembers what is watched, as MkDocs' server does."""

    def __init__(self, *watched: Path) -> None:
        """At first what MkDocs watches by itself."""
        self.watched = {str(path) for path in watched}

    def watch(self, path: str) -> None:
        """Rebuild when something in a folder changes."""
        self.watched.add(path)

    def unwatch(self, path: str) -> None:
        """No longer."""
        self.watched.remove(path)


def test_the_plugin_points_mkdocs_at_what_it_writes(project: Path) -> None:
    """In a fresh clone there is no build/docs: it is written, then it is the docs_dir."""
    config = BriefbookPlugin().on_config(config_of(project))
    assert Path(config.docs_dir) == project / "build/docs"
    assert (project / "build/docs/policies/smallest.md").is_file()


def test_a_build_of_ours_is_not_done_twice(project: Path) -> None:
    """Where docs_dir is build/docs already, the plugin leaves everything alone."""
    config = config_of(project)
    config.docs_dir = str(project / "build/docs")
    assert BriefbookPlugin().on_config(config) is config
    assert not (project / "build").exists()


def test_what_people_write_is_watched(project: Path) -> None:
    """Records and templates are watched, what is made from them is not."""
    plugin = BriefbookPlugin()
    config = plugin.on_config(config_of(project))
    options = project / "mkdocs.yml"
    server = WatchingServer(project / "build/docs", options)
    same = plugin.on_serve(cast("LiveReloadServer", server), config=config)
    assert cast("WatchingServer", same) is server
    assert server.watched == {
        str(options),
        str(project / "content"),
        str(project / "site_templates"),
    }


def test_content_errors_are_errors_of_the_plugin(project: Path) -> None:
    """MkDocs gets the whole report as one error, and nothing is written."""
    write(project, {"places/nowhere.yml": "id: nowhere\ntitle: {en: Nowhere}\n"})
    with pytest.raises(PluginError) as refused:
        BriefbookPlugin().on_config(config_of(project))
    assert str(refused.value) == (
        "1 error\n\n"
        "content/places/nowhere.yml:1:1: error[record.missing] the place has no `level`\n"
        "  |\n1 | id: nowhere\n  | ^\n"
        "  = help: add `level`; `content/README.md` says what it holds\n"
    )
    assert not (project / "build").exists()


@pytest.mark.site
def test_mkdocs_builds_the_same_site(tmp_path: Path) -> None:
    """In a fresh folder `mkdocs build` gives what `briefbook build` gives, byte for byte."""
    ours = lay_project(tmp_path / "ours")
    assert briefbook("build", root=ours).returncode == 0
    theirs = lay_project(tmp_path / "theirs")
    done = mkdocs("build", root=theirs)
    assert done.returncode == 0, done.stderr
    assert differing(files_below(ours / "site"), files_below(theirs / "site")) == []


@pytest.mark.site
def test_mkdocs_builds_from_anywhere(tmp_path: Path) -> None:
    """With its options named from another folder, and again over what is there."""
    root = lay_project(tmp_path / "project", "smallest")
    for _ in range(2):
        done = mkdocs("build", "-f", str(root / "mkdocs.yml"), root=tmp_path)
        assert done.returncode == 0, done.stderr
    assert (root / "site/policies/smallest/index.html").is_file()


@pytest.mark.site
def test_mkdocs_says_what_is_wrong_with_records(tmp_path: Path) -> None:
    """The report of a check, without a traceback, and the old site stays."""
    root = lay_project(tmp_path / "project", "smallest")
    assert mkdocs("build", root=root).returncode == 0
    before = files_below(root / "site")
    write(root, {"places/nowhere.yml": "id: nowhere\ntitle: {en: Nowhere}\n"})
    done = mkdocs("build", root=root)
    assert done.returncode == 1
    assert "places/nowhere.yml:1:1: error[record.missing]" in done.stderr
    assert "Traceback" not in done.stderr
    assert differing(before, files_below(root / "site")) == []


@pytest.mark.site
def test_warnings_are_warnings_of_mkdocs(tmp_path: Path) -> None:
    """A source that nobody cites is told; where mkdocs.yml is strict, it fails the build."""
    root = lay_project(tmp_path / "project", "smallest")
    gazette = (root / "content/sources/gazette.yml").read_text(encoding="utf-8")
    write(root, {"sources/spare.yml": gazette.replace("id: gazette", "id: spare")})
    done = mkdocs("build", "--no-strict", root=root)
    assert done.returncode == 0, done.stderr
    assert "no record cites the source `spare`" in done.stderr
    assert mkdocs("build", "--strict", root=root).returncode == 1


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(root: Path, *command: str) -> Iterator[str]:
    """A server in a process of its own; gives the address of the site."""
    port = free_port()
    log = root / "serve.log"
    with log.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", *command, f"127.0.0.1:{port}"],
            cwd=root,
            env={**os.environ, **EPOCH, "NO_MKDOCS_2_WARNING": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://127.0.0.1:{port}/briefbook/"
    finally:
        server.terminate()
        server.wait(timeout=30)


def shown(address: str, words: str) -> bool:
    """Whether a page has some words before time is up."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=10) as page:  # noqa: S310  our own server
                if words in page.read().decode():
                    return True
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    return False


@pytest.mark.site
@pytest.mark.parametrize(
    "command", [("mkdocs", "serve", "-a"), ("generator", "serve", "--address")]
)
def test_a_server_shows_changes(command: tuple[str, ...], tmp_path: Path) -> None:
    """A page is there after the start, and changes when its record does."""
    root = lay_project(tmp_path / "project", "smallest")
    place = root / "content/places/nowhere.yml"
    with serving(root, *command) as address:
        assert shown(f"{address}places/nowhere/", "Nowhere"), (
            root / "serve.log"
        ).read_text(encoding="utf-8")
        text = place.read_text(encoding="utf-8")
        place.write_text(text.replace("Nowhere", "Elsewhere"), encoding="utf-8")
        assert shown(f"{address}places/nowhere/", "Elsewhere"), (
            root / "serve.log"
        ).read_text(encoding="utf-8")


def said(log: Path, words: str) -> bool:
    """Whether a server has said some words before time is up."""
    until = time.monotonic() + SECONDS
    while words not in log.read_text(encoding="utf-8"):
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True


@pytest.mark.site
def test_a_server_says_where_it_is_and_what_is_wrong(tmp_path: Path) -> None:
    """The address, then the problem of a record at its line; it goes on once that is mended.

    A source that nobody cites yet is a warning, and stops nothing.
    """
    root = lay_project(tmp_path / "project", "smallest")
    place, log = root / "content/places/nowhere.yml", root / "serve.log"
    sound = place.read_text(encoding="utf-8")
    with serving(root, "generator", "serve", "--address") as address:
        assert said(log, f"Serving on {address}"), log.read_text(encoding="utf-8")
        place.write_text(f"{sound}parent: nowere\n", encoding="utf-8")
        assert said(
            log, "error[reference.unknown] there is no place with the id `nowere`"
        )
        write(root, {"sources/spare.yml": SPARE})
        place.write_text(sound.replace("Nowhere", "Elsewhere"), encoding="utf-8")
        assert shown(f"{address}places/nowhere/", "Elsewhere"), log.read_text(
            encoding="utf-8"
        )
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_server_that_cannot_begin_says_why(tmp_path: Path) -> None:
    """A broken record at its line, and one sentence."""
    root = lay_project(tmp_path / "project", "smallest")
    write(root, {"places/nowhere.yml": "id: nowhere\n"})
    done = briefbook("serve", "--address", f"127.0.0.1:{free_port()}", root=root)
    assert done.returncode == 1
    assert "content/places/nowhere.yml:1:1: error[record.missing]" in done.stderr
    assert done.stderr.endswith("error: nothing is served; the reason stands above\n")
    assert "Traceback" not in done.stderr


@pytest.mark.site
def test_an_address_in_use_is_one_sentence(tmp_path: Path) -> None:
    """Somebody else listens there already."""
    root = lay_project(tmp_path / "project", "smallest")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        done = briefbook("serve", "--address", address, root=root)
    assert done.returncode == 1
    assert f"error: nothing is served at {address}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_day_is_the_usual_one() -> None:
    """The second that these tests pin is on the day of all others."""
    assert (
        int(EPOCH["SOURCE_DATE_EPOCH"]) == AS_OF.toordinal() * 86_400 - 62_135_683_200
    )
