r"""Documentation of the refusals of whole files and of characters."""

from generator.core.problems import Severity
from generator.core.ruledocs import RuleDoc

TERM = """\
-- terms/plan.yml --
id: plan
title: {en: Plan}
definition: A document that says what is to be done.
"""
"""A record that is right, beside which the wrong examples stand."""


def doc(
    rule: str,
    text: str,
    wrong: str,
    right: str = TERM,
    severity: Severity = Severity.ERROR,
) -> RuleDoc:
    """A rule with its examples, the text on one line for each sentence."""
    return RuleDoc(rule, severity, text, wrong, right)


def _term(definition: str) -> str:
    return TERM.replace("A document that says what is to be done.", definition)


ENCODING = (
    doc(
        "encoding.other-encoding",
        "Files are UTF-8.\n"
        "A byte order mark and Windows line ends are welcome, other encodings are not: "
        "nobody can tell them apart with certainty.",
        _term(r"r\xe9sum\xe9"),
        _term("résumé"),
    ),
    doc(
        "encoding.cut-off",
        "A file ends at the end of a character.\n"
        "Half a character at the end means that the rest of the file was lost.",
        TERM.rstrip("\n") + r"\xe8\xa7",
    ),
    doc(
        "encoding.surrogate",
        "A character is whole.\n"
        "Programs that count in units of UTF-16 sometimes cut a character in two.",
        _term(r"half a smile \xed\xa0\xbd"),
        _term("a whole smile 😀"),
    ),
    doc(
        "encoding.control-character",
        "A text holds no control characters but tabs and line ends.\n"
        "Feeds and other XML cannot hold them, and terminals obey them.",
        _term(r"a bell \x07 rings"),
    ),
    doc(
        "encoding.noncharacter",
        "A text holds no code point that Unicode has set aside for programs.",
        _term(r"not a \u{fdd0} character"),
    ),
    doc(
        "encoding.line-separator",
        "Lines end in a line feed, or in a carriage return and a line feed.\n"
        "The line and paragraph separators of Unicode are read differently by every program.",
        _term(r"one\u{2028}two"),
    ),
    doc(
        "encoding.invisible-character",
        "Every character can be seen, or does what it was made for.\n"
        "Joiners in emoji, Arabic and Indic words and marks of direction beside right-to-left text "
        "stay; elsewhere they make two texts different that look the same.",
        _term(r"in\u{200b}visible"),
        _term("visible 👩\u200d💻 می\u200cخواهم"),
    ),
    doc(
        "encoding.direction-control",
        "No character turns the text round, and what opens a direction closes it on its line.\n"
        "Otherwise a line reads differently from how it is stored.",
        _term(r"the limit is \u{202e}000,1"),
        _term(r"the title \u{2067}كتاب\u{2069} is Arabic"),
    ),
    doc(
        "encoding.stacked-marks",
        "A letter carries the accents that belong to it.\n"
        "A heap of them covers the lines above and below.",
        _term(r"e\u{300}\u{301}\u{302}\u{303}\u{304}"),
        _term("é"),
    ),
    doc(
        "encoding.lost-character",
        "No character was lost on the way.\n"
        "`\ufffd` is what programs write in place of a character they could not read.",
        _term(r"the caf\u{fffd}"),
        _term("the café"),
        Severity.WARNING,
    ),
)

FILES = (
    doc(
        "file.missing-folder",
        "The project has a folder `content`, itself and no link to another.",
        "",
        "",
    ),
    doc(
        "file.unknown-folder",
        "The folders of `content` are the kinds of record, in the plural.",
        TERM.replace("terms/", "term/"),
    ),
    doc(
        "file.nested-folder",
        "Records lie directly in the folder of their kind.",
        TERM.replace("terms/", "terms/china/"),
    ),
    doc(
        "file.misplaced",
        "Beside `publication.yml`, no record lies in `content` itself.",
        TERM.replace("terms/", ""),
    ),
    doc(
        "file.wrong-ending",
        "The names of records end in `.yml`, those of briefings in `.md`, in lower case.\n"
        "A file with another ending would be lost without a word.",
        TERM.replace(".yml", ".yaml"),
    ),
    doc(
        "file.no-effect",
        "Only records lie in the content folder.\n"
        "Settings, code and pictures have no effect there, whatever they say.",
        "-- mkdocs.yml --\nsite_name: Another site\n",
        severity=Severity.WARNING,
    ),
    doc(
        "file.not-regular",
        "Records are ordinary files.\n"
        "Links, pipes, sockets and devices are not followed: git carries links, and they could "
        "lead to any file of the machine that builds the site.",
        "-- terms/plan.yml -> ../../secret.yml --\n",
    ),
    doc(
        "file.name",
        "The name of a file is the id of its record: lower-case letters a to z, digits and single "
        "hyphens between them.\n"
        "Such a name is the same on every system and in every address.",
        TERM.replace("plan.yml", "The_Plan.yml").replace("id: plan", "id: The_Plan"),
    ),
    doc(
        "file.long-name",
        "An id has at most 80 characters.",
        TERM.replace("plan.yml", f"{'plan-' * 16}plan.yml"),
    ),
    doc(
        "file.reserved-name",
        "No id is a name that a system, the site or the browsers' language uses itself.",
        TERM.replace("plan.yml", "con.yml").replace("id: plan", "id: con"),
    ),
    doc(
        "file.name-clash",
        "Names of files differ in more than case or Unicode form.\n"
        "Windows and macOS take such names for the same file.",
        TERM + TERM.replace("plan.yml", "Plan.yml"),
    ),
    doc(
        "file.too-large",
        "A record has at most 1 MB.\nThe size is looked at before the file is read.",
        _term(r"""'\{plan *200000}'"""),
    ),
    doc(
        "file.too-many",
        "The content folder holds at most 50,000 records and 100 MB.",
        "",
        "",
    ),
    doc(
        "file.unreadable",
        "The one who runs the command may read the records.",
        "",
        "",
    ),
)
