"""What the open data holds: every table with its columns, and what files add to records.

The columns stand here alone: the formats write them in this order, the page of the data describes
them, so that neither can have one that the other lacks.
"""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from generator.core.frozen import frozen

VALUE = ("comparator", "amount", "min", "max", "unit", "currency")
EVIDENCE = (
    *("source", "source_publisher", "source_host", "source_title", "source_published"),
    *("source_url", "locator", "quote", "quote_language", "further_sources"),
)
"""The first piece that carries the row's value in full, the sources of the others."""
_LAST = ("conflicts", "review", *EVIDENCE, "as_of")
_OUTCOME = ("state", "days_left", "finding", "finding_comment")


@frozen
class Table:
    """Tables of one form."""

    id: str
    title: str
    files: tuple[str, ...]
    """Their paths; `*` stands for the id of a record."""
    row: str
    """What one row is."""
    columns: tuple[str, ...]
    differs: Mapping[str, str] = field(default_factory=dict)
    """Columns that mean something else than in the other tables."""

    def meaning(self, column: str) -> str:
        """A column in words."""
        return self.differs.get(column) or MEANING[column]


TARGETS = Table(
    "targets",
    "Targets",
    ("targets/targets.csv", "policies/policies.csv", "policies/*/*.csv"),
    "a target.",
    (
        *("address", "place", "policy", "policy_title", "indicator", "scope"),
        *("scope_note", *VALUE, "as_written", "deadline", *_OUTCOME),
        *("certainty", "commitment", *_LAST),
    ),
)
BRIEFING = Table(
    "briefing",
    "Values of a briefing",
    ("briefings/*/*.csv",),
    "a value or a day that the page of the briefing states: of a target its value, its baseline "
    "and its deadline; of an observation its value; of an event and a policy its days.",
    (
        *("address", "field", "title", "place", "policy", "scope", "scope_note"),
        *(*VALUE, "as_written", "date", "period", "method", "definition"),
        *("derivation", "value_missing"),
        *(*_OUTCOME, "certainty", "commitment", *_LAST),
    ),
    {
        "title": "What was counted, or the name of the event or policy.",
        "period": "The time that the value is about: of an observation or a baseline.",
    },
)
OBSERVATIONS = Table(
    "observations",
    "Observations",
    ("observations/observations.csv",),
    "an observation: a number that was measured, estimated, forecast or derived.",
    (
        *("address", "title", "measures", "scope", "scope_note", *VALUE, "as_written"),
        *("period", "method", "definition", "derivation", "published"),
        *("value_missing", "about", *_LAST),
    ),
)
CLAIMS = Table(
    "claims",
    "Checked statements",
    ("claims/claims.csv",),
    "a statement that somebody published, beside the official wording. The evidence is that of the "
    "official wording.",
    (
        *("address", "title", "statement", "appeared_in", "about", "verdict"),
        *("differences", "official_text", "comment", *_LAST),
    ),
    {
        "conflicts": "The conflicts that the statement is a part of, by address.",
        "official_text": "The official wording.",
    },
)
READINGS = Table(
    "conflicts",
    "Readings where sources disagree",
    ("conflicts/conflicts.csv",),
    "what one source says on a question on which sources disagree.",
    (
        *("address", "conflict", "question", "kind", "about", "reading", *VALUE),
        *("date", "as_written", "note", "resolution", "is_preferred", "assessment"),
        *("settles", *_LAST),
    ),
    {
        "kind": "What the disagreement is about: a value, a date, a name and so on.",
        "date": "The day that the source gives, where the question is about a day.",
        "conflicts": "Other conflicts about this one, by address.",
    },
)
FIGURES = Table(
    "figures",
    "How each figure is founded",
    ("quality/values.csv",),
    "a target or an observation.",
    ("address", "official_text", "words_recorded", "certainty", "review"),
)
GAPS = Table(
    "gaps",
    "What each record lacks",
    ("quality/records.csv",),
    "a record.",
    ("address", "kind", "review", "checked", "lacks"),
)
TABLES = (TARGETS, BRIEFING, OBSERVATIONS, CLAIMS, READINGS, FIGURES, GAPS)

