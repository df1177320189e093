"""Making PDFs: the same bytes always, only what changed, in processes."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.formats.pdf.render import (
    Job,
    Press,
    RenderError,
    is_available,
    key_of,
    make_press,
    render,
    render_many,
)
from tests.formats.pdf.conftest import PRINT, ROOT, article, document_of, sample

pytestmark = pytest.mark.pdf


def test_two_builds_are_identical(press: Press) -> None:
    """The day is pinned; nothing asks the clock."""
    document = document_of(sample("policy"))
    assert render(document, press) == render(document, press)


def test_another_process_makes_the_same_bytes(press: Press, tmp_path: Path) -> None:
    """Whatever its hash seed, time zone and folder."""
    document = document_of(sample("briefing"))
    (tmp_path / "document.json").write_bytes(document)
    code = (
        "from pathlib import Path\n"
        "from generator.formats.pdf.render import make_press, render\n"
        f"press = make_press(Path({str(PRINT)!r}), {{}}, {{}})\n"
        "made = render(Path('document.json').read_bytes(), press)\n"
        "Path('made.pdf').write_bytes(made)\n"
    ).replace("\\\n", "\n")
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
    )
    assert (tmp_path / "made.pdf").read_bytes() == render(document, press)


def test_processes_make_the_same_bytes_in_order(press: Press) -> None:
    """A pool of two gives what one engine gives; what is kept is not made again."""
    jobs = [
        Job(f"{n}.pdf", document_of(article(f"<p>number {n}</p>"))) for n in range(6)
    ]
    kept: dict[str, bytes] = {}
    made = list(
        render_many(jobs, press, read=kept.get, write=kept.__setitem__, processes=2)
    )
    assert [path for path, _ in made] == [job.path for job in jobs]
    assert [pdf for _, pdf in made] == [render(job.document, press) for job in jobs]

    def refuse(_key: str, _pdf: bytes) -> None:
        raise AssertionError

    again = list(render_many(jobs, press, read=kept.get, write=refuse, processes=2))
    assert again == made


def test_the_key_names_all_that_a_pdf_is_made_from() -> None:
    """Document, template, fonts."""
    files = {"document.typ": b"a", "fonts/x.ttf": b"b"}
    press = make_press(PRINT, files, {})
    others = [
        make_press(PRINT, files | {"document.typ": b"c"}, {}),
        make_press(PRINT, files | {"fonts/x.ttf": b"c"}, {}),
        make_press(PRINT, files, {Path("more.ttf"): b"d"}),
    ]
    keys = {key_of(b"document", each) for each in (press, *others)}
    assert len(keys | {key_of(b"other", press)}) == 5
    assert key_of(b"document", press) == key_of(
        b"document", make_press(PRINT, files, {})
    )


def test_a_character_without_a_glyph_is_refused(press: Press) -> None:
    """Our check comes before; if it failed, there would be no empty box but an error."""
    with pytest.raises(RenderError, match="could not be displayed"):
        render(document_of(article("<p>\N{CLASSICAL BUILDING}</p>")), press)


def test_the_path_of_a_failed_document_is_named(press: Press) -> None:
    """One line says which page it was."""
    broken = json.loads(document_of(article("<p>x</p>")))
    broken["runs"][0]["body"][1]["k"] = "nonsense"
    job = Job("policies/x.pdf", json.dumps(broken).encode())
    with pytest.raises(RenderError, match=r"policies/x\.pdf: (.|\n)*nonsense"):
        list(render_many([job], press, read=lambda _: None, write=lambda *_: None))


def test_the_engine_reads_nothing_but_its_folder(press: Press, tmp_path: Path) -> None:
    """A template that asks for more gets an error."""
    for asked in (
        'read("../../mkdocs.yml")',
        'read("/../x")',
        'image("http://a.example/x.png")',
    ):
        (tmp_path / "document.typ").write_text(f"#{asked}\n", encoding="utf-8")
        with pytest.raises(RenderError):
            render(document_of(article("<p>x</p>")), replace(press, root=tmp_path))


def test_the_engine_is_here() -> None:
    """Where it is not, the build says so and makes the rest."""
    assert is_available()
