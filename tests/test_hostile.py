"""Text of strangers is text: nothing in a record becomes active on a page, and nothing is lost.

A site full of payloads is built beside a twin with plain words. A page of both has the same
elements and attributes, and every payload reads on it exactly as in its record.
"""

import csv
import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.conftest import SiteInAString
from tests.hostile import Pair, make_pair
from tests.projects import briefbook, differing, files_below, lay_project, write

MakeSite = Callable[..., SiteInAString]
WORD = re.compile(r"qz[a-z]{3}zq", re.IGNORECASE)
SCHEMES = {"", "http", "https", "mailto"}
IN_ARTICLES = {
    *("a", "article", "aside", "b", "br", "button", "caption", "cite", "code", "data"),
    *("dd", "details", "div", "dl", "dt", "em", "figcaption", "figure", "form", "h1"),
    *("h2", "h3", "h4", "header", "i", "input", "label", "li", "nav", "ol", "option"),
    *("output", "p", "pre", "q", "section", "select", "small", "span", "strong", "sub"),
    *("summary", "sup", "table", "tbody", "td", "th", "thead", "time", "tr", "ul"),
    *("blockquote", "col", "colgroup", "hr", "mark", "tfoot"),
}
IN_CHARTS = {
    *("svg", "g", "path", "line", "rect", "circle", "polyline", "polygon", "text"),
    *("title", "desc", "tspan", "defs", "clippath", "pattern", "use", "ellipse"),
}
LOADING = ("src", "srcset", "poster", "data", "action", "formaction", "background")
STYLE = re.compile(r"(?:--[a-z-]+:[\w.%-]+;?)+")


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Both projects, checked but not built."""
    return make_pair(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def built(pair: Pair) -> Pair:
    """Both projects with their sites."""
    for root in (pair.hostile, pair.harmless):
        done = briefbook("build", "--strict", root=root)
        assert (done.returncode, done.stdout.count("warning")) == (0, 0), done.stderr
    return pair


@cache
def parsed(path: Path) -> HtmlElement:
    """A page as a browser would have it, more or less."""
    return lxml.html.fromstring(path.read_bytes())


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Every page of a site with its path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), parsed(path)


def elements(page: HtmlElement) -> Iterator[HtmlElement]:
    """Every element, without comments."""
    return (one for one in page.iter() if isinstance(one.tag, str))


def skeleton(page: HtmlElement) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each element occurs with which attributes."""
    return Counter((one.tag, tuple(sorted(one.attrib))) for one in elements(page))


# What a check says


def test_nearly_every_payload_is_legitimate_text(pair: Pair) -> None:
    """Records may hold any text but comments: those are Markdown that strangers write.

    The 8 of a snippet is a number, which a sentence has to have from somewhere.
    """
    assert len(pair.planted) > 150
    rules = {"comment.markup", "wording.unfounded-number"}
    assert {one.rule for one in pair.refused} == rules


ADDRESSES = {
    "javascript:alert(1)": "a link cannot have the scheme `javascript`",
    "JaVaScRiPt:alert(1)": "a link cannot have the scheme `javascript`",
    "java\\tscript:alert(1)": "a link cannot have the scheme `javascript`",
    "java\\nscript:alert(1)": "a link cannot have the scheme `javascript`",
    "&#106;avascript:alert(1)": "a link cannot have the scheme `javascript`",
    "data:text/html,x": "a link cannot have the scheme `data`",
    "vbscript:x": "a link cannot have the scheme `vbscript`",
    "file:///etc/passwd": "a link cannot have the scheme `file`",
    "blob:https://x.example/y": "a link cannot have the scheme `blob`",
    "ftp://x.example/": "a link cannot have the scheme `ftp`",
    "//evil.example/": "`//evil.example/` is no address of the web",
    "/\\\\evil.example": "`/\\\\evil.example` is no address of the web",
    "evil.example": "`evil.example` is no address of the web",
    "../../etc": "`../../etc` is no address of the web",
    "https:/evil.example": "`https:/evil.example` has no `//` after its scheme",
    "https://gazette.example@evil.example/": (
        "`https://gazette.example@evil.example/` has a user name in it"
    ),
    "https://evil.example\\\\@x.example/": (
        "`https://evil.example\\\\@x.example/` holds blanks or signs that no address has"
    ),
    "https://x.example/a b": (
        "`https://x.example/a b` holds blanks or signs that no address has"
    ),
    "https://x.example:99999/": "`99999` is no port",
    "https://localhost/": "`localhost` is no name of a host",
    "https://127.0.0.1/": "`127.0.0.1` is no name of a host",
    "https://[::1]/": "`[` is no name of a host",
    "https://xn--.example_/": "`xn--.example_` is no name of a host",
    "https://аpple.example/": "`аpple.example` is no name of a host",
    "mailto:a@x.example": "a mailbox is no address of the web",
}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("field", ["url", "archive_url"])
def test_sources_lead_to_the_web_alone(
    field: str, address: str, site: MakeSite
) -> None:
    """An address that a browser could read as something else is refused where it stands."""
    made = site()
    path = made.root / "content/sources/gazette.yml"
    text = path.read_text(encoding="utf-8").replace(
        "url: https://example.org/gazette", "accessed: 2026"
    )
    path.write_text(f'{text}{field}: "{address}"\n', encoding="utf-8")
    (problem,) = made.check()
    assert problem.rule == "link.address"
    assert problem.message == ADDRESSES[address].replace("\\\\", "\\")
    assert problem.span.line == text.count("\n") + 1


