"""The repository's own furniture: workflows, locks, licences, documents, commands.

Each test reads the tracked files and says a promise about them. What the pages say is tested
elsewhere.
"""

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.core.problems import Severity
from generator.core.reports import as_text
from generator.pipeline import check
from generator.reading.excerpts import read_line
from generator.rules.catalogue import all_docs
from tests.conftest import AS_OF

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
INPUTS = sorted((ROOT / "requirements").glob("*.in"))
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]

TREE = {
    "content",
    "generator",
    "site_templates",
    "tests",
    "mkdocs.yml",
    "README.md",
    "pyproject.toml",
    "Makefile",
    ".ci",
    ".github",
}
TOOL_FILES = {
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "LICENSES",
    "NOTICE",
    "SECURITY.md",
    "requirements",
}
SAFE_FROM = {
    "markdown": (3, 8, 1),
    "mkdocs-material": (9, 7, 7),
    "nh3": (0, 3, 8),
    "pymdown-extensions": (11, 0, 1),
}
"""Versions below have known holes in what we use."""


def name_of(path: Path) -> str:
    """The path below the root, as the id of a test."""
    return path.relative_to(ROOT).as_posix()


def read(path: Path | str) -> str:
    """The text of a file below the root."""
    return (ROOT / path).read_text(encoding="utf-8")


def workflow(path: Path) -> dict[str, Any]:
    """A workflow; its key `on` stays a word, where YAML 1.1 would read True."""
    loaded: dict[str, Any] = yaml.load(read(path), yaml.BaseLoader)  # noqa: S506 (strings only)
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def canonical(requirement: str) -> str:
    """The name of the package that a requirement asks for."""
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def requirements(path: Path) -> list[str]:
    """The requirements of a .in file, without comments and options."""
    lines = (line.split(" #")[0].strip() for line in read(path).splitlines())
    return [line for line in lines if line and line[0] not in "#-"]


