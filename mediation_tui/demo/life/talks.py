"""The sessions of a made-up case, and the calls before them."""

from __future__ import annotations

from datetime import timedelta

from mediation_tui.demo.life import incidents
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.life.pen import channel_of
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.vocabulary import SessionResult, Side

_LATE = (10, 20)
"""Days until a forgotten session is written down."""

_APPOINTED = 0.6
"""How often the next session is set at the end of one."""


def begin(case: Dossier) -> None:
    """A call or a walk, the first session where there are several, and what happens in the meantime."""
    case.after(1, 8)
    if case.has(Trait.CALLED):
        call(case)
        case.after(1, 3)
    if case.sessions > 1:
        late = case.random.randint(*_LATE) if case.has(Trait.LATE_SESSION) else None
        hold(case, case.pen.recorder.minutes(case.tale, "first"), rights_told=True, delay=late)
    incidents.early(case)


def go_on(case: Dossier) -> None:
    """The sessions between the first and the last, with one to which somebody does not come."""
    for _number in range(case.sessions - 2):
        _next_day(case)
        hold(case, case.pen.recorder.minutes(case.tale, "second"))
    if case.has(Trait.ABSENT):
        _next_day(case)
        miss(case)
    if case.has(Trait.SLOW):
        case.after(25, 40)
    incidents.late(case)
    _next_day(case)


def call(case: Dossier) -> None:
    """A call or a visit short of a session."""
    content = case.pen.recorder.contact(case.tale)
    whom = case.pen.named_in(content, case.tale)
    case.jot(case.worker, happened.ContactLogged(channel=channel_of(content), whom=whom, content=content))


def hold(
    case: Dossier,
    content: str,
    result: SessionResult = SessionResult.CONTINUES,
    *,
    rights_told: bool = False,
    delay: int | None = None,
) -> None:
    """A session both sides come to."""
    goes_on = result is SessionResult.CONTINUES
    case.appointment = case.diary.day + timedelta(case.random.randint(5, 12)) if goes_on else None
    session = happened.SessionHeld(
        place=case.pen.recorder.place(case.tale),
        present=case.ids(),
        invited=case.pen.one(case.pen.remarks.invited),
        rights_told=rights_told or case.sessions == 1,
        content=content,
        result=result,
        next_on=case.appointment if case.happens(_APPOINTED) else None,
    )
    case.jot(case.lead, session, delay=delay)


def miss(case: Dossier) -> None:
    """A session one side does not come to."""
    cast = case.tale.cast
    side, name = case.random.choice(
        ((Side.RESPONDENT, cast.b), (Side.RESPONDENT, cast.b), (Side.APPLICANT, cast.a))
    )
    absent = case.ids(side)
    case.appointment = case.diary.day + timedelta(case.random.randint(5, 12))
    session = happened.SessionHeld(
        place=case.pen.recorder.place(case.tale),
        present=tuple(party for party in case.ids() if party not in absent),
        absent=absent,
        content=case.pen.recorder.absence(case.tale, name),
        next_on=case.appointment,
    )
    case.jot(case.lead, session)


def _next_day(case: Dossier) -> None:
    """Go on to the day that was set, or some days later."""
    if case.appointment:
        case.diary.until(case.appointment)
    else:
        case.after(1, 5)