FINE = (
    "https://x.example/a?b=(c)&d=[e]&amp;f#g",
    "http://x.example:8080/",
    "https://x.example/'quoted'\\\"double\\\"",
    "https://x.example/%E4%B8%AD?q={x}|y^z`",
    "https://x.example/中文/路径",
    "HTTPS://X.EXAMPLE/_under_*star*_~tilde~",
)


@pytest.mark.parametrize("address", FINE)
def test_difficult_addresses_are_fine(address: str, site: MakeSite) -> None:
    """Brackets, queries, quotes and Chinese paths occur in real addresses."""
    made = site()
    path = made.root / "content/sources/gazette.yml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("url: https://example.org/gazette", f'url: "{address}"')
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert made.check() == []


REFUSED_IN_NARRATIVES = {
    "<script>alert()</script>": "narrative.raw-html",
    "<b onclick=x>bold</b>": "narrative.raw-html",
    "<img src=x onerror=y>": "narrative.raw-html",
    "<!-- comment -->": "narrative.raw-html",
    "<?php x ?>": "narrative.raw-html",
    "<https://evil.example/>": "narrative.raw-html",
    "<a@evil.example>": "narrative.raw-html",
    "[x](javascript:alert)": "narrative.link",
    "[x](JaVaScRiPt:alert)": "narrative.link",
    "[x](&#106;avascript:alert)": "narrative.link",
    "[x](//evil.example)": "narrative.link",
    "[x](data:text/html,x)": "narrative.link",
    "[x](../../secret.md)": "narrative.link",
    "[x][y]\n\n[y]: https://evil.example/": "narrative.link-definition",
    "![x](https://evil.example/x.png)": "narrative.image",
    "Text[^a]\n\n[^a]: note": "narrative.footnote",
    "Text {: onclick=x }": "narrative.attribute-list",
    "# A heading of the page": "narrative.heading-level",
    "```\ncode\n```": "narrative.code-block",
}
NARRATIVES = (
    "{{ 'a' * b }} {% for x in y %} {{ config }} {%- raw -%} ${x} #{x} <%= x %>",
    "&lt;script&gt;alert()&lt;/script&gt; &amp;lt;",
    "a < b > c & d",
    "\\*star\\* \\[x\\] \\_line\\_ \\\\",
    "*emphasis*, **strength**, ***both***",
    '!!! note "admonition"',
    "??? details",
    '--x<-- "mkdocs.yml"',
    ":smile: ++ctrl++ ==mark== ~~del~~ ^sup^ H~x~O $x^y$ \\\\(x\\\\)",
    "[TOC]",
    "*[HTML]: abbreviation",
    "Term\n:   definition",
    "- [ ] task\n- [x] done",
    "--- \n\ntitle: x\n\n---",
    '| a | b |\n|---|---|\n| x \\| y | ">&lt;script&gt; |',
    "مرحبا بالعالم، שלום, 👩‍👩‍👧",
    "[words](https://x.example/a?b=(c)&d)",
    "[字](https://x.example/中文/路径?q=a&lt=b)",
    "[mail](mailto:a@x.example?subject=y)",
    "> a quotation\n> of several lines",
    "## A heading {#id .class}\n\n### Another & *more*",
    "https://bare.example/ and www.bare.example",
    "::: warning\nx\n:::",
    "@@@ x\n%% y",
)


