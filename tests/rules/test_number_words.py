"""A briefing states no number of its own, in digits or in words."""

from collections.abc import Callable

from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]
BRIEFING = r"""
-- sources/gazette.yml --
id: gazette
title: {zh-Hans: 公报}
type: legislation
publisher: Office of Nowhere
official: original
published: 2022-07-08
language: zh-Hans
read: full
reliability: high
-- briefings/news.md --
---
id: news
title: {en: News}
category: Market News
headline: Nowhere plans twelve parks
standfirst: 'The plan has \#[two: the goals below] goals.'
key_points: [It names parks., It names five cities., It names no day.]
published: 2022-07-09
---
The first plan.

"""


def test_words_in_headline_and_key_points_are_refused(site: MakeSite) -> None:
    """The mark with its reason in the standfirst is accepted; ordinals are no numbers."""
    assert short(site(BRIEFING).check()) == [
        ("briefings/news.md", 5, 25, "wording.bare-number"),
        ("briefings/news.md", 7, 40, "wording.bare-number"),
    ]


def test_words_in_a_narrative_are_refused_but_not_in_a_quotation(
    site: MakeSite,
) -> None:
    """三个 is quoted with its source in the first line, typed by hand in the second."""
    sound = BRIEFING.replace("twelve ", "").replace("five ", "")
    text = (
        "It has “三个”[[source: gazette]] halls.\nIt has 三个 halls in three towns.\n"
    )
    assert short(site(sound + text).check()) == [
        ("briefings/news.md", 13, 8, "wording.bare-number"),
        ("briefings/news.md", 13, 20, "wording.bare-number"),
    ]