MEANING: Mapping[str, str] = MappingProxyType(
    {
        "about": "The records that it is about, by address.",
        "address": "The address of the record, or of the part of a record, that the row is about. "
        "It does not change.",
        "amount": "The number. Empty where the source states none, or a range.",
        "appeared_in": "The source in which the statement was published.",
        "as_of": "The day for which the file was made.",
        "as_written": "The number as the source writes it, in its language.",
        "assessment": "What we make of the disagreement.",
        "certainty": "How well it is attested: confirmed, reported by one source, disputed or "
        "derived.",
        "checked": "The day on which somebody last compared the record with its sources.",
        "comment": "Our explanation.",
        "commitment": "How firmly it is promised: in a law, in a policy document, announced or "
        "proposed.",
        "comparator": "How the number is meant: at least, more than, about, a range and so on.",
        "conflict": "The conflict of which the row is a reading.",
        "conflicts": "The conflicts about this value or day, by address: sources disagree on it.",
        "currency": "The currency of an amount of money, as an ISO code. Nothing is converted.",
        "date": "A day, as precise as it is known, in the form of EDTF.",
        "days_left": "Days from the day of the file to the deadline, while it is ahead.",
        "deadline": "By when, in the form of EDTF. A year ends on its last day.",
        "definition": "What exactly was counted.",
        "derivation": "How a derived number was computed.",
        "differences": "How the statement differs from the official wording.",
        "field": "Which value or day of the record the row is about.",
        "finding": "What is known of the result of a target: our reading of its evidence.",
        "finding_comment": "Why we read it so.",
        "further_sources": "The other sources, by address.",
        "indicator": "What the target counts.",
        "is_preferred": "Whether it is the reading that we prefer: yes or no.",
        "kind": "The kind of record.",
        "lacks": "What is not recorded yet.",
        "locator": "Where in the source: article, page, paragraph.",
        "max": "The upper end of a range.",
        "measures": "The indicator that several targets and observations share.",
        "method": "Measured, estimate, forecast or derived.",
        "min": "The lower end of a range.",
        "note": "A remark of the editors.",
        "official_text": "Whether it rests on the official text: yes or no.",
        "period": "The time that the value is about.",
        "place": "The place of the policy or event, by id.",
        "policy": "The policy, by id.",
        "policy_title": "The English title of the policy.",
        "published": "The day on which the number became public.",
        "question": "The question on which sources disagree.",
        "quote": "The few words of the source that carry the value or day.",
        "quote_language": "The language of those words, as a BCP 47 tag.",
        "reading": "What the source says, in words.",
        "resolution": "Whether one reading is preferred, the difference is explained, or the "
        "question is open.",
        "review": "How far somebody has compared the record with its sources: drafted, reviewed, "
        "second-reviewed.",
        "scope": "What the number covers: the core industry, related industries, the whole, or "
        "unspecified. Different scopes are never added.",
        "scope_note": "The scope in words.",
        "settles": "What would settle an open question.",
        "source": "The source that carries the value or day, by id.",
        "source_host": "Where the copy that was read sits, if not with the publisher.",
        "source_published": "The day on which the source was published.",
        "source_publisher": "Who says so.",
        "source_title": "The title of the source.",
        "source_url": "The address of the source on the web. Empty where the host is doubtful.",
        "state": "Where the target stands on the day of the file.",
        "statement": "The statement in our words.",
        "title": "The English title, else that in the language of the source.",
        "unit": "What is counted, where it is not money.",
        "value_missing": "Why there is no number.",
        "verdict": "What became of the statement: confirmed, corrected and so on.",
        "words_recorded": "Whether words of a source are recorded for it: yes or no.",
    }
)
"""What columns hold, each wherever it stands."""