def briefing(narrative: str) -> str:
    """A briefing with a narrative, as a file of a site in a string."""
    return (
        "---\nid: news\ntitle: {en: News}\ncategory: News\nheadline: One\n"
        "standfirst: Some\nkey_points: [a, b, c]\npublished: 2022-07-09\n---\n"
        f"{narrative}\n"
    )


@pytest.mark.parametrize("narrative", REFUSED_IN_NARRATIVES)
def test_markdown_that_is_more_than_text_is_refused(
    narrative: str, site: MakeSite
) -> None:
    """Raw HTML, foreign pictures, attributes and other schemes are named at their place."""
    made = site()
    write(made.root, {"briefings/news.md": briefing(narrative)})
    assert {one.rule for one in made.check()} == {REFUSED_IN_NARRATIVES[narrative]}


FOREIGN = {
    "mkdocs.yml": "site_url: https://evil.example/\nplugins: [evil]\n",
    "hooks.py": "raise SystemExit(7)\n",
    "policies/hooks.py": "raise SystemExit(7)\n",
    "overrides/main.html": "<script>evil()</script>",
    "theme/main.html": "<script>evil()</script>",
    "main.html": "<script>evil()</script>",
    "pages/policy.md.j2": "evil",
    "CNAME": "evil.example",
    "_headers": "/*\n  Refresh: evil\n",
    "_redirects": "/* https://evil.example/\n",
    ".env": "SITE_URL=https://evil.example/\n",
    ".htaccess": "Redirect / https://evil.example/\n",
    "robots.txt": "evil\n",
    "assets/js/brief.js": "evil()",
    "index.md": "# evil\n",
}
SHADOWS = ("yaml", "click", "mkdocs", "babel", "sitecustomize", "json", "secrets")


@pytest.mark.site
def test_content_is_never_configuration_or_code(tmp_path: Path) -> None:
    """Options, hooks, templates and server files among the records have no effect at all."""
    plain, strange = (
        lay_project(tmp_path / name / "site", "smallest") for name in ("a", "b")
    )
    write(strange, FOREIGN)
    problems = json.loads(briefbook("check", "--format", "json", root=strange).stdout)
    assert {one["path"].removeprefix("content/") for one in problems} <= {
        part for name in FOREIGN for part in (name, name.split("/")[0])
    }
    for name in {one["path"] for one in problems if one["severity"] == "error"}:
        path = strange / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for root in (plain, strange):
        assert briefbook("build", root=root).returncode == 0
    assert differing(files_below(plain / "site"), files_below(strange / "site")) == []


