"""What a person may do with disputes.

Every act is checked in one transaction with what the book holds at that moment: that nobody changed the
case since it was looked at, that its state allows the act, that dates and contents fit, that places and
people are on the roster. A refused act writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import date
from typing import Any

from pydantic import ValidationError

from mediation_tui.desk.place import Place
from mediation_tui.errors import InvalidEntry, MediationError, NotFound, Problem, Refused, Stale
from mediation_tui.i18n import N_
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import Correctable, Draft, EventData
from mediation_tui.model.fold import advanced, begun
from mediation_tui.model.meeting import head_of
from mediation_tui.model.numbers import NumberTemplate
from mediation_tui.model.period import Period
from mediation_tui.model.places import Committee, Town
from mediation_tui.model.problems import problems_of
from mediation_tui.model.screening import screening_of
from mediation_tui.model.vocabulary import Level
from mediation_tui.rules import guards, lifecycle, pausing, warnings
from mediation_tui.rules.meeting import check_going_on
from mediation_tui.rules.registers import MEETINGS, SCREENINGS
from mediation_tui.store.again import until_kept
from mediation_tui.store.book import Writing
from mediation_tui.store.filters import CaseFilter


class Disputes(Place):
    """Registering disputes and writing down what happens in them."""

    @until_kept
    def register(
        self,
        entry: happened.Registration,
        happened_on: date | None = None,
        number: str | None = None,
        course: Sequence[tuple[EventData, date]] = (),
    ) -> Case:
        """Enter a dispute and give it the next number of its committee's series.

        Args:
            entry: What is entered.
            happened_on: When it was registered; today unless said otherwise.
            number: The number it already bears, for one that was kept elsewhere before.
            course: What has happened in it since, each act with its day, for one that was kept elsewhere before.

        Raises:
            InvalidEntry: A date or the number cannot be, or a place is not on the roster.
            Refused: The number is taken, or an act of its course is not possible.
        """
        today = self.clock.today()
        on = happened_on or today
        with self.book.writing() as writing:
            self._check_place(entry.village, entry.grid)
            self._check_screening(writing, entry)
            committee = self._committee(entry)
            guards.check_registration(entry, on, today)
            year, serial, text = _numbered(writing, self.book.town, committee, on.year, number)
            numbered = {"number": text, "year": year, "serial": serial, "committee": committee.id}
            with _in_words():
                data = happened.Registered(**dict(entry), **numbered)
            first = self._draft(str(self._ids(self.clock.now())), data, on)
            return writing.append(None, (first, *self._course(begun(first), course)))

    def next_number(self, village: str | None, level: Level, happened_on: date | None = None) -> str:
        """The number a dispute registered now would get: to be shown, not promised.

        Args:
            village: Where it arose.
            level: Where it came in.
            happened_on: When it is registered; today unless said otherwise.

        Raises:
            NotFound: The village has no committee on the roster.
        """
        year = (happened_on or self.clock.today()).year
        town = self.book.town
        committee = town.committee_of(None if level >= Level.TOWN else village)
        series = {c.id for c in town.committees if c.number_template == committee.number_template}
        given = self.book.tally(("committee", "year", "serial"), CaseFilter(period=Period.year(year)))
        serials = (
            int(serial)
            for owner, in_year, serial in given
            if owner in series and serial and int(in_year or 0) == year
        )
        return NumberTemplate(committee.number_template).format(year, max(serials, default=0) + 1)

    @until_kept
    def record(
        self, case_id: str, data: EventData, happened_on: date | None = None, seen: int | None = None
    ) -> Case:
        """Write one act on a case.

        Args:
            case_id: Whose.
            data: What happened.
            happened_on: When; today unless said otherwise.
            seen: The version of the case the decision was based on; none where that does not matter.

        Raises:
            NotFound: No such case.
            Stale: Somebody changed the case meanwhile; `facts["events"]` are the events that came.
            Refused: The case's state does not allow it.
            InvalidEntry: Dates or contents do not fit.
        """
        on = happened_on or self.clock.today()
        with self.book.writing() as writing:
            case = self._current(writing, case_id, seen)
            self._check(case, data, on)
            if isinstance(data, happened.DecisionMade):
                self._check_meeting(writing, data.meeting)
            case = writing.append(case, (self._draft(case_id, data, on),))
            if isinstance(data, happened.DetailsCorrected):
                self._check_corrected(writing, case, {data.field})
            return case

    @until_kept
    def correct(
        self,
        case_id: str,
        changes: Mapping[Correctable, Any],
        reason: str,
        seen: int | None = None,
    ) -> Case:
        """Put details right, one event for each, keeping what they said before.

        Args:
            case_id: Whose.
            changes: The details and their right values.
            reason: Why, kept with each.
            seen: As for `record`.

        Raises:
            Refused, InvalidEntry, Stale, NotFound: As for `record`; nothing is written unless all fit.
        """
        with self.book.writing() as writing:
            case = self._current(writing, case_id, seen)
            on = self.clock.today()
            for field, value in changes.items():
                data = _correction(case, field, value, reason)
                self._check(case, data, on)
                case = writing.append(case, (self._draft(case_id, data, on),))
            self._check_corrected(writing, case, changes.keys())
            return case

    @until_kept
    def undo(self, case_id: str, seen: int | None = None) -> Case:
        """Take back this person's own last act on a case; both stay on record.

        Raises:
            Refused: The last act is somebody else's, or there is none to take back.
        """
        with self.book.writing() as writing:
            case = self._current(writing, case_id, seen)
            last = guards.undoable(self.book.events(case_id), self.actor)
            data = happened.Undone(event=last.id)
            return writing.append(case, (self._draft(case_id, data, self.clock.today()),))

    def warnings(
        self, case: Case, data: EventData, happened_on: date | None = None
    ) -> tuple[MediationError, ...]:
        """What a careful colleague would point out before the act is saved; never a block."""
        on = happened_on or self.clock.today()
        return warnings.warnings(case, data, on, self.book.rules, self.book.calendar)

    def _draft(self, case_id: str, data: EventData, on: date) -> Draft:
        now = self.clock.now()
        return Draft(
            id=self._ids(now), case_id=case_id, happened_on=on, recorded_at=now, actor=self.actor, data=data
        )

    def _course(self, case: Case, acts: Iterable[tuple[EventData, date]]) -> Iterator[Draft]:
        """The drafts of a case's acts, each checked against the case as the one before leaves it."""
        for data, on in acts:
            self._check(case, data, on)
            draft = self._draft(case.id, data, on)
            case = advanced(case, draft)
            yield draft

    def _current(self, writing: Writing, case_id: str, seen: int | None) -> Case:
        case = writing.case(case_id)
        if seen is not None and seen != case.version:
            missed = self.book.events(case_id)[seen:]
            raise Stale(
                N_("{number}刚被别人改动：{acts}。请看过再做。"),
                number=case.number,
                acts=tuple(event.kind for event in missed),
                events=missed,
            )
        return case

    def _check(self, case: Case, data: EventData, on: date) -> None:
        lifecycle.check(case, data.kind)
        guards.check(case, data, on, self.clock.today())
        match data:
            case happened.MediatorsAssigned():
                self._check_people("mediators", data.mediators)
            case happened.ClockPaused():
                pausing.check(case, data, self.book.rules)
            case happened.DetailsCorrected():
                with _in_words():
                    data.field.read(data.after)
            case happened.MergedInto():
                self._check_target(case, data.target)

    def _check_screening(self, writing: Writing, case: happened.Registration | Case) -> None:
        """Refuse a round that cannot have found a case."""
        if case.screening is None:
            return
        writing.hold(SCREENINGS)
        try:
            stands = screening_of(self.book.steps(SCREENINGS, case.screening))
        except NotFound as error:
            raise InvalidEntry([Problem("screening", error)]) from None
        sentence = (
            N_("那次排查的记录已经撤销，不能由它发现案件")
            if stands.withdrawn
            else N_("那次排查报的是零报告；请先更正排查记录，再登记它发现的案件")
            if stands.round.zero
            else N_("那次排查是别的村（社区）的")
            if stands.round.village != case.village
            else ""
        )
        if sentence:
            raise InvalidEntry([Problem("screening", MediationError(sentence))])

    def _check_meeting(self, writing: Writing, meeting_id: str | None) -> None:
        """Refuse a decision of a meeting that is closed, or of none there is."""
        if meeting_id is not None:
            writing.hold(MEETINGS)
            check_going_on(head_of(self.book.steps(MEETINGS, meeting_id)))

    def _check_target(self, case: Case, target_id: str) -> None:
        target = self.book.case(target_id)
        if target.id == case.id:
            raise Refused(N_("不能并入自己。"))
        if target.void_on:
            raise Refused(N_("{number}已作废，不能并入。"), number=target.number)
        if (target.received_on, target.id) > (case.received_on, case.id):
            raise Refused(
                N_("并案保留登记最早的：请把{later}并入{older}。"), later=target.number, older=case.number
            )

    def _check_corrected(self, writing: Writing, case: Case, fields: AbstractSet[Correctable]) -> None:
        """A corrected case must still be one that could have been registered."""
        if Correctable.SCREENING in fields:
            self._check_screening(writing, case)
        self._check_place(case.village, case.grid)
        names = happened.Registration.model_fields
        with _in_words():
            entry = happened.Registration.model_validate({name: getattr(case, name) for name in names})
        guards.check_registration(entry, case.received_on, self.clock.today())

    def _committee(self, entry: happened.Registration) -> Committee:
        at_town = entry.level_received >= Level.TOWN
        return self.book.town.committee_of(None if at_town else entry.village)


def _numbered(
    writing: Writing, town: Town, committee: Committee, year: int, number: str | None
) -> tuple[int, int | None, str]:
    """The year, serial and text of a new case's number; a serial only where the number follows the template."""
    template = NumberTemplate(committee.number_template)
    series = [c.id for c in town.committees if c.number_template == committee.number_template]
    if number is None:
        serial = writing.highest_serial(series, year) + 1
        return year, serial, template.format(year, serial)
    if writing.number_taken(series, number):
        raise Refused(N_("案号{number}已经有了。"), number=number)
    parsed = template.parse(number)
    return (*parsed, number) if parsed else (year, None, number)


def _correction(case: Case, field: Correctable, value: Any, reason: str) -> EventData:
    before = field.write(getattr(case, field.value))
    with _in_words():
        after = field.accept(value)
        return happened.DetailsCorrected(field=field, before=before, after=after, reason=reason)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what Pydantic refuses inside the block as an `InvalidEntry`."""
    try:
        yield
    except ValidationError as error:
        raise problems_of(error) from None
