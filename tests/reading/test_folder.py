"""Which files are read, and what is said about the others."""

import os
import socket
import sys
from pathlib import Path

import pytest

from generator.core.problems import Severity
from generator.reading import content_files
from generator.reading.folder import load
from generator.reading.text_file import LARGEST
from tests.reading.conftest import KINDS, Lay, Load, lay_files, said, short

TERM = """\
-- terms/plan.yml --
id: plan
"""


def test_documents_come_by_path(read: Load) -> None:
    """Records, briefings and the publication, each with kind, id, text and places."""
    documents, problems = read("""
        -- terms/plan.yml --
        id: plan
        -- publication.yml --
        id: publication
        -- policies/cn-vr-2022.yml --
        id: cn-vr-2022
        -- briefings/plan.md --
        ---
        id: plan
        ---
        Text.
        -- README.md --
        Not a record: [
    """)

    assert problems == []
    assert [(d.kind, d.id, d.positions.span.path) for d in documents] == [
        ("briefings", "plan", "content/briefings/plan.md"),
        ("policies", "cn-vr-2022", "content/policies/cn-vr-2022.yml"),
        ("publication", "publication", "content/publication.yml"),
        ("terms", "plan", "content/terms/plan.yml"),
    ]
    assert documents[0].narrative
    assert documents[0].narrative.text == "Text.\n"
    assert documents[0].positions.nearest(("id",)).span.line == 2
    assert documents[3].text == "id: plan\n"


def test_all_problems_come_together(read: Load) -> None:
    """Sorted by file and line; sound files are documents all the same."""
    documents, problems = read(r"""
        -- terms/b.yml --
        id: b
        id: c
        x: &y z
        -- terms/a.yml --
        id: [
        -- terms/c.yml --
        id: c
        -- terms/d.yml --
        id: \xff
    """)

    assert [d.id for d in documents] == ["b", "c"]
    assert short(problems) == [
        ("terms/a.yml", 1, 5, "syntax.unclosed-bracket"),
        ("terms/b.yml", 2, 1, "syntax.duplicate-key"),
        ("terms/b.yml", 3, 4, "syntax.anchor"),
        ("terms/d.yml", 1, 5, "encoding.other-encoding"),
    ]


def test_front_matter_and_narrative_are_judged_together(read: Load) -> None:
    """A broken narrative leaves the fields to be checked, broken fields the narrative."""
    documents, problems = read("""
        -- briefings/a.md --
        ---
        id: a
        ---
        In 2026.
        -- briefings/b.md --
        ---
        id: [
        ---
        # In 2026
    """)

    assert [d.id for d in documents] == ["a"]
    assert short(problems) == [
        ("briefings/a.md", 4, 4, "wording.bare-number"),
        ("briefings/b.md", 2, 5, "syntax.unclosed-bracket"),
        ("briefings/b.md", 4, 1, "narrative.heading-level"),
        ("briefings/b.md", 4, 6, "wording.bare-number"),
    ]


def test_a_folder_is_missing(tmp_path: Path) -> None:
    """No content, no records; a link to one is none."""
    assert short(load(tmp_path, KINDS)[1]) == [("content", 1, 1, "file.missing-folder")]

    lay_files(TERM, tmp_path / "elsewhere")
    (tmp_path / "content").symlink_to("elsewhere/content")
    assert short(load(tmp_path, KINDS)[1]) == [("content", 1, 1, "file.missing-folder")]
    assert short(load(tmp_path / "elsewhere", KINDS)[1]) == []


def test_litter_is_left_alone(read: Load) -> None:
    """Traces of editors and systems, and notes to colleagues."""
    documents, problems = read("""
        -- terms/plan.yml --
        id: plan
        -- .DS_Store --
        -- .gitkeep --
        -- .idea/x.yml --
        -- __pycache__/x.pyc --
        -- terms/plan.yml~ --
        -- terms/.plan.yml.swp --
        -- terms/.#plan.yml --
        -- terms/._plan.yml --
        -- terms/#plan.yml# --
        -- terms/plan.yml.orig --
        -- terms/Thumbs.db --
        -- terms/desktop.ini --
        -- terms/.gitkeep --
        -- terms/README.md --
        -- briefings/README.md --
    """)

    assert ([d.id for d in documents], problems) == (["plan"], [])


