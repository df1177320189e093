r"""Documentation of the refusals of YAML.

YAML can say the same thing in many ways and some things in a way that nobody expects. Records use
the part of it that reads the same to a person and to a program.
"""

from generator.core.problems import Severity
from generator.core.ruledocs import RuleDoc
from generator.reading.ruledocs_files import TERM, doc


def _with(line: str, more: str = "") -> str:
    """The term with another last line."""
    first = TERM.rsplit("definition", maxsplit=1)[0]
    return f"{first}{line}\n{more}"


SYNTAX: tuple[RuleDoc, ...] = (
    doc(
        "syntax.empty",
        "A file has fields.",
        "-- terms/plan.yml --\n# to be written\n",
    ),
    doc(
        "syntax.not-a-mapping",
        "A file is one record, written as `name: value` lines.",
        "-- terms/plan.yml --\n- id: plan\n",
    ),
    doc(
        "syntax.second-document",
        "A file is one record.",
        _with("definition: A document.", "---\nid: law\n"),
    ),
    doc(
        "syntax.directive",
        "A file holds no instructions to programs that read it.",
        TERM.replace("id: plan", "%YAML 1.1\n---\nid: plan"),
    ),
    doc(
        "syntax.duplicate-key",
        "A field stands once.\n"
        "Otherwise the reviewer reads one value and the page shows another.",
        _with("definition: A document.", "definition: A promise.\n"),
        _with("definition: A document."),
    ),
    doc(
        "syntax.alias",
        "A value stands where it is read.\nAliases repeat a value from elsewhere in the file.",
        _with("definition: *plan"),
    ),
    doc(
        "syntax.anchor",
        "Values have no names of their own.\nAnchors name a value so that aliases can repeat it.",
        _with("definition: &plan A document."),
        _with("definition: A document."),
    ),
    doc(
        "syntax.tag",
        "Values are text; their types come from the kind of record.\n"
        "A text that begins with an exclamation mark stands in quotes.",
        _with("definition: !important A document."),
        _with('definition: "!important A document."'),
    ),
    doc(
        "syntax.merge-key",
        "A record stands for itself.\nMerge keys take fields from another mapping.",
        _with("<<: {definition: A document.}"),
    ),
    doc(
        "syntax.complex-key",
        "The name of a field is a word.\n"
        "A text with brackets stands in quotes, or its brackets are taken for lists and mappings.",
        _with("definition: {{ document }}"),
        _with('definition: "{{ document }}"'),
    ),
    doc(
        "syntax.null",
        "A field that stands there has a value.\n"
        "If nothing is known, leave the field out, or write why it is not known where the record "
        "has a field for that.",
        _with("definition:"),
    ),
    doc(
        "syntax.thousands",
        "A number has no commas.\n"
        "Between braces they part fields, and the digits after one would be the next field.",
        _with("review: {state: drafted, author: 350,000}", "definition: A document.\n"),
        _with("review: {state: drafted, author: 350000}", "definition: A document.\n"),
    ),
    doc(
        "syntax.nesting",
        "Values are nested at most 20 deep.",
        _with("definition: " + "[" * 21 + "]" * 21),
    ),
    doc(
        "syntax.too-many-values",
        "A file holds at most 20,000 values.",
        _with("aka:", "\\{- a\n*20001}"),
    ),
    doc(
        "syntax.long-line",
        "A line has at most 20,000 characters.",
        _with(r"definition: \{a*20001}"),
    ),
    doc(
        "syntax.merge-conflict",
        "A merge is finished before its files are published.",
        _with("<<<<<<< HEAD", "definition: A document.\n=======\n>>>>>>> review\n"),
    ),
    doc(
        "syntax.front-matter",
        "A briefing begins with its fields between two lines `---`.",
        "-- briefings/plan.md --\nid: plan\n\nThe text.\n",
    ),
    doc(
        "syntax.unclosed-quote",
        "What a quotation mark opens, a second one closes.",
        _with('definition: "A document.', "aka: [Scheme]\n"),
        _with('definition: "A document."', "aka: [Scheme]\n"),
    ),
    doc(
        "syntax.text-after-value",
        "A text in quotes or brackets ends with them.\n"
        "A quotation mark inside is written `\\\"` or `''`.",
        _with("definition: 'the government's paper'"),
        _with('definition: "the government\'s paper"'),
    ),
    doc(
        "syntax.unclosed-bracket",
        "What a bracket opens, its partner closes.",
        _with("aka: [Scheme, Programme", "definition: A document.\n"),
        _with("aka: [Scheme, Programme]", "definition: A document.\n"),
    ),
    doc(
        "syntax.missing-comma",
        "Values in brackets have commas between them.",
        _with('aka: ["Scheme" "Programme"]', "definition: A document.\n"),
        _with('aka: ["Scheme", "Programme"]', "definition: A document.\n"),
    ),
    doc(
        "syntax.unquoted-colon",
        "A text with a colon and a blank stands in quotes.",
        _with("definition: Plan: a document"),
        _with('definition: "Plan: a document"'),
    ),
    doc(
        "syntax.missing-colon",
        "A field is a name, a colon, a blank and a value.\n"
        "The full-width colon of Chinese keyboards is not a colon to YAML.",
        _with("definition A document.", "aka: [Scheme]\n"),
        _with("definition: A document.", "aka: [Scheme]\n"),
    ),
    doc(
        "syntax.missing-blank",
        "A blank stands after the colon of a field and after the dash of an item.",
        _with("definition:A document."),
    ),
    doc(
        "syntax.indentation",
        "What belongs together begins in the same column.",
        _with("definition: A document.", "  checked: 2026-01-01\n"),
        _with("definition: A document.", "checked: 2026-01-01\n"),
    ),
    doc(
        "syntax.tab",
        "Lines are indented with blanks.\nA tab is as wide as each program likes.",
        _with("title:", "\ten: Plan\n").replace("title: {en: Plan}\n", ""),
    ),
    doc(
        "syntax.odd-blank",
        "Lines are indented with ordinary blanks, not with no-break or full-width ones.",
        _with("definition: A document.", "\u3000checked: 2026-01-01\n"),
        _with("definition: A document.", "checked: 2026-01-01\n"),
    ),
    doc(
        "syntax.misplaced-item",
        "The items of a list stand below their field, each on a line of its own.",
        _with("definition: - A document."),
    ),
    doc(
        "syntax.reserved-sign",
        "A text that begins with `@`, `%`, `?` or a backtick stands in quotes.",
        _with("definition: @plan"),
        _with('definition: "@plan"'),
    ),
    doc(
        "syntax.stray-sign",
        "A comma or bracket stands between values, a colon after a name.",
        _with("aka: [Scheme, , Programme]"),
    ),
    doc(
        "syntax.escape",
        "In double quotes a backslash begins an escape; a backslash itself is written twice.",
        _with(r'definition: "C:\path"'),
        _with(r"definition: 'C:\path'"),
    ),
    doc(
        "syntax.block-text",
        "A text of several lines begins below its `|` or `>`.\n"
        "A text that begins with such a sign stands in quotes.",
        _with("definition: > all documents"),
        _with('definition: "> all documents"'),
    ),
    doc(
        "syntax.comment-in-text",
        "A text with a blank and `#` stands in quotes: the rest of the line is a comment.",
        _with("definition: the tag #metaverse"),
        _with('definition: "the tag #metaverse"'),
        Severity.WARNING,
    ),
    doc(
        "syntax.unreadable",
        "Every line can be read.\n"
        "If no other rule fits, a sign in a text without quotes is the likeliest cause.",
        "",
        "",
    ),
)