ADDED: Mapping[str, str] = MappingProxyType(
    {
        "address": "The address of the record or of the part. It does not change.",
        "url": "The page of the record or of the source on the web.",
        "as_of": "The day for which the file was made.",
        "licence": "The terms on which the data may be used.",
        "conflicts": "The conflicts about it, by address.",
        "review_state": "How far somebody has compared the record with its sources, today.",
        "state": "Of a target: where it stands on the day of the file.",
        "days_left": "Of a target: days to the deadline, while it is ahead.",
        "narrative": "Of a briefing: its text, with references to records.",
        "values": "Of a briefing: everything whose values or days it states, as in its table; of a "
        "policy only the days.",
        "quote_language": "Of evidence: the language of the quoted words.",
        "publisher": "Of the source within evidence: who says so.",
        "host": "Of the source within evidence: where the copy that was read sits.",
        "title": "Of the source within evidence: its titles by language.",
        "published": "Of the source within evidence: when it was published.",
        "official": "Of the source within evidence: original, reprint or none.",
        "reliability": "Of the source within evidence: high, medium or low.",
        "evidence": "Of a reading: its source, in the form of evidence.",
    }
)
"""What JSON files say beside the fields of records."""

ROWS: Mapping[str, str] = MappingProxyType(
    {
        "url": "The page of the policy or the place of the target on it, from the explorer.",
        "id": "The id of the record.",
        "kind": "Policy or target.",
        "title": "The title, or what the target counts.",
        "title_lang": "The language of the title, where it is not English.",
        "title_zh": "The original title, or the number as the source writes it.",
        "original_lang": "The language of these words.",
        "policy": "The title of the policy.",
        "where": "The place.",
        "place": "The place with all places that it is in.",
        "level": "The level of government.",
        "type": "The type of policy or source.",
        "status": "How far the policy has come.",
        "topic": "Its topics.",
        "issuer": "Who issued it.",
        "year": "The year in which the policy became public.",
        "issued": "The day on which it became public or was signed, in the form of EDTF.",
        "issued_words": "The same in words.",
        "issued_conflicts": "The conflicts about that day, by id.",
        "targets": "How many targets the policy states.",
        "value": "The value of a target; of a policy how many targets it states.",
        "value_conflicts": "The conflicts about the value, by id.",
        "certainty": "How well the target is attested.",
        "deadline": "By when, in the form of EDTF.",
        "deadline_words": "The same in words.",
        "deadline_conflicts": "The conflicts about the deadline, by id.",
        "due": "The year of the deadline.",
        "result": "Where the target stands.",
        "source": "Who is named first as a source.",
        "publisher": "Who published the source.",
        "published": "The day on which the source was published, in the form of EDTF.",
        "published_words": "The same in words.",
        "standing": "Official, reprinted or not official.",
        "reliability": "How far the source can be relied on: high, medium or low.",
        "language": "The language of the source.",
        "read": "Whether it was read in full.",
        "uses": "How often records rest on it.",
        "evidence": "The addresses of the notes that carry the values and days of the row.",
    }
)
"""What the rows of the explorers hold; each explorer has some of these."""

COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "as_of": "The day for which the file was made.",
        "commit": "The version of the records.",
        "licence": "The terms on which the data may be used.",
        "shares": "Counts by name: how many of how many.",
        "n": "How many.",
        "of": "Of how many.",
        "last_check": "When records were last compared with their sources.",
        "recorded": "For how many a day is recorded.",
        "median_days": "Half of them are at most so many days old.",
        "oldest": "The earliest of these days.",
        "gaps": "What records lack, by kind.",
        "kind": "The kind of record.",
        "lacks": "What is not recorded yet.",
        "totals": "For each indicator the total of its targets, or why there is none.",
        "indicator": "What is counted.",
        "with_amount": "How many targets state a number.",
        "confirmed": "How many targets are confirmed.",
        "comparator": "How the total is meant.",
        "numbers": "The total; two numbers are a range.",
        "unit": "What is counted, or the currency.",
        "refused": "Why no total is given.",
        "document_numbers": "Series of document numbers by issuer and year.",
        "series": "The words before the number.",
        "year": "The year of the series.",
        "known": "Numbers of documents on record, with their policies.",
        "missing": "Numbers between them: the first and the last of each gap.",
        "earlier": "The same counts for earlier editions.",
        "tag": "The name of the edition.",
        "day": "Its day.",
    }
)
"""The keys of `quality/quality.json`."""
