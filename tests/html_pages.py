"""Reading pages in tests: the blocks of a Markdown file, and built HTML."""

from typing import cast

from lxml import html
from lxml.html import HtmlElement


def blocks(markdown: str) -> HtmlElement:
    """The HTML blocks of a page's Markdown, without its front matter."""
    return html.fromstring(markdown.split("---\n", 2)[2])


def find(element: HtmlElement, xpath: str) -> list[HtmlElement]:
    """The elements that an XPath expression names."""
    return cast("list[HtmlElement]", element.xpath(xpath))


def one(element: HtmlElement, xpath: str) -> HtmlElement:
    """The only element that an XPath expression names."""
    [found] = find(element, xpath)
    return found


def said(element: HtmlElement) -> str:
    """All words in an element, with single blanks."""
    return " ".join(str(element.text_content()).split())


def cells(row: HtmlElement) -> list[str]:
    """The words in each cell of a row, but for the heading."""
    return [said(cell) for cell in find(row, "td")]
