"""What all charts have in common: a finding, two drawings, the numbers as a table, the sources."""

from collections.abc import Iterable, Sequence
from dataclasses import field

from generator.core.frozen import frozen
from generator.core.refs import Ref
from generator.library.library import Library
from generator.pages.charts.axis import Axis
from generator.pages.charts.drawing import Canvas, Drawing, Label, Stroke
from generator.pages.lists import Count
from generator.pages.sheet import Sheet
from generator.pages.views import ConflictMarks, Day, LinkView, Mark, ValueView, Words
from generator.records.observation import Observation
from generator.records.policy import Target
from generator.records.source import Source

DISPUTED = "≠"
"""Stands in drawings beside what sources disagree on."""
DISPUTED_KEY = f"{DISPUTED} sources disagree"
DISPUTED_WORDS = " Sources disagree on some of them, which are marked."
"""Added to the text alternative of such a drawing."""
AXIS = "chart.axis"
"""The fact that the numbers of an axis state."""
PUBLICATION = "publication/publication"
"""Where indicators stand."""


@frozen
class Bit:
    """One stretch of a sentence or cell; one field is filled, beside the marks."""

    text: str = ""
    words: Words | None = None
    link: LinkView | None = None
    value: ValueView | None = None
    count: Count | None = None
    day: Day | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def plain(self) -> str:
        """The bit without links and notes."""
        if self.link:
            return self.link.words.text
        if self.value:
            return self.value.words
        if self.count is not None:
            return f"{self.count.value} {self.count.noun}".strip()
        if self.day:
            return self.day.words
        return self.words.text if self.words else self.text


Sentence = tuple[Bit, ...]


def plain(sentence: Sentence) -> str:
    """A sentence as one line of text."""
    return "".join(bit.plain for bit in sentence)


@frozen
class Cell:
    """A cell of a table with the heading of its column."""

    label: str
    bits: Sentence
    is_number: bool = False


@frozen
class Table:
    """The numbers of a chart; the first cell of a row names it."""

    columns: tuple[tuple[str, bool], ...]
    """Headings, and whether numbers stand below."""
    rows: tuple[tuple[Cell, ...], ...]


def table(
    columns: Sequence[tuple[str, bool]], rows: Iterable[Sequence[Sentence]]
) -> Table:
    """Rows of sentences under their headings."""
    return Table(
        tuple(columns),
        tuple(
            tuple(
                Cell(label, bits, is_number)
                for (label, is_number), bits in zip(columns, row, strict=True)
            )
            for row in rows
        ),
    )


@frozen
class Chart:
    """A chart as the template prints it."""

    id: str
    title: Sentence
    """The finding."""
    subtitle: Sentence
    """What is drawn, in which unit, as of which day."""
    wide: Drawing
    narrow: Drawing
    table: Table
    sources: Sentence
    notes: tuple[Sentence, ...] = ()
    conflicts: ConflictMarks = field(default_factory=ConflictMarks)

    @property
    def alternative(self) -> str:
        """What is said instead of the drawing."""
        said = f"{plain(self.title)}. The numbers stand in a table below the chart."
        cells = (cell for row in self.table.rows for cell in row)
        bits = (*self.title, *(bit for cell in cells for bit in cell.bits))
        is_disputed = any(bit.value and bit.value.conflicts for bit in bits)
        return said + (DISPUTED_WORDS if is_disputed else "")


def number(name: str, value: int) -> Count:
    """A number that we counted, where the words around it say of what."""
    return Count(name, value, "")


def publishers(sheet: Sheet, drawn: Iterable[Ref]) -> Sentence:
    """Who says what a chart draws, targets and observations: each source once, with its note."""
    library = sheet.site.library
    bits = [Bit(text="Sources: ")]
    seen: set[Ref] = set()
    for ref in drawn:
        number = _number(library, ref)
        phrase = sheet.phrase(number.as_written, number.evidence)
        for one in number.evidence:
            if one.source not in seen:
                source = library.get(one.source, Source)
                words = Words(source.publisher, ref=str(one.source))
                marks = sheet.marks([one], ref, phrase)
                comma = ", " if seen else ""
                bits += [Bit(text=comma), Bit(words=words, marks=marks)]
                seen.add(one.source)
    return tuple(bits)


def _number(library: Library, ref: Ref) -> Target | Observation:
    if ref in library.targets:
        return library.targets[ref][1]
    return library.get(ref, Observation)


def draw_numbers(canvas: Canvas, axis: Axis, unit: str) -> None:
    """The numbers of the axis on one line, what they count on the line above."""
    canvas.y += 16
    counted = f"{axis.scale.word} {unit}".strip()
    canvas.labels.append(Label(axis.left, canvas.y, counted, "c-soft", fact=AXIS))
    canvas.y += 17
    for tick in axis.ticks:
        is_first, is_last = tick.at == axis.left, tick.at == axis.right
        anchor = "start" if is_first else "end" if is_last else "middle"
        label = Label(tick.at, canvas.y, tick.words, "c-soft", anchor, fact=AXIS)
        canvas.labels.append(label)
    canvas.y += 6


def draw_grid(canvas: Canvas, axis: Axis, top: int, bottom: int) -> None:
    """A line at each number of the axis, below all that has been drawn."""
    canvas.strokes[:0] = [
        Stroke(
            tick.at,
            top,
            tick.at,
            bottom,
            "c-axis" if tick.at == axis.left else "c-grid",
        )
        for tick in axis.ticks
    ]
