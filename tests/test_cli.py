"""The commands as people type them: what they print, how they end, what they leave alone."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest

from generator import __version__, cli
from generator.core.reports import LIMIT
from generator.paper import MISSING
from generator.records.kinds import RECORD_KINDS
from generator.rules.catalogue import all_docs
from tests.projects import briefbook, differing, files_below, lay_project, write

BROKEN = {
    "terms/plan.yml": "id: plan\ntitel: {en: plan}\ndefinition: 计划 or plan\n",
    "places/nowhere.yml": "id: nowhere\ntitle: {en: Nowhere}\nlevel: natonal\n",
    "comments/first.yml": dedent("""\
        id: first
        'on': policies/smalest
        author: A reader
        date: 2022-08-01
        text: "100 % sure: a, b"
        """),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command in this process."""

    def run(*arguments: object) -> Said:
        words = [str(one) for one in arguments]
        with pytest.raises(SystemExit) as ended:
            cli.run(partial(cli.main, words, prog_name="briefbook"))
        return Said(int(ended.value.code or 0), *capsys.readouterr())

    return run


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A project without errors."""
    return lay_project(tmp_path / "sound", "smallest")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project with three errors in three files."""
    root = lay_project(tmp_path / "broken", "smallest")
    write(root, BROKEN)
    return root


DAY = ("--as-of", "2026-11-25")


# check


def test_problems_are_printed_with_their_lines(say: Say, broken: Path) -> None:
    """Each problem has place, rule, sentence, excerpt with a caret, and help; then the sum."""
    said = say("check", "--root", broken, *DAY)
    report, _, total = said.out.rpartition("\n\n")
    assert said.code == 1
    assert said.err == ""
    assert report == dedent("""\
        content/comments/first.yml:2:7: error[reference.unknown] there is no policy with the id `smalest`
          |
        2 | 'on': policies/smalest
          |       ^^^^^^^^^^^^^^^^
          = help: did you mean `smallest`? (content/policies/smallest.yml:1:5)

        content/places/nowhere.yml:3:8: error[record.not-listed] `natonal` is no `level` in the list
          |
        3 | level: natonal
          |        ^^^^^^^
          = help: did you mean `national`?

        content/terms/plan.yml:2:1: error[record.unknown-field] the term has no field `titel`
          |
        2 | titel: {en: plan}
          | ^^^^^
          = help: did you mean `title`?""")  # noqa: E501  a message is one line
    assert total.startswith("7 records read in ")
    assert total.endswith(" s: 3 errors\n")


def test_problems_are_annotations_for_github(say: Say, broken: Path) -> None:
    """One workflow command for each problem, and nothing else."""
    said = say("check", "--root", broken, "--format", "github", *DAY)
    assert said == Said(
        1,
        dedent("""\
        ::error file=content/comments/first.yml,line=2,col=7,endLine=2,endColumn=23,title=reference.unknown::there is no policy with the id `smalest` (did you mean `smallest`? (content/policies/smallest.yml:1:5))
        ::error file=content/places/nowhere.yml,line=3,col=8,endLine=3,endColumn=15,title=record.not-listed::`natonal` is no `level` in the list (did you mean `national`?)
        ::error file=content/terms/plan.yml,line=2,col=1,endLine=2,endColumn=6,title=record.unknown-field::the term has no field `titel` (did you mean `title`?)
        """),  # noqa: E501  a command is one line
        "",
    )


def test_problems_are_objects_for_programs(say: Say, broken: Path) -> None:
    """The whole output is JSON."""
    said = say("check", "--root", broken, "--format", "json", *DAY)
    problems = json.loads(said.out)
    assert said.code == 1
    assert [one["rule"] for one in problems] == [
        "reference.unknown",
        "record.not-listed",
        "record.unknown-field",
    ]
    assert problems[1] == {
        "path": "content/places/nowhere.yml",
        "line": 3,
        "column": 8,
        "end_line": 3,
        "end_column": 15,
        "severity": "error",
        "rule": "record.not-listed",
        "message": "`natonal` is no `level` in the list",
        "help": "did you mean `national`?",
    }


def test_a_caret_stands_under_chinese_words(say: Say, sound: Path) -> None:
    """A Chinese character takes two columns of a terminal, and the caret knows it."""
    write(sound, {"terms/plan.yml": "id: plan\ntitle: {en: plan}\n计划: 计划\n"})
    said = say("check", "--root", sound, *DAY)
    assert "3 | 计划: 计划\n  | ^^^^\n" in said.out


