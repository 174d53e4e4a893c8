"""Where a case stands in the review by its state: new, unresolved, waiting to be closed, silent."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.review.docket import Docket, Held

_BANDS = (
    (7, N_("0–7 天")),
    (15, N_("8–15 天")),
    (30, N_("16–30 天")),
    (60, N_("31–60 天")),
)
_LONGEST = N_("61 天以上")


def new(held: Held, docket: Docket) -> Iterator[Phrase]:
    """It came in, or came back, in the week."""
    case = held.case
    if case.received_on in docket.week:
        facts = {"day": case.received_on, "source": Phrase(case.source.source)}
        yield Phrase(N_("{day} 登记，{source}"), facts=facts)
    elif case.round.opened_on in docket.week:
        yield Phrase(N_("{day} 重新调解"), facts={"day": case.round.opened_on})


def unresolved(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Mediation has not come to an end: for how long, at what risk, and who stayed away last time."""
    case = held.case
    if not held.unresolved:
        return
    days = age(case, docket)
    facts = {"n": days, "band": Phrase(band(days)), "risk": Phrase(case.risk.source)}
    said = N_("受理 {n} 天（{band}），风险{risk}")
    if not case.accepted_on:
        said = N_("登记 {n} 天（{band}），尚未受理，风险{risk}")
    yield Phrase(said, facts=facts)
    if held.case.sessions and (absent := held.case.sessions[-1].absent):
        yield Phrase(N_("上次调解未到场：{n} 方"), facts={"n": len(absent)})


def age(case: Case, docket: Docket) -> int:
    """Days since the present round was accepted, or began where it has not been."""
    return (docket.today - (case.accepted_on or case.round.opened_on)).days


def band(days: int) -> str:
    """The age band of so many days, in Chinese."""
    return next((name for most, name in _BANDS if days <= most), _LONGEST)


def concluded(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Mediation has ended; somebody still has to perform, or to close it."""
    case = held.case
    if held.on_desk and not held.unresolved:
        facts = {"state": Phrase(held.state.source), "day": case.concluded_on}
        yield Phrase(N_("{state}，{day} 调结，还没有结案"), facts=facts)


def silent(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Nothing has happened in it for longer than the office allows."""
    for clock in held.clocks:
        if clock.purpose is Purpose.SILENCE and clock.days_left(docket.today) < 0:
            days = (docket.today - held.case.last_on).days
            yield Phrase(N_("{n} 天无动静，最后一次 {day}"), facts={"n": days, "day": held.case.last_on})
