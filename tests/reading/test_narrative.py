"""Front matter, references, marks and numbers."""

from generator.core.documents import Narrative
from generator.core.refs import Ref
from generator.core.spans import Span
from generator.reading.narrative import (
    LONGEST,
    bare_numbers,
    find_marks,
    find_references,
    find_references_in,
    split_front_matter,
    text_places,
    value_places,
)
from tests.reading.conftest import Load, places, said, short


def test_front_matter_is_cut_off() -> None:
    """The narrative begins on the line below, the front matter on line 2."""
    text = "---\nid: plan\n---\n\nThe text.\n---\nMore.\n"
    front, narrative, problems = split_front_matter(text, "x.md")

    assert (front, problems) == ("id: plan\n", [])
    assert narrative == Narrative("\nThe text.\n---\nMore.\n", Span("x.md", 4, 1, 4, 1))


def test_front_matter_without_a_narrative() -> None:
    """A file may end with its front matter, with or without a line end."""
    _, narrative, problems = split_front_matter("---\nid: plan\n---", "x.md")
    assert narrative is not None
    assert (narrative.text, problems) == ("", [])


def test_front_matter_is_missing_or_open() -> None:
    """The beginning of the file is named in both cases."""
    for text, message in (
        ("id: plan\n", "the briefing does not begin with its front matter"),
        ("\n---\nid: plan\n---\n", "the briefing does not begin with its front matter"),
        (
            "+++\nid = 'plan'\n+++\n",
            "the briefing does not begin with its front matter",
        ),
        ("", "the briefing does not begin with its front matter"),
        ("---\nid: plan\n", "the front matter is not closed"),
    ):
        front, narrative, problems = split_front_matter(text, "x.md")
        assert (front, narrative) == (None, None)
        assert places(problems) == [(1, 1, "syntax.front-matter")]
        assert said(problems)[0][0] == message


def test_narratives_are_bounded() -> None:
    """The first character too many is named."""
    front, narrative, problems = split_front_matter(
        f"---\n---\n{'a' * (LONGEST + 1)}", "x.md"
    )
    assert (front, narrative) == ("", None)
    assert places(problems) == [(3, LONGEST + 1, "narrative.too-long")]


def test_references_say_what_they_name() -> None:
    """Word, address, aspect, record, place and offsets."""
    text = "A [[target: cn-vr-2022#devices | deadline]].\n[[policies/cn-vr-2022|the plan]]\n"
    references, problems = find_references(Narrative(text, Span("x.md", 9, 1, 9, 1)))

    assert problems == []
    first, second = references
    assert (first.kind_word, first.address) == ("target", "cn-vr-2022#devices")
    assert (first.aspect, first.ref) == (
        "deadline",
        Ref("policies", "cn-vr-2022", "devices"),
    )
    assert first.raw == "[[target: cn-vr-2022#devices | deadline]]"
    assert text[first.start : first.end] == first.raw
    assert first.span == Span("x.md", 9, 3, 9, 44)
    assert (second.kind_word, second.address) == ("", "policies/cn-vr-2022")
    assert (second.aspect, second.span.line) == ("the plan", 10)


def test_every_word_names_its_folder() -> None:
    """Words are singular and mean a folder of records."""
    words = ["claim", "conflict", "event", "observation", "source", "term"]
    text = " ".join(f"[[{word}: x]]" for word in words)
    references, _ = find_references_in(text, text_places(text, "x"))
    assert [str(r.ref) for r in references] == [f"{word}s/x" for word in words]


def test_marks_are_found() -> None:
    """Text and reason, with offsets so that the page can print the text."""
    text = r"With \#[5G: name of a technology]."
    marks, problems = find_marks(text, text_places(text, "x.md"))

    assert problems == []
    assert [(m.text, m.reason, text[m.start : m.end]) for m in marks] == [
        ("5G", "name of a technology", r"\#[5G: name of a technology]")
    ]


def test_bare_numbers_have_places() -> None:
    """In any text, such as a headline."""
    text = "25 million by [[target: a#b | deadline]] or 2026"
    spans = list(bare_numbers(text, text_places(text, "x.md", 7)))
    assert spans == [Span("x.md", 7, 1, 7, 11), Span("x.md", 7, 45, 7, 49)]


BRIEFING = r"""
    -- briefings/plan.md --
    ---
    id: plan
    headline: "The \"plan\" 2026: [[traget: a#b]]"
    standfirst: >
      A text with 25 and
      again 25 and \#[5G] and [[term: x]].
    key_points:
      - It's [[open
    ---
    Text.
"""


def test_front_matter_has_references_and_marks_too(read: Load) -> None:
    """Malformed ones are named where they stand, in quotes and in folded text."""
    documents, problems = read(BRIEFING)

    assert [d.id for d in documents] == ["plan"]
    assert short(problems) == [
        ("briefings/plan.md", 3, 33, "reference.malformed"),
        ("briefings/plan.md", 6, 16, "narrative.malformed-mark"),
        ("briefings/plan.md", 8, 10, "reference.malformed"),
    ]


def test_values_have_places_inside(read: Load) -> None:
    """A number in a folded text is found in its line, the second one as the second."""
    document = read(BRIEFING).documents[0]
    value = document.value["standfirst"]
    spans = bare_numbers(value, value_places(document, ("standfirst",)))
    assert [(s.line, s.column, s.end_column) for s in spans] == [
        (5, 15, 17),
        (6, 9, 11),
    ]
