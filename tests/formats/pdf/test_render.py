"""Making PDFs: the same bytes always, only what changed, in processes."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from generator.formats.pdf.engine import RenderError
from generator.formats.pdf.leaves import Source, source_of
from generator.formats.pdf.press import Press, is_available, make_press
from generator.formats.pdf.render import Group, Job, render, render_many
from generator.pages.page import Page
from tests.formats.pdf.conftest import (
    IMPRINT,
    PRINT,
    ROOT,
    SITE,
    article,
    document_of,
    sample,
)

pytestmark = pytest.mark.pdf


def test_two_builds_are_identical(press: Press) -> None:
    """The day is pinned; nothing asks the clock."""
    document = document_of(sample("policy"))
    assert render(document, press) == render(document, press)


def test_another_process_makes_the_same_bytes(press: Press, tmp_path: Path) -> None:
    """Whatever its hash seed, time zone and folder."""
    document = document_of(sample("briefing"))
    (tmp_path / "document.json").write_text(json.dumps(document), encoding="utf-8")
    code = (
        "import json\n"
        "from pathlib import Path\n"
        "from generator.formats.pdf.press import make_press\n"
        "from generator.formats.pdf.render import render\n"
        f"press = make_press(Path({str(PRINT)!r}), {{}}, {{}})\n"
        "document = json.loads(Path('document.json').read_text('utf-8'))\n"
        "Path('made.pdf').write_bytes(render(document, press))\n"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
    )
    assert (tmp_path / "made.pdf").read_bytes() == render(document, press)


COVERED = frozenset(range(0x2600))
"""The first letters, no Han characters."""


def source(name: str, markdown: str) -> Source:
    """A policy of this text."""
    page = Page("policy", f"policies/{name}.md", f"Page {name}", "", {})
    return source_of(page, markdown, f"{SITE}policies/{name}/")


def jobs_of(*sources: Source) -> list[Job]:
    """A PDF for each page, and a book."""
    alone = [
        Job(f"{one.page.title}.pdf", IMPRINT, (Group("", (one,)),)) for one in sources
    ]
    return [*alone, Job("book.pdf", IMPRINT, (Group("All", sources),), is_book=True)]


def made_of(
    jobs: list[Job],
    press: Press,
    kept: dict[str, bytes],
    write: Callable[[str, bytes], None] | None = None,
    processes: int = 1,
) -> dict[str, bytes]:
    """The PDFs; what is made goes to what was kept."""
    keep = write or kept.__setitem__
    made = render_many(
        *(jobs, press, COVERED), read=kept.get, write=keep, processes=processes
    )
    return {path: pdf for path, pdf in made if pdf is not None}


def refuse(_key: str, _pdf: bytes) -> None:
    """For what must not be made again."""
    raise AssertionError


def test_processes_make_what_one_makes(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order of the jobs; what was kept is not made again."""
    monkeypatch.setattr("generator.formats.pdf.render.BATCH", 1)
    jobs = jobs_of(source("a", "one"), source("b", "two " * 900), source("c", "x"))
    kept: dict[str, bytes] = {}
    made = made_of(jobs, press, kept, processes=2)
    assert list(made) == [job.path for job in jobs]
    assert made == made_of(jobs, press, {})
    assert made == made_of(jobs, press, kept, write=refuse)


def test_the_book_is_not_waited_for(press: Press) -> None:
    """All pages are there before it."""
    kept: dict[str, bytes] = {}
    *pages, book = jobs_of(source("a", "one"), source("b", "two"))
    made = render_many(
        *([*pages, book], press, COVERED),
        read=kept.get,
        write=kept.__setitem__,
        processes=1,
    )
    assert [path for path, _ in islice(made, len(pages))] == [j.path for j in pages]
    before = len(kept)
    assert [path for path, _ in made] == [book.path]
    assert len(kept) == before + 1


def test_only_what_changed_is_made_again(press: Press) -> None:
    """Another page and the book; the leaf and the PDF of the first page stay."""
    kept: dict[str, bytes] = {}
    before = made_of(jobs_of(source("a", "one"), source("b", "two")), press, kept)
    new: list[str] = []

    def keep(key: str, made: bytes) -> None:
        new.append(key)
        kept[key] = made

    after = made_of(
        jobs_of(source("a", "one"), source("b", "three")), press, kept, keep
    )
    assert len(new) == 3
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"Page b.pdf", "book.pdf"}


