"""Everything that the authors of records can get wrong, each at its place, all in one run."""

from collections.abc import Callable
from pathlib import Path

from generator.core.problems import Severity
from tests.conftest import SiteInAString, short

MakeSite = Callable[..., SiteInAString]

FILES = r"""
-- terms/unclosed.yml --
id: unclosed
title: {en: "No end}
definition: A word.
-- terms/twice.yml --
id: twice
title: {en: Twice}
definition: A word.
definition: Another word.
-- terms/alias.yml --
id: alias
title: &name {en: Alias}
definition: *name
-- terms/tag.yml --
id: tag
title: {en: Tag}
definition: !!python/object:os.system A word.
-- terms/ours.yml --
id: ours
<<<<<<< ours
title: {en: Ours}
=======
title: {en: Theirs}
>>>>>>> theirs
definition: A word.
-- places/wrong-type.yml --
id: wrong-type
title: {en: [a, b]}
level: national
-- places/missing.yml --
id: missing
title: {en: Missing}
-- places/unknown-field.yml --
id: unknown-field
title: {en: Unknown field}
level: national
parnet: nowhere
-- places/unknown-reference.yml --
id: unknown-reference
title: {en: Unknown reference}
level: municipal
parent: nowere
-- places/other-name.yml --
id: another-name
title: {en: Other name}
level: national
-- places/second-nowhere.yml --
id: nowhere
title: {en: Nowhere}
level: national
-- events/no-source.yml --
id: no-source
title: {en: No source}
date: 2022-02-30
kind: event
evidence: [{locator: page one}]
-- observations/values.yml --
id: values
title: {en: Values}
value: {comparator: over, amount: 8, unit: parks}
period: 2024
method: measured
evidence: [{source: gazette}]
-- observations/units.yml --
id: units
title: {en: Units}
value: {comparator: exactly, amount: 8, unit: gardens}
period: 2024
method: measured
evidence: [{source: gazette}]
-- observations/order.yml --
id: order
title: {en: Order}
value: {comparator: range, min: 5, max: 3, unit: parks}
period: 2024
method: measured
evidence: [{source: gazette}]
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
By 2025 there are [[target: smallest#park]] parks.
"""


def test_syntax_fields_and_references_are_reported_together(site: MakeSite) -> None:
    """One cause, one message, at the word to be corrected, by file and line."""
    made = site(FILES)
    content = made.root / "content"
    (content / "terms/bytes.yml").write_bytes(b"id: bytes\ntitle: {en: caf\xe9}\n")
    (content / "terms/large.yml").write_bytes(b"# " + b"x" * 1_000_001)
    (content / "terms/link.yml").symlink_to("/etc/hostname")
    assert short(made.check_all()) == [
        ("briefings/news.md", 10, 4, "wording.bare-number"),
        ("briefings/news.md", 10, 19, "reference.unknown"),
        ("events/no-source.yml", 3, 7, "record.date"),
        ("events/no-source.yml", 5, 12, "record.missing"),
        ("observations/order.yml", 3, 8, "value.min-above-max"),
        ("observations/units.yml", 3, 47, "record.unit"),
        ("observations/values.yml", 3, 21, "record.not-listed"),
        ("places/missing.yml", 1, 1, "record.missing"),
        ("places/other-name.yml", 1, 5, "identity.mismatch"),
        ("places/second-nowhere.yml", 1, 5, "identity.duplicate"),
        ("places/unknown-field.yml", 4, 1, "record.unknown-field"),
        ("places/unknown-reference.yml", 4, 9, "reference.unknown"),
        ("places/wrong-type.yml", 2, 13, "record.text"),
        ("terms/alias.yml", 2, 8, "syntax.anchor"),
        ("terms/alias.yml", 3, 13, "syntax.alias"),
        ("terms/bytes.yml", 2, 16, "encoding.other-encoding"),
        ("terms/large.yml", 1, 1, "file.too-large"),
        ("terms/link.yml", 1, 1, "file.not-regular"),
        ("terms/ours.yml", 2, 1, "syntax.merge-conflict"),
        ("terms/tag.yml", 3, 13, "syntax.tag"),
        ("terms/twice.yml", 4, 1, "syntax.duplicate-key"),
        ("terms/unclosed.yml", 2, 13, "syntax.unclosed-quote"),
    ]


