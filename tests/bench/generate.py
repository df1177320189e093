"""Content of any size for measurements: made-up policies with everything that hangs on them.

For each policy three targets, two sources and an organization; for every second one a place, for
every fifth an event, for every tenth an observation, for every fiftieth a conflict and a
statement. Every number follows from the number of the record, so that two runs are the same.
"""

from collections.abc import Iterator
from pathlib import Path

TOPICS = 60
PROVINCES = 31
TARGETS = (
    ("industry-scale", "core-industry", "core", "CNY", 10_000_000_000),
    ("related-industries", "related-industry", "related", "CNY", 50_000_000_000),
    ("devices", "devices", "unspecified", "devices", 100_000),
)
COMPARATORS = ("exactly", "more-than", "at-least", "about")
WORDS = {"exactly": "", "more-than": "超过", "at-least": "不少于", "about": "约"}

PUBLICATION = """
id: publication
title: {en: Measured}
description: Content for measurements.
publisher: Measured
languages: [en, zh-Hans]
licences: {text: CC-BY-4.0, data: CC0-1.0, code: Apache-2.0, quotes: Quoted.}
indicators:
  - {id: core-industry, title: Core industry, currency: CNY, scope: core}
  - {id: related-industry, title: Related industries, currency: CNY, scope: related}
  - {id: devices, title: Devices sold, unit: devices, scope: unspecified}
"""
REVIEW = "review: {state: drafted, author: Bench}"


def write_content(root: Path, policies: int) -> None:
    """Write `content/` below `root` with so many policies."""
    for name, text in files(policies):
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")


def files(policies: int) -> Iterator[tuple[str, str]]:
    """Every file by its path below `content/`."""
    yield "publication.yml", PUBLICATION
    for number in range(TOPICS):
        yield f"topics/topic-{number}.yml", topic(number)
    for number in range(places_of(policies)):
        yield f"places/place-{number}.yml", place(number)
    for number in range(policies):
        yield f"policies/policy-{number}.yml", policy(number, policies)
        yield f"organizations/office-{number}.yml", organization(number, policies)
        for source_number in (2 * number, 2 * number + 1):
            yield f"sources/source-{source_number}.yml", source(source_number)
        if number % 5 == 0:
            yield f"events/event-{number}.yml", event(number)
        if number % 10 == 0:
            yield f"observations/observation-{number}.yml", observation(number)
        if number % 50 == 0:
            yield f"conflicts/conflict-{number}.yml", conflict(number)
            yield f"claims/claim-{number}.yml", claim(number)


def places_of(policies: int) -> int:
    """A country, its provinces, and a district for every second policy."""
    return 1 + PROVINCES + policies // 2


def topic(number: int) -> str:
    """Every third topic is narrower than the one before it."""
    broader = f"broader: topic-{number - 1}\n" if number % 3 == 2 else ""
    return f"""
id: topic-{number}
title: {{en: Topic {number}, zh-Hans: 主题{number}}}
title_origin: {{zh-Hans: translation}}
{REVIEW}
scheme: {("technology", "industry", "theme")[number % 3]}
{broader}"""


def place(number: int) -> str:
    """The country, a province, or a district of one of the provinces."""
    level = "national" if number == 0 else "provincial"
    parent = "" if number == 0 else "parent: place-0\n"
    if number > PROVINCES:
        level, parent = "district", f"parent: place-{1 + number % PROVINCES}\n"
    return f"""
id: place-{number}
title: {{en: Place {number}, zh-Hans: 地方{number}}}
title_origin: {{zh-Hans: official}}
{REVIEW}
level: {level}
{parent}"""


def organization(number: int, policies: int) -> str:
    """An office of a place."""
    return f"""
id: office-{number}
title: {{en: Office {number}, zh-Hans: 办公室{number}}}
title_origin: {{zh-Hans: official}}
{REVIEW}
classification: local-department
place: place-{number % places_of(policies)}
"""


