"""Last week's review in the made-up town: everybody sat together, looked at what there was, and decided on a few cases.

Chance has a source of its own here, so that the disputes of a town are the same with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from mediation_tui.clock import BEIJING, SetClock, new_id
from mediation_tui.demo.remarks import DecisionRemark
from mediation_tui.demo.town import MadeTown
from mediation_tui.desk import Desk
from mediation_tui.model.case import Case
from mediation_tui.model.events import DecisionMade
from mediation_tui.model.meeting import Attendance
from mediation_tui.model.period import Period
from mediation_tui.review.agenda import agenda_of
from mediation_tui.review.deciding import decide
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of
from mediation_tui.review.sections import Agenda, SectionCode
from mediation_tui.store.book import Book

_FRIDAY, _HOUR = 4, 16
_DECISIONS = 3
_A_WEEK = timedelta(days=7)


class Convener:
    """Holds the review of the week before the day the town is looked at; none of that day's week has been held.

    Args:
        book: The book.
        seed: The only source of chance.
        made: The town.
        today: The day the town is looked at.
        remarks: What reviews decide.
    """

    def __init__(
        self, book: Book, seed: int, made: MadeTown, today: date, remarks: tuple[DecisionRemark, ...]
    ) -> None:
        self._book = book
        self._random = Random(f"meetings {seed}")
        self._made = made
        self._remarks = remarks
        self._names = {person.id: str(person.name) for person in made.people}
        self._week = Period.week_of(today).earlier()
        self._day = self._week.first + timedelta(days=_FRIDAY)
        self.at = datetime.combine(self._day, time(_HOUR), BEIJING)
        """When it begins."""

    def hold(self, clock: SetClock) -> None:
        """Hold it, from opening to signing.

        Args:
            clock: Stands at what was written last, or at the hour it begins.
        """
        desk = Desk(self._book, self._made.head, clock, self._id)
        docket = read_docket(self._book, clock, self._week)
        agenda = agenda_of(docket)
        meeting = desk.open_meeting(
            self._week, self._attendance(), self._day, f"{self._made.town.office}会议室"
        )
        desk.mark_all_seen(meeting.id, [line.seen for line in agenda.lines if line.case])
        for case, remark in zip(list(self._chosen(agenda)), self._drawn(), strict=False):
            owner = next((self._names[each] for each in case.mediators), self._names[self._made.hands.clerk])
            decision = DecisionMade(text=remark.text, owner=owner, due=self._day + _A_WEEK)
            decide(desk, meeting.id, case.id, decision)
        numbers = [head.signed for head in heads_of(docket)]
        desk.close_meeting(meeting.id, numbers, self._names[self._made.head])

    def _chosen(self, agenda: Agenda) -> Iterator[Case]:
        """A few cases nobody worked at on the day itself, the gravest first."""
        found = 0
        for line in agenda.section(SectionCode.UNRESOLVED).lines:
            case = self._book.case(line.case or "")
            if found < _DECISIONS and case.last_on < self._day and not case.decisions:
                found += 1
                yield case

    def _drawn(self) -> list[DecisionRemark]:
        return self._random.sample(self._remarks, k=min(_DECISIONS, len(self._remarks)))

    def _attendance(self) -> Attendance:
        """The head leads, the clerk writes, most villages' directors come."""
        directors = [self._names[hamlet.hands.mediators[0]] for hamlet in self._made.hamlets]
        leaders = {self._names[self._made.head], self._names[self._made.hands.clerk]}
        asked = [name for name in dict.fromkeys(directors) if name not in leaders]
        absent = self._random.sample(asked, k=2)
        return Attendance(
            chair=self._names[self._made.head],
            recorder=self._names[self._made.hands.clerk],
            present=tuple(name for name in asked if name not in absent),
            absent=tuple(absent),
        )

    def _id(self, instant: datetime) -> UUID:
        return new_id(instant, self._random.getrandbits(74))
