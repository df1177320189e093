"""Tests about the code: arrows point down, sizes stay small, the clock stays out."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.formats.registry import FORMATS
from generator.pages.plan import PAGE_TYPES

ROOT = Path(__file__).parent.parent
CODE = ROOT / "generator"
LAYERS = [
    "cli|plugin",
    "pipeline",
    "paper",
    "publish",
    "website",
    "formats",
    "pages|rules",
    "library",
    "reading|records",
    "core",
]
RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer.split("|")}
MODULES = sorted(path.relative_to(CODE).as_posix() for path in CODE.rglob("*.py"))
FRONT_DOORS = {"__init__", "__main__"}
LINES_MAX = 400
FUNCTION_LINES_MAX = 50


def room_of(module: str) -> str:
    """`pages/policy.py` → `pages`, `cli.py` → `cli`."""
    name = module.split("/", maxsplit=1)[0].removesuffix(".py")
    return "cli" if name in FRONT_DOORS else name


def tree_of(module: str) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse((CODE / module).read_text(encoding="utf-8"))


def imported_rooms(module: str) -> set[str]:
    """The rooms of ours that a module imports, but for its own and the package itself."""
    names = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "generator":
                names |= {alias.name for alias in node.names}
            elif node.module.startswith("generator."):
                names.add(node.module.split(".")[1])
    return names - {room_of(module), "__version__"}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_point_down(module: str) -> None:
    """A room imports only rooms below it; siblings do not know each other."""
    rank = RANK[room_of(module)]
    upward = [room for room in sorted(imported_rooms(module)) if RANK[room] <= rank]
    doors = {"cli"} if room_of(module) == "plugin" else set()
    assert set(upward) <= doors


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_files_stay_small(module: str) -> None:
    """Nobody has to scroll far."""
    lines = (CODE / module).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LINES_MAX


def functions(module: str) -> Iterator[ast.FunctionDef]:
    """Every function of a module."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.FunctionDef):
            yield node


def body_lines(function: ast.FunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = function.body[0]
    has_doc = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = first.end_lineno if has_doc else first.lineno - 1
    assert start is not None
    assert function.end_lineno is not None
    return function.end_lineno - start


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_functions_stay_small(module: str) -> None:
    """A function does one level."""
    large = {
        function.name: body_lines(function)
        for function in functions(module)
        if body_lines(function) > FUNCTION_LINES_MAX
    }
    assert large == {}


def called(module: str) -> set[str]:
    """Names and dotted names that a module calls."""
    calls = [n.func for n in ast.walk(tree_of(module)) if isinstance(n, ast.Call)]
    return {ast.unparse(call) for call in calls}


ONLY_IN = {
    "print": {"publish/supervisor.py"},
    "click.echo": {"cli.py"},
    "sys.exit": {"cli.py", "publish/supervisor.py"},
    "datetime.now": {"cli.py"},
    "date.today": set(),
    "time.time": set(),
    "open": {"publish", "reading"},
    "subprocess.run": {"publish"},
    "subprocess.Popen": {"publish"},
}


@pytest.mark.parametrize("name", sorted(ONLY_IN))
def test_the_world_is_touched_in_few_places(name: str) -> None:
    """Printing, the clock, files and processes have their rooms."""
    found = {module for module in MODULES if name in called(module)}
    allowed = ONLY_IN[name]
    assert {
        one for one in found if one not in allowed and room_of(one) not in allowed
    } == set()


def test_each_page_type_has_its_module_and_its_template() -> None:
    """The registry, the modules and the templates name the same types."""
    templates = {
        path.name.removesuffix(".md.j2")
        for path in (ROOT / "site_templates/pages").glob("*.md.j2")
    }
    modules = {name for name in PAGE_TYPES if (CODE / f"pages/{name}.py").exists()}
    assert set(PAGE_TYPES) == templates == modules


def test_each_format_has_its_module() -> None:
    """A format is named after its file."""
    assert {
        name for name in FORMATS if not (CODE / f"formats/{name}.py").exists()
    } == set()


def test_the_architecture_page_names_every_room() -> None:
    """ARCHITECTURE.md stays true."""
    text = (CODE / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {room_of(module) for module in MODULES}
    assert {room for room in rooms if f"`{room}" not in text} == set()
