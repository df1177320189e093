"""The two commands that write into records: `review` and `capture`."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.library.review import ReviewError
from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
GAZETTE = """
    -- sources/gazette.yml --
    id: gazette
    title: {zh-Hans: 公报}
    review: {state: drafted, author: Ann}   # by hand
    type: legislation
    publisher: Office of Nowhere
    language: zh-Hans
    read: full
    reliability: high
    -- ../mkdocs.yml --
    site_name: Smallest
"""
HEAD = "id: gazette\ntitle: {zh-Hans: 公报}\n"
TAIL = (
    "type: legislation\npublisher: Office of Nowhere\nlanguage: zh-Hans\nread: full\n"
    "reliability: high\n"
)


@pytest.fixture
def project(site: MakeSite) -> SiteInAString:
    """The smallest site as a project, its source with an author."""
    return site(GAZETTE)


def run(project: SiteInAString, *words: str) -> Result:
    """A command in the project's folder."""
    return CliRunner().invoke(main, [words[0], "--root", str(project.root), *words[1:]])


def record(project: SiteInAString) -> str:
    """The file of the source."""
    path = project.root / "content/sources/gazette.yml"
    return path.read_text(encoding="utf-8")


def test_a_review_is_written_into_the_record(project: SiteInAString) -> None:
    """Name, day and hash stand in the author's block; a later change makes it a draft."""
    said = (
        '{"fields":{"id":"gazette","language":"zh-Hans","publisher":"Office of Nowhere",'
        '"read":"full","reliability":"high","title":{"zh-Hans":"公报"},'
        '"type":"legislation"}}'
    )
    digest = hashlib.sha256(said.encode()).hexdigest()
    result = run(
        project, "review", "sources/gazette", "--by", "Ben", "--on", "2026-11-24"
    )
    assert (result.exit_code, result.output) == (
        0,
        "content/sources/gazette.yml: reviewed\n",
    )
    line = (
        "review: {state: reviewed, author: Ann, by: [Ben], on: 2026-11-24, "
        f"content: {digest}}}   # by hand\n"
    )
    assert record(project) == HEAD + line + TAIL
    assert [one.rule for one in project.check_all()] == ["capture.not-at-hand"]

    path = project.root / "content/sources/gazette.yml"
    path.write_text(record(project).replace("high", "low"), encoding="utf-8")
    assert short(project.check_all()) == [
        ("sources/gazette.yml", 1, 5, "capture.not-at-hand"),
        ("sources/gazette.yml", 3, 17, "review.outdated"),
    ]


def test_the_author_is_refused(project: SiteInAString) -> None:
    """And the record stays as it was."""
    before = record(project)
    result = run(project, "review", "sources/gazette", "--by", "Ann")
    assert isinstance(result.exception, ReviewError)
    assert record(project) == before


@pytest.mark.parametrize("address", ["sources/gazete", "gazette", "sources/gazette#a"])
def test_an_unknown_address_is_refused(project: SiteInAString, address: str) -> None:
    """With the nearest one, or the form."""
    result = run(project, "review", address, "--by", "Ben")
    assert result.exit_code == 1
    assert result.output.startswith(f"error: there is no record `{address}`; ")


def copy(tmp_path: Path, words: str) -> str:
    """A page that somebody has saved."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><p>{words}</p></html>", encoding="utf-8")
    return str(path)


def test_a_copy_proves_what_is_quoted(project: SiteInAString, tmp_path: Path) -> None:
    """Its hashes stand in the record, its text beside; 超过10个 stands in it."""
    page = copy(tmp_path, "园区超过\n 10 个。")
    result = run(project, "capture", "gazette", page, "--on", "2026-11-24")
    assert result.exit_code == 0
    text = (project.root / "captures/gazette.txt").read_text(encoding="utf-8")
    assert text == "园区超过 10 个。\n"
    raw = Path(page).read_bytes()
    digests = [
        hashlib.sha256(one).hexdigest() for one in (raw, "园区超过10个。".encode())
    ]
    assert record(project) == (
        f"{HEAD}review: {{state: drafted, author: Ann}}   # by hand\n{TAIL}capture:\n"
        f"  sha256: {digests[0]}\n  text_sha256: {digests[1]}\n"
        "  media_type: text/html\n  captured: 2026-11-24\n"
    )
    assert project.check_all() == []


def test_a_copy_with_other_words_is_an_error(
    project: SiteInAString, tmp_path: Path
) -> None:
    """At the words which do not stand in it."""
    run(project, "capture", "gazette", copy(tmp_path, "园区超过12个。"))
    assert short(project.check_all()) == [
        ("policies/smallest.yml", 18, 17, "capture.no-such-words")
    ]


def test_a_changed_copy_names_what_no_longer_holds(
    project: SiteInAString, tmp_path: Path
) -> None:
    """The text at hand is not the one that was recorded."""
    run(project, "capture", "gazette", copy(tmp_path, "园区超过10个。"))
    text = project.root / "captures/gazette.txt"
    text.write_text("园区超过10个！\n", encoding="utf-8")
    changed = [one.message for one in project.check_all()]
    text.write_text("园区12个。\n", encoding="utf-8")
    [words, failed] = project.check_all()
    assert changed == [
        "the copy of `gazette` has changed: everything quoted from it still stands"
    ]
    assert failed.message == (
        "the copy of `gazette` has changed: these words no longer stand in it: "
        f"`超过10个` ({words.span})"
    )


def test_links_are_not_followed(project: SiteInAString, tmp_path: Path) -> None:
    """A text elsewhere is not at hand."""
    (tmp_path / "secret.txt").write_text("园区超过12个。", encoding="utf-8")
    (project.root / "captures").mkdir()
    (project.root / "captures/gazette.txt").symlink_to(tmp_path / "secret.txt")
    assert [one.rule for one in project.check_all()] == ["capture.not-at-hand"]


def test_a_copy_without_text_changes_nothing(
    project: SiteInAString, tmp_path: Path
) -> None:
    """One sentence, and the record stays as it was."""
    before = record(project)
    result = run(project, "capture", "gazette", copy(tmp_path, ""))
    assert result.exit_code == 1
    assert "there is no text in it" in result.output
    assert record(project) == before