def test_wrong_endings_are_named(read: Load) -> None:
    """A record is not lost because of its name."""
    _, problems = read("""
        -- terms/a.yaml --
        -- terms/b.YML --
        -- terms/c.json --
        -- terms/d.yml.txt --
        -- terms/e --
        -- terms/f.md --
        -- briefings/g.yml --
        -- publication.yaml --
        -- Publication.yml --
    """)

    assert short(problems) == [
        ("Publication.yml", 1, 1, "file.wrong-ending"),
        ("briefings/g.yml", 1, 1, "file.wrong-ending"),
        ("publication.yaml", 1, 1, "file.wrong-ending"),
        ("terms/a.yaml", 1, 1, "file.wrong-ending"),
        ("terms/b.YML", 1, 1, "file.wrong-ending"),
        ("terms/c.json", 1, 1, "file.wrong-ending"),
        ("terms/d.yml.txt", 1, 1, "file.wrong-ending"),
        ("terms/e", 1, 1, "file.wrong-ending"),
        ("terms/f.md", 1, 1, "file.wrong-ending"),
    ]
    assert said(problems)[6] == (
        "the name `d.yml.txt` does not end in `.yml`",
        "rename it to `d.yml`",
    )


def test_other_folders_are_named(read: Load) -> None:
    """A misspelt kind, a folder in a folder, a record beside the folders."""
    _, problems = read("""
        -- policy/a.yml --
        -- Policies/a.yml --
        -- drafts/a.yml --
        -- terms/china/a.yml --
        -- terms/b.yml/c.yml --
        -- plan.yml --
    """)

    assert short(problems) == [
        ("Policies", 1, 1, "file.unknown-folder"),
        ("drafts", 1, 1, "file.unknown-folder"),
        ("plan.yml", 1, 1, "file.misplaced"),
        ("policy", 1, 1, "file.unknown-folder"),
        ("terms/b.yml", 1, 1, "file.nested-folder"),
        ("terms/china", 1, 1, "file.nested-folder"),
    ]
    assert said(problems)[3] == (
        "there are no records in a folder `policy`",
        "did you mean `policies`?",
    )


def test_settings_have_no_effect(read: Load) -> None:
    """Configuration and code in the content folder are named and never read."""
    documents, problems = read("""
        -- mkdocs.yml --
        INHERIT: ../other.yml
        -- _headers --
        -- CNAME --
        -- .env --
        -- hooks/x.py --
        -- terms/x.py --
        -- terms/x.png --
        -- notes.png --
    """)

    assert documents == []
    assert [
        (p.span.path.removeprefix("content/"), p.rule, p.severity) for p in problems
    ] == [
        (name, "file.no-effect", Severity.WARNING)
        for name in (
            *(".env", "CNAME", "_headers", "hooks", "mkdocs.yml", "notes.png"),
            *("terms/x.png", "terms/x.py"),
        )
    ]


@pytest.mark.parametrize(
    ("name", "rule", "message"),
    [
        ("CN-VR", "name", "`CN-VR` cannot be an id"),
        ("cn_vr", "name", "`cn_vr` cannot be an id"),
        ("cn--vr", "name", "`cn--vr` cannot be an id"),
        ("-vr", "name", "`-vr` cannot be an id"),
        ("vr ", "name", "`vr ` cannot be an id"),
        ("vr.2022", "name", "`vr.2022` cannot be an id"),
        ("计划", "name", "`计划` cannot be an id"),
        ("２０", "name", "`２０` cannot be an id"),
        (".vr", "name", "`.vr` cannot be an id"),
        ("a\x1b[2Jb", "name", "`a\\x1b[2Jb` cannot be an id"),
        ("a\nb", "name", "`a\\x0ab` cannot be an id"),
        ("a`b", "name", "`a\\x60b` cannot be an id"),
        ("a" * 81, "long-name", "the id is longer than 80 characters"),
        ("nul", "reserved-name", "`nul` is the name of a device on Windows"),
        ("com1", "reserved-name", "`com1` is the name of a device on Windows"),
        ("index", "reserved-name", "the site needs `index` for itself"),
        ("404", "reserved-name", "the site needs `404` for itself"),
        (
            "constructor",
            "reserved-name",
            "`constructor` is a word of the language of browsers",
        ),
    ],
)
def test_names_are_safe_everywhere(
    name: str, rule: str, message: str, tmp_path: Path
) -> None:
    """Ids become file names and addresses on every system."""
    (tmp_path / "content" / "terms").mkdir(parents=True)
    (tmp_path / "content" / "terms" / f"{name}.yml").write_text("id: x\n")
    documents, problems = load(tmp_path, KINDS)

    assert documents == []
    assert [(p.rule, p.message) for p in problems] == [(f"file.{rule}", message)]
    assert problems[0].span.path.isprintable()


