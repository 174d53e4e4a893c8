"""Weekly meetings (周研判会议): who sat together, what they looked at, and the numbers they signed (§13).

A meeting is its steps, so that everything entered is in the book at once and whoever comes back goes on where it stood.
What it decided stays with each case, as events that name the meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.period import Period
from mediation_tui.model.problems import Unfit
from mediation_tui.model.steps import Standing, Step, standing
from mediation_tui.model.text import Line, Name, Story, StoryRequired, Words


class Attendance(Frozen):
    """Who was there.

    Attributes:
        chair: Who led it.
        recorder: Who wrote it down.
        present: Who else came: names.
        absent: Who was expected and did not.
    """

    chair: Name
    recorder: Name
    present: tuple[Name, ...] = ()
    absent: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _nobody_in_two_places(self) -> Self:
        if both := {self.chair, self.recorder, *self.present} & set(self.absent):
            raise Unfit(N_("不能又到会又缺席：{names}"), names=tuple(sorted(both)))
        return self


class SeenLine(Frozen):
    """One line of the agenda that was looked at.

    Attributes:
        section: The code of its section.
        case: The case the line is about; none where it is about a place.
        place: The village or grid, by its id.
    """

    section: Words
    case: str | None = None
    place: str | None = None

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        if (self.case is None) == (self.place is None):
            raise Unfit(N_("看过的要么是一件案件，要么是一个地方"))
        return self


class HeadNumber(Frozen):
    """A number at the head of a meeting, as it stood when it was signed.

    Attributes:
        code: What it is asked for by.
        name: What it was called.
        text: As it was shown; “—” is a text too.
        value: The number; none where it could not be known.
    """

    code: Words
    name: Words
    text: Words
    value: int | None


class MeetingAct(Word):
    """What a step of a meeting is."""

    OPENED = "opened", N_("开会")
    ATTENDANCE = "attendance", N_("更正到会情况")
    SEEN = "seen", N_("看过")
    CLOSED = "closed", N_("散会")


class Opened(Frozen):
    """A meeting began.

    Attributes:
        first: The first day of the week it is about.
        last: The last one.
        day: When it was held.
        place: Where.
    """

    kind: Literal[MeetingAct.OPENED] = MeetingAct.OPENED
    first: date
    last: date
    day: date
    place: Line = ""
    attendance: Attendance

    @model_validator(mode="after")
    def _about_a_week(self) -> Self:
        week = Period.week_of(self.first)
        if (week.first, week.last) != (self.first, self.last):
            raise Unfit(N_("会议的一周从星期一到星期日"))
        return self


class AttendanceCorrected(Frozen):
    """Somebody came late, left, or was written down wrongly."""

    kind: Literal[MeetingAct.ATTENDANCE] = MeetingAct.ATTENDANCE
    attendance: Attendance
    reason: StoryRequired


class Seen(Frozen):
    """A line of the agenda was looked at."""

    kind: Literal[MeetingAct.SEEN] = MeetingAct.SEEN
    line: SeenLine


class Closed(Frozen):
    """The meeting ended, and somebody signed the numbers it went by.

    Attributes:
        numbers: The numbers at the head as they stood.
        signer: Who signed them.
        note: Anything else to be kept.
    """

    kind: Literal[MeetingAct.CLOSED] = MeetingAct.CLOSED
    numbers: tuple[HeadNumber, ...]
    signer: Name
    note: Story = ""


class MeetingStep(Step):
    """One step of a meeting.

    Attributes:
        meeting_id: Whose step it is.
        data: What was said.
    """

    names_record = "meeting_id"

    meeting_id: str
    data: Annotated[Opened | AttendanceCorrected | Seen | Closed, Field(discriminator="kind")]


class MeetingHead(Standing):
    """A meeting in one line, without what it looked at.

    Attributes:
        week: The week it is about.
        day: When it was held.
        place: Where.
        attendance: Who was there, as last said.
        closed: What was signed at its end; none while it is open.
    """

    first: date
    last: date
    day: date
    place: str
    attendance: Attendance
    closed: Closed | None

    @property
    def week(self) -> Period:
        """The week it is about."""
        return Period(self.first, self.last)

    @property
    def open(self) -> bool:
        """Whether it still goes on."""
        return self.closed is None


class Meeting(MeetingHead):
    """A meeting as it stands.

    Attributes:
        seen: The lines that were looked at, in that order.
    """

    seen: tuple[SeenLine, ...]


def head_of(steps: Sequence[MeetingStep]) -> MeetingHead:
    """A meeting in one line, from its steps in their order; those that say what was seen may be left out."""
    return MeetingHead.model_construct(**_headed(steps))


def meeting_of(steps: Sequence[MeetingStep]) -> Meeting:
    """The meeting its steps make, in their order."""
    seen = tuple(step.data.line for step in steps if isinstance(step.data, Seen))
    return Meeting.model_construct(**_headed(steps), seen=seen)


def _headed(steps: Sequence[MeetingStep]) -> dict[str, Any]:
    opened = steps[0].data
    assert isinstance(opened, Opened), "a meeting begins by being opened"
    present = [step.data.attendance for step in steps if isinstance(step.data, Opened | AttendanceCorrected)]
    return {
        **standing(steps),
        **{name: getattr(opened, name) for name in ("first", "last", "day", "place")},
        "attendance": present[-1],
        "closed": next((step.data for step in steps if isinstance(step.data, Closed)), None),
    }
