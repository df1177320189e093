"""The typesetting engine: no clock, no network, no file but template and faces."""

import json
from datetime import UTC, datetime
from typing import Any, Literal

from generator.formats.pdf.finish import finish
from generator.formats.pdf.paging import Document, Plan, entries, paged
from generator.formats.pdf.press import Press

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""PDF/UA-1 and PDF/A-2a: their checks also turn silent faults into errors."""
PAGES = "document.typ"
PLAN = "plan.typ"
FRONT = "front.typ"
TRIES = 4
LINES = 48
"""About so many lines of the contents stand on a page."""


class RenderError(Exception):
    """The engine refused a document that our checks had let pass: a fault of ours."""


class Engine:
    """A compiler that is set up once for many documents.

    What stands on which page is found first, by `plan`; with that, everything about a page
    is known beforehand, and `draw` sets each page once.
    """

    def __init__(self, press: Press) -> None:
        import typst  # noqa: PLC0415  # may be missing, see `is_available`

        self._typst = typst
        self._press = press
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=list(press.fonts),
        )
        self._pages = self._compiler(PAGES, {})

    def plan(self, document: Document) -> Plan:
        """The pages of each run of a document."""
        plan: Plan = self._asked(PLAN, "<plan>", document)
        if any(page["over"] for pages in plan for page in pages):
            ends = iter(self._asked(PLAN, "<over>", document))
            for page in (page for pages in plan for page in pages):
                if page["over"]:
                    first, last = next(ends), next(ends)
                    page["over"] = last - first + 1
        return plan

    def draw(self, document: Document, plan: Plan) -> bytes:
        """The PDF of a document whose pages are known."""
        front = self._front(document, plan) if document["kind"] == "book" else 0
        return self._drawn(paged(document, plan, front=front))

    def _front(self, document: Document, plan: Plan) -> int:
        """How many pages the cover and the contents of a book take.

        The contents are set with the numbers that they bring about.
        """
        front = 2 + len(entries(document, plan, front=0)) // LINES
        for _ in range(TRIES):
            found = entries(document, plan, front=front)
            lines = {"about": document["about"], "entries": found}
            before, (front,) = front, self._asked(FRONT, "<end>", lines)
            if front == before:
                break
        return front

    def _drawn(self, document: Document) -> bytes:
        about = document["about"]
        day = datetime.fromisoformat(about["as_of"]).replace(tzinfo=UTC)
        try:
            pdf, warnings = self._pages.compile_with_warnings(
                format="pdf",
                pdf_standards=[*STANDARDS],
                sys_inputs=_inputs(document),
                timestamp=day,
            )
        except self._typst.TypstError as error:
            raise RenderError(getattr(error, "diagnostic", str(error))) from error
        if warnings or not isinstance(pdf, bytes):
            raise RenderError("; ".join(w.diagnostic for w in warnings))
        try:
            return finish(
                pdf,
                document["tables"],
                pages=about["pages"],
                continued=document["continued"],
            )
        except ValueError as error:
            raise RenderError(str(error)) from error

    def _asked(self, template: str, selector: str, document: Document) -> Any:  # noqa: ANN401
        """What a template says about a document."""
        compiler = self._compiler(template, _inputs(document))
        try:
            return json.loads(compiler.query(selector, field="value"))
        except RuntimeError as error:
            raise RenderError(str(error)) from error

    def _compiler(self, template: str, inputs: dict[str, str]) -> Any:  # noqa: ANN401
        return self._typst.Compiler(
            self._press.root / template,
            root=self._press.root,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )


def _inputs(document: Document) -> dict[str, str]:
    return {"document": json.dumps(document, ensure_ascii=False, sort_keys=True)}
