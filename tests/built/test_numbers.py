"""Every number on the built site comes from a record, or from the generator.

A digit that a reader sees, on the page or in its frame, has to stand in an element that says where
it comes from: the address of a record (`data-ref`), the name of a computed fact (`data-fact`), a
date, a title or words that are quoted, the number of a note.
A digit that is only spoken or shown aside (names for screen readers, tooltips, labels of cells)
stands in such an element too, or repeats one that does in the same figure or table.
What the head says of the page repeats what the page says.
"""

import re
from collections.abc import Iterable, Iterator

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

NUMBER = re.compile(r"[0-9０-９]+(?:[.,][0-9]+)*|[¼-¾⅐-↉①-⒛⓪-⓿❶-➓]")
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
UNREAD = {"script", "style", "template"}
ASIDE = ("alt", "aria-label", "aria-description", "data-l", "placeholder", "title")
"""Attributes that readers hear, or see beside the text; styles print `data-l` before a cell."""
REPEATS = {"figure", "table"}
"""What a name or a label may repeat the numbers of: the drawing or the table that it is part of."""
HEAD = (
    "//head/title/text()",
    "//head/meta[@name='description']/@content",
    "//head/meta[@property='og:title' or @property='og:description']/@content",
    "//head/script[@type='application/ld+json']/text()",
)

VALUES = "//data[@data-ref] | //*[contains(@class, 'b-words')]"
BESIDE = {"tr", "li", "dd", "p", "h1", "h2", "figcaption"}
"""What a value and its marks stand in together: a row, a card, a sentence, a line."""
IS_EVIDENCE = re.compile("sources/.")
"""Pages of sources, which are the evidence themselves, with place and words in each row."""


def is_beside_its_marks(value: HtmlElement) -> bool:
    """Whether the row, card, sentence or line that a value stands in leads to notes.

    A mark that leads to a note on another page is for one value only: it stands right after it, or
    after the signs that sources disagree on it and quiet words about it.
    """
    between = {"b-dis", "b-dim"}
    beside = [one for one in value.itersiblings() if not between & set(one.classes)]
    if beside and "b-from" in beside[0].classes:
        return True
    around = [
        one for one in value.iterancestors(*BESIDE) if "b-card__n" not in one.classes
    ]
    return bool(around) and bool(find(around[0], ".//a[contains(@class, 'b-ev')]"))


def is_explained(element: HtmlElement) -> bool:
    """Whether an element, or one around it, says where its numbers come from."""
    while element is not None:
        is_marked = any(name in element.attrib for name in SAYS_WHENCE)
        if is_marked or element.tag in TAGS or CLASSES & set(element.classes):
            return True
        element = element.getparent()
    return False


