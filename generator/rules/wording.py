"""Rules about what we write ourselves: document numbers, headlines, narratives.

The words of sources: rules/words.py.
"""

from collections.abc import Iterator

from generator.core.aspects import ASPECTS
from generator.core.document_numbers import corrected, problem_of
from generator.core.problems import Severity
from generator.core.suggest import did_you_mean, one_of
from generator.library.counts import count_of
from generator.library.facts import Facts
from generator.library.library import Library
from generator.library.link import narrative_references, written_lines
from generator.reading.narrative import number_problems, value_places
from generator.reading.numbers import without_insertions
from generator.rules.registry import Finding, rule

_NUMBER_FORM = "series〔four-digit year〕number号"


@rule("wording.document-number")
def document_numbers_have_their_form(library: Library, _: Facts) -> Iterator[Finding]:
    """A Chinese document number has hexagonal brackets, a four-digit year, no leading zero.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        document_number: 工信部联电子[2022]148号
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        document_number: 工信部联电子〔2022〕148号
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
    """
    for entry in library.policies:
        number = entry.record.document_number
        wrong = problem_of(number) if number else None
        if number and wrong:
            right = corrected(number)
            advice = f"write `{right or _NUMBER_FORM}`"
            message = f"`{number}` is no document number: {wrong}"
            yield Finding(entry.span("document_number"), message, advice)


@rule("wording.bare-number")
def lines_state_no_bare_numbers(library: Library, _: Facts) -> Iterator[Finding]:
    r"""Numbers in headlines, standfirsts, key points and narratives come from records.

    A digit, and a number in words such as *five ministries*, *a dozen* or 三个, stands in a
    reference, in a quotation with its source, or in a mark with a reason:
    `\#[5G: name of a technology]`. *One*, ordinals and names (十四五) are no numbers.

    Wrong:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans 10 parks
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        The plan is out.

    Right:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: "Nowhere plans [[target: smallest#parks]]"
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        The plan is out.
    """
    for entry in library.briefings:
        for loc, text in written_lines(entry):
            for found in number_problems(text, value_places(entry.document, loc)):
                yield Finding(found.span, found.message, found.help)


@rule("wording.unknown-aspect")
def aspects_exist(library: Library, _: Facts) -> Iterator[Finding]:
    """What stands after `|` in a reference is something that the record has.

    Wrong:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        It ends with the [[target: smallest#parks | dedline]].

    Right:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        It ends with the [[target: smallest#parks | deadline]].
    """
    for entry in library.briefings:
        for _loc, reference in narrative_references(entry):
            known = ASPECTS.get(reference.kind_word)
            if known and reference.aspect and reference.aspect not in known:
                message = f"a {reference.kind_word} has no aspect `{reference.aspect}`"
                advice = did_you_mean(reference.aspect, known) or f"use {one_of(known)}"
                yield Finding(reference.span, message, advice)


@rule("wording.nothing-counted")
def counts_count_something(library: Library, _: Facts) -> Iterator[Finding]:
    """What a reference counts is a list that the record has.

    Issuers, responsible bodies, tasks, targets, measures, special projects and safeguards of a
    policy; interpretations of a target.

    Wrong:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        It has [[count: smallest | tasks]] tasks.

    Right:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [It names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        It comes from [[count: smallest | issuers]] office.
    """
    for entry in library.briefings:
        for _loc, one in narrative_references(entry):
            is_other = one.aspect and one.aspect not in ASPECTS["count"]
            if one.kind_word != "count" or is_other:
                continue
            if not one.aspect:
                lists = one_of(ASPECTS["count"])
                yield Finding(one.span, "nothing says what is counted", f"use {lists}")
            elif not count_of(library, one.ref, one.aspect):
                message = f"`{one.address}` has no {one.aspect} to count"
                advice = "record them, or say it without the number"
                yield Finding(one.span, message, advice)


@rule("wording.key-points", Severity.WARNING)
def key_points_are_short(library: Library, _: Facts) -> Iterator[Finding]:
    """A briefing has three to five key points of at most 25 words each.

    Wrong:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [The plan names parks., It names no money.]
        published: 2022-07-09
        ---
        The plan is out.

    Right:
        -- briefings/news.md --
        ---
        id: news
        title: {en: News}
        category: Market News
        headline: Nowhere plans parks
        standfirst: The plan is out.
        key_points: [The plan names parks., It names no money., It names no day.]
        published: 2022-07-09
        ---
        The plan is out.
    """
    for entry in library.briefings:
        points = entry.record.key_points
        if not 3 <= len(points) <= 5:
            message = f"the briefing has {len(points)} key points"
            yield Finding(entry.key_span("key_points"), message, "write three to five")
        for index, point in enumerate(points):
            words = len(without_insertions(point).split())
            if words > 25:
                message = f"the key point has {words} words"
                yield Finding(entry.span("key_points", index), message, "shorten it")
