r"""Documentation of the refusals of narratives.

`wording.bare-number` is documented where front matter is judged: rules/wording.py.
"""

from generator.core.ruledocs import RuleDoc
from generator.reading.ruledocs_files import doc

_FRONT = """\
-- briefings/plan.md --
---
id: plan
title: {en: The plan}
category: Explainer
headline: What the plan wants
standfirst: A smallest plan for parks.
key_points: [It wants parks., It says where., It says when.]
published: 2026-11-25
policies: [smallest]
---
"""


def _briefing(narrative: str) -> str:
    return f"{_FRONT}{narrative}\n"


_RIGHT = _briefing("The plan wants [[target: smallest#parks]].")

NARRATIVES: tuple[RuleDoc, ...] = (
    doc(
        "reference.malformed",
        "A reference is `[[folder/id]]`, or a word, a colon and an id.\n"
        "The words are `claim`, `conflict`, `event`, `observation`, `source`, `target` and `term`; "
        "after `|` stands what to show.",
        _briefing("The plan wants [[traget: smallest#parks]]."),
        _RIGHT,
    ),
    doc(
        "narrative.malformed-mark",
        "A mark has a text, a colon and the reason why its digits come from no record.",
        _briefing(r"Parks with \#[5G]."),
        _briefing(r"Parks with \#[5G: name of a technology]."),
    ),
    doc(
        "narrative.raw-html",
        "A narrative is Markdown without HTML.\nThe sign itself is written `&lt;`.",
        _briefing("The plan wants <b>parks</b>."),
        _briefing("The plan wants **parks**."),
    ),
    doc(
        "narrative.image",
        "A narrative has no pictures; charts come from records.",
        _briefing("![A park](https://example.org/park.png)"),
        _RIGHT,
    ),
    doc(
        "narrative.footnote",
        "Notes come from references to sources and are numbered by the site.",
        _briefing("The plan wants parks.[^note]"),
        _briefing("The plan wants parks. [[source: gazette | second paragraph]]"),
    ),
    doc(
        "narrative.attribute-list",
        "A narrative gives no attributes to elements.",
        _briefing("The plan wants parks. {: .large }"),
        _RIGHT,
    ),
    doc(
        "narrative.link",
        "A link leads to a whole address of the web or to a mailbox.\n"
        "It is judged as browsers read it. Records are linked by references.",
        _briefing("The plan wants [parks](javascript:alert())."),
        _briefing("The plan wants [parks](https://example.org/parks_(all)?a[]=b)."),
    ),
    doc(
        "narrative.link-definition",
        "The address of a link stands beside its words.",
        _briefing("The plan wants [parks][p].\n\n[p]: https://example.org/parks"),
        _briefing("The plan wants [parks](https://example.org/parks)."),
    ),
    doc(
        "narrative.heading-level",
        "Sections begin with `##`, sections inside them with `###`.\n"
        "The first level is the title of the page.",
        _briefing("# Parks\n\nThe plan wants parks."),
        _briefing("## Parks\n\nThe plan wants parks."),
    ),
    doc(
        "narrative.code-block",
        "A narrative has no blocks of code.",
        _briefing("The plan:\n\n    wants parks"),
        _RIGHT,
    ),
    doc(
        "narrative.nesting",
        "Lists and quotations stand at most six deep inside each other.",
        _briefing("> > > > > > > parks"),
        _briefing("> parks"),
    ),
    doc(
        "narrative.long-block",
        "A paragraph, list or table has at most 200 lines.",
        _briefing("\\{- parks\n*201}"),
        _RIGHT,
    ),
    doc(
        "narrative.too-long",
        "A narrative has at most 100,000 characters.",
        _briefing("\\{The plan wants parks.\n\n*5000}"),
        _RIGHT,
    ),
)
