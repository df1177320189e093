"""One page in the making: it knows where it stands, what it says and what that rests on."""

from collections.abc import Iterable

from generator.core.edtf import Edtf
from generator.core.quantity import Quantity
from generator.core.refs import Ref
from generator.core.wording import (
    AmountWords,
    amount_words,
    date_words,
    deadline_words,
    in_words,
)
from generator.pages import vocabulary
from generator.pages.addresses import (
    relative_file,
    relative_path,
    relative_url,
    with_anchor,
)
from generator.pages.clock_words import days_view, searched_words, status_view
from generator.pages.evidence_links import carrying
from generator.pages.money import converted
from generator.pages.notes import Noted, Notes
from generator.pages.reporting import edit_url, report_url
from generator.pages.site import Site, capitalized
from generator.pages.standing import role, standing
from generator.pages.views import (
    BaselineView,
    Basis,
    ConflictMark,
    ConflictMarks,
    Converted,
    Day,
    FileLink,
    LinkView,
    Mark,
    NoteView,
    ObservationView,
    OutcomeView,
    TargetView,
    ValueView,
    Words,
)
from generator.records.conflict import Conflict
from generator.records.event import Event
from generator.records.fields import Evidence
from generator.records.observation import Observation
from generator.records.policy import Outcome, Policy, Target
from generator.records.source import Source
from generator.records.value import Value


