"""What templates may rely on: the code that they become is ours in part."""

from dataclasses import dataclass

import pytest
from jinja2 import TemplateAssertionError, UndefinedError

from generator.formats.templates import environment_of

PARTS = """
{%- macro named(one, words="nobody") -%}<b title="{{ words }}">{{ one.name }}</b>{%- endmacro -%}
{%- macro both(one) -%}{{ named(one, "a & b") }}, {{ named(one) }}{%- endmacro -%}
"""
IMPORT = '{% from "parts.md.j2" import named, both %}'


@dataclass(frozen=True)
class One:
    """A thing with a name."""

    name: str = "<i>"


def printed(text: str, **context: object) -> str:
    """What a template prints."""
    templates = environment_of({"parts.md.j2": PARTS, "page.md.j2": IMPORT + text})
    return templates.get_template("page.md.j2").render(context)


def test_a_macro_gives_markup_and_escapes_what_it_is_given() -> None:
    """Once: a macro in a macro is not escaped again."""
    assert printed("{{ both(one) }}", one=One()) == (
        '<b title="a &amp; b">&lt;i&gt;</b>, <b title="nobody">&lt;i&gt;</b>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ named() }}",
        "{{ missing }}",
        "{{ named(missing) }}",
        "{{ missing.name }}",
        "{{ unknown(one) }}",
    ],
)
def test_nothing_may_be_missing(text: str) -> None:
    """An argument without a default, a name, a thing whose name is asked for, a macro."""
    with pytest.raises(UndefinedError):
        printed(text, one=One())


def test_a_dot_is_an_attribute_and_never_an_item() -> None:
    """A mapping of records cannot be mistaken for a record."""
    with pytest.raises(AttributeError, match="no attribute 'name'"):
        printed("{{ one.name }}", one={"name": "an item"})
    assert printed('{{ one["name"] }}', one={"name": "an item"}) == "an item"


@pytest.mark.parametrize("text", ["{{ both(one, one) }}", "{{ both(one, two=one) }}"])
def test_a_macro_takes_the_arguments_that_it_names(text: str) -> None:
    """In their order."""
    with pytest.raises(TypeError):
        printed(text, one=One())


def test_arguments_are_named_one_by_one() -> None:
    """A list of arguments is refused when the template is read, and not passed over."""
    with pytest.raises(TemplateAssertionError, match="one by one"):
        printed("{{ both(*all) }}", all=[One()])