def test_a_sound_site_says_so(say: Say, sound: Path) -> None:
    """No problem, no line but the sum, and the exit code of success."""
    said = say("check", "--root", sound, *DAY)
    assert said.code == 0
    assert said.out.startswith("5 records read in ")
    assert said.out.count("\n") == 1


def test_warnings_fail_only_where_they_are_asked_to(say: Say, sound: Path) -> None:
    """A source that nobody cites is a warning: `--strict` refuses it."""
    source = (sound / "content/sources/gazette.yml").read_text(encoding="utf-8")
    write(sound, {"sources/spare.yml": source.replace("id: gazette", "id: spare")})
    assert say("check", "--root", sound, *DAY).code == 0
    assert say("check", "--root", sound, *DAY, "--strict").code == 1


def test_notes_to_editors_are_shown_when_asked_for(say: Say, sound: Path) -> None:
    """Notes fail nothing and are silent unless somebody wants them."""
    policy = sound / "content/policies/smallest.yml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("2026-02-01", "2024-02-01"), encoding="utf-8")
    silent = say("check", "--root", sound, *DAY)
    shown = say("check", "--root", sound, *DAY, "--notes", "--strict")
    assert "note[time.nobody-looked]" not in silent.out
    assert "note[time.nobody-looked]" in shown.out
    assert (silent.code, shown.code) == (0, 0)


def test_the_day_of_the_check_decides(say: Say, sound: Path) -> None:
    """A day that is over on one day is in the future on another."""
    assert say("check", "--root", sound, "--as-of", "2026-02-01").code == 0
    early = say("check", "--root", sound, "--as-of", "2026-01-31")
    assert early.code == 1
    assert "error[time.in-future]" in early.out


