"""Reading: what a reader reads is kept, what serves the screen alone is not."""

import pytest

from generator.formats.pdf.article import (
    ArticleError,
    Node,
    UnknownElement,
    read_article,
    safe_link,
)
from tests.formats.pdf.conftest import article

BASE = "https://briefbook.example/policies/x/"


def text_of(inside: str) -> str:
    """The words that are left of an article."""
    return (
        read_article(article(inside), base=BASE).text().removeprefix("A plan").strip()
    )


@pytest.mark.parametrize(
    "dropped",
    [
        '<div hidden><span data-pagefind-filter="kind:Briefing">x</span></div>',
        '<p data-print="no">x</p>',
        '<a class="headerlink" href="#a">¶</a>',
        '<div class="b-actions"><a href="x.pdf">PDF</a></div>',
        '<nav class="b-toc"><ul><li>On this page</li></ul></nav>',
        "<form><label>Place <select><option>China</option></select></label></form>",
        '<button type="button">Copy</button>',
        '<a class="b-dim" rel="edit" href="https://example.org/edit">Edit</a>',
        '<span class="b-sr">: read aloud</span>',
        '<a class="b-back" href="#ref-1-1">↩</a>',
        '<details class="b-why"><summary>Why</summary><p>Because.</p></details>',
    ],
)
def test_what_serves_the_screen_alone_is_dropped(dropped: str) -> None:
    """Controls, hidden data and words for screen readers are not for paper."""
    assert text_of(f"<p>before{dropped}after</p>") == "beforeafter"


def test_the_head_of_a_table_keeps_its_names() -> None:
    """A column needs a name, even if only a button or a hidden word holds it."""
    head = (
        "<table><thead><tr><th><button>Place</button></th>"
        '<th><span class="b-sr">From issue to deadline</span></th></tr></thead></table>'
    )
    assert text_of(head) == "PlaceFrom issue to deadline"


@pytest.mark.parametrize(
    "tag", ["video", "script", "iframe", "object", "math", "style", "img"]
)
def test_an_unknown_element_is_an_error_that_names_it(tag: str) -> None:
    """Nothing vanishes between page and paper."""
    with pytest.raises(UnknownElement, match=f"`<{tag}>` in line 2 of the article"):
        text_of(f"\n<p>text</p><{tag}>x</{tag}>")


def test_an_unknown_element_inside_what_is_dropped_is_none() -> None:
    """The search dialog may hold what it wants."""
    assert (
        text_of("<div hidden><video></video><template><x-y></x-y></template></div>")
        == ""
    )


@pytest.mark.parametrize(
    "tag", ["image", "use", "foreignObject", "script", "a", "style"]
)
def test_a_drawing_refers_to_nothing(tag: str) -> None:
    """Elements that could fetch or run something have no form in a drawing."""
    with pytest.raises(UnknownElement, match=f"`<{tag.lower()}>`"):
        text_of(
            f"<svg viewBox='0 0 1 1'><{tag} href='http://a.example/x'></{tag}></svg>"
        )


def test_elements_must_be_closed_in_order() -> None:
    """A page that a browser would repair is a fault of our templates."""
    with pytest.raises(ArticleError, match="`</p>` closes `<b>` in line 1"):
        text_of("<p><b>bold</p></b>")
    with pytest.raises(ArticleError, match="`<p>` is not closed"):
        read_article("<article><p>", base=BASE)
    with pytest.raises(ArticleError, match="has no `<article>`"):
        read_article("<main></main>", base=BASE)


def test_blanks_become_one_but_in_preformatted_text() -> None:
    """Line ends of the HTML are no line ends of the text."""
    assert text_of("<p>a\n   b</p>") == "a b"
    assert text_of("<pre>a\n   b</pre>") == "a\n   b"


def test_what_stands_outside_the_article_is_not_read() -> None:
    """Header and footer of the site are not part of the document."""
    page = f"<header><video></video></header>{article('<p>x</p>')}<footer></video>"
    assert read_article(page, base=BASE).text() == "A planx"


@pytest.mark.parametrize(
    ("href", "goal"),
    [
        ("../y/", "https://briefbook.example/policies/y/"),
        ("#note-1", "#note-1"),
        ("#", None),
        ("https://a.example/?q=(1)&r=2", "https://a.example/?q=(1)&r=2"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("//other.example/x", "https://other.example/x"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        (" JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("\\\\host\\share", "https://host/share"),
    ],
)
def test_links_go_only_where_they_may(href: str, goal: str | None) -> None:
    """http, https, mailto and names inside the page; read as browsers read them."""
    assert safe_link(href, BASE) == goal


def test_without_a_public_address_inner_pages_are_no_links() -> None:
    """A site that has no address yet has nothing to link to."""
    assert safe_link("../y/", "") is None
    assert safe_link("https://a.example/", "") == "https://a.example/"
    assert safe_link("#here", "") == "#here"


def test_a_forbidden_link_keeps_its_words() -> None:
    """Only the address is lost."""
    page = article('<p><a href="javascript:alert(1)">words</a></p>')
    paragraph = read_article(page, base=BASE).children[-1]
    assert isinstance(paragraph, Node)
    link = paragraph.children[0]
    assert isinstance(link, Node)
    assert (link.attributes, link.text()) == ({}, "words")