def elements(part: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a part of a page, itself among them, but for what nobody reads."""
    return (
        element
        for element in part.iter()
        if isinstance(element.tag, str) and element.tag not in UNREAD
    )


def texts(part: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every piece of text with the element that it stands in."""
    for element in elements(part):
        if element.text:
            yield element, element.text
        for child in element:
            if child.tail:
                yield element, child.tail


def asides(part: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every attribute that is read, with its element."""
    for element in elements(part):
        for name in ASIDE:
            if text := element.get(name):
                yield element, text


def numbers_of(said: Iterable[str]) -> set[str]:
    """The numbers in some texts, as they are written."""
    return {number for text in said for number in NUMBER.findall(text)}


def explained_numbers(part: HtmlElement) -> set[str]:
    """The numbers whose origin a part of a page names."""
    return numbers_of(text for element, text in texts(part) if is_explained(element))


def bare_numbers(part: HtmlElement) -> list[str]:
    """The texts with digits that nothing explains."""
    return [
        " ".join(text.split())
        for element, text in texts(part)
        if NUMBER.search(text) and not is_explained(element)
    ]


def bare_asides(part: HtmlElement) -> list[str]:
    """The attributes with digits that nothing explains, and that repeat none of their figure."""
    return [
        text
        for element, text in asides(part)
        if NUMBER.search(text) and not is_explained(element)
        if numbers_of([text]) - repeated_numbers(element)
    ]


def repeated_numbers(element: HtmlElement) -> set[str]:
    """The numbers with an origin in the figure or table that an element is part of."""
    around = next(element.iterancestors(*REPEATS), None)
    return set() if around is None else explained_numbers(around)


def bare_head(root: HtmlElement) -> list[str]:
    """What the head of a page says with numbers that the page does not say."""
    [article] = find(root, "//article")
    known = explained_numbers(article)
    said = [str(text) for xpath in HEAD for text in find(root, xpath)]
    return [text for text in said if numbers_of([text]) - known]


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
    """On no page does a digit stand by itself, in the article or in the frame around it."""
    found = {path: bare_numbers(page.root.body) for path, page in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_numbers_in_names_and_labels_say_where_they_come_from(
    pages: dict[str, BuiltPage],
) -> None:
    """What a screen reader or a tooltip says is as founded as what is seen."""
    found = {path: bare_asides(page.root.body) for path, page in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_heads_say_no_number_of_their_own(pages: dict[str, BuiltPage]) -> None:
    """Titles and descriptions, which search engines and other sites show, repeat the page."""
    found = {path: bare_head(page.root) for path, page in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_values_lead_to_their_evidence_in_one_step(
    pages: dict[str, BuiltPage],
) -> None:
    """Beside each value of a record stand the marks of its notes."""
    found = {
        (path, value.get("data-ref"))
        for path, page in pages.items()
        if not IS_EVIDENCE.match(path)
        for value in find(page.article, VALUES)
        if not is_beside_its_marks(value)
    }
    assert found == set()


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
        ("<p>超过３５００亿元</p><p>½ of it</p>", ["超过３５００亿元", "½ of it"]),
        ("<p>none<!-- 3 -->, then 25<script>let a = 7</script></p>", [", then 25"]),
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


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("<p><img alt='25 million'></p>", ["25 million"]),
        ("<a aria-label='Edit: 5G'>Edit</a>", ["Edit: 5G"]),
        ("<b data-ref='a'>98</b> <i aria-label='98 of 100'></i>", ["98 of 100"]),
        ("<p data-ref='a'><i title='at 7.1'></i></p><i data-fact='n' alt='3'></i>", []),
        (
            "<table><tr><th data-fact='year'>2025</th><td data-l='2025'>–</td></tr></table>",
            [],
        ),
        (
            "<figure><svg aria-label='21 of 57'></svg><b data-fact='n'>21</b></figure>",
            ["21 of 57"],
        ),
        (
            "<figure><svg aria-label='25.5'></svg><b data-fact='n'>25</b> 25.5</figure>",
            ["25.5"],
        ),
    ],
)
def test_the_walk_sees_bare_numbers_in_attributes(text: str, bare: list[str]) -> None:
    """A name or a label passes by its element, or by the figure or table that it repeats."""
    article = html.fromstring(f"<article>{text}</article>")
    assert bare_asides(article) == bare


def test_the_walk_sees_bare_numbers_in_heads() -> None:
    """A head passes by the numbers of its page that say where they come from."""
    page = html.fromstring(
        "<html><head><title>57 policies</title>"
        "<meta name='description' content='21 of 57'>"
        "<meta property='og:description' content='57 in 2025'>"
        "<meta name='viewport' content='initial-scale=1'>"
        "<script type='application/ld+json'>{'position': 9}</script></head>"
        "<body><article><b data-fact='policies'>57</b> 21 <time>2025</time></article></body></html>"
    )
    assert bare_head(page) == ["21 of 57", "{'position': 9}"]


@pytest.mark.parametrize(
    ("text", "is_beside"),
    [
        ("<p><data data-ref='a'>5</data> <a class='b-ev'>[1]</a></p>", True),
        ("<p><data data-ref='a'>5</data></p><p><a class='b-ev'>[1]</a></p>", False),
        ("<li><p><data data-ref='a'>5</data></p><a class='b-ev'>[1]</a></li>", False),
        (
            "<li><p class='b-card__n'><b class='b-words'>一批</b></p><a class='b-ev'>[1]</a></li>",
            True,
        ),
        (
            "<table><tr><td><data data-ref='a'>5</data><td><a class='b-ev'>[1]</a></table>",
            True,
        ),
        ("<div><data data-ref='a'>5</data></div>", False),
        (
            "<div><data data-ref='a'>5</data><a class='b-dis'>≠</a><a class='b-from'>“</a></div>",
            True,
        ),
        (
            "<table><tr><td><data data-ref='a'>5</data><td><a class='b-from'>“</a></table>",
            False,
        ),
    ],
)
def test_marks_are_looked_for_beside_values(text: str, *, is_beside: bool) -> None:
    """In the row, the card or the sentence, not somewhere on the page."""
    article = html.fromstring(f"<article>{text}</article>")
    [value] = find(article, VALUES)
    assert is_beside_its_marks(value) == is_beside