def test_a_page_without_all_glyphs_is_left_out(press: Press) -> None:
    """It has no PDF and no place in the book, which is made without it."""
    jobs = jobs_of(source("a", "one"), source("b", "\N{CJK UNIFIED IDEOGRAPH-20BB7}"))
    made = made_of(jobs, press, {})
    assert list(made) == ["Page a.pdf", "book.pdf"]
    assert (
        made["book.pdf"] == made_of(jobs_of(source("a", "one")), press, {})["book.pdf"]
    )
    assert (
        made_of(jobs_of(source("b", "\N{CJK UNIFIED IDEOGRAPH-20BB7}")), press, {})
        == {}
    )


def test_the_key_names_all_that_a_pdf_is_made_from() -> None:
    """Parts, template, fonts."""
    files = {"document.typ": b"a", "fonts/x.ttf": b"b"}
    press = make_press(PRINT, files, {})
    others = [
        make_press(PRINT, files | {"document.typ": b"c"}, {}),
        make_press(PRINT, files | {"fonts/x.ttf": b"c"}, {}),
        make_press(PRINT, files, {Path("more.ttf"): b"d"}),
    ]
    keys = {each.key_of("leaf", "page") for each in (press, *others)}
    assert len(keys | {press.key_of("leaf", "other"), press.key_of("leafpage")}) == 6
    again = make_press(PRINT, files, {})
    assert press.key_of("leaf") == again.key_of("leaf")


def test_a_character_without_a_glyph_is_refused(press: Press) -> None:
    """Our check comes before; if it failed, there would be no empty box but an error."""
    with pytest.raises(RenderError, match="could not be displayed"):
        render(document_of(article("<p>\N{CLASSICAL BUILDING}</p>")), press)


def test_the_path_of_a_failed_page_is_named(press: Press) -> None:
    """One line says which page it was."""
    han = source("x", "\N{CJK UNIFIED IDEOGRAPH-20BB7}")
    everything = frozenset(range(0x110000))
    with pytest.raises(RenderError, match=r"policies/x\.md|Page x\.pdf"):
        dict(
            render_many(
                *(jobs_of(han), press, everything),
                read=lambda _: None,
                write=lambda *_: None,
            )
        )


def test_the_engine_reads_nothing_but_its_folder(press: Press, tmp_path: Path) -> None:
    """A template that asks for more gets an error."""
    for asked in (
        'read("../../mkdocs.yml")',
        'read("/../x")',
        'image("http://a.example/x.png")',
    ):
        for name in ("plan.typ", "document.typ"):
            (tmp_path / name).write_text(f"#{asked}\n", encoding="utf-8")
        with pytest.raises(RenderError):
            render(document_of(article("<p>x</p>")), replace(press, root=tmp_path))


def test_the_engine_is_here() -> None:
    """Where it is not, the build says so and makes the rest."""
    assert is_available()


def test_processes_do_not_load_the_program_again(tmp_path: Path) -> None:
    """The command line would load all of the generator in each of them."""
    program = tmp_path / "program.py"
    program.write_text(
        "from pathlib import Path\n"
        "from generator.formats.pdf.press import make_press\n"
        "from generator.formats.pdf.render import _workers\n"
        "print('loaded', flush=True)\n"
        "if __name__ == '__main__':\n"
        f"    press = make_press(Path({str(PRINT)!r}), {{}}, {{}})\n"
        "    with _workers(press, frozenset(), 2, 2) as work:\n"
        "        print(list(work(abs, [-1, -2])))\n"
    )
    done = subprocess.run(
        [sys.executable, str(program)], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == ["loaded", "[1, 2]"]
    assert done.stderr == ""


def test_processes_end_with_a_build_that_is_killed(tmp_path: Path) -> None:
    """They, and the one that they are copies of, would wait for work for ever."""
    program = tmp_path / "program.py"
    program.write_text(
        "import os, signal\n"
        "from pathlib import Path\n"
        "from generator.formats.pdf.press import make_press\n"
        "from generator.formats.pdf.render import _workers\n"
        "if __name__ == '__main__':\n"
        f"    press = make_press(Path({str(PRINT)!r}), {{}}, {{}})\n"
        "    with _workers(press, frozenset(), 2, 2) as work:\n"
        "        print(*work(os.getpgid, [0, 0]), flush=True)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    group = subprocess.Popen(
        [sys.executable, str(program)],
        stdout=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    with group:
        assert group.stdout
        assert group.stdout.readline().split() == [str(group.pid)] * 2
    deadline = time.monotonic() + 20
    while _is_alive(group.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(group.pid)


def _is_alive(group: int) -> bool:
    """Whether a group has a process."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
