"""A made-up case goes up or down a level, or is spoken of with a partner."""

from __future__ import annotations

from datetime import timedelta

from mediation_tui.demo.life import intake
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.vocabulary import Direction, Level, Partner

_UP = {Level.GRID: Level.VILLAGE, Level.VILLAGE: Level.TOWN, Level.TOWN: Level.COUNTY}
_ASKED = (Partner.POLICE, Partner.OTHER, Partner.COURT, Partner.POLICE, Partner.PETITION_OFFICE)

_REPORTED = 0.8


def lift(case: Dossier) -> None:
    """The next level takes over (上交)."""
    to = _UP.get(case.level)
    if to is None or (to is Level.COUNTY and not case.has(Trait.LIFTED_AGAIN)):
        return
    reason, by = _reason(case), case.lead
    case.move(to)
    paper = "" if to is Level.VILLAGE else f"共和调交〔{case.diary.day.year}〕{case.random.randint(1, 60)}号"
    case.jot(by, happened.Lifted(to=to, receiver=case.name_of(case.lead), reason=reason, paper=paper))
    intake.assign(case)


def _reason(case: Dossier) -> str:
    match case.level:
        case Level.GRID:
            return case.pen.one(case.pen.remarks.grid_lift)
        case Level.VILLAGE:
            return case.pen.recorder.lift()
        case _:
            return case.pen.one(case.pen.remarks.town_lift)


def hand_down(case: Dossier) -> None:
    """The village takes over from the town (下派)."""
    if case.level is not Level.TOWN or case.dispute.hamlet is None:
        return
    by = case.hands.clerk
    case.move(Level.VILLAGE)
    handed = happened.HandedDown(
        to=Level.VILLAGE, receiver=case.name_of(case.lead), reason=case.pen.recorder.hand_down()
    )
    case.jot(by, handed)
    intake.assign(case)


def consult(case: Dossier) -> None:
    """A partner of the three mediations is asked for help; the case stays here."""
    remark = case.asked = case.pen.remarks.handover(case.random.choice(_ASKED))
    case.handovers += 1
    asked = happened.HandedOver(
        direction=Direction.OUT,
        partner=remark.partner,
        unit=remark.unit,
        paper=f"共和调函〔{case.diary.day.year}〕{case.random.randint(1, 60)}号",
        feedback_due=case.diary.day + timedelta(case.random.choice((7, 10, 15))),
        note=remark.out,
    )
    case.jot(case.lead, asked)


def hear_back(case: Dossier) -> None:
    """The partner asked last answers."""
    if case.asked:
        case.after(3, 8)
        answer = happened.FeedbackReceived(handover=case.handovers, feedback=case.asked.back)
        case.jot(case.lead, answer)


def report_back(case: Dossier) -> None:
    """Whoever entrusted the case hears what came of it, mostly."""
    if case.owes_report and case.happens(_REPORTED):
        told = case.pen.one(case.pen.remarks.feedback_given)
        case.jot(case.hands.clerk, happened.FeedbackReceived(handover=1, feedback=told))
    case.owes_report = False
