"""What may happen to a case between its sessions, by its traits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from mediation_tui.demo.life import movements
from mediation_tui.demo.life.deeds import Correction, TakeBack
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.remarks import DecisionRemark
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.events import Correctable
from mediation_tui.model.vocabulary import Averted, Channel, Difficulty, Paper, PauseGround, Risk
from mediation_tui.rules.terms import months_after

Incident = Callable[[Dossier], None]


def early(case: Dossier) -> None:
    """What happens while the talks are young."""
    _befall(case, _EARLY)


def late(case: Dossier) -> None:
    """What happens before they come to their end."""
    if case.decision:
        _carry_out(case, case.decision)
    _befall(case, _LATE)


def _befall(case: Dossier, possible: tuple[tuple[Trait, Incident], ...]) -> None:
    for trait, incident in possible:
        if case.has(trait):
            case.after(0, 2)
            incident(case)


def _note(case: Dossier) -> None:
    case.jot(case.lead, happened.NoteAdded(text=case.pen.say(case.pen.remarks.notes, case.tale)))


def _undo(case: Dossier) -> None:
    """A note for another case is written here, and taken back."""
    mistaken = happened.NoteAdded(text=case.pen.say(case.pen.remarks.notes, case.tale))
    case.jot(case.lead, mistaken)
    case.jot(case.lead, TakeBack())


def _put_evidence_in(case: Dossier) -> None:
    pages = case.random.randint(1, 12)
    case.jot(case.lead, happened.DocumentAttached(paper=Paper.EVIDENCE, pages=pages))


def _let_join(case: Dossier) -> None:
    party = case.casting.someone(case.dispute, len(case.parties) + 1)
    case.parties = (*case.parties, party)
    case.jot(case.lead, happened.PartyAdded(party=party))
    reason = case.pen.say(case.pen.remarks.joined, case.tale)
    case.jot(case.lead, happened.NoteAdded(text=f"{party.name}{reason}"))


def _correct_party(case: Dossier) -> None:
    """A year of birth was misheard, or a representative's post."""
    before = case.random.choice(case.parties)
    born = before.birth_year
    right = {"birth_year": born - case.random.randint(1, 3)} if born else {"occupation": "代理负责人"}
    after = before.model_copy(update=right)
    case.parties = tuple(after if party.id == before.id else party for party in case.parties)
    reason = case.pen.say(case.pen.remarks.party_corrected, case.tale)
    correction = happened.PartyCorrected(before=before, after=after, reason=reason)
    case.jot(case.hands.clerk, correction)


def _correct(case: Dossier) -> None:
    """One of the details that are most often wrong."""
    amount, people = case.tale.draft.amount, case.dispute.people or len(case.parties)
    detail = Correctable.AMOUNT if amount else Correctable.PEOPLE
    value = amount * case.random.choice((9, 11, 12)) / 10 if amount else people + 1
    reason = case.pen.say(case.pen.remarks.corrections[detail], case.tale)
    case.jot(case.hands.clerk, Correction(detail, value, reason))


def _escalate(case: Dossier) -> None:
    if case.risk is Risk.SEVERE:
        return
    move = case.pen.recorder.risk_raised()
    case.risk = Risk(min(case.risk + case.random.choice((1, 1, 2)), Risk.SEVERE))
    reported = "镇派出所" if "派出所" in move.measure or case.risk is Risk.SEVERE else ""
    change = happened.RiskChanged(
        risk=case.risk,
        reason=move.reason,
        measure=move.measure,
        reported_to=reported,
        reported_on=case.diary.day if reported else None,
        reported_means=Channel.PHONE if reported else None,
    )
    case.jot(case.lead, change)


def calm_down(case: Dossier) -> None:
    """The risk is graded down again, if it had risen."""
    if not case.risk or not case.has(Trait.RISKY):
        return
    move = case.pen.recorder.risk_lowered()
    case.risk = Risk(max(case.risk - 2, Risk.ORDINARY))
    case.jot(case.lead, happened.RiskChanged(risk=case.risk, reason=move.reason, measure=move.measure))


def _avert(case: Dossier) -> None:
    averted = case.pen.one(tuple(Averted))
    many = averted in (Averted.GROUP_PETITION, Averted.GROUP_FIGHT)
    prevention = happened.PreventionNoted(
        averted=averted,
        people=case.random.randint(6, 40) if many else 1,
        ground=case.pen.say(case.pen.remarks.averted[averted], case.tale),
    )
    case.jot(case.lead, prevention)


def _graded(difficulty: Difficulty) -> Incident:
    def grade(case: Dossier) -> None:
        reason = case.pen.say(case.pen.remarks.graded[difficulty], case.tale)
        case.jot(case.made.head, happened.Graded(difficulty=difficulty, reason=reason))

    return grade


def _review(case: Dossier) -> None:
    """The weekly review decides what is to be done, by whom and by when."""
    if case.decision:
        return
    case.decision = case.pen.one(case.pen.remarks.decisions)
    decision = happened.DecisionMade(
        text=case.decision.text, owner=case.name_of(case.lead), due=case.diary.day + timedelta(7)
    )
    case.jot(case.made.head, decision)


def _carry_out(case: Dossier, decision: DecisionRemark) -> None:
    case.after(2, 7)
    done = not case.has(Trait.PUT_OFF)
    note = case.pen.say((decision.done if done else decision.undone,), case.tale)
    case.jot(case.lead, happened.DecisionDone(decision=1, done=done, note=note))
    case.decision = None


def _extend(case: Dossier) -> None:
    """Both sides agree to more time, before the month is over."""
    extension = happened.ExtensionAgreed(
        until=months_after(case.diary.day, 1),
        applicants_consent=True,
        respondents_consent=True,
        reason=case.pen.recorder.extension(case.tale),
    )
    case.jot(case.lead, extension)
    case.after(10, 16)


def _appraise(case: Dossier) -> None:
    """Experts are asked, and the term stands still until they have answered."""
    reason = case.pen.say(case.pen.remarks.appraised, case.tale)
    case.jot(case.lead, happened.ClockPaused(ground=PauseGround.APPRAISAL, reason=reason))
    case.after(15, 30)
    note = case.pen.say(case.pen.remarks.appraisal_back, case.tale)
    case.jot(case.lead, happened.ClockResumed(note=note))


_EARLY: tuple[tuple[Trait, Incident], ...] = (
    (Trait.CORRECTED, _correct),
    (Trait.PARTY_CORRECTED, _correct_party),
    (Trait.JOINED, _let_join),
    (Trait.NOTED, _note),
    (Trait.UNDONE, _undo),
    (Trait.EVIDENCED, _put_evidence_in),
    (Trait.RISKY, _escalate),
    (Trait.LIFTED, movements.lift),
    (Trait.EASY, _graded(Difficulty.ORDINARY)),
    (Trait.DIFFICULT, _graded(Difficulty.DIFFICULT)),
    (Trait.MAJOR, _graded(Difficulty.MAJOR)),
    (Trait.REVIEWED, _review),
    (Trait.PUT_OFF, _review),
    (Trait.CONSULTED, movements.consult),
    (Trait.UNANSWERED, movements.consult),
    (Trait.LIFTED_AGAIN, movements.lift),
    (Trait.APPRAISED, _appraise),
)
_LATE: tuple[tuple[Trait, Incident], ...] = (
    (Trait.CONSULTED, movements.hear_back),
    (Trait.RETURNED, movements.hand_down),
    (Trait.AVERTED, _avert),
    (Trait.EXTENDED, _extend),
)
