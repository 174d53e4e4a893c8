"""What the commands about the review print as JSON; `schemas/` describes each."""

from __future__ import annotations

from datetime import date, datetime

from mediation_tui.model.base import Frozen
from mediation_tui.model.meeting import MeetingHead
from mediation_tui.model.places import Town
from mediation_tui.papers.official.record import FigureValues, figure_values
from mediation_tui.review.heads import Headline
from mediation_tui.review.minutes import place_name
from mediation_tui.review.sections import Agenda, Line, Section


class HeadlineRecord(Frozen):
    """A number at the head.

    Attributes:
        figure: The number with its formula and its cases; its `column` is the code it is asked for by.
        before: What was signed at the last meeting; none where nothing was, or it was not known.
        change: By how much it differs; none where one of the two is not known.
    """

    figure: FigureValues
    before: int | None
    change: int | None


class LineRecord(Frozen):
    """A line of the agenda.

    Attributes:
        village: The village it belongs to, by its id; empty for the town desk.
        village_name: What that is called.
        case: The case, by its id; none where the line is about a place.
        number: Its number; empty for a place.
        place: The village or grid, by its id; none where the line is about a case.
        place_name: What that is called; empty for a case.
        why: Why it is here.
        seen: Whether a meeting about this week has looked at it.
    """

    village: str
    village_name: str
    case: str | None
    number: str
    place: str | None
    place_name: str
    why: tuple[str, ...]
    seen: bool


class SectionRecord(Frozen):
    """A section of the agenda."""

    code: str
    name: str
    lines: tuple[LineRecord, ...]


class AgendaRecord(Frozen):
    """The agenda of a week's review.

    Attributes:
        first: The week's first day.
        last: Its last one.
        as_of: The instant of the book's knowledge, UTC.
        heads: The numbers at its head.
        sections: In the order they are walked, empty ones too.
    """

    first: date
    last: date
    as_of: datetime
    heads: tuple[HeadlineRecord, ...]
    sections: tuple[SectionRecord, ...]


class ListedMeeting(MeetingHead):
    """A meeting in one line.

    Attributes:
        going_on: Whether it still goes on.
    """

    going_on: bool


def listed_meeting(meeting: MeetingHead) -> ListedMeeting:
    """A meeting as it is listed; what it looked at is in its minutes."""
    known = {name: getattr(meeting, name) for name in MeetingHead.model_fields}
    return ListedMeeting(**known, going_on=meeting.open)


def agenda_record(
    agenda: Agenda, heads: tuple[Headline, ...], unseen: frozenset[Line], town: Town
) -> AgendaRecord:
    """An agenda as a record.

    Args:
        agenda: What there is to look at.
        heads: The numbers at its head.
        unseen: The lines nobody has looked at yet.
        town: The town's places.
    """
    basis = agenda.basis
    return AgendaRecord(
        first=basis.period.first,
        last=basis.period.last,
        as_of=basis.as_of,
        heads=tuple(map(_head, heads)),
        sections=tuple(_section(section, unseen, town) for section in agenda.sections),
    )


def _head(head: Headline) -> HeadlineRecord:
    before = head.before.value if head.before else None
    return HeadlineRecord(
        figure=figure_values(head.code.value, head.figure), before=before, change=head.change
    )


def _section(section: Section, unseen: frozenset[Line], town: Town) -> SectionRecord:
    lines = tuple(_line(line, line not in unseen, town) for line in section.lines)
    return SectionRecord(code=section.code.value, name=section.code.label, lines=lines)


def _line(line: Line, seen: bool, town: Town) -> LineRecord:
    return LineRecord(
        village=line.village,
        village_name=town.village_name(line.village) or town.name,
        case=line.case,
        number=line.number,
        place=line.place,
        place_name="" if line.place is None else place_name(town, line.place),
        why=tuple(map(str, line.why)),
        seen=seen,
    )
