"""Where a link may lead."""

import pytest

from generator.reading.links import broken_address, find_links


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a/b_(c)?d[]=e&f=%20#g",
        "HTTPS://EXAMPLE.ORG/",
        "https://www.gov.cn/zhengce/zhengceku/2022-11/01/content_5723273.htm",
        "https://xn--fiqs8s.xn--p1ai/",
        "https://example.org/?a=1&amp;b=2",
        "https://example.org/路径",
        "mailto:desk@example.org",
        "mailto:desk@example.org?subject=Correction",
    ],
)
def test_addresses_of_the_web_may_stand(address: str) -> None:
    """The web and mailboxes, with whatever their paths hold."""
    assert broken_address(address) is None


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JAVASCRIPT:x", " javascript:x", "java\nscript:x"),
        *("java\x00script:x", "javascript&colon;x", "&#x6A;avascript:x", "data:,x"),
        *(
            "blob:https://example.org/x",
            "file:///etc/passwd",
            "vbscript:x",
            "ftp://a.bc",
        ),
        *(
            "//example.org",
            "\\\\example.org",
            "/\\example.org",
            "https:\\\\example.org",
        ),
        *(
            "https:/example.org",
            "https:example.org",
            "https:///example.org",
            "https://",
        ),
        *(
            "https://user@example.org",
            "https://example.org\\@evil.org",
            "http://a:b@c.org",
        ),
        *("https://exam ple.org", "https://example.org/a b", "https://example.org/\t"),
        *("https://example.org:0", "https://example.org:65536", "https://example.org:"),
        *(
            "https://example.org:80a",
            "https://[::1]/",
            "https://127.0.0.1",
            "http://0x7f.1",
        ),
        *("https://localhost", "https://-a.org", "https://a-.org", "https://a..org"),
        *("https://ex%61mple.org", "https://exаmple.org", "https://example.org."),
        *("mailto:", "mailto:a", "mailto:a@b", "mailto:a@example.org,b@example.org"),
        *("mailto:a@example.org%0Abcc:x", "", "#x", "x", "../x", "/x", "?x"),
    ],
)
def test_other_addresses_may_not(address: str) -> None:
    """Scripts, files, foreign addresses without a scheme, user names, broken hosts."""
    assert broken_address(address)


def test_links_are_found_with_their_places() -> None:
    """Brackets inside an address belong to it; escaped ones are text."""
    text = r"[a](b(c)d) \[e](f) [g\](h) [i](j"
    assert [(text[a:b], target) for a, b, target in find_links(text)] == [
        ("b(c)d", "b(c)d"),
        ("f", "f"),
        ("", None),
    ]
