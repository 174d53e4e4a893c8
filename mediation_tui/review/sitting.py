"""Sitting together: a meeting that goes on, with its agenda, its numbers and what was looked at; and the days between two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mediation_tui.clock import Clock as Now
from mediation_tui.model.meeting import Meeting, MeetingHead, meeting_of
from mediation_tui.model.period import Period
from mediation_tui.review.agenda import agenda_of
from mediation_tui.review.docket import last_before, read_docket
from mediation_tui.review.heads import Headline, heads_of
from mediation_tui.review.sections import TOWN_DESK, Agenda, Line, Section, SectionCode
from mediation_tui.review.walking import Walk
from mediation_tui.rules.registers import MEETINGS
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter

_LISTED = 520
"""Meetings that are listed: ten years of weeks."""


@dataclass(frozen=True)
class Sitting:
    """A meeting that goes on.

    Attributes:
        meeting: The meeting as it stands.
        heads: The numbers at its head.
        walk: Its agenda, with what was raised in it, as far as it was looked at.
    """

    meeting: Meeting
    heads: tuple[Headline, ...]
    walk: Walk

    def going_on(self, meeting: Meeting) -> Sitting:
        """The same agenda when more of it was looked at."""
        return replace(self, meeting=meeting, walk=self.walk.seeing(meeting.seen))


@dataclass(frozen=True)
class Between:
    """No meeting goes on: what there will be to look at, and the meetings there were.

    Attributes:
        week: The week the next meeting is about.
        agenda: What there would be to look at now.
        heads: The numbers at its head.
        last: The last meeting about an earlier week; none where there was none.
        meetings: Every meeting, the newest first.
    """

    week: Period
    agenda: Agenda
    heads: tuple[Headline, ...]
    last: MeetingHead | None
    meetings: tuple[MeetingHead, ...]


def read_sitting(book: Book, now: Now, meeting_id: str) -> Sitting:
    """A meeting with everything there is to look at, as the book stands.

    Raises:
        NotFound: There is no such meeting.
        DamagedBook: A case cannot be read.
    """
    meeting = meeting_of(book.steps(MEETINGS, meeting_id))
    docket = read_docket(book, now, meeting.week)
    sections = (*agenda_of(docket).sections, _raised(book, meeting))
    return Sitting(meeting, heads_of(docket), Walk.of(sections, meeting.seen))


def _raised(book: Book, meeting: Meeting) -> Section:
    """The cases that were raised in the meeting itself, in that order."""
    code = SectionCode.RAISED
    ids = [line.case for line in meeting.seen if line.section == code.value and line.case]
    found = {facts.id: facts for facts in book.facts(CaseFilter(ids=frozenset(ids)))} if ids else {}
    known = (found[each] for each in ids if each in found)
    return Section(
        code, tuple(Line(code, each.village or TOWN_DESK, (), each.id, each.number) for each in known)
    )


def read_between(book: Book, now: Now, week: Period) -> Between:
    """What there would be to look at in a week, and the meetings there were.

    Raises:
        DamagedBook: A case cannot be read.
    """
    docket = read_docket(book, now, week)
    meetings = book.meetings(0, _LISTED)
    last = last_before(meetings, week)
    return Between(week, agenda_of(docket), heads_of(docket), last, meetings)


def going_on_about(book: Book, week: Period) -> MeetingHead | None:
    """The meeting about a week that still goes on, if one does."""
    return next((each for each in book.meetings_of(week) if each.open), None)