def dependencies() -> list[str]:
    """Names of the packages that the project itself asks for."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = project["dependencies"] + [r for path in INPUTS for r in requirements(path)]
    return sorted({canonical(requirement) for requirement in asked})


def pins(path: Path) -> list[tuple[str, str]]:
    """Name and version of each package in a lock file."""
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", read(path), re.MULTILINE)
    return [(canonical(name), version) for name, version in found]


def make_targets() -> set[str]:
    """The commands that the Makefile offers."""
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))


# Workflows


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """An action is named by its commit, with the version in a comment."""
    uses = re.findall(r"uses: (.*)", read(path))
    pinned = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert uses
    assert [use for use in uses if not pinned.fullmatch(use)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_workflows_may_only_read(path: Path) -> None:
    """A workflow may read the repository at most; more is asked for by one job, by name."""
    assert workflow(path)["permissions"] in ("", {}, {"contents": "read"})


def test_only_the_deploying_job_may_write() -> None:
    """Writing is to Pages alone, in a job that runs no code of the repository."""
    asked = {
        (path.name, name): job["permissions"]
        for path in WORKFLOWS
        for name, job in workflow(path)["jobs"].items()
        if "permissions" in job
    }
    assert asked == {
        ("deploy.yml", "build"): {"contents": "read"},
        ("deploy.yml", "deploy"): {"pages": "write", "id-token": "write"},
    }
    job = workflow(ROOT / ".github/workflows/deploy.yml")["jobs"]["deploy"]
    assert [step for step in job["steps"] if "run" in step] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_forks_get_no_secret(path: Path) -> None:
    """No secret is used, none is kept by a checkout, no event runs a fork's code with rights."""
    text = read(path)
    assert re.findall(r"secrets\.|pull_request_target|workflow_run", text) == []
    checkouts = [
        s for s in steps(path) if s.get("uses", "").startswith("actions/checkout")
    ]
    assert {step["with"]["persist-credentials"] for step in checkouts} == {"false"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_no_command_of_a_workflow_contains_text_of_a_stranger(path: Path) -> None:
    """A branch name or a title cannot become part of a shell command."""
    assert [s["run"] for s in steps(path) if "${{" in s.get("run", "")] == []


def test_pull_requests_are_checked_and_the_week_begins_with_a_check() -> None:
    """The check runs for pull requests, for main, and on Sundays."""
    events = workflow(ROOT / ".github/workflows/check.yml")["on"]
    assert events["push"] == {"branches": ["main"]}
    assert "pull_request" in events
    assert [entry["cron"].split()[-1] for entry in events["schedule"]] == ["0"]


def test_the_site_is_published_daily() -> None:
    """The site is published when main changes and once a day, one after the other."""
    deploy = workflow(ROOT / ".github/workflows/deploy.yml")
    assert deploy["on"]["push"] == {"branches": ["main"]}
    assert [e["cron"].split()[2:] for e in deploy["on"]["schedule"]] == [["*"] * 3]
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_oldest_and_newest_python_are_tested() -> None:
    """The oldest Python that the project admits is among those of the check."""
    oldest = tomllib.loads(read("pyproject.toml"))["project"]["requires-python"]
    jobs = workflow(ROOT / ".github/workflows/check.yml")["jobs"]
    tested = jobs["linux"]["strategy"]["matrix"]["python"]
    assert oldest == f">={tested[0]}"
    assert "windows" in jobs


# Locks


@pytest.mark.parametrize("path", LOCKS, ids=name_of)
def test_every_locked_package_has_hashes(path: Path) -> None:
    """Each requirement is one version, followed by the hashes of its files."""
    bare = [
        block.splitlines()[0]
        for block in re.split(r"\n(?=[^\s#])", read(path))
        if not block.startswith("#")
        and not re.match(
            r"[\w.-]+==\S+( ; .+)? \\\n    --hash=sha256:[0-9a-f]{64}", block
        )
    ]
    assert bare == []


@pytest.mark.parametrize("path", [*LOCKS, *INPUTS], ids=name_of)
def test_locks_name_no_index_and_no_machine(path: Path) -> None:
    """What is installed does not depend on where the lock was made."""
    assert (
        re.findall(r"https?:|file:|--(?:extra-)?index|--find-links| @ ", read(path))
        == []
    )


def test_every_dependency_is_locked() -> None:
    """The lock files know every package that the project asks for."""
    locked = {name for path in LOCKS for name, _ in pins(path)}
    assert [name for name in dependencies() if name not in locked] == []


def test_locks_agree() -> None:
    """A package that both lock files have has the same version in both."""
    site, tests = (set(pins(ROOT / f"requirements/{n}.txt")) for n in ("site", "test"))
    shared = {name for name, _ in site} & {name for name, _ in tests}
    assert {pin for pin in tests if pin[0] in shared} <= site


def test_the_oldest_packages_that_the_project_allows_are_locked_too() -> None:
    """The lower bound of each dependency is what the check of the oldest packages installs."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    oldest = dict(pins(ROOT / "requirements/oldest.txt"))
    bounds = {
        canonical(r): r.split(">=")[1].split(",")[0] for r in project["dependencies"]
    }
    assert {
        name: (bound, oldest.get(name))
        for name, bound in bounds.items()
        if not re.fullmatch(rf"{re.escape(bound)}(\.0)*", oldest.get(name, ""))
    } == {}


def test_no_locked_version_has_a_known_hole() -> None:
    """Packages with past holes in what we use are at least at the version that closed them."""
    locked = pins(ROOT / "requirements/site.txt")
    numbers = {
        pin: tuple(map(int, pin[1].split("."))) for pin in locked if pin[0] in SAFE_FROM
    }
    assert {name for name, _ in numbers} == set(SAFE_FROM)
    assert [pin for pin, number in numbers.items() if number < SAFE_FROM[pin[0]]] == []


def test_npm_packages_are_locked_without_their_addresses() -> None:
    """Each npm package has its hash, and no address of a registry."""
    packages = json.loads(read("tests/npm/package-lock.json"))["packages"]
    wanted = json.loads(read("tests/npm/package.json"))["dependencies"]
    installed = {name: about for name, about in packages.items() if name}
    assert {f"node_modules/{name}" for name in wanted} <= set(installed)
    assert [name for name, about in installed.items() if "integrity" not in about] == []
    assert [name for name, about in packages.items() if "resolved" in about] == []
    assert [v for v in wanted.values() if not re.fullmatch(r"[\d.]+", v)] == []


# Commands


def test_every_command_of_the_makefile_says_what_it_does() -> None:
    """A comment line stands above each command, and `make` shows it."""
    lines = read("Makefile").splitlines()
    commands = [i for i, line in enumerate(lines) if re.match(r"[a-z]+:", line)]
    assert [lines[i] for i in commands if not lines[i - 1].startswith("# ")] == []


@pytest.mark.parametrize(
    "path", [*DOCUMENTS, ROOT / ".ci/run", *WORKFLOWS], ids=name_of
)
def test_make_commands_that_are_named_exist(path: Path) -> None:
    """Documents and scripts name only commands that the Makefile has."""
    named = re.findall(r"(?:^|`|run: |\s{2})make ([a-z]+)", read(path), re.MULTILINE)
    assert set(named) <= make_targets()


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / "Makefile"], ids=name_of)
def test_briefbook_commands_that_are_named_exist(path: Path) -> None:
    """Documents name only commands that `briefbook` has, and rules that there are."""
    named = re.findall(r"(?:^|`|/)briefbook ([a-z]+)", read(path), re.MULTILINE)
    explained = re.findall(r"briefbook explain ([a-z.-]+)", read(path))
    assert set(named) <= set(main.commands)
    assert set(explained) <= set(all_docs())


def test_continuous_integration_runs_the_commands_of_the_readme() -> None:
    """The script calls the README's two commands, and refuses warnings."""
    script = read(".ci/run")
    readme = read("README.md")
    assert "make site ARGS=--strict" in script
    assert script.rstrip().endswith("make test")
    assert re.search(r"^make site$", readme, re.MULTILINE)
    assert re.search(r"^make test$", readme, re.MULTILINE)


# Tree, documents, licences


def test_the_top_of_the_tree_holds_what_it_should() -> None:
    """Nothing stands at the top but the rooms of the house and the usual tool files."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a clone: only tracked files count")
    tracked = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    top = {name.split("/")[0] for name in tracked.split("\0") if name}
    assert top - TOOL_FILES == TREE
    assert TOOL_FILES - top == set()


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_is_explained_in_the_readme(name: str) -> None:
    """The README says of each package what it is for."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \|", read("README.md"), re.MULTILINE)
    named = {
        canonical(package): purpose
        for packages, purpose in rows
        for package in re.findall(r"`([\w.-]+)", packages)
    }
    assert named.get(name, "").strip()


