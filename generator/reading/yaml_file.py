"""From YAML to mappings, lists and strings, with the place of every value.

One reading for a file: all scalars stay strings (the record types judge what they mean), and what
could give a file a second meaning (names for values, types, repeated keys) is refused where it
stands. libyaml only cuts the text into events, so nothing in a file can make an object or grow.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.core.problems import Problem, Related, Severity
from generator.core.spans import PositionTree, Span, Step
from generator.reading import yaml_refusals as refusals
from generator.reading.characters import DIRECTIONS, UNREADABLE, check_characters
from generator.reading.places import text_places
from generator.reading.quoting import quoted
from generator.reading.yaml_errors import explain
from generator.reading.yaml_halt import Halt, end_of, place_of, start_of
from generator.reading.yaml_lines import missing_blank, missing_colon
from generator.reading.yaml_refusals import Finding, Place

DEEPEST = 20
"""Mappings and lists inside each other; records need eight."""
MOST_VALUES = 20_000
"""Values in one file; the longest record of the dossier has some hundred."""
MOST_PROBLEMS = 50
"""Whoever has more sees the rest after correcting these."""

_NOTHING = {"", "~", "null", "Null", "NULL"}
_COMMENT = re.compile(r"[ \t]+(#[^\s#].*)")
_PROPERTY = re.compile(r"[&*!]\S*")
_THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w.,]*\d)", re.ASCII)


def parse_yaml(
    text: str, path: str, first_line: int = 1
) -> tuple[dict[str, Any] | None, PositionTree | None, list[Problem]]:
    """The value of a YAML text and where its parts stand.

    There is no value if a part of it is unknown: a syntax error, an alias, a field left empty.
    A repeated key, an anchor or a tag is a problem, but what the author wrote is known.
    """
    problems = check_characters(text, text_places(text, path, first_line))
    if any(problem.rule in UNREADABLE for problem in problems):
        return None, None, problems
    reader = _Reader(text.split("\n"), path, first_line)
    reader.is_directed = not problems and bool(DIRECTIONS.search(text))
    reader.read(text)
    problems += reader.problems[:MOST_PROBLEMS]
    if reader.root is None or not reader.is_whole:
        return None, None, problems
    return reader.root, reader.positions, problems


@dataclass(slots=True)
class _Block:
    """A mapping or a list whose end has not been read yet."""

    start: Place
    is_flow: bool
    value: dict[str, Any] | list[Any]
    key: str | None = None
    """The name that waits for its value."""
    key_span: Span | None = None
    children: dict[Step, PositionTree] = field(default_factory=dict)

    @property
    def needs_key(self) -> bool:
        return self.key is None and isinstance(self.value, dict)


@dataclass(slots=True)
class _Reader:
    """Builds a value from libyaml's events and notes what is refused."""

    lines: list[str]
    path: str
    first_line: int
    is_directed: bool = False
    """Whether the text steers directions: each value has to close its own."""
    problems: list[Problem] = field(default_factory=list)
    root: dict[str, Any] | None = None
    positions: PositionTree | None = None
    is_whole: bool = True
    is_done: bool = False
    documents: int = 0
    values: int = 0
    blocks: list[_Block] = field(default_factory=list)
    last: yaml.Event | None = None
    refused: set[Finding] = field(default_factory=set)
    missing: yaml.Event | None = None
    """The last value that was reported as empty."""
    end_of_text: Place = field(init=False)

    def __post_init__(self) -> None:
        self.end_of_text = Place(len(self.lines) - 1, len(self.lines[-1]))

    def read(self, text: str) -> None:
        loader = yaml.CBaseLoader(text)
        try:
            while not self.is_done and (event := loader.get_event()):
                self.take(event)
                self.last = event
        except yaml.YAMLError as error:
            self.is_whole = False
            if not isinstance(self.last, yaml.AliasEvent):
                self.stop(explain(self.halt(error)))
        finally:
            loader.dispose()

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.CollectionStartEvent():
                self.begin(event)
            case yaml.CollectionEndEvent():
                self.end(event)
            case yaml.AliasEvent():
                self.alias(event)
            case yaml.DocumentStartEvent():
                self.document(event)
            case yaml.StreamEndEvent():
                self.stream_end()

    def halt(self, error: yaml.YAMLError) -> Halt:
        """Where libyaml stopped, never behind the end of the text."""
        end = self.end_of_text
        at = place_of(getattr(error, "problem_mark", None)) or end
        since = place_of(getattr(error, "context_mark", None))
        flows = [block.start for block in self.blocks if block.is_flow]
        brackets = [at for at in flows if self.lines[at.line][at.column] in "[{"]
        return Halt(
            lines=self.lines,
            words=getattr(error, "problem", None) or "",
            at=self.inside(at),
            since=since,
            last=self.last,
            bracket=brackets[-1] if brackets else None,
        )

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        place = start_of(event)
        words = self.lines[place.line].rstrip()
        if self.documents > 1:
            self.stop(refusals.second_document(place, words))
        elif event.version or event.tags:
            self.refuse(refusals.directive(place, words))

    def stream_end(self) -> None:
        self.is_done = True
        if not self.documents:
            self.stop(refusals.empty())

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.check_properties(event)
        span = self.span(start_of(event), self.end_of_scalar(event))
        if not self.blocks:
            self.stop(self.text_alone(event))
        elif self.blocks[-1].needs_key:
            self.name(event, self.blocks[-1], span)
        else:
            self.check_scalar(event, span)
            key_span = self.blocks[-1].key_span
            self.put(event.value, PositionTree(span, key_span))

    def text_alone(self, event: yaml.ScalarEvent) -> Finding:
        if not event.value and not event.style:
            return refusals.empty()
        place = start_of(event)
        if event.style:
            return refusals.no_mapping(place, "a text", 1)
        return missing_colon(place, self.lines[place.line][place.column :].rstrip())

    def name(self, event: yaml.ScalarEvent, block: _Block, span: Span) -> None:
        """A key: one word or one phrase, and once in its mapping."""
        key = event.value
        if key == "<<" and not event.style:
            self.stop(refusals.merge_key(start_of(event)))
        elif span.line != span.end_line or not key.strip():
            self.stop(refusals.complex_key(start_of(event)))
        elif key[0].isspace():
            self.stop(refusals.odd_blank(start_of(event), key))
        elif key in block.children and not (block.is_flow and self.number_at(span)):
            self.problems.append(_repeated(key, span, block.children[key]))
        block.key, block.key_span = key, span

    def check_scalar(self, event: yaml.ScalarEvent, span: Span) -> None:
        if not event.style:
            self.check_plain(event, span)
        is_escaped = event.style == '"' and "\\" in self.written(event)
        if is_escaped or (self.is_directed and DIRECTIONS.search(event.value)):
            self.problems += check_characters(event.value, lambda *_: span)

    def check_plain(self, event: yaml.ScalarEvent, span: Span) -> None:
        """A text without quotes may be none, or lose its end to a comment."""
        if event.value in _NOTHING:
            self.without_value(event)
        line = span.end_line - self.first_line
        found = _COMMENT.match(self.lines[line], span.end_column - 1)
        if found and event.value:
            place = Place(line, found.start(1))
            finding = refusals.comment(place, found[1].rstrip())
            self.refuse(finding, Severity.WARNING)

    def without_value(self, event: yaml.ScalarEvent) -> None:
        self.is_whole = False
        if event.tag is not None or event.anchor is not None:
            return
        block = self.blocks[-1]
        number = self.number_at(block.key_span) if block.is_flow else None
        if number and number in self.refused:
            return
        self.missing = event
        self.refuse(
            number
            or self.without_blank(block)
            or refusals.no_value(
                start_of(event),
                block.key or "",
                event.value,
                is_flow=block.is_flow,
            )
        )

    def number_at(self, key: Span | None) -> Finding | None:
        """`{amount: 350,000}` has a field `000` to YAML: the number around the name of a field."""
        if key is None:
            return None
        line, column = key.line - self.first_line, key.column - 1
        for found in _THOUSANDS.finditer(self.lines[line]):
            if found.start() < column < found.end():
                return refusals.thousands(Place(line, found.start()), found[0])
        return None

    def without_blank(self, block: _Block) -> Finding | None:
        """`{en:Plan}` is a field named `en:Plan` to YAML."""
        span = block.key_span
        if span is None or not block.is_flow:
            return None
        place = Place(span.line - self.first_line, span.column - 1)
        return missing_blank(place, block.key or "")

    def written(self, event: yaml.ScalarEvent) -> str:
        """The lines that hold a value, as they stand in the file."""
        return "\n".join(self.lines[start_of(event).line : end_of(event).line + 1])

    def begin(self, event: yaml.CollectionStartEvent) -> None:
        self.check_properties(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        place = start_of(event)
        if not self.blocks and not is_mapping:
            self.stop(refusals.no_mapping(place, "a list", 1))
        elif self.blocks and self.blocks[-1].needs_key:
            self.stop(refusals.complex_key(place))
        elif len(self.blocks) == DEEPEST:
            self.stop(refusals.too_deep(place, DEEPEST))
        else:
            is_flow = bool(event.flow_style)
            self.blocks.append(_Block(place, is_flow, {} if is_mapping else []))

    def end(self, event: yaml.CollectionEndEvent) -> None:
        block = self.blocks.pop()
        span = self.span(block.start, end_of(event))
        if not block.is_flow and block.children:
            last = next(reversed(block.children.values())).span
            span = Span(
                self.path, span.line, span.column, last.end_line, last.end_column
            )
        if self.blocks:
            key_span = self.blocks[-1].key_span
            self.put(block.value, PositionTree(span, key_span, block.children))
        elif isinstance(block.value, dict):
            self.root = block.value
            self.positions = PositionTree(span, None, block.children)

    def alias(self, event: yaml.AliasEvent) -> None:
        self.check_properties(event)
        self.is_whole = False
        if not self.blocks or self.blocks[-1].needs_key:
            self.is_done = True
            return
        span = self.span(start_of(event), end_of(event))
        self.put("", PositionTree(span, self.blocks[-1].key_span))

    def put(self, value: object, node: PositionTree) -> None:
        """Store a value below its key or as the next item; the first of two keys stays."""
        block = self.blocks[-1]
        self.values += 1
        if self.values > MOST_VALUES:
            place = Place(node.span.line - self.first_line, node.span.column - 1)
            self.stop(refusals.too_many(place, MOST_VALUES))
        if isinstance(block.value, list):
            block.children[len(block.value)] = node
            block.value.append(value)
        elif block.key is not None:
            block.value.setdefault(block.key, value)
            block.children.setdefault(block.key, node)
            block.key = block.key_span = None

    def check_properties(self, event: yaml.NodeEvent) -> None:
        """Anchors, aliases and tags stand at the beginning of an event."""
        if event.anchor is None and getattr(event, "tag", None) is None:
            return
        place = start_of(event)
        found = _PROPERTY.search(self.lines[place.line], place.column)
        if found:
            place = Place(place.line, found.start())
            self.refuse(refusals.node_property(place, found[0]))

    def end_of_scalar(self, event: yaml.ScalarEvent) -> Place:
        """For a text below `|` or `>` the end of its last line, not the next field."""
        end = end_of(event)
        if event.style not in {"|", ">"}:
            return end
        line = end.line
        while line > start_of(event).line and (
            line == end.line or not self.lines[line].strip()
        ):
            line -= 1
        return Place(line, len(self.lines[line].rstrip()))

    def inside(self, place: Place) -> Place:
        """The place, or the end of the text: libyaml ends a text with a line of its own."""
        return min(place, self.end_of_text)

    def span(self, start: Place, end: Place) -> Span:
        if end > self.end_of_text:
            start, end = self.inside(start), self.end_of_text
        first = self.first_line
        return Span(
            self.path,
            start.line + first,
            start.column + 1,
            end.line + first,
            end.column + 1,
        )

    def refuse(self, finding: Finding, severity: Severity = Severity.ERROR) -> None:
        """Note a problem and read on."""
        self.refused.add(finding)
        start = self.inside(finding.place)
        line, column = start.line + self.first_line, start.column + 1
        end_column = column + max(finding.length, 1)
        span = Span(self.path, line, column, line, end_column)
        self.problems.append(
            Problem(span, finding.rule, finding.message, severity, finding.help)
        )

    def stop(self, finding: Finding) -> None:
        """Note a problem after which the rest of the file has no meaning.

        A value that was missing just before it has the same cause.
        """
        if self.problems and self.missing is self.last is not None:
            self.problems.pop()
        self.refuse(finding)
        self.is_whole = False
        self.is_done = True


def _repeated(key: str, span: Span, first: PositionTree) -> Problem:
    place = first.key_span or first.span
    return Problem(
        span,
        "syntax.duplicate-key",
        f"the field {quoted(key)} stands here a second time",
        help=f"keep one of the two; the first is {place}",
        related=(Related(place, "the first"),),
    )
