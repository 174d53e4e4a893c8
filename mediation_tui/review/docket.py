"""What a review is made from, read from the book once: the cases in hand and those that left it lately, and the registers.

Of tens of thousands of cases only some hundreds are opened, and of these only what a reason may be found in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pydantic import ConfigDict

from mediation_tui.clock import Clock as Now
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.measures.opened import Opened
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.registers import Registers, registers_of
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.course import Decision, Handover
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.meeting import HeadNumber, MeetingHead, meeting_of
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import ON_DESK, UNRESOLVED, Purpose, State
from mediation_tui.rules.clocks import Clock, limits_of
from mediation_tui.rules.registers import MEETINGS
from mediation_tui.store.book import Book
from mediation_tui.store.filters import OPEN, CaseFilter, DateBasis

DAYS_AHEAD = timedelta(days=7)
"""How far ahead a review looks for what falls due."""

_LONGEST_BACK = timedelta(weeks=4)
"""A review looks no further back for what came of decisions, however long ago the last meeting was."""

_MEETINGS = 12
"""Meetings read to find the last one before a week."""


class Sat(Frozen):
    """A session as far as a review asks about it: who did not come."""

    model_config = ConfigDict(extra="ignore")

    absent: tuple[str, ...]


class InHand(Opened):
    """A case as a review opens it: what nobody asks about stays nearly as it was written."""

    sessions: tuple[Sat, ...] = ()
    handovers: tuple[Handover, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Held:
    """A case with the limits that run for it on the day of the review.

    Attributes:
        case: The case.
        clocks: Every limit running, nearest first.
        today: The office's date.
    """

    case: InHand
    clocks: tuple[Clock, ...]
    today: date

    @cached_property
    def state(self) -> State:
        """Where in its life the case stands; every section asks."""
        return self.case.state

    @property
    def unresolved(self) -> bool:
        """Not concluded yet (未结)."""
        return self.state in UNRESOLVED

    @property
    def on_desk(self) -> bool:
        """Somebody still has to do something (在办)."""
        return self.state in ON_DESK

    @cached_property
    def asking(self) -> tuple[Clock, ...]:
        """The limits by which something is to be done, nearest first.

        Silence has a section of its own, and one that stands still asks nothing. Of a closed case only the visits
        ask: what is performed needs no confirmation.
        """
        running = (each for each in self.clocks if self.on_desk or each.purpose is Purpose.VISIT)
        return tuple(each for each in running if not self._aside(each))

    def _aside(self, clock: Clock) -> bool:
        still = clock.stopped_on is not None
        return still or clock.hint or clock.purpose is Purpose.SILENCE or clock.shut(self.today)


@dataclass(frozen=True)
class Docket:
    """Everything a review of a week looks into.

    Attributes:
        basis: The week, and as known when.
        town: The places.
        held: The cases on the desk, those registered in the week, those closed since the last meeting, and those it
            looked at; void ones left out.
        visits: Closed cases with a return visit due by `horizon`.
        registers: What was reported and asked, of this week and the one before.
        since: The day of the last meeting about an earlier week; the week before where there was none.
        before: The numbers signed at the end of the last meeting about an earlier week; none where there was none.
        ours: The meetings about this week or a later one, by their ids: what they decide is looked at next time.
    """

    basis: Basis
    town: Town
    held: tuple[Held, ...]
    visits: tuple[CaseFacts, ...]
    registers: Registers
    since: date
    before: tuple[HeadNumber, ...]
    ours: frozenset[str]

    @property
    def week(self) -> Period:
        """The week that is looked at."""
        return self.basis.period

    @property
    def today(self) -> date:
        """The office's date."""
        return self.basis.known_on

    @property
    def horizon(self) -> date:
        """The last day on which what falls due is looked at."""
        return self.today + DAYS_AHEAD


def review_basis(week: Period, now: Now) -> Basis:
    """What a review of a week is about.

    Raises:
        InvalidEntry: The week has not begun.
    """
    dates = Phrase(N_("新增按登记（重新调解）日期，调结按调结日期，其余看截止时间"))
    return Basis(week, now.now(), now.today(), dates)


def read_docket(book: Book, now: Now, week: Period) -> Docket:
    """Read what a review of a week looks into.

    Raises:
        InvalidEntry: The week has not begun.
        DamagedBook: A case cannot be read.
    """
    basis = review_basis(week, now)
    meetings = book.meetings(0, _MEETINGS)
    last = last_before(meetings, week)
    since = max(last.day, week.first - _LONGEST_BACK) if last else week.earlier().first
    visits = CaseFilter(visit_by=basis.known_on + DAYS_AHEAD, states=frozenset({State.CLOSED}))
    with keeping_all():
        return Docket(
            basis=basis,
            town=book.town,
            held=_held(book, _chosen(book, basis, since, last), basis.known_on),
            visits=tuple(book.facts(visits)),
            registers=registers_of(book, lately(week), basis.known_on),
            since=since,
            before=_signed_before(meetings, week),
            ours=frozenset(each.id for each in meetings if each.first >= week.first),
        )


def lately(week: Period) -> Period:
    """A week and the one before: the reports of one that is not over are not due yet."""
    return Period(week.earlier().first, week.last)


def last_before(meetings: Iterable[MeetingHead], week: Period) -> MeetingHead | None:
    """The last meeting about a week before this one; none where there was none."""
    earlier = [each for each in meetings if each.first < week.first]
    return max(earlier, key=lambda each: (each.first, each.day, each.id), default=None)


def _signed_before(meetings: Iterable[MeetingHead], week: Period) -> tuple[HeadNumber, ...]:
    closed = last_before((each for each in meetings if each.closed), week)
    return closed.closed.numbers if closed and closed.closed else ()


def _chosen(book: Book, basis: Basis, since: date, last: MeetingHead | None) -> dict[str, InHand]:
    """The cases that are opened, by their ids."""
    week = basis.period
    closed = Period(min(since, week.first), max(basis.known_on, week.last))
    found = _by_id(book, OPEN)
    found |= _by_id(book, CaseFilter(basis=DateBasis.REGISTERED, period=week))
    found |= _by_id(book, CaseFilter(basis=DateBasis.CLOSED, period=closed))
    if last:
        seen = {line.case for line in meeting_of(book.steps(MEETINGS, last.id)).seen if line.case}
        found |= _by_id(book, CaseFilter(ids=frozenset(seen - found.keys())))
    return {id_: case for id_, case in found.items() if not case.void_on}


def _by_id(book: Book, chosen: CaseFilter) -> dict[str, InHand]:
    return {case.id: case for case in book.cases(chosen, InHand) if isinstance(case, InHand)}


def _held(book: Book, cases: Mapping[str, InHand], today: date) -> tuple[Held, ...]:
    rules, calendar = book.rules, book.calendar
    return tuple(Held(case, limits_of(case, rules, calendar), today) for case in cases.values())