def shown_otherwise(shown: object, real: object, way: str = "") -> Iterator[str]:
    """Where an excerpt of a record says something else than the record."""
    if isinstance(shown, dict) and isinstance(real, dict):
        for key, value in shown.items():
            yield from shown_otherwise(value, real.get(key), f"{way}.{key}")
    elif isinstance(shown, list) and isinstance(real, list):
        for value, counterpart in zip(shown, real, strict=False):
            yield from shown_otherwise(value, counterpart, f"{way}[]")
    elif shown != real:
        yield f"{way}: `{shown}` is now `{real}`"


def test_the_record_in_the_readme_is_the_record() -> None:
    """The README shows an excerpt of a record as it is today."""
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", read("README.md"), re.DOTALL)
    assert [path for path, _ in blocks] == ["content/policies/cn-vr-2022.yml"]
    path, excerpt = blocks[0]
    shown = yaml.load(excerpt, yaml.BaseLoader)  # noqa: S506 (strings only)
    real = yaml.load(read(path), yaml.BaseLoader)  # noqa: S506 (strings only)
    assert list(shown_otherwise(shown, real)) == []


def test_the_sentence_in_the_readme_is_from_a_briefing() -> None:
    """The README shows a sentence as it stands in a briefing."""
    shown = re.findall(r"```markdown\n(.*?)```", read("README.md"), re.DOTALL)
    words = " ".join(read("content/briefings/industrial-metaverse-plan.md").split())
    assert shown
    assert [text for text in shown if " ".join(text.split()) not in words] == []


