"""Search: opened by a key, in two languages, measured against the words of the pages."""

import re
from copy import deepcopy
from pathlib import Path

import pytest

from tests.browser.conftest import Visiting
from tests.browser.records import pages
from tests.browser.server import serving
from tests.browser.visits import DESK, PHONE, Visit
from tests.html_pages import find

pytestmark = pytest.mark.browser

PRECISION = 0.95
QUERIES = (
    *("虚拟", "产业", "上海", "规模", "标准", "企业", "基金", "工信", "河南", "终端"),
    *("元宇宙", "虚拟现实", "超过3500亿元"),
    *("metaverse", "Shanghai", "industrial", "policy", "5G"),
    *("virtual reality", "standards committee"),
)
HOSTILE = '<img src=x onerror="window.caught=1">"><script>window.caught=1</script> 虚拟'
_NO_TEXT = (
    ".//form|.//button|.//svg|.//details[@class='b-bib']|.//div[@hidden]"
    "|.//a[@class='headerlink' or @class='b-back']"
    "|.//nav[not(@aria-label='Breadcrumb')]|.//nav//a[not(@data-ref)]"
)
"""Navigation is no text, but for the names that a page lies under."""


def _texts(site: Path) -> dict[str, str]:
    """The words of each page that search covers.

    Twice: element by element, since blocks part words, and as one, since Chinese runs on.
    """
    texts = {}
    for page in pages(site):
        if page.article.get("data-pagefind-body") is None:
            continue
        article = deepcopy(page.article)
        for node in find(article, _NO_TEXT):
            if node.getparent() is not None:
                node.drop_tree()
        apart = " ".join(article.itertext())
        words = f"{apart} {article.text_content()}".lower().split()
        texts[page.path] = " ".join(word for word in words if "://" not in word)
    return texts


def _has(text: str, word: str) -> bool:
    """A Chinese word may stand anywhere, another one begins a word."""
    start = "" if re.search("[㐀-鿿]", word) else r"\b"
    return re.search(start + re.escape(word.lower()), text) is not None


def _found(seen: Visit, home: str, query: str) -> set[str]:
    """Paths of all pages that search finds."""
    urls = seen.page.evaluate("q => document.getElementById('pf').find(q)", query)
    root = home[home.index("/", 8) :]
    return {url.removeprefix(root).split("#")[0] for url in urls}


def test_every_page_with_the_words_is_found_and_hardly_any_other(
    home: str, built_site: Path, visit: Visiting
) -> None:
    """Recall 1.00 and precision of at least 0.95 for each of twenty queries."""
    texts = _texts(built_site)
    faults = {}
    with visit(DESK) as seen:
        seen.open(home)
        for query in QUERIES:
            words = query.split()
            true = {
                path
                for path, text in texts.items()
                if all(_has(text, word) for word in words)
            }
            assert true, f"no page has {query}: ask for something else"
            found = _found(seen, home, query)
            right = len(true & found)
            if right < len(true) or right < PRECISION * len(found):
                faults[query] = (sorted(true - found), sorted(found - true))
    assert len(QUERIES) == 20
    assert faults == {}


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_search_and_only_then_it_is_loaded(
    key: str, home: str, visit: Visiting
) -> None:
    """Nothing of the index before; then a result by kind with its passage, and Enter opens it."""
    with visit(DESK) as seen:
        page = seen.open(home)
        assert [url for url in seen.requests if "pagefind" in url] == []
        page.keyboard.press(key)
        dialog = page.locator("dialog.pf")
        assert dialog.is_visible()
        page.keyboard.type("产业")
        first = page.locator("#pf-list .pf-hit").first
        first.wait_for()
        assert any("/pagefind/" in url for url in seen.requests)
        assert page.get_by_role("group", name=re.compile("Polic")).count() == 1
        assert (
            "产业"
            in first.locator("xpath=ancestor::li").locator("mark").all_inner_texts()
        )
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        address = page.evaluate("document.activeElement.href")
        assert address == page.locator("#pf-list .pf-hit").nth(1).evaluate(
            "node => node.href"
        )
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url == address
        assert seen.faults_of_noise() == []