@pytest.mark.parametrize(
    "name", ["con1", "nulls", "index-2022", "a" * 80, "1", "console"]
)
def test_names_that_are_only_near(name: str, read: Load) -> None:
    """Control cases of the refusals above."""
    documents, problems = read(f"-- terms/{name}.yml --\nid: x\n")
    assert ([d.id for d in documents], problems) == ([name], [])


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system of bytes")
def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    """They are shown with escapes."""
    folder = tmp_path / "content" / "terms"
    folder.mkdir(parents=True)
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.yml"))).write_text("id: x\n")
    _, problems = load(tmp_path, KINDS)
    assert short(problems) == [("terms/caf\\xe9.yml", 1, 1, "file.name")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one such file")
def test_names_that_some_systems_cannot_tell_apart(read: Load) -> None:
    """Both files are named, at the one to be renamed; the other is read."""
    documents, problems = read("""
        -- terms/Plan.yml --
        id: plan
        -- terms/plan.yml --
        id: plan
        -- terms/ｐｌａｎ.yml --
        id: plan
    """)

    assert [d.id for d in documents] == ["plan"]
    assert short(problems) == [
        ("terms/Plan.yml", 1, 1, "file.name-clash"),
        ("terms/ｐｌａｎ.yml", 1, 1, "file.name-clash"),
    ]
    assert problems[0].message == (
        "the names `Plan.yml` and `plan.yml` differ only in case or in Unicode form"
    )
    assert problems[0].related[0].span.path == "content/terms/plan.yml"


def test_links_are_not_followed(lay: Lay, tmp_path: Path) -> None:
    """To files, folders, each other, nowhere: named by what they are."""
    secret = tmp_path / "secret.yml"
    secret.write_text("id: secret\n")
    (tmp_path / "elsewhere").mkdir()
    root = lay("""
        -- terms/plan.yml --
        id: plan
        -- terms/a.yml -> ../../secret.yml --
        -- terms/b.yml -> plan.yml --
        -- terms/c.yml -> c.yml --
        -- terms/d -> .. --
        -- policies -> ../elsewhere --
        -- publication.yml -> /dev/zero --
    """)
    documents, problems = load(root, KINDS)

    assert [d.id for d in documents] == ["plan"]
    assert short(problems) == [
        ("policies", 1, 1, "file.not-regular"),
        ("publication.yml", 1, 1, "file.not-regular"),
        ("terms/a.yml", 1, 1, "file.not-regular"),
        ("terms/b.yml", 1, 1, "file.not-regular"),
        ("terms/c.yml", 1, 1, "file.not-regular"),
        ("terms/d", 1, 1, "file.not-regular"),
    ]
    assert said(problems)[2] == (
        "`a.yml` is a symbolic link",
        "put the file itself here",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_pipes_and_sockets_are_not_opened(
    lay: Lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a pipe would wait for ever."""
    folder = lay(TERM) / "content" / "terms"
    os.mkfifo(folder / "pipe.yml")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.yml")
        documents, problems = load(tmp_path, KINDS)

    assert [d.id for d in documents] == ["plan"]
    assert [p.message for p in problems] == [
        "`pipe.yml` is a pipe",
        "`socket.yml` is a socket",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_without_permission_are_named(lay: Lay, tmp_path: Path) -> None:
    """In one line, beside the others."""
    file = lay(TERM) / "content" / "terms" / "plan.yml"
    file.chmod(0)
    _, problems = load(tmp_path, KINDS)
    file.chmod(0o600)
    assert [p.message for p in problems] == ["this cannot be read: permission denied"]


def test_size_is_looked_at_before_reading(lay: Lay, tmp_path: Path) -> None:
    """A file of many gigabytes costs nothing; one of just 1 MB is read."""
    folder = lay(TERM) / "content" / "terms"
    with (folder / "huge.yml").open("wb") as stream:
        stream.truncate(100 * 1024**3)
    lines = b"#\n" * ((LARGEST - 10) // 2)
    (folder / "large.yml").write_bytes(b"id: large\n" + lines)
    documents, problems = load(tmp_path, KINDS)

    assert [d.id for d in documents] == ["large", "plan"]
    assert short(problems) == [("terms/huge.yml", 1, 1, "file.too-large")]
    assert problems[0].message == "the file is larger than 1 MB"


def test_the_folder_is_bounded(read: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """More records than anybody has are refused unread."""
    monkeypatch.setattr(content_files, "MOST_FILES", 1)
    documents, problems = read(f"{TERM}-- terms/law.yml --\nid: [\n")

    assert documents == []
    assert short(problems) == [("content", 1, 1, "file.too-many")]
