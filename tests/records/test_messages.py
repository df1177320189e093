"""Whatever is wrong with a record's fields, the sentence about it is ours."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.documents import Document
from generator.core.problems import Problem
from generator.core.spans import Loc, PositionTree, Span
from generator.reading.folder import load
from generator.records.base import Record, parse_record
from generator.records.kinds import RECORD_KINDS
from generator.records.messages import _CASES as CASES
from generator.rules.catalogue import all_docs
from tests.conftest import SITES, SiteInAString

MakeSite = Callable[..., SiteInAString]
ID_HELP = (
    "use at most 80 lower-case letters, digits and single hyphens, "
    "for example `cn-vr-2022`"
)
PYDANTICS_WORDS = ("input should", "field required", "extra inputs", "validation")
ILL_TYPED: tuple[Any, ...] = (
    "",
    " \n ",
    "no such thing",
    "-1",
    "1e9",
    "9" * 40,
    "２０２５",
    "2022-02-30",
    "x" * 5000,
    [],
    {},
    [[]],
    ["text"],
    [{}],
    {"": ""},
    {"en": ["text"]},
    {"no-such": "text"},
)


@cache
def samples() -> dict[str, list[Document]]:
    """The records of the typical site by kind; every field is filled in at least one."""
    documents, problems = load(SITES / "typical", RECORD_KINDS)
    assert problems == []
    return {
        kind: [one for one in documents if one.kind == kind] for kind in RECORD_KINDS
    }


def ways(value: object, loc: Loc = ()) -> Iterator[Loc]:
    """The way to every value inside a value."""
    steps: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    if isinstance(value, list):
        steps = list(enumerate(value))
    for step, item in steps:
        yield (*loc, step)
        yield from ways(item, (*loc, step))


def inside(value: Any, loc: Loc) -> Any:  # noqa: ANN401  records are anything
    """The value at the end of a way."""
    for step in loc:
        value = value[step]
    return value


def replaced(document: Document, loc: Loc, new: object) -> Document:
    """The document with another value at a place."""
    value = deepcopy(document.value)
    inside(value, loc[:-1])[loc[-1]] = new
    return changed(document, value)


def changed(document: Document, value: dict[str, Any]) -> Document:
    """The document with another value; all its parts stand where the old ones stood."""
    return Document(document.kind, document.id, value, document.positions)


def problems_of(document: Document) -> list[Problem]:
    """What is wrong with a record, every sentence of which has been looked at."""
    _, problems = parse_record(document, RECORD_KINDS)
    for problem in problems:
        assert_ours(problem)
    return problems


def assert_ours(problem: Problem) -> None:
    """A sentence is lower-case, plain, without a full stop, and documented; help stands by it."""
    words = f"{problem.message} {problem.help or ''}"
    assert problem.help, words
    assert problem.rule in all_docs()
    assert not any(one in words.lower() for one in PYDANTICS_WORDS), words
    assert not {"{given}", "{field}", "{owner}"} & set(words.split()), words
    assert "\n" not in words, words
    assert len(words) < 1000, words
    assert problem.message[0].islower() or problem.message[0] == "`", words
    assert not problem.message.endswith("."), words


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_field_is_filled_in_somewhere(kind: str) -> None:
    """The samples show every field of a kind, so that the tests below try all of them."""
    shared = set(Record.model_fields)
    everywhere = {
        name for all_ in samples().values() for one in all_ for name in one.value
    }
    filled = {name for one in samples()[kind] for name in one.value}
    assert set(RECORD_KINDS[kind].model_fields) - shared - filled == set()
    assert shared - everywhere == set()


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_missing_fields_have_our_words(kind: str) -> None:
    """A record without one of its values is complete, or the message names what it lacks."""
    for document in samples()[kind]:
        for loc in ways(document.value):
            value = deepcopy(document.value)
            del inside(value, loc[:-1])[loc[-1]]
            problems_of(changed(document, value))


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_unknown_fields_have_our_words(kind: str) -> None:
    """A field that no block has is named, once, with the nearest that it has."""
    for document in samples()[kind]:
        for loc in [(), *ways(document.value)]:
            if isinstance(inside(document.value, loc), dict):
                found = problems_of(replaced(document, (*loc, "titel"), "official"))
                assert [one.rule for one in found] in (
                    ["record.unknown-field"],
                    ["record.not-listed"],
                )


@pytest.mark.parametrize("kind", RECORD_KINDS)
@pytest.mark.parametrize("wrong", ILL_TYPED, ids=lambda wrong: repr(wrong)[:20])
def test_ill_typed_values_have_our_words(kind: str, wrong: object) -> None:
    """Any value in any place is accepted or refused in our words."""
    for document in samples()[kind]:
        for loc in ways(document.value):
            problems_of(replaced(document, loc, wrong))


NESTED = st.recursive(
    st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=12), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=st.data(), kind=st.sampled_from(sorted(RECORD_KINDS)), wrong=NESTED)
def test_any_value_has_our_words(data: st.DataObject, kind: str, wrong: object) -> None:
    """Values that nobody thought of are accepted or refused in our words too."""
    document = data.draw(st.sampled_from(samples()[kind]))
    loc = data.draw(st.sampled_from(list(ways(document.value))))
    problems_of(replaced(document, loc, wrong))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    kind=st.sampled_from(sorted(RECORD_KINDS)),
    value=st.dictionaries(st.text(max_size=12), NESTED, max_size=4),
)
def test_any_mapping_has_our_words(kind: str, value: dict[str, Any]) -> None:
    """A record that shares nothing with its kind is refused in our words."""
    tree = PositionTree(Span("content/x.yml"))
    assert problems_of(Document(kind, "x", value, tree))


def test_the_table_of_messages_names_documented_rules() -> None:
    """`briefbook explain` knows every rule that a field can break."""
    assert {case.rule for case in CASES.values()} <= set(all_docs())


@pytest.mark.parametrize(
    ("line", "place", "message", "advice"),
    [
        (
            "titel: {en: Nowhere}",
            (2, 1),
            "the place has no field `titel`",
            "did you mean `title`?",
        ),
        (
            "title: {engl: Nowhere}",
            (2, 9),
            "`engl` is no language in the list",
            "did you mean `en`?",
        ),
        (
            "title: {en: Nowhere, zh_hans: 无处}",
            (2, 22),
            "`zh_hans` is no language in the list",
            "did you mean `zh-Hans`?",
        ),
        (
            "title: Nowhere",
            (2, 8),
            "`title` is not a mapping",
            "write `name: value` lines below it",
        ),
        (
            'title: {en: " "}',
            (2, 13),
            "`en` is empty",
            "fill it in, or leave the line out",
        ),
        (
            "title: {en: Nowhere}\nchecked: soon",
            (3, 10),
            "`soon` is not a date",
            "write it as `2026-03-01`, `2026-03`, `2026`, `2026-Q1` or `2022/2026`",
        ),
        (
            "title: {en: Nowhere}\nparent: [nowhere]",
            (3, 9),
            "a list is not an id",
            "write one id alone, for example `cn-vr-2022`",
        ),
    ],
)
def test_messages_stand_at_the_smallest_place(
    line: str, place: tuple[int, int], message: str, advice: str, site: MakeSite
) -> None:
    """A sentence stands at the word to be corrected and says what to write."""
    found = site(f"-- places/nowhere.yml --\nid: nowhere\n{line}\nlevel: national\n")
    first = found.check()[0]
    assert ((first.span.line, first.span.column), first.message, first.help) == (
        place,
        message,
        advice,
    )
