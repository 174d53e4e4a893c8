"""How a made-up mediation ends: in agreement, or without one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mediation_tui.demo.life import talks
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.phrases import Stage
from mediation_tui.demo.tale import Duty
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.events import Promise
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Category,
    Channel,
    FailureReason,
    Outcome,
    SessionResult,
    Side,
)

_WRITTEN = frozenset({Category.LABOUR, Category.MIGRANT_WAGES, Category.MEDICAL, Category.LAND})
"""Oral agreements are not enough for these."""

_ABOUT_OWNERSHIP = frozenset({Category.HOMESTEAD, Category.LAND})
_SIMPLE = 0.5
_ON_THE_SPOT = timedelta(10)
"""What a quick agreement would allow so long for is done at once."""


def conclude(case: Dossier) -> None:
    """The end the plot asks for."""
    match case.plot.outcome:
        case Outcome.FAILED:
            fail(case)
        case Outcome.WITHDRAWN:
            withdraw(case)
        case Outcome.TRANSFERRED:
            transfer(case)
        case _:
            agree(case)


def agree(case: Dossier) -> None:
    """The last session, and the agreement the same day."""
    recorder, tale, day = case.pen.recorder, case.tale, case.diary.day
    agreed = recorder.minutes(tale, "agreed")
    told = agreed if case.sessions > 1 else f"{tale.claim}{tale.reply}{tale.finding}{agreed}"
    talks.hold(case, told, SessionResult.AGREED)
    oral = _is_oral(case)
    unconfirmable = tale.category in _ABOUT_OWNERSHIP and tale.draft.amount is None and case.happens(0.2)
    case.agreement = happened.AgreementReached(
        form=AgreementForm.ORAL if oral else AgreementForm.WRITTEN,
        content="\n".join(f"{number}. {term}。" for number, term in enumerate(tale.terms, start=1)),
        facts=tale.finding,
        effective_on=day if oral or case.happens(0.9) else day + timedelta(1),
        promises=tuple(_promises(case, day)),
        level_resolved=case.level,
        only_status_or_ownership=unconfirmable and not case.has(Trait.CONFIRMED),
    )
    case.jot(case.lead, case.agreement)


def _is_oral(case: Dossier) -> bool:
    """Whether no paper is wanted: by choice, or because little is left to write down."""
    simple = case.has(Trait.ORAL) or (case.has(Trait.QUICK) and case.happens(_SIMPLE))
    return simple and case.tale.category not in _WRITTEN


def _promises(case: Dossier, day: date) -> Iterator[Promise]:
    for duty in case.tale.duties(day):
        quickly = case.has(Trait.QUICK) and duty.due - day <= _ON_THE_SPOT
        on_the_spot = quickly or duty.due == day
        yield Promise(
            party=_debtor(case, duty),
            what=duty.what,
            manner=duty.manner,
            due=day if on_the_spot else duty.due,
            amount=duty.amount,
            done_on=day if on_the_spot else None,
        )


def _debtor(case: Dossier, duty: Duty) -> str:
    return case.ids(Side.APPLICANT if duty.by == "a" else Side.RESPONDENT)[0]


def fail(case: Dossier) -> None:
    """No agreement; the parties are told the other routes the same day (Art 26)."""
    failure = case.pen.failure(case.tale, case.plot.exit)
    case.exit = failure.exit
    met = failure.reason not in (FailureReason.ABSENT, FailureReason.UNREACHABLE)
    if met:
        stage: Stage = "second" if case.sessions < 3 else "third"
        talks.hold(case, case.pen.recorder.minutes(case.tale, stage), SessionResult.FAILED)
    else:
        talks.call(case)
    ended = happened.MediationFailed(
        reason=failure.reason,
        explanation=failure.note,
        refused_by=_refuser(case, failure.note) if failure.reason is FailureReason.REFUSED else None,
        routes_told=True,
        told_by=Channel.IN_PERSON if met else Channel.PHONE,
        exit=failure.exit,
    )
    case.jot(case.lead, ended)


def _refuser(case: Dossier, note: str) -> Side:
    """The side the note says will not talk on: the one it names first."""
    return Side.APPLICANT if note.startswith(case.tale.cast.a) else Side.RESPONDENT


def withdraw(case: Dossier) -> None:
    """The applicant wants no more mediation, mostly because the two have made it up."""
    reason = case.pen.recorder.withdrawal(case.tale)
    settled = "律师" not in reason
    case.jot(case.hands.clerk, happened.Withdrawn(settled_by_themselves=settled, reason=reason))


def transfer(case: Dossier) -> None:
    """Another organ takes the dispute over for good."""
    referral = case.pen.referral(case.tale, case.plot.exit)
    case.exit = referral.exit
    transferred = happened.Transferred(
        exit=referral.exit,
        unit=referral.unit,
        paper=f"共和调移〔{case.diary.day.year}〕{case.random.randint(1, 40)}号",
        reason=referral.note,
        feedback_due=case.diary.day + timedelta(15) if case.happens(0.8) else None,
    )
    case.jot(case.hands.clerk, transferred)
