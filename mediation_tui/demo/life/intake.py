"""How a made-up case comes in: registration, acceptance or refusal, and what is void from the start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from mediation_tui.demo.life.deeds import Merger
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.vocabulary import (
    ChosenBy,
    Consent,
    Direction,
    Discovery,
    Entruster,
    Exit,
    Level,
    MediationKind,
    Partner,
    RefusalGround,
    Source,
)

_LATE = (10, 26)
"""Days until a late entry is made."""

_PARTNERS: Mapping[Entruster, Partner] = {
    Entruster.COURT: Partner.COURT,
    Entruster.PROCURATORATE: Partner.PROCURATORATE,
    Entruster.POLICE: Partner.POLICE,
    Entruster.PETITION_OFFICE: Partner.PETITION_OFFICE,
    Entruster.OTHER: Partner.OTHER,
}
_EXITS: Mapping[RefusalGround, Exit] = {
    RefusalGround.SPECIAL_ORGAN: Exit.ADMINISTRATION,
    RefusalGround.FORBIDDEN: Exit.POLICE,
    RefusalGround.TAKEN: Exit.COURT,
    RefusalGround.PARTY_OBJECTS: Exit.NOWHERE,
    RefusalGround.NOT_CIVIL: Exit.PETITION,
}


def register(case: Dossier) -> None:
    """Enter the dispute, on the day or weeks later."""
    delay = 0
    if case.has(Trait.LATE_ENTRY):
        wanted = case.random.randint(*_LATE)
        delay = wanted if case.diary.day + timedelta(wanted + 10) < case.today else 0
    case.jot(case.hands.clerk, _registration(case), delay=delay)


def _registration(case: Dossier) -> happened.Registration:
    tale, plot, day = case.tale, case.plot, case.diary.day
    before = day - timedelta(case.random.choice((0, 0, 0, 1, 1, 2, 3)))
    return happened.Registration(
        village=case.dispute.hamlet.village.id if case.dispute.hamlet else None,
        grid=case.dispute.grid,
        level_received=plot.level,
        mediation_kind=_kind(case),
        category=tale.category,
        source=plot.source,
        entruster=plot.entruster,
        discovery=_discovery(case),
        applied_on=before if plot.source is Source.APPLIED else None,
        found_on=before if plot.source is Source.FOUND else None,
        summary=tale.brief,
        requests="\n".join(f"{number}. {each}" for number, each in enumerate(tale.requests, start=1)),
        parties=case.parties,
        amount=tale.draft.amount,
        people=case.dispute.people,
        risk=case.risk,
        open_hearing=not tale.draft.story.discreet and case.happens(0.2),
    )


def _kind(case: Dossier) -> MediationKind:
    if case.has(Trait.JUDICIAL):
        return MediationKind.JUDICIAL
    return MediationKind.ADMINISTRATIVE if case.has(Trait.ADMINISTRATIVE) else MediationKind.PEOPLE


def _discovery(case: Dossier) -> Discovery | None:
    match case.plot.source:
        case Source.APPLIED:
            return case.random.choice((Discovery.WALK_IN, Discovery.WALK_IN, Discovery.HOTLINE))
        case Source.FOUND:
            by_grid = case.level is Level.GRID
            return Discovery.REPORTED if by_grid else Discovery.SCREENING
        case _:
            return None


def accept(case: Dossier) -> None:
    """Accept the dispute and name its mediators."""
    case.after(0, 2)
    found = case.plot.source is Source.FOUND
    consent = Consent.NO_OBJECTION if found else Consent.BOTH_AGREE
    accepted = happened.Accepted(reserved_elsewhere=False, taken_elsewhere=False, consent=consent)
    case.jot(case.hands.clerk, accepted)
    assign(case)
    if case.plot.entruster:
        _take_over(case, case.plot.entruster)


def assign(case: Dossier) -> None:
    """Name who mediates, at the level that handles the case now."""
    second = case.worker if case.level is Level.GRID else case.random.choice(case.hands.mediators)
    mediators = (case.lead,) if second == case.lead or case.happens(0.4) else (case.lead, second)
    chosen = ChosenBy.PARTIES if case.happens(0.12) else ChosenBy.ASSIGNED
    case.jot(case.hands.clerk, happened.MediatorsAssigned(mediators=mediators, chosen_by=chosen))


def _take_over(case: Dossier, entruster: Entruster) -> None:
    """Put down that a partner has sent the case, and until when it wants to hear of it."""
    remark = case.pen.remarks.handover(_PARTNERS[entruster])
    case.handovers += 1
    case.owes_report = True
    handover = happened.HandedOver(
        direction=Direction.IN,
        partner=remark.partner,
        unit=remark.unit,
        paper=f"〔{case.diary.day.year}〕移字第{case.random.randint(1, 90)}号",
        feedback_due=case.diary.day + timedelta(30),
        note=remark.inward,
    )
    case.jot(case.hands.clerk, handover)


def refuse(case: Dossier) -> None:
    """Not accept the dispute, and say where to go."""
    case.after(0, 2)
    ground = case.random.choice(list(RefusalGround))
    refusal = happened.NotAccepted(
        ground=ground,
        explanation=case.pen.say(case.pen.remarks.refused[ground], case.tale),
        exit=_EXITS[ground],
        told_where_to_go=True,
    )
    case.jot(case.hands.clerk, refusal)


def make_void(case: Dossier) -> None:
    """Find that it was entered in error, or that the same dispute already has a case."""
    case.after(0, 3)
    remarks = case.pen.remarks
    if case.original:
        case.jot(case.made.archivist, Merger(case.original, case.pen.say(remarks.merged, case.tale)))
    else:
        case.jot(case.hands.clerk, happened.Voided(reason=case.pen.say(remarks.voided, case.tale)))