class Sheet:
    """The links, values and notes of one page."""

    def __init__(self, site: Site, path: str) -> None:
        self.site = site
        self.path = path
        self._links: dict[Ref, LinkView] = {}
        self._conflicts: dict[Ref, ConflictMark] = {}
        self._notes = Notes()

    # Links

    def link(self, ref: Ref, words: str | None = None, note: str = "") -> LinkView:
        """A link to a record, with its title unless other words are given."""
        link = self._links.get(ref)
        if link is None:
            link = self._links[ref] = self._link(*self.site.named(ref))
        if not (words or note):
            return link
        said = Words(words, ref=link.words.ref) if words else link.words
        return LinkView(said, link.href, note, link.original)

    def page(self, path: str, words: str, anchor: str = "") -> LinkView:
        """A link to a page that is about no single record."""
        return self._link(path, anchor, Words(words))

    def links(self, refs: Iterable[Ref]) -> tuple[LinkView, ...]:
        """Links in the order given."""
        return tuple(self.link(ref) for ref in refs)

    def file_links(self, refs: Iterable[Ref]) -> tuple[FileLink, ...]:
        """Links of Markdown text in the order given."""
        return tuple(self._file_link(*self.site.named(ref)) for ref in refs)

    def file(self, path: str) -> str:
        """The way to a file of the site, for example a download."""
        return relative_path(path, start=self.path)

    def _link(
        self,
        page: str,
        anchor: str,
        words: Words,
        original: Words | None = None,
    ) -> LinkView:
        if anchor and page == self.path:
            return LinkView(words, f"#{anchor}", original=original)
        url = relative_url(page, start=self.path)
        return LinkView(words, with_anchor(url, anchor), original=original)

    def _file_link(self, page: str, anchor: str, words: Words, _: object) -> FileLink:
        file = relative_file(page, start=self.path)
        return FileLink(words, with_anchor(file, anchor))

    # Notes

    def marks(
        self,
        evidence: Iterable[Evidence],
        about: Ref | None = None,
        phrase: Words | None = None,
    ) -> tuple[Mark, ...]:
        """References to the notes of some evidence.

        `about` is the record or part that rests on it, whose certainty, review and conflicts the
        note names; nothing where a source is only mentioned. `phrase` is the number as the source
        writes it: the quotation where none is recorded.
        """
        return tuple(self._mark(one, about, phrase) for one in evidence)

    def notes(self) -> tuple[NoteView, ...]:
        """All notes of the page with the places that lead to them."""
        return tuple(self._note(noted) for noted in self._notes)

    def quiet(self) -> "Sheet":
        """The same page for words that are printed without their notes: none is numbered."""
        return Sheet(self.site, self.path)

    def _mark(
        self, evidence: Evidence, about: Ref | None, phrase: Words | None
    ) -> Mark:
        source = self.site.library.get(evidence.source, Source)
        quote = Words(evidence.quote, self._lang(source)) if evidence.quote else None
        if not quote and evidence.stance == "supports" and evidence.is_about_value:
            quote = phrase
        worth, disputes = self._worth(about) if about else ("", ())
        return self._notes.mark(evidence, quote, worth, disputes)

    def _worth(self, about: Ref) -> tuple[str, tuple[Ref, ...]]:
        """How far a value can be trusted, and the conflicts about it."""
        library = self.site.library
        words = self.site.once(("standing", about), lambda: standing(library, about))
        return words, library.conflicts_of.get(about, ())

    def _note(self, noted: Noted) -> NoteView:
        evidence = noted.evidence
        source = self.site.library.get(evidence.source, Source)
        return NoteView(
            number=noted.number,
            source=self.link(evidence.source),
            publisher=Words(source.publisher, ref=str(evidence.source)),
            host=source.host or "",
            locator=self.words(evidence.locator, str(evidence.source)),
            quote=noted.quote,
            published=self.day(source.published),
            url=(source.link and source.url) or "",
            url_note=_why_unlinked(source),
            archive_url=source.archive_url or "",
            quality=vocabulary.RELIABILITY[source.reliability],
            stance=role(evidence),
            remark=self.words(evidence.note, str(evidence.source)),
            standing=noted.standing,
            conflicts=ConflictMarks(self.conflict(one) for one in noted.disputes),
            uses=tuple(noted.uses),
        )

    # Words

    def basis(self, ref: Ref) -> Basis | None:
        """What numbers in a record's sentences rest on besides its evidence, if on anything."""
        record = self.site.library.record(ref)
        listed = () if ref.kind == "sources" else record.numbers
        if not (listed or record.mentions):
            return None
        numbers = tuple(Words(text, ref=str(ref)) for text in listed)
        others = record.mentions
        return Basis(numbers, self.links(others), self.file_links(others))

    def words(self, text: str | None, ref: str = "", lang: str = "") -> Words | None:
        """Text of a record, or nothing."""
        return Words(text, lang, ref) if text else None

    def day(self, on: Edtf | None) -> Day | None:
        """A date in words and for machines, or nothing."""
        return Day(date_words(on), on.edtf) if on else None

    def issued(self, policy: Ref) -> Day | None:
        """The day a policy became public, or says that it was signed; nothing if none is known."""
        dates = self.site.library.get(policy, Policy).dates
        if (on := dates.issued) is None:
            return None
        words = date_words(on) if dates.published else f"signed {date_words(on)}"
        return Day(words, on.edtf, self._disputes(on, policy))

    def event_day(self, ref: Ref) -> Day:
        """The day of an event, as disputed as that of a policy which it is about."""
        event = self.site.library.get(ref, Event)
        disputes = self._disputes(event.date, ref, *event.policies)
        return Day(date_words(event.date), event.date.edtf, disputes)

    def deadline(self, target: Ref) -> Day | None:
        """The day by which a target is due, or nothing."""
        if (on := self.site.library.targets[target][1].deadline) is None:
            return None
        return Day(deadline_words(on), on.edtf, self._disputes(on, target))

    def _disputes(self, on: Edtf, *refs: Ref) -> ConflictMarks:
        library = self.site.library
        found = [one for ref in refs for one in library.disputes_of_day(ref, on)]
        return ConflictMarks(self.conflict(one) for one in dict.fromkeys(found))

    def _lang(self, source: Source) -> str:
        return "" if source.language == self.site.language else source.language

    def phrase(self, text: str | None, evidence: list[Evidence]) -> Words | None:
        """A number as written, in the language of the first source that carries it."""
        if not text:
            return None
        source = self.site.library.get(evidence[0].source, Source)
        foreign = any(ord(character) > 0x2E7F for character in text)
        lang = self._lang(source) if foreign else ""
        return Words(text, lang or ("zh-Hans" if foreign else ""))

    # Values

    def value(
        self,
        value: Value,
        ref: Ref,
        evidence: list[Evidence],
        as_written: str | None = None,
    ) -> ValueView:
        """A value in words with its notes and the conflicts about it."""
        said, money = self._said(value.quantity, ref)
        phrase = self.phrase(as_written, evidence)
        return ValueView(
            comparator=said.comparator,
            number=said.number,
            unit=said.unit,
            machine="/".join(f"{number:f}" for number in value.quantity.numbers),
            ref=str(ref),
            phrase=phrase,
            marks=self.marks(evidence, ref, phrase),
            conflicts=self.conflicts(ref),
            converted=money,
        )

    def _said(
        self, quantity: Quantity, ref: Ref
    ) -> tuple[AmountWords, Converted | None]:
        """A number in words, and in the readers' money."""
        publication = self.site.library.publication
        return self.site.once(
            (ref, quantity),
            lambda: (amount_words(quantity), converted(publication, quantity)),
        )

    def conflicts(self, ref: Ref) -> ConflictMarks:
        """The conflicts that concern a record or part."""
        found = self.site.library.conflicts_of.get(ref, ())
        return ConflictMarks(self.conflict(one) for one in found)

    def conflict(self, ref: Ref) -> ConflictMark:
        """The mark of one conflict."""
        mark = self._conflicts.get(ref)
        if mark is None:
            mark = self._conflicts[ref] = self._conflict(ref)
        return mark

    def _conflict(self, ref: Ref) -> ConflictMark:
        conflict = self.site.library.get(ref, Conflict)
        return ConflictMark(
            question=self.site.title(ref),
            assessment=Words(conflict.assessment, ref=str(ref)),
            link=self.link(ref, "readings"),
            readings=len(conflict.readings),
            resolution=conflict.resolution,
        )

    def target(self, ref: Ref) -> TargetView:
        """A target with everything that is said of it."""
        policy, target = self.site.library.targets[ref]
        clock = self.site.facts.clocks[ref]
        as_of = self.site.settings.as_of
        value = self.value(target.value, ref, target.evidence, target.as_written)
        return TargetView(
            id=target.id,
            ref=str(ref),
            link=self.link(ref),
            indicator=Words(capitalized(target.indicator), ref=str(ref)),
            place=self.link(policy.place),
            policy=self.link(ref.whole),
            value=value,
            as_written=self.phrase(target.as_written, target.evidence),
            scope=vocabulary.SCOPE[target.scope],
            scope_note=self.words(target.scope_note, str(ref)),
            deadline=self.deadline(ref),
            deadline_note=self.words(target.deadline_note, str(ref)),
            days=days_view(clock, as_of),
            status=self.site.once(
                ("status", ref), lambda: status_view(clock, target, as_of)
            ),
            certainty=vocabulary.CERTAINTY[target.certainty],
            commitment=vocabulary.COMMITMENT[target.commitment],
            outcome=self._outcome(target.outcome, ref),
            baseline=self._baseline(target),
            remark=self.words(target.remark, str(ref)),
            measures=target.measures or "",
            unit=target.value.currency or target.value.unit or "",
            year=str(clock.deadline.last.year) if clock.deadline else "",
            elapsed=clock.elapsed,
            begun_year=str(clock.begun.year) if clock.begun else "",
            edit_url=self.edit_url(ref),
            report_url=self.report_url(ref),
            conflicts=value.conflicts,
        )

    def _baseline(self, target: Target) -> BaselineView | None:
        if (baseline := target.baseline) is None:
            return None
        evidence = carrying(target.evidence, "baseline") or target.evidence
        return BaselineView(
            words=f"{in_words(baseline.value.quantity)} ({baseline.period})",
            as_written=self.phrase(baseline.as_written, evidence),
        )

    def _outcome(self, outcome: Outcome | None, ref: Ref) -> OutcomeView | None:
        if outcome is None:
            return None
        return OutcomeView(
            finding=outcome.finding,
            comment=self.words(outcome.comment, str(ref)),
            searched=searched_words(outcome),
        )

    def observation(self, ref: Ref) -> ObservationView:
        """An observation with its evidence."""
        one = self.site.library.get(ref, Observation)
        value = (
            self.value(one.value, ref, one.evidence, one.as_written)
            if one.value
            else None
        )
        marks = value.marks if value else self.marks(one.evidence, ref)
        return ObservationView(
            id=one.id,
            ref=str(ref),
            title=self.link(ref),
            value=value,
            missing=self.words(one.value_missing, str(ref)),
            as_written=self.phrase(one.as_written, one.evidence),
            period=Day(date_words(one.period), one.period.edtf),
            method=vocabulary.METHOD[one.method],
            definition=self.words(one.definition, str(ref)),
            scope_note=self.words(one.scope_note, str(ref)),
            derivation=self.words(one.derivation, str(ref)),
            published=self.day(one.published),
            remarks=tuple(Words(text, ref=str(ref)) for text in one.remarks),
            basis=self.basis(ref),
            about=self.links(one.about),
            marks=marks,
            conflicts=self.conflicts(ref),
            edit_url=self.edit_url(ref),
        )

    # The forge

    def edit_url(self, ref: Ref) -> str:
        """Where the record is edited, at the line of the part."""
        site = self.site
        return site.once(
            ("edit", ref), lambda: edit_url(site.settings, site.library, ref)
        )

    def report_url(self, ref: Ref) -> str:
        """Where a reader reports a mistake in the record."""
        settings = self.site.settings
        return self.site.once(("report", ref), lambda: report_url(settings, ref))


def _why_unlinked(source: Source) -> str:
    if not source.url:
        return "No address recorded."
    return "" if source.link else "Not linked: the host is doubtful."