def source(number: int) -> str:
    """A Chinese article."""
    return f"""
id: source-{number}
title: {{zh-Hans: 元宇宙产业发展行动计划报道{number}}}
{REVIEW}
type: article-newspaper
publisher: Newspaper {number % 97}
official: none
url: https://example.org/articles/{number}
published: {2020 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}
language: zh-Hans
read: full
reliability: high
"""


def policy(number: int, policies: int) -> str:
    """A plan that implements an earlier one, with three targets."""
    topics = ", ".join(f"topic-{(number + step) % TOPICS}" for step in (0, 7, 20))
    relation = f"""relations:
  - {{type: implements, target: policy-{number // 2}, certainty: reported,
     evidence: [{{source: source-{2 * number}}}]}}
"""
    return f"""
id: policy-{number}
title:
  en: Action Plan {number} for the Development of the Metaverse Industry
  zh-Hans: 元宇宙产业发展行动计划{number}
title_origin: {{en: translation, zh-Hans: official}}
{REVIEW}
type: action-plan
place: place-{number % places_of(policies)}
issuers: [{{organization: office-{number}, role: lead}}]
dates: {{published: {2020 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}}}
period: {{start: {2020 + number % 6}, end: {2024 + number % 6}}}
status: issued
topics: [{topics}]
tasks: [Build platforms, Raise supply, Set up standards]
summary: A plan for the industry of a place, made up for measurements.
{relation if number else ""}evidence: [{{source: source-{2 * number}}}]
targets:
{"".join(target(number, step) for step in range(len(TARGETS)))}"""


def target(number: int, step: int) -> str:
    """One target, its phrase in Chinese, its deadline a year."""
    name, measures, scope, unit, base = TARGETS[step]
    comparator = COMPARATORS[(number + step) % len(COMPARATORS)]
    amount = base * (1 + number % 40)
    kind = "currency" if unit == "CNY" else "unit"
    count = (
        f"{amount // 100_000_000}亿元" if unit == "CNY" else f"{amount // 10_000}万台"
    )
    return f"""  - id: {name}
    indicator: {name.replace("-", " ")} of the place
    measures: {measures}
    scope: {scope}
    value: {{comparator: {comparator}, amount: {amount}, {kind}: {unit}}}
    as_written: {WORDS[comparator]}{count}
    deadline: {2024 + number % 6}
    commitment: in-policy-document
    certainty: {("confirmed", "reported")[number % 2]}
    evidence: [{{source: source-{2 * number + step % 2}, locator: Part {step + 1}}}]
"""


def event(number: int) -> str:
    """The publication of a policy."""
    return f"""
id: event-{number}
title: {{en: Plan {number} is published}}
{REVIEW}
date: {2020 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}
kind: policy
policies: [policy-{number}]
organizations: [office-{number}]
evidence: [{{source: source-{2 * number}}}]
"""


def observation(number: int) -> str:
    """Devices that were sold in a place."""
    return f"""
id: observation-{number}
title: {{en: Devices sold}}
{REVIEW}
measures: devices
value: {{comparator: exactly, amount: {1000 * (1 + number % 90)}, unit: devices}}
period: {2020 + number % 6}
method: measured
about: ["policies/policy-{number}#devices"]
evidence: [{{source: source-{2 * number}}}]
"""


def conflict(number: int) -> str:
    """Two sources that disagree about a target."""
    return f"""
id: conflict-{number}
title: {{en: "How large is the industry of place {number}?"}}
{REVIEW}
kind: value
about: ["policies/policy-{number}#industry-scale"]
readings:
  - {{id: a, text: the plan’s number, source: source-{2 * number}}}
  - {{id: b, text: a newspaper’s number, source: source-{2 * number + 1}}}
resolution: preferred
preferred: a
assessment: The plan is nearer to the number than the newspaper.
"""


def claim(number: int) -> str:
    """A statement that was checked."""
    return f"""
id: claim-{number}
title: {{en: Statement {number}}}
{REVIEW}
text: The industry of the place grows.
appeared_in: source-{2 * number + 1}
about: ["policies/policy-{number}#industry-scale"]
verdict: confirmed
comment: The plan says so.
"""