def test_modules_beside_the_content_are_not_run(tmp_path: Path) -> None:
    """A file named like a library, in the folder where the command runs, stays unread."""
    root = lay_project(tmp_path / "site", "smallest")
    for name in SHADOWS:
        (root / f"{name}.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    done = briefbook("check", root=root)
    assert (done.returncode, done.stderr) == (0, "")


# What readers get


@pytest.mark.site
def test_no_payload_makes_an_element_or_an_attribute(built: Pair) -> None:
    """Each page has the elements and attributes of its harmless twin, neither more nor less."""
    twins = dict(pages(built.harmless / "site"))
    assert len(twins) > 30
    for name, page in pages(built.hostile / "site"):
        assert skeleton(page) == skeleton(twins.pop(name)), name
    assert twins == {}


@pytest.mark.site
def test_articles_hold_known_elements_only(built: Pair) -> None:
    """No script, frame, style, picture or object stands between the words of a page."""
    for name, page in pages(built.hostile / "site"):
        for article in page.iter("article"):
            found = {one.tag for one in elements(article)}
            assert found <= IN_ARTICLES | IN_CHARTS, name
            for one in elements(article):
                handlers = [key for key in one.attrib if key.startswith("on")]
                assert handlers == [], name
                assert STYLE.fullmatch(one.get("style", "--a:b")), name


@pytest.mark.site
def test_links_lead_only_where_they_may(built: Pair) -> None:
    """http, https, mailto and our own pages; nothing is loaded from elsewhere."""
    for name, page in pages(built.hostile / "site"):
        for one in elements(page):
            for key in ("href", "xlink:href", "cite", *LOADING):
                parts = urlsplit(one.get(key, ""))
                assert parts.scheme in SCHEMES, name
                if one.tag != "a" and one.get("rel") != "canonical":
                    assert parts.netloc == "", (name, one.tag, key)


@pytest.mark.site
def test_every_payload_reads_as_in_its_record(built: Pair) -> None:
    """Wherever a page shows it, in text, titles and labels, no sign is lost or added."""
    by_word = {one.word: one for one in built.planted}
    seen: Counter[str] = Counter()
    for name, page in pages(built.hostile / "site"):
        for where, text in texts(page):
            for word in WORD.findall(text):
                planted = by_word[word.lower()]
                shown = in_bibtex(planted.shown) if where == "pre" else planted.shown
                assert shows(text, shown), (name, where, text, planted)
                seen[planted.kind] += 1
    assert set(seen) == {one.kind for one in built.planted}


def texts(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every text with what stands around it, and every attribute that people read.

    Values of filters and addresses are for machines.
    """
    for one in elements(page):
        if one.tag == "span" and one.get("lang"):
            continue
        whole = str(one.text_content())
        if any(WORD.search(part or "") for part in (one.text, *tails(one))):
            yield one.tag, whole
        for key in ("aria-label", "title", "content", "alt", "placeholder"):
            if one.get(key):
                yield f"{one.tag}@{key}", str(one.get(key))


def tails(element: HtmlElement) -> list[str | None]:
    """The texts between an element's children, and those of its words in other languages."""
    return [
        part
        for child in element
        for part in (child.tail, child.text if child.get("lang") else None)
    ]


def in_bibtex(text: str) -> str:
    """What an entry of BibTeX has of a text: braces and backslashes are signs of its own."""
    return " ".join(text.translate(str.maketrans("", "", "{}\\")).split())


def shows(text: str, shown: str) -> bool:
    """Whether a text has the payload; names in lower case may begin a line."""
    whole = " ".join(text.split())
    return shown in whole or shown[:1].upper() + shown[1:] in whole


@pytest.mark.site
def test_titles_are_those_of_the_records(built: Pair) -> None:
    """A page's heading, tab and preview have the title of its record, sign by sign."""
    titles: dict[tuple[str, str], set[str]] = {}
    for one in built.planted:
        field = "headline" if one.kind == "briefings" else "title"
        if one.loc[0] == field:
            titles.setdefault((one.kind, one.id), set()).add(one.shown)
    checked = 0
    for (kind, record), shown in titles.items():
        path = built.hostile / f"site/{kind}/{record}/index.html"
        if not path.exists():
            continue
        page = parsed(path)
        (heading,) = page.iter("h1")
        title = " ".join(str(heading.text_content()).split())
        assert title in shown
        (tab,) = page.xpath("//head/title")
        (preview,) = page.xpath("//meta[@property='og:title']/@content")
        assert preview in shown
        assert str(tab.text_content()) == f"{preview} – Briefbook"
        checked += 1
    assert checked > 10


@pytest.mark.site
def test_downloads_have_the_words_of_the_records(built: Pair) -> None:
    """JSON has every title exactly; in a table no cell is a formula."""
    texts_of = {(one.kind, one.id, one.loc): one.text for one in built.planted}
    site = built.hostile / "site"
    policies = json.loads((site / "policies/policies.json").read_bytes())
    for policy in policies:
        assert (
            policy["title"]["en"] == texts_of["policies", policy["id"], ("title", "en")]
        )
    for path in sorted(site.rglob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        assert {len(row) for row in rows} == {len(rows[0])}
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "+", "@", "\t", "-")) or is_number(cell)


def is_number(cell: str) -> bool:
    """A negative number is no formula."""
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


@pytest.mark.site
def test_narratives_are_a_subset_of_markdown(tmp_path: Path) -> None:
    """What a check lets pass is inert: known elements, known schemes, no attribute of an author."""
    root = lay_project(tmp_path / "site", "smallest")
    write(root, {"briefings/news.md": briefing("\n\n".join(NARRATIVES))})
    done = briefbook("build", root=root)
    assert done.returncode == 0, done.stdout
    page = parsed(root / "site/briefings/news/index.html")
    (article,) = page.iter("article")
    text = " ".join(str(article.text_content()).split())
    for one in elements(article):
        assert one.tag in IN_ARTICLES | IN_CHARTS
        assert not [key for key in one.attrib if key.startswith("on")]
        assert urlsplit(one.get("href", "")).scheme in SCHEMES
        assert one.get("class") != "class"
    for template in ("{{ 'a' * b }}", "{% for x in y %}", "{{ config }}", "<%= x %>"):
        assert template in text
    assert "<script>alert()</script> &lt;" in text
    written = {str(one.get("href")) for one in article.iter("a")}
    assert {
        "https://x.example/a?b=(c)&d",
        "https://x.example/中文/路径?q=a&lt=b",
        "mailto:a@x.example?subject=y",
    } <= written