def test_the_day_of_a_policy_leads_to_the_words_of_its_source(
    home: str, visit: Visiting
) -> None:
    """In one step, and to what is said against it; the keys go up and down among the results."""
    with visit(DESK) as seen:
        page = seen.open(home)
        page.keyboard.press("/")
        page.keyboard.type("sichuan")
        page.locator("#pf-list .pf-hit").first.wait_for()
        result = page.locator(".pf-list li", has=page.locator(".b-dis")).first
        dispute = result.locator(".b-dis").evaluate("node => node.href")
        assert dispute == f"{home}conflicts/sichuan-date/"
        policy = result.locator(".pf-hit").evaluate("node => node.href")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.id") == "pf-q"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("s")
        assert page.locator("#pf-q").input_value() == "sichuans"
        page.locator("#pf-q").fill("sichuan")
        result.wait_for()
        with page.expect_navigation():
            result.locator("small .b-from").click()
        assert page.url == f"{policy}#dates.issued"
        assert page.locator(":target").count() == 1
        assert seen.faults_of_noise() == []


def test_a_figure_in_a_result_leads_to_the_words_of_its_source(
    home: str, visit: Visiting
) -> None:
    """References to notes, in the title and in the passage, are links to these notes."""
    with visit(DESK) as seen:
        page = seen.open(home)
        for within in (".pf-hit ~ .b-from", "p .b-from"):
            page.keyboard.press("/")
            page.locator("#pf-q").fill("chengdu")
            result = page.locator(".pf-list li", has=page.locator(within)).first
            mark = result.locator(within).first
            number = re.findall("[0-9]+", mark.inner_text())
            address = result.locator(".pf-hit").evaluate("node => node.href")
            with page.expect_navigation():
                mark.click()
            assert [page.url] == [f"{address}#note-{one}" for one in number]
            assert page.locator("li:target").count() == 1
        assert seen.faults_of_noise() == []


def test_a_page_is_found_by_the_names_it_lies_under(
    home: str, built_site: Path, visit: Visiting
) -> None:
    """A place by its province, a topic by its broader one, though no sentence names them."""
    under: dict[str, set[str]] = {}
    for page in pages(built_site):
        for name in find(page.article, ".//nav[@aria-label='Breadcrumb']/a[@data-ref]"):
            under.setdefault(str(name.text_content()), set()).add(page.path)
    with visit(DESK) as seen:
        seen.open(home)
        missing = {
            name: sorted(paths - _found(seen, home, name))
            for name, paths in under.items()
        }
    assert under
    assert {name: paths for name, paths in missing.items() if paths} == {}


def test_only_what_search_loads_is_published(
    home: str, built_site: Path, visit: Visiting
) -> None:
    """Pagefind's own interfaces are left out."""
    with visit(DESK) as seen:
        seen.open(home)
        seen.page.keyboard.press("/")
        seen.page.keyboard.type("metaverse")
        seen.page.locator("#pf-list .pf-hit").first.wait_for()
        loaded = {
            url.split("?")[0].rpartition("/pagefind/")[2] for url in seen.requests
        }
    shipped = {
        path.name for path in (built_site / "pagefind").iterdir() if path.is_file()
    }
    assert shipped - loaded == set()


def test_escape_closes_search_and_gives_the_focus_back(
    home: str, visit: Visiting
) -> None:
    """On a phone the dialog fills the screen; Escape leads back to its button."""
    with visit(PHONE) as seen:
        page = seen.open(home)
        page.get_by_role("button", name="Search").click()
        box = page.locator("dialog.pf").bounding_box()
        assert box
        assert (box["width"], box["height"]) == (PHONE.width, PHONE.height)
        page.keyboard.press("Escape")
        assert page.locator("dialog.pf").is_hidden()
        assert page.evaluate("document.activeElement.matches('.f-search')")


def test_a_hostile_query_is_text(home: str, visit: Visiting) -> None:
    """Markup in a query is shown as typed, in results as in the message that there are none."""
    with visit(DESK) as seen:
        page = seen.open(home)
        page.keyboard.press("/")
        for query in (HOSTILE, "虚拟 <b>", "产业 " + HOSTILE):
            page.locator("#pf-q").fill(query)
            page.wait_for_timeout(500)  # typing is answered after a pause
            assert page.locator("dialog.pf :is(img, script, b b)").count() == 0
            assert page.evaluate("window.caught") is None
        assert HOSTILE in page.locator("#pf-meta").inner_text()
        assert seen.faults_of_noise() == []


def test_search_works_at_the_root_of_a_host_too(
    built_site: Path, visit: Visiting
) -> None:
    """The same files, another address."""
    with serving(built_site) as address, visit(DESK) as seen:
        seen.open(address + "policies/cn-vr-2022/")
        found = _found(seen, address, "虚拟现实")
        assert "policies/cn-vr-2022/" in found
        assert seen.faults_of_noise() == []
