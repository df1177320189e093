"""No disputed value stands alone, and no Chinese words stand in English text unmarked."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.built.built_pages import BuiltPage
from tests.html_pages import find

pytestmark = pytest.mark.site

Pages = dict[str, BuiltPage]
HAN = re.compile("[㐀-鿿]")
AROUND = {"tr", "li", "p", "h1", "h2", "dd", "figure"}
"""Elements in which a value and the mark of its conflict stand together; cards are items."""


@pytest.fixture(scope="module")
def disputed(built_site: Path) -> set[str]:
    """The targets about which sources disagree."""
    path = built_site / "targets/targets.json"
    targets = json.loads(path.read_text(encoding="utf-8"))
    return {one["address"] for one in targets if one["conflicts"]}


def around(value: HtmlElement) -> HtmlElement:
    """The row, item, sentence or heading that a value stands in."""
    found = [one for one in value.iterancestors() if one.tag in AROUND]
    return found[1] if "b-card__n" in found[0].get("class", "") else found[0]


def is_marked(element: HtmlElement) -> bool:
    """Whether it has a mark of a conflict."""
    return bool(
        find(element, ".//*[contains(@class, 'b-conf') or contains(@class, 'b-dis')]")
    )


def test_no_disputed_value_stands_alone(pages: Pages, disputed: set[str]) -> None:
    """Beside each is a mark that leads to the readings; a conflict's own page is made of them."""
    assert disputed
    alone = [
        (page.path, value.get("data-ref"))
        for page in pages.values()
        if not page.path.startswith("conflicts/")
        for value in find(page.root, "//data[contains(@class, 'b-val')]")
        if value.get("data-ref") in disputed and not is_marked(around(value))
    ]
    assert alone == []


def texts(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each text of a page's body with the element that holds it."""
    [body] = find(root, "//body")
    for element in body.iter():
        if isinstance(element.tag, str) and element.tag not in {"script", "option"}:
            yield element, element.text or ""
        parent = element.getparent()
        if element is not body and parent is not None:
            yield parent, element.tail or ""


def language(element: HtmlElement) -> str:
    """The language that an element is in."""
    line = (element, *element.iterancestors())
    return next((found for one in line if (found := one.get("lang"))), "")


def test_chinese_says_that_it_is_chinese(pages: Pages) -> None:
    """Options of a list apart, which hold no elements."""
    unmarked = {
        (page.path, text.strip())
        for page in pages.values()
        for element, text in texts(page.root)
        if HAN.search(text) and not language(element).startswith(("zh", "ja", "ko"))
    }
    assert sorted(unmarked) == []