SOUND = r"""
-- sources/spare.yml --
id: spare
title: {en: Spare}
type: report
publisher: Nobody
language: en
read: full
reliability: high
-- observations/share.yml --
id: share
title: {en: Share}
value: {comparator: exactly, amount: 101, unit: percent}
period: 2024
method: measured
evidence: [{source: gazette}]
-- policies/second.yml --
id: second
title: {en: Second plan}
type: plan
document_number: 工信部联电子[2022]148号
place: nowhere
issuers: [{organization: office}]
dates: {published: 2022-07-08}
status: issued
evidence: [{source: gazette}]
targets:
  - id: parks
    indicator: parks
    value: {comparator: exactly, amount: 3, unit: parks}
    as_written: 4个
    deadline: 2021
    commitment: in-policy-document
    certainty: reported
    evidence: [{source: gazette}]
  - id: halls
    indicator: halls
    value: {comparator: exactly, amount: 3, unit: parks}
    deadline: 2024
    commitment: in-policy-document
    certainty: reported
    evidence: [{source: gazette}]
"""


def test_rules_about_the_whole_are_reported_together(site: MakeSite) -> None:
    """Where every record is sound by itself, they are judged with each other."""
    problems = site(SOUND).check_all()
    assert [(*short([one])[0], one.severity.value) for one in problems] == [
        ("observations/share.yml", 1, 5, "evidence.no-words", "note"),
        ("observations/share.yml", 3, 38, "value.percent", "error"),
        ("policies/second.yml", 1, 5, "evidence.no-words", "note"),
        ("policies/second.yml", 4, 18, "wording.document-number", "error"),
        ("policies/second.yml", 11, 9, "time.nobody-looked", "note"),
        ("policies/second.yml", 14, 17, "wording.as-written", "error"),
        ("policies/second.yml", 15, 15, "time.deadline-before-publication", "error"),
        ("policies/second.yml", 19, 9, "time.nobody-looked", "note"),
        ("sources/gazette.yml", 1, 5, "capture.not-at-hand", "note"),
        ("sources/spare.yml", 1, 5, "reference.unused-source", "warning"),
    ]


def test_a_broken_file_makes_no_other_wrong(site: MakeSite) -> None:
    """What names a record whose own file is broken is not called unknown too."""
    made = site("-- places/nowhere.yml --\nid: nowhere\ntitle: {en: Nowhere}\n")
    assert [one.rule for one in made.check_all()] == ["record.missing"]


BROKEN_BESIDE = """
-- places/missing.yml --
id: missing
title: {en: Missing}
-- events/half.yml --
id: half
title: {en: Half}
date: 2022-02-30
kind: event
place: nowere
policies: [smallest, 7]
mentions: [policies/smalest#parks]
evidence: [{source: gazete}, {source: gazette}]
-- briefings/half.md --
---
id: half
title: {en: Half}
category: Market News
headline: Nowhere plans parks
standfirst: The plan is out.
key_points: [It names parks., It names no money., It names no day.]
published: soon
---
There are [[target: smallest#park]].
-- policies/leaning.yml --
id: leaning
title: {en: Leaning plan}
type: plan
document_number: 工信部联电子[2022]148号
place: missing
issuers: [{organization: office}]
dates: {published: 2022-07-08}
status: issued
evidence: [{source: gazette}]
"""


def test_rules_judge_what_is_sound_beside_what_is_broken(site: MakeSite) -> None:
    """One run says all: also what is wrong with sound records, and what invalid ones name.

    A record that leans on a broken one is judged when that is mended. That a source is cited by
    nobody cannot be known before (`sources/spare.yml` of the test above).
    """
    assert short(site(SOUND + BROKEN_BESIDE).check()) == [
        ("briefings/half.md", 8, 12, "record.date"),
        ("briefings/half.md", 10, 11, "reference.unknown"),
        ("events/half.yml", 3, 7, "record.date"),
        ("events/half.yml", 5, 8, "reference.unknown"),
        ("events/half.yml", 6, 22, "reference.unknown"),
        ("events/half.yml", 7, 12, "reference.unknown"),
        ("events/half.yml", 8, 21, "reference.unknown"),
        ("observations/share.yml", 3, 38, "value.percent"),
        ("places/missing.yml", 1, 1, "record.missing"),
        ("policies/second.yml", 4, 18, "wording.document-number"),
        ("policies/second.yml", 14, 17, "wording.as-written"),
        ("policies/second.yml", 15, 15, "time.deadline-before-publication"),
    ]


