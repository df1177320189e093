"""What templates print: ready words, addresses and marks, nothing left to look up."""

from generator.core.frozen import frozen


@frozen
class Words:
    """Text from a record, as plain text; the formats escape it."""

    text: str
    lang: str = ""
    """BCP 47, where it is not the language of the page."""
    ref: str = ""
    """The address of the record or part it comes from."""

    def __str__(self) -> str:
        return self.text


@frozen
class LinkView:
    """A link to a page of ours."""

    words: Words
    href: str
    """Relative, as a browser goes."""
    note: str = ""
    """A few words about it: a level, a count."""
    original: Words | None = None
    """Its title in the original language."""


@frozen
class FileLink:
    """A link of Markdown text: it leads to a file in a forge's viewer, to a page on the site."""

    words: Words
    file: str
    """The Markdown file with its anchor, relative to the file of the page."""


@frozen
class Basis:
    """What numbers in the sentences of a record rest on besides its own evidence."""

    numbers: tuple[Words, ...]
    """Each with what it rests on, in words: `13 percent: from 60 to 52 billion`."""
    records: tuple[LinkView, ...]
    """Other records whose numbers stand there."""
    files: tuple[FileLink, ...]
    """The same for Markdown text."""


@frozen
class EvidenceLink:
    """The way from a list to the words of a source for one value or day."""

    href: str
    label: str
    """What is carried: the heading of its column."""
    about: Words
    """The title of the record or part."""


@frozen
class ConflictMark:
    """Shown wherever a value stands on which sources disagree."""

    question: Words
    assessment: Words
    link: LinkView
    readings: int
    resolution: str
    """`preferred`, `explained` or `open`."""


class ConflictMarks(tuple[ConflictMark, ...]):
    """All conflicts about one thing: shown as one mark."""

    __slots__ = ()

    @property
    def is_open(self) -> bool:
        """Whether one of them is not resolved."""
        return any(mark.resolution == "open" for mark in self)


NO_CONFLICTS = ConflictMarks()


_LAST_MONTH = {"33": "03", "34": "06", "35": "09", "36": "12", "40": "06", "41": "12"}
"""Of the quarters and halves of EDTF, which HTML does not know."""


@frozen
class Day:
    """A date in words and for machines."""

    words: str
    iso: str
    """EDTF."""
    conflicts: ConflictMarks = NO_CONFLICTS
    """Where sources disagree on it."""

    @property
    def html(self) -> str:
        """As HTML takes it: an interval by its end, a quarter or a half by its last month."""
        end = self.iso.rpartition("/")[2]
        year, _, part = end.partition("-")
        return f"{year}-{_LAST_MONTH[part]}" if part in _LAST_MONTH else end


@frozen
class Mark:
    """A reference to a note, at one place of the page."""

    note: int
    use: int

    @property
    def id(self) -> str:
        """The anchor that the note leads back to."""
        return f"ref-{self.note}-{self.use}"


@frozen
class NoteView:
    """One piece of evidence, numbered once per page."""

    number: int
    source: LinkView
    publisher: Words
    host: str
    """Where the copy that was read sits, if it is not with the publisher."""
    locator: Words | None
    quote: Words | None
    published: Day | None
    url: str
    """Empty where the source is not linked."""
    url_note: str
    """Why it is not linked."""
    archive_url: str
    quality: str
    """How far it can be relied on, in words."""
    stance: str = ""
    """What it is for, where it does not support the value."""
    remark: Words | None = None
    """What the editors say of this use of the source."""
    standing: str = ""
    """How sure the value is that rests on it, and how far its record has been reviewed."""
    conflicts: ConflictMarks = NO_CONFLICTS
    """What sources disagree on about that value."""
    uses: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    """The fields of the page's record that it carries, as names that last."""

    @property
    def lacks_words(self) -> bool:
        """Whether something rests on it, and what the source says of it is not recorded."""
        return bool(self.standing) and self.quote is None


@frozen
class Converted:
    """A sum in another currency: ours."""

    words: str
    why: str
    """By whom, at which rate, of which day."""


@frozen
class ValueView:
    """A value in words with its address and its evidence."""

    comparator: str
    """`more than`; empty for an exact number."""
    number: str
    """Empty where no number is stated."""
    unit: str
    machine: str
    """The number in digits, for machines; a range as `3/5`."""
    ref: str
    phrase: Words | None = None
    """The words of the source where it states no number."""
    marks: tuple[Mark, ...] = ()
    conflicts: ConflictMarks = NO_CONFLICTS
    converted: Converted | None = None

    @property
    def words(self) -> str:
        """The whole value in words."""
        parts = (self.comparator, self.number, self.unit)
        said = " ".join(part for part in parts if part)
        return said or (self.phrase.text if self.phrase else "no number stated")


@frozen
class StatusView:
    """Where a target stands, with the reason."""

    key: str
    """Names the icon and the colour: `passed`, `due`, `met` and so on."""
    words: str
    short: str
    """Without the clause that a table's heading already says."""
    why: str
    """Why it has this state, in a sentence."""


@frozen
class ObservationView:
    """A measured, estimated, forecast or derived value."""

    id: str
    ref: str
    title: LinkView
    value: ValueView | None
    missing: Words | None
    """Why there is no number."""
    as_written: Words | None
    period: Day
    method: str
    definition: Words | None
    scope_note: Words | None
    derivation: Words | None
    published: Day | None
    remarks: tuple[Words, ...]
    basis: Basis | None
    about: tuple[LinkView, ...]
    marks: tuple[Mark, ...]
    conflicts: ConflictMarks
    edit_url: str


@frozen
class OutcomeView:
    """What became of a target: our reading of the evidence."""

    finding: str
    comment: Words | None
    searched: str
    """Where and when somebody looked, in words; empty where that is not recorded."""


@frozen
class BaselineView:
    """Where a target starts from."""

    words: str
    """The value in words, with its time."""
    as_written: Words | None


@frozen
class TargetView:
    """A target with everything that is said of it."""

    id: str
    ref: str
    link: LinkView
    indicator: Words
    place: LinkView
    policy: LinkView
    value: ValueView
    as_written: Words | None
    scope: str
    scope_note: Words | None
    deadline: Day | None
    deadline_note: Words | None
    days: str
    """`36 days from 25 Nov 2026`; empty where it is long past or far ahead."""
    status: StatusView
    certainty: str
    commitment: str
    outcome: OutcomeView | None
    baseline: BaselineView | None
    remark: Words | None
    measures: str
    unit: str
    year: str
    """The year of the deadline; empty if undated."""
    elapsed: int | None
    begun_year: str
    edit_url: str
    report_url: str
    conflicts: ConflictMarks = NO_CONFLICTS


@frozen
class Actions:
    """What a reader can do with a page."""

    edit_url: str
    report_url: str
    downloads: tuple["Download", ...] = ()
    columns: LinkView | None = None
    """Where the columns of the files are described."""


@frozen
class Download:
    """A file made from the same records."""

    label: str
    href: str
    type: str
    """`pdf`, `json`, `csv`: names the icon."""
    size: str = ""
    """In words, where it is worth knowing."""


@frozen
class NamedBy:
    """Records that mention the one on the page, by kind."""

    label: str
    links: tuple[FileLink, ...]