def test_a_check_needs_no_mkdocs(sound: Path) -> None:
    """Nor does it load it, where it is there; a site cannot be built without."""
    words = (
        "import sys; sys.modules['mkdocs'] = None; from generator.cli import run; run()"
    )
    done = [
        subprocess.run(
            [sys.executable, "-c", words, command, "--root", sound, *DAY],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for command in ("check", "build")
    ]
    assert (done[0].returncode, done[0].stderr) == (0, "")
    assert done[1].returncode == 1
    assert "mkdocs" in done[1].stderr


def test_a_long_report_is_cut_and_counted(say: Say, sound: Path) -> None:
    """Under 20,000 characters; what is not shown is counted, also in the sum."""
    write(sound, {f"terms/t{number}.yml": "id: x\n" for number in range(500)})
    said = say("check", "--root", sound, *DAY)
    shown = said.out.count("error[")
    errors = int(said.out.rsplit(" s: ", maxsplit=1)[1].split()[0])
    assert len(said.out) < LIMIT
    assert 20 < shown < errors
    assert (
        f"… and {errors - shown} more problems; `--format=json` lists them all\n"
        in said.out
    )


def test_one_endless_problem_is_shown_too(say: Say, sound: Path) -> None:
    """A word of 19,000 letters does not push out the message about it."""
    write(sound, {"places/nowhere.yml": f"id: {'a' * 19_000}\nlevel: national\n"})
    said = say("check", "--root", sound, *DAY)
    assert len(said.out) < LIMIT
    assert "content/places/nowhere.yml:1:5: error[record.id] `aaaa" in said.out


# Refusals


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_without_a_project_is_named(
    command: str, say: Say, tmp_path: Path
) -> None:
    """Where there is no mkdocs.yml there is no project."""
    assert say(command, "--root", tmp_path, *DAY) == Said(
        1,
        "",
        "error: there is no mkdocs.yml here: run the command in the project's folder, "
        "or name it with --root\n",
    )


@pytest.mark.parametrize("epoch", ["soon", "", "-1", "1.5", "9" * 30, "１\n２"])
def test_a_bad_source_date_epoch_is_refused(
    epoch: str, say: Say, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The specification asks for an error; it is one line that names the thing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    said = say("check", "--root", sound)
    assert said.code == 1
    assert said.out == ""
    assert said.err.startswith("error: SOURCE_DATE_EPOCH is `")
    assert said.err.count("\n") == 1


def test_source_date_epoch_is_the_day(
    say: Say, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day is read in UTC; `--as-of` stands above it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769903999")
    assert "error[time.in-future]" in say("check", "--root", sound).out
    assert say("check", "--root", sound, *DAY).code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")
    assert say("check", "--root", sound).code == 0


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow", "26-1-1", ""])
def test_a_bad_day_is_refused(day: str, say: Say, sound: Path) -> None:
    """The wrong word and a right one."""
    said = say("check", "--root", sound, "--as-of", day)
    assert said.code == 2
    assert said.err.endswith(f"`{day}` is not a day, for example 2026-11-25\n")


def test_an_unknown_command_is_refused(say: Say) -> None:
    """With the way to help, and without a traceback."""
    said = say("chekc")
    assert said.code == 2
    assert "No such command 'chekc'" in said.err


def test_content_with_errors_is_not_built(say: Say, broken: Path) -> None:
    """The same report as of a check, a line that says so, and nothing is written."""
    said = say("build", "--root", broken, *DAY)
    assert said.code == 1
    assert "error[record.unknown-field]" in said.out
    assert said.err.endswith("nothing published: 3 errors\n")
    assert not (broken / "site").exists()
    assert not (broken / "build").exists()


def test_a_foreign_folder_is_not_replaced(
    say: Say, sound: Path, tmp_path: Path
) -> None:
    """A site directory that we did not make is refused by name, before anything is built."""
    foreign = tmp_path / "photographs"
    foreign.mkdir()
    (foreign / "cat.jpg").write_bytes(b"miaow")
    said = say("build", "--root", sound, "--site-dir", foreign, *DAY)
    assert said.code == 1
    assert f"error: `{foreign}` was not made by Briefbook" in said.err
    assert files_below(foreign) == {"cat.jpg": b"miaow"}


def test_a_file_in_the_way_is_named(say: Say, sound: Path) -> None:
    """Where the Markdown tree should go stands a file of somebody."""
    (sound / "build").write_text("mine", encoding="utf-8")
    said = say("build", "--root", sound, *DAY)
    assert said.code == 1
    assert said.err.splitlines()[-1].startswith("error: ")
    assert "a file is in the way" in said.err
    assert (sound / "build").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_read_only_project_is_refused(say: Say, sound: Path) -> None:
    """A folder that cannot be written is one line."""
    sound.chmod(0o555)
    said = say("build", "--root", sound, *DAY)
    sound.chmod(0o755)
    assert said.code == 1
    assert "there is no permission" in said.err.splitlines()[-1]


# new, explain, fields


@pytest.mark.parametrize("kind", sorted(set(RECORD_KINDS) - {"publication"}))
def test_a_new_record_has_the_form_of_its_kind(
    kind: str, say: Say, sound: Path
) -> None:
    """What `new` writes has every field that is needed, empty: no example can be published."""
    ending = "md" if kind == "briefings" else "yml"
    path = sound / f"content/{kind}/brand-new.{ending}"
    assert say("new", "--root", sound, kind, "brand-new") == Said(0, f"{path}\n", "")
    problems = json.loads(say("check", "--root", sound, "--format", "json", *DAY).out)
    errors = [one for one in problems if one["severity"] == "error"]
    model = RECORD_KINDS[kind].model_fields.items()
    needed = {name for name, field in model if field.is_required()} - {"id"}
    if "title" in needed:
        needed = needed - {"title"} | {"en"}
    assert {(one["rule"], one["message"]) for one in errors} == {
        ("syntax.null", f"the field `{name}` has no value") for name in needed
    }


def test_a_new_record_never_replaces_an_old_one(say: Say, sound: Path) -> None:
    """The second time the file is there already."""
    first = say("new", "--root", sound, "terms", "plan")
    path = sound / "content/terms/plan.yml"
    path.write_text("mine", encoding="utf-8")
    again = say("new", "--root", sound, "terms", "plan")
    assert first.code == 0
    assert again == Said(1, "", f"error: {path} is there already\n")
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "name",
    ["Plan", "a_b", "../../etc/x", "", "con", "index", "-x", "a" * 81, "constructor"],
)
def test_a_new_record_needs_an_id(name: str, say: Say, sound: Path) -> None:
    """An id that a check would refuse is refused at once, and no file is made."""
    before = files_below(sound / "content")
    said = say("new", "--root", sound, "terms", "--", name)
    assert said.code == 1
    assert said.err.startswith("error: ")
    assert files_below(sound / "content") == before


@pytest.mark.parametrize("rule", all_docs())
def test_every_rule_is_explained(rule: str, say: Say) -> None:
    """Its text, a wrong example and a right one."""
    said = say("explain", rule)
    head, *_ = said.out.splitlines()
    doc = all_docs()[rule]
    assert said.code == 0
    assert head == f"{rule} ({doc.severity.value})"
    assert doc.text in said.out
    assert said.out.index("\nWrong:\n") < said.out.index("\nRight:\n")


def test_an_explanation_reads_well(say: Say) -> None:
    """The whole of one."""
    assert say("explain", "identity.mismatch").out == dedent("""\
        identity.mismatch (error)

        The id of a record is the name of its file.

        Wrong:

            -- terms/plan.yml --
            id: plans
            title: {en: plan}
            definition: A promise.

        Right:

            -- terms/plan.yml --
            id: plan
            title: {en: plan}
            definition: A promise.
        """)


def test_rules_are_listed(say: Say) -> None:
    """Without a rule, every id with its severity and its first sentence."""
    lines = say("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == sorted([*all_docs(), MISSING.id])


def test_a_misspelt_rule_is_suggested(say: Say) -> None:
    """The nearest id is named."""
    assert say("explain", "identity.mismach") == Said(
        1,
        "",
        "error: there is no rule `identity.mismach`; did you mean `identity.mismatch`?\n",
    )


def test_fields_are_printed_for_the_guide(say: Say) -> None:
    """Every kind has its section."""
    said = say("fields")
    assert said.code == 0
    for kind in RECORD_KINDS:
        assert f"\n## {kind.capitalize()}: `content/" in said.out


def test_the_version_is_printed(say: Say) -> None:
    """As the package has it."""
    assert say("--version").out == f"briefbook, version {__version__}\n"


# The machine


def test_nobody_has_to_listen(sound: Path) -> None:
    """With its output closed, or read no further, a check ends as it should."""
    shell = ("sh", "-c")
    for ending in ('"$@" | head -0', '"$@" >&-', '"$@" >&- 2>&-', '"$@" <&-'):
        done = briefbook("check", root=sound, before=[*shell, ending, "sh"])
        assert (done.returncode, done.stderr) == (0, ""), ending


def test_a_full_log_fails_nothing(sound: Path) -> None:
    """Where output can no longer be written, the check still ends as it should."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    done = briefbook("check", root=sound, before=["sh", "-c", '"$@" >/dev/full', "sh"])
    assert (done.returncode, done.stderr) == (0, "")


def test_letters_that_the_terminal_lacks_are_shown_by_number(broken: Path) -> None:
    """A Latin log of a site with Chinese words is a report, not a traceback."""
    write(broken, {"terms/plan.yml": "id: plan\n计划: 计划\n"})
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = briefbook("check", root=broken, env=env)
    assert done.returncode == 1
    assert "\\u8ba1\\u5212" in done.stdout
    assert done.stderr == ""


def test_a_check_needs_little(sound: Path) -> None:
    """Without home, locale, network address or git, from another folder, with small limits."""
    limits = ["sh", "-c", 'ulimit -n 32; ulimit -s 512; exec "$@"', "sh"]
    done = briefbook(
        "check",
        "--root",
        str(sound),
        root=Path("/"),
        before=["env", "-i", f"PYTHONPATH={os.environ.get('PYTHONPATH', '')}", *limits],
    )
    assert (done.returncode, done.stderr) == (0, "")


# Whole builds


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built."""
    root = lay_project(tmp_path_factory.mktemp("built") / "project")
    done = briefbook("build", root=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.mark.site
def test_a_build_says_what_it_made(built: Path) -> None:
    """A line for each stage, then records, pages, problems, seconds and where to look."""
    done = briefbook("build", root=built)
    stages = [line.partition(" s  ")[2] for line in done.stderr.splitlines()]
    assert stages == [
        "Reading records",
        "Checking fields and references",
        "Computing facts and checking rules",
        "Planning pages",
        "Writing pages",
        "Building the site",
        "Indexing for search",
        "Publishing",
    ]
    total, where = done.stdout.splitlines()
    assert total.startswith("30 records, ")
    assert where == "Open site/index.html"


@pytest.mark.site
def test_a_failed_build_leaves_the_site_alone(built: Path, tmp_path: Path) -> None:
    """Content, template, page builder: whatever fails, every byte stays."""
    root = tmp_path / "project"
    shutil.copytree(built, root, symlinks=True)
    before = files_below(root / "site")

    place = root / "content/places/anyland.yml"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("national", "natonal"), encoding="utf-8")
    assert briefbook("build", root=root).returncode == 1
    assert differing(before, files_below(root / "site")) == []
    place.write_text(text, encoding="utf-8")

    templates = (root / "site_templates").readlink()
    (root / "site_templates").unlink()
    shutil.copytree(templates, root / "site_templates")
    page = root / "site_templates/pages/place.md.j2"
    page.write_text(
        page.read_text(encoding="utf-8") + "{{ nothing }}", encoding="utf-8"
    )
    assert briefbook("build", root=root).returncode == 1
    assert differing(before, files_below(root / "site")) == []
    shutil.copy(templates / "pages/place.md.j2", page)

    (root / "site_templates/theme/main.html").write_text("{% broken", encoding="utf-8")
    assert briefbook("build", root=root).returncode == 1
    assert differing(before, files_below(root / "site")) == []
    assert [path.name for path in root.glob(".*")] == []


@pytest.mark.site
def test_a_warning_of_mkdocs_is_an_error_when_strict(
    built: Path, tmp_path: Path
) -> None:
    """A broken link of a template is told; with --strict nothing is published."""
    root = tmp_path / "project"
    shutil.copytree(built, root, symlinks=True)
    templates = (root / "site_templates").readlink()
    (root / "site_templates").unlink()
    shutil.copytree(templates, root / "site_templates")
    page = root / "site_templates/pages/about.md.j2"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n\n[lost](lost.md)\n", encoding="utf-8")
    before = files_below(root / "site")
    strict = briefbook("build", "--strict", root=root)
    assert strict.returncode == 1
    assert "lost.md" in strict.stderr
    assert differing(before, files_below(root / "site")) == []
    assert briefbook("build", root=root).returncode == 0


@pytest.mark.site
def test_a_build_needs_little(built: Path, tmp_path: Path) -> None:
    """No environment, no network, no reader, few files, a small stack: the same site."""
    root = lay_project(tmp_path / "project")
    limits = 'ulimit -n 64; ulimit -s 1024; exec "$@" >&- 2>&- <&-'
    before = ["env", "-i", f"PYTHONPATH={os.environ.get('PYTHONPATH', '')}"]
    if shutil.which("unshare") and os.system("unshare -rn true 2>/dev/null") == 0:  # noqa: S605, S607
        before += [str(shutil.which("unshare")), "-rn"]
    done = briefbook(
        "build",
        "--root",
        str(root),
        root=Path("/"),
        before=[*before, "sh", "-c", limits, "sh"],
    )
    assert done.returncode == 0
    assert differing(files_below(built / "site"), files_below(root / "site")) == []


@pytest.mark.site
def test_a_build_from_beside_is_done_once(built: Path, tmp_path: Path) -> None:
    """A project named by a roundabout way gives the same site, with one search index."""
    lay_project(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    done = briefbook("build", "--root", "elsewhere/../project", root=tmp_path)
    assert done.returncode == 0, done.stderr
    site = files_below(tmp_path / "project/site")
    assert differing(files_below(built / "site"), site) == []
    assert len([name for name in site if name.endswith(".pf_meta")]) == 1


@pytest.mark.site
def test_nothing_private_and_nothing_foreign_is_published(built: Path) -> None:
    """No hidden file, no path of this machine, no request to another host."""
    site = files_below(built / "site")
    folders = (built, Path.home(), Path(sys.prefix), Path(cli.__file__).parent)
    private = [str(folder).encode() for folder in folders if len(folder.parts) > 2]
    assert [name for name in site if "/." in f"/{name}"] == []
    assert [name for name in site if name.endswith((".j2", ".py", ".yml"))] == []
    for name, content in site.items():
        assert [one for one in private if one in content] == [], name
        if name.endswith(".css"):
            loaded = re.findall(rb"(?:url\(|@import)\s*[\"']?([^\"')]+)", content)
            assert [one for one in loaded if b"//" in one] == [], name


WITH_ADDRESSES = (".html", ".xml", ".json", ".csv")


@pytest.mark.site
@pytest.mark.parametrize(
    "address", ["https://example.org/sub/path/", "https://policy.example/"]
)
def test_the_site_works_at_any_address(
    address: str, built: Path, tmp_path: Path
) -> None:
    """Below a path or on a domain of its own, only absolute addresses differ."""
    root = lay_project(tmp_path / "project")
    options = root / "mkdocs.yml"
    lines = options.read_text(encoding="utf-8").splitlines(keepends=True)
    (old,) = [line for line in lines if line.startswith("site_url:")]
    new = f"site_url: {address}\n"
    options.write_text("".join(lines).replace(old, new), encoding="utf-8")
    done = briefbook("build", root=root)
    assert done.returncode == 0, done.stderr
    usual = old.removeprefix("site_url:").strip()
    for name, content in files_below(root / "site").items():
        if name.endswith(WITH_ADDRESSES) and not name.startswith(("404", "pagefind/")):
            other = (built / "site" / name).read_bytes()
            assert content == other.replace(usual.encode(), address.encode()), name
    path = "/" + address.split("/", maxsplit=3)[3]
    missing = (root / "site/404.html").read_text(encoding="utf-8")
    assert f'href="{path}' in missing


def test_python_runs_the_same_command(sound: Path) -> None:
    """`python -m generator` is `briefbook`."""
    assert sys.executable
    assert briefbook("--version", root=sound).stdout.endswith(f"{__version__}\n")
