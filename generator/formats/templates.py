"""Templates as Python: Jinja as this house uses it."""

from collections.abc import Mapping
from functools import lru_cache
from types import FunctionType

from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.utils import missing

from generator.formats.escape import authors_markdown, escape, with_languages


class _Output(CodeGenerator):
    """What `finalize` gives is markup and is not looked through once more; a dot is an attribute.

    A call is a call, and a macro a function, imported once. Without these two classes pages come
    out the same, and take two and a half times as long. What is missing stops the build with them
    as without.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"({finalize.src}")

    def visit_Call(  # noqa: N802  Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: ARG002, FBT001, FBT002  Jinja's arguments
    ) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are named one by one", node.lineno)
        if isinstance(node.node, nodes.Name):  # what is missing cannot be called
            self.write(frame.symbols.ref(node.node.name))
        else:
            self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_FromImport(  # noqa: N802  Jinja's name
        self, node: nodes.FromImport, frame: Frame
    ) -> None:
        self.writeline("included = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(").module")
        for name in node.names:
            exported, known_as = name if isinstance(name, tuple) else (name, name)
            self.writeline(f"{frame.symbols.ref(known_as)} = included.{exported}")

    def visit_Name(  # noqa: N802  Jinja's name
        self, node: nodes.Name, frame: Frame
    ) -> None:
        ref = frame.symbols.ref(node.name)
        load = frame.symbols.find_load(ref) if node.ctx == "load" else None
        if load and load[0] == VAR_LOAD_RESOLVE:
            self.write(ref)
        else:
            super().visit_Name(node, frame)

    def get_resolve_func(self) -> str:
        # What a page does not give is undefined from the start, so no use of it has to ask.
        return f"{self.get_context_ref()}.resolve"

    def visit_Getattr(  # noqa: N802  Jinja's name
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def macro_def(
        self,
        macro_ref: MacroRef,  # noqa: ARG002  Jinja's arguments
        frame: Frame,  # noqa: ARG002
    ) -> None:
        self.write("environment.macro(macro)")

    def return_buffer_contents(
        self,
        frame: Frame,
        force_unescaped: bool = False,  # noqa: ARG002, FBT001, FBT002
    ) -> None:
        # Markup() would look first whether it is given markup.
        self.writeline(f"return str.__new__(Markup, concat({frame.buffer}))")


class _Environment(Environment):
    code_generator_class = _Output

    @staticmethod
    def macro(macro: FunctionType) -> FunctionType:
        """It takes its arguments in order; what is not given is `missing`, as in Jinja's own."""
        macro.__defaults__ = (missing,) * macro.__code__.co_argcount
        return macro


def environment_of(templates: Mapping[str, str]) -> Environment:
    """Jinja as this house uses it: everything printed is escaped, nothing may be missing."""
    return _environment(tuple(sorted(templates.items())))


@lru_cache(maxsize=1)
def _environment(templates: tuple[tuple[str, str], ...]) -> Environment:
    """Kept, since compiling takes as long as printing, and paper prints the same templates."""
    environment = _Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["markdown"] = authors_markdown
    environment.filters["languages"] = with_languages
    return environment