def without_lines(message: str) -> list[str]:
    """A message without the numbers of lines and the margins made for them."""
    lines = re.sub(r":\d+:", ":", message).strip().splitlines()
    return [re.sub(r"^ *\d* \|", "|", line).strip() for line in lines]


def test_the_message_in_the_guide_is_what_a_mistyped_id_gives(tmp_path: Path) -> None:
    """CONTRIBUTING shows the message that its readers will meet; lines may have moved."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    record = tmp_path / "content/policies/cn-vr-2022.yml"
    right, wrong = (f"      - source: xinhua-vr-202211{day}\n" for day in ("01", "11"))
    text = record.read_text(encoding="utf-8").replace(right, wrong, 1)
    record.write_text(text, encoding="utf-8", newline="\n")
    problems = [
        one for one in check(tmp_path, AS_OF).problems if one.severity is Severity.ERROR
    ]
    said = as_text(problems, lambda span: read_line(tmp_path, span))
    shown = re.findall(r"```\n(content/.*?)```", read("CONTRIBUTING.md"), re.DOTALL)
    assert [without_lines(text) for text in shown] == [without_lines(said)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_documents_name_only_files_that_exist(path: Path) -> None:
    """A link from one document to a file of the repository finds it."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(path))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_documents_have_one_sentence_per_line(path: Path) -> None:
    """A change of a sentence is a change of one line."""
    prose = re.sub(r"```.*?```|^\|.*$", "", read(path), flags=re.DOTALL | re.MULTILINE)
    assert re.findall(r"^.*[a-z)`*][.!?] [A-Z`*\[].*$", prose, re.MULTILINE) == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("LICENSE", "Apache License"),
        ("LICENSES/CC-BY-4.0.txt", "Attribution 4.0 International"),
        ("LICENSES/CC0-1.0.txt", "CC0 1.0 Universal"),
        ("LICENSES/OFL-1.1.txt", "SIL OPEN FONT LICENSE"),
    ],
)
def test_licences_are_present_in_full(path: str, words: str) -> None:
    """The text of each licence that the notice names is in the repository."""
    text = read(path)
    assert words in text
    assert len(text) > 4000
    assert path in read("NOTICE")


def test_the_readme_names_the_three_licences() -> None:
    """A reader of the README learns what may be done with code, texts and data."""
    readme = read("README.md")
    names = ("Apache-2.0", "CC BY 4.0", "CC0")
    assert [name for name in names if name not in readme] == []
    assert tomllib.loads(read("pyproject.toml"))["project"]["license"] == "Apache-2.0"


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")), ids=name_of
)
def test_issue_forms_are_whole(path: Path) -> None:
    """A form has a name, a description and fields with labels; each id occurs once."""
    form = yaml.safe_load(read(path))
    if path.name == "config.yml":
        assert form == {"blank_issues_enabled": True}
        return
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    assert form["name"]
    assert form["description"]
    assert len(set(ids)) == len(ids)
    assert all(field["attributes"]["label"] for field in fields)


def test_a_suggested_correction_arrives_with_its_record() -> None:
    """The form of a correction has the field that pages fill in."""
    form = yaml.safe_load(read(".github/ISSUE_TEMPLATE/correction.yml"))
    assert "record" in [field.get("id") for field in form["body"]]
