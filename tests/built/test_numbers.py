"""Every number on the built site comes from a record, or from the generator.

A digit in the text of an article has to stand in an element that says where it comes from: the
address of a record (`data-ref`), the name of a computed fact (`data-fact`), a date, a title or
words that are quoted, the number of a note.
"""

import re
from collections.abc import Iterator

import pytest
from lxml import html
from lxml.html import HtmlElement

from generator import pipeline
from generator.core.refs import parse_ref
from generator.library.library import Library
from tests.built.built_pages import BuiltPage
from tests.conftest import AS_OF, ROOT
from tests.html_pages import find

pytestmark = pytest.mark.site

DIGIT = re.compile(r"[0-9０-９]")
SAYS_WHENCE = ("data-ref", "data-fact")
TAGS = {"time", "cite", "q", "blockquote"}
CLASSES = {"b-ev", "b-notes"}
MADE_OF_MANY = {
    "publication/publication",
    "publication",
    "briefings",
    "citation",
    "tag",
}
"""What `data-ref` may name that is no record: the publication itself, authors' own text, the
citation of a page, a tag of git."""
SPOKEN = ("alt",)
"""Attributes that stand for what is not seen."""


def is_explained(element: HtmlElement) -> bool:
    """Whether an element, or one around it, says where its numbers come from."""
    while element is not None and element.tag != "article":
        is_marked = any(name in element.attrib for name in SAYS_WHENCE)
        if is_marked or element.tag in TAGS or CLASSES & set(element.classes):
            return True
        element = element.getparent()
    return False


def texts(article: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every piece of text with the element that it stands in."""
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text:
            yield element, element.text
        if element.tail and element is not article:
            yield element.getparent(), element.tail
        for name in SPOKEN:
            if element.get(name):
                yield element, element.get(name, "")


def bare_numbers(article: HtmlElement) -> list[str]:
    """The texts with digits that nothing explains."""
    return [
        " ".join(text.split())
        for element, text in texts(article)
        if DIGIT.search(text) and not is_explained(element)
    ]


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped records."""
    checked = pipeline.check(ROOT, AS_OF)
    assert checked.library
    return checked.library


def is_known(library: Library, text: str) -> bool:
    """Whether an address is that of a record or of a part of one."""
    ref = parse_ref(text)
    if ref is None or ref.whole not in library.entries:
        return False
    return not ref.part or ref in library.parts_of(ref.whole)


def test_numbers_say_where_they_come_from(pages: dict[str, BuiltPage]) -> None:
    """On no page does a digit stand by itself."""
    found = {path: bare_numbers(page.article) for path, page in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_addresses_of_values_resolve(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    """`data-ref` names a record or a part, or one of the few things made of many."""
    named = {
        element.get("data-ref", ""): path
        for path, page in pages.items()
        for element in find(page.root, "//*[@data-ref]")
    }
    unknown = {
        text: path
        for text, path in named.items()
        if text not in MADE_OF_MANY and not is_known(library, text)
    }
    assert unknown == {}


def test_facts_have_names(pages: dict[str, BuiltPage]) -> None:
    """A number of ours says which it is."""
    nameless = [
        path
        for path, page in pages.items()
        if find(page.root, '//*[@data-fact=""] | //*[@data-ref=""]')
    ]
    assert nameless == []


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("<p>more than 350 billion</p>", ["more than 350 billion"]),
        ("<p><b data-ref='a'>350</b> and 25</p>", ["and 25"]),
        ("<p>超过３５００亿元</p>", ["超过３５００亿元"]),
        ("<p><img alt='25 million'></p>", ["25 million"]),
        (
            (
                "<p data-ref='a'>350 <b>25</b></p><time>2025</time><q>3500</q><cite>5G</cite>"
                "<a class='b-ev'>[3]</a><ol class='b-notes'><li>4</li></ol><i data-fact='n'>5</i>"
            ),
            [],
        ),
    ],
)
def test_the_walk_sees_bare_numbers(text: str, bare: list[str]) -> None:
    """The test of the test: what it finds, and what it lets pass."""
    article = html.fromstring(f"<article>{text}</article>")
    assert bare_numbers(article) == bare
