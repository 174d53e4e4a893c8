"""The minutes for other programs."""

from __future__ import annotations

from datetime import date

from mediation_tui.model.base import Frozen
from mediation_tui.model.meeting import Attendance, HeadNumber
from mediation_tui.review.minutes import Minutes


class DecidedRecord(Frozen):
    """A decision.

    Attributes:
        case: The case, by its id.
        number: Its number.
        village: The village's name; empty for a dispute from outside.
        text: What is to be done.
        owner: By whom.
        due: By when.
    """

    case: str
    number: str
    village: str
    text: str
    owner: str
    due: date


class LookedAtRecord(Frozen):
    """What was looked at in one section of the agenda.

    Attributes:
        section: The section's code.
        name: What it is called.
        numbers: The numbers of the cases.
        places: The names of the villages and grids.
    """

    section: str
    name: str
    numbers: tuple[str, ...]
    places: tuple[str, ...]


class MinutesRecord(Frozen):
    """The minutes of a meeting in full.

    Attributes:
        meeting: The meeting's id.
        title: What stands over them.
        first: The first day of the week it was about.
        last: The last one.
        day: When it was held.
        place: Where.
        closed: Whether it has ended; until then this is a draft.
        signer: Who signed the numbers; empty until then.
        note: What else was kept at its end.
        numbers: The numbers it went by.
        looked: What was looked at.
        decisions: What it decided.
    """

    meeting: str
    title: str
    first: date
    last: date
    day: date
    place: str
    attendance: Attendance
    closed: bool
    signer: str
    note: str
    numbers: tuple[HeadNumber, ...]
    looked: tuple[LookedAtRecord, ...]
    decisions: tuple[DecidedRecord, ...]


def minutes_record(minutes: Minutes, title: str) -> MinutesRecord:
    """Minutes as a record."""
    meeting = minutes.meeting
    return MinutesRecord(
        meeting=meeting.id,
        title=title,
        first=meeting.first,
        last=meeting.last,
        day=meeting.day,
        place=meeting.place,
        attendance=meeting.attendance,
        closed=meeting.closed is not None,
        signer=meeting.closed.signer if meeting.closed else "",
        note=meeting.closed.note if meeting.closed else "",
        numbers=minutes.numbers,
        looked=tuple(
            LookedAtRecord(
                section=each.section.value,
                name=each.section.label,
                numbers=each.numbers,
                places=each.places,
            )
            for each in minutes.looked
        ),
        decisions=tuple(DecidedRecord(**vars(each)) for each in minutes.decisions),
    )
