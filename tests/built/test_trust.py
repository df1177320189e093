"""No disputed value stands alone, and no Chinese words stand in English text unmarked."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement

from tests.built.built_pages import BuiltPage
from tests.html_pages import find

pytestmark = pytest.mark.site

Pages = dict[str, BuiltPage]
Disputes = dict[str, set[str]]
"""The conflicts about each record or part, by its address."""
CONTENT = Path(__file__).parents[2] / "content"
HAN = re.compile("[㐀-鿿]")
AROUND = {"tr", "li", "p", "h1", "h2", "dd", "figure"}
"""Elements in which a value and the mark of its conflict stand together; cards are items."""


def records(kind: str) -> list[dict[str, Any]]:
    """The files of a folder as they are."""
    paths = sorted((CONTENT / kind).glob("*.yml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


def disputes(*kinds: str) -> Disputes:
    """What sources disagree on; of some kinds of conflicts if they are named."""
    found: Disputes = {}
    for one in records("conflicts"):
        for about in one["about"] if not kinds or one["kind"] in kinds else ():
            found.setdefault(about, set()).add(one["id"])
    return found


DATED = {
    "ae-dubai-2022",
    "cd-metaverse-2022",
    "cn-metaverse-2023",
    "js-metaverse-2023",
    "sc-metaverse-2023",
}
"""Policies on whose day sources disagree; the conflict about Korea's act is about its bill."""


DAYS = "//article//time[not(ancestor::ol[contains(@class, 'b-notes')])]"


def around(value: HtmlElement) -> HtmlElement:
    """The row, item, sentence or heading that a value stands in."""
    found = [one for one in value.iterancestors() if one.tag in AROUND]
    return found[1] if "b-card__n" in found[0].get("class", "") else found[0]


def opened(element: HtmlElement) -> set[str]:
    """The conflicts to which the marks in an element lead."""
    marks = "descendant::*[contains(@class, 'b-conf') or contains(@class, 'b-dis')]"
    links = find(element, f"{marks}/descendant-or-self::a")
    return {
        match[1]
        for link in links
        if (match := re.search(r"conflicts/([^/#]+)/", link.get("href")))
    }


def outside_conflicts(pages: Pages) -> Iterator[BuiltPage]:
    """All pages but those of the conflicts, which are made of readings."""
    return (page for page in pages.values() if not page.path.startswith("conflicts/"))


def test_no_disputed_value_stands_alone(pages: Pages) -> None:
    """Beside each is a mark for each conflict about it, which leads to the readings."""
    disputed = disputes()
    seen, alone = 0, []
    for page in outside_conflicts(pages):
        for value in find(page.root, "//*[contains(@class, 'b-val')]"):
            ref = value.get("data-ref")
            seen += ref in disputed
            if missing := disputed.get(ref, set()) - opened(around(value)):
                alone.append((page.path, ref, missing))
    assert seen > 100
    assert alone == []


def test_no_disputed_date_stands_alone(pages: Pages) -> None:
    """Wherever the day of a policy stands beside its name."""
    disputed = disputes("date")
    days = {
        f"policies/{one['id']}": str(one["dates"]["published"])
        for one in records("policies")
        if one["id"] in DATED
    }
    seen, alone = 0, []
    for page in outside_conflicts(pages):
        for ref, day in days.items():
            for time in find(page.root, f"{DAYS}[@datetime='{day}']"):
                place = around(time)
                names = find(place, f".//a[contains(@href, '{ref[9:]}/')]")
                is_here = names or page.path == f"{ref}/index.html"
                seen += bool(is_here)
                if is_here and not disputed[ref] & opened(place):
                    alone.append((page.path, ref))
    assert seen > 10
    assert alone == []


def test_no_disputed_value_is_drawn_alone(pages: Pages) -> None:
    """Each value has the sign in its own words or beside them."""
    disputed = disputes()
    seen, bare = 0, []
    for page in outside_conflicts(pages):
        for drawing in find(page.root, "//svg"):
            labels = find(drawing, ".//text")
            refs = {label.get("data-ref") for label in labels} & set(disputed)
            signed = {label.get("data-ref") for label in labels if "≠" in label.text}
            beside = sum(label.text == "≠" for label in labels)
            seen += len(refs)
            is_said = not refs or "disagree" in drawing.get("aria-label")
            if beside < len(refs - signed) or not is_said:
                bare.append((page.path, sorted(refs)))
    assert seen > 10
    assert bare == []


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