def test_silence_is_judged_only_where_all_can_speak(site: MakeSite) -> None:
    """A dispute, a citation or a number may be held by the record that is broken."""
    holder = """
        -- conflicts/parks.yml --
        id: parks
        title: {en: How many parks?}
        kind: value
        about: [policies/smallest#parks]
        readings:
          - {id: ten, text: as the plan says, source: gazette}
          - {id: many, text: 12 parks, source: spare}
        resolution: open
        assessment: Nobody knows.
        settles: A count.
    """
    disputed = """
        -- policies/smallest.yml --
        id: smallest
        title: {en: Smallest plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        dates: {published: 2022-07-08}
        status: issued
        summary: The press writes of 12 parks.
        evidence: [{source: gazette}]
        targets:
          - id: parks
            indicator: industrial parks
            value: {comparator: more-than, amount: 10, unit: parks}
            deadline: 2025
            commitment: in-policy-document
            certainty: disputed
            evidence: [{source: gazette}]
        -- sources/spare.yml --
        id: spare
        title: {en: Spare}
        type: report
        publisher: Nobody
        language: en
        read: full
        reliability: high
        numbers: [12 parks]
    """
    assert [one.rule for one in site(disputed).check()] == [
        "wording.unfounded-number",
        "evidence.disputed-alone",
        "reference.unused-source",
    ]
    assert site(disputed + holder).check() == []
    broken = holder.replace("kind: value", "kind: valeu")
    assert [one.rule for one in site(disputed + broken).check()] == [
        "record.not-listed"
    ]


def test_a_reference_like_no_other_says_where_to_look(site: MakeSite) -> None:
    """Where nothing is near enough to be meant: the folder, the parts, the kinds."""
    made = site("""
        -- places/hill.yml --
        id: hill
        title: {en: Hill}
        level: municipal
        parent: far-away
        mentions: [policies/smallest#xyz, places/nowhere#xyz, polices/smallest, b/c]
    """)
    kinds = (
        "`briefings`, `claims`, `comments`, `conflicts`, `events`, `observations`, "
        "`organizations`, `places`, `policies`, `publication`, `sources`, `terms`, `topics`"
    )
    assert [one.help for one in made.check()] == [
        "name a file of `content/places`, or make this one: `briefbook new places far-away`",
        "it has `parks`",
        "it has no parts",
        "did you mean `policies`?",
        f"an address begins with {kinds}",
    ]


def test_a_wrong_id_is_one_problem_however_many_name_the_record(site: MakeSite) -> None:
    """What names the file by its name is right, and so is what names it by its id."""
    made = site("""
        -- places/hill.yml --
        id: hil
        title: {en: Hill}
        level: municipal
        parent: nowhere
        -- places/foot.yml --
        id: foot
        title: {en: Foot}
        level: district
        parent: hill
        -- places/top.yml --
        id: top
        title: {en: Top}
        level: district
        parent: hil
    """)
    assert short(made.check()) == [("places/hill.yml", 1, 5, "identity.mismatch")]


def test_an_empty_folder_is_one_problem(tmp_path: Path) -> None:
    """Without content there is no publication, and that is all."""
    (tmp_path / "content").mkdir()
    problems = SiteInAString(tmp_path).check_all()
    assert [(one.rule, one.severity) for one in problems] == [
        ("publication.missing", Severity.ERROR)
    ]


def test_no_folder_is_one_problem(tmp_path: Path) -> None:
    """Nor is there one where the content folder is a link."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "project"
    root.mkdir()
    (root / "content").symlink_to(elsewhere)
    rules = [one.rule for one in SiteInAString(root).check_all()]
    assert rules == ["file.missing-folder"]
