"""The line in a policy's fact box on what its figures rest on."""

from collections.abc import Callable

from tests.conftest import SiteInAString
from tests.html_pages import blocks, find, said
from tests.library.test_quality import FILES

MakeSite = Callable[..., SiteInAString]


def lines(made: SiteInAString, name: str) -> list[tuple[str, str]]:
    """The class and the words of the line."""
    box = '//aside[@class="b-facts"]//p[starts-with(@class, "b-check") or @class="b-note"]'
    found = find(blocks(made.files()[f"policies/{name}.md"]), box)
    return [(one.get("class", ""), said(one)) for one in found]


def test_what_the_figures_rest_on(site: MakeSite) -> None:
    """A tick only where every figure has the words of an official text."""
    made = site(FILES)
    assert lines(made, "smallest") == [
        (
            "b-check",
            (
                "1 of 1 figure has the words of the source; 1 rests on the official text. "
                "Quality sheet"
            ),
        )
    ]
    assert lines(made, "second") == [
        (
            "b-note",
            (
                "1 of 2 figures has the words of the source; 0 rest on the official text. "
                "Quality sheet"
            ),
        )
    ]


def test_without_figures_there_is_no_line(site: MakeSite) -> None:
    """The control."""
    made = site(
        """
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        """
    )
    assert lines(made, "second") == []
