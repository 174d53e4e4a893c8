"""What an act must say before it may be written, beyond its own form.

Each guard answers with what is wrong, field by field, so that a dialog can put each sentence beside its
field; `check` gathers them and refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from mediation_tui.errors import InvalidEntry, MediationError, Problem, Refused
from mediation_tui.i18n import N_
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event, EventData, EventKind
from mediation_tui.model.fold import effective
from mediation_tui.model.vocabulary import Exit, Outcome, Side, State
from mediation_tui.rules.filing import missing_papers

Guard = Callable[[Case, Any, date], Iterator[Problem]]
_GUARDS: dict[EventKind, Guard] = {}


def check(case: Case, data: EventData, happened_on: date, today: date) -> None:
    """Refuse an act whose dates or contents do not fit the case.

    Raises:
        InvalidEntry: With every problem and the field it belongs to.
    """
    guard = _GUARDS.get(data.kind)
    own = guard(case, data, happened_on) if guard else iter(())
    problems = list(chain(_dates(case, data, happened_on, today), own))
    if problems:
        raise InvalidEntry(problems)


def check_registration(data: happened.Registration, happened_on: date, today: date) -> None:
    """Refuse a registration whose dates cannot be.

    Raises:
        InvalidEntry: With every problem and the field it belongs to.
    """
    problems = [*_not_after(today, "happened_on", happened_on)]
    for name, on in (("applied_on", data.applied_on), ("found_on", data.found_on)):
        if on and on > happened_on:
            problems.append(_problem(name, N_("不能晚于登记日期（{day}）"), day=happened_on))
    if problems:
        raise InvalidEntry(problems)


def undoable(events: tuple[Event, ...], actor: str) -> Event:
    """The act this person may take back: their own, the last on the case, and not its registration.

    Raises:
        Refused: There is none; the sentence says why.
    """
    last = effective(events)[-1]
    if last.kind is EventKind.REGISTERED:
        raise Refused(N_("没有可以撤销的操作；登记错了，请用“作废”。"))
    if last.actor != actor:
        raise Refused(N_("最后一步“{act}”是{actor}做的，只能由本人撤销。"), act=last.kind, actor=last.actor)
    if last.kind is EventKind.ARCHIVED:
        raise Refused(N_("已归档的案件不能撤销，请用“重新调解”。"))
    return last


def follows(case: Case, kind: EventKind) -> tuple[date, EventKind]:
    """The earliest date an act may bear, and the act it has to follow."""
    now = case.round
    started = (now.opened_on, EventKind.REOPENED if len(case.rounds) > 1 else EventKind.REGISTERED)
    accepted = (now.accepted_on or started[0], EventKind.ACCEPTED)
    match kind:
        case EventKind.ACCEPTED | EventKind.NOT_ACCEPTED | EventKind.VOIDED | EventKind.MERGED_INTO:
            return started
        case EventKind.SESSION_HELD | EventKind.MEDIATORS_ASSIGNED | EventKind.EXTENSION_AGREED:
            return accepted
        case EventKind.CLOCK_PAUSED if now.pauses and now.pauses[-1].until:
            return now.pauses[-1].until, EventKind.CLOCK_RESUMED
        case EventKind.CLOCK_PAUSED:
            return accepted
        case EventKind.CLOCK_RESUMED if now.pauses:
            return now.pauses[-1].since, EventKind.CLOCK_PAUSED
        case (
            EventKind.AGREEMENT_REACHED
            | EventKind.MEDIATION_FAILED
            | EventKind.WITHDRAWN
            | EventKind.TRANSFERRED
        ):
            return _last_step(case) or (accepted if now.accepted_on else started)
        case EventKind.LIFTED | EventKind.HANDED_DOWN if case.moves:
            last = case.moves[-1]
            return last.on, EventKind.LIFTED if last.to > last.before else EventKind.HANDED_DOWN
        case EventKind.RISK_CHANGED if case.risks:
            return case.risks[-1].on, EventKind.RISK_CHANGED
        case EventKind.CONFIRMATION_DECIDED if now.agreement and now.agreement.confirmation:
            return now.agreement.confirmation.applied_on, EventKind.CONFIRMATION_APPLIED
        case (
            EventKind.OBLIGATION_PERFORMED
            | EventKind.OBLIGATION_DEFAULTED
            | EventKind.CONFIRMATION_APPLIED
            | EventKind.VISIT_MADE
            | EventKind.VISIT_PLANNED
        ) if now.concluded_on:
            return now.concluded_on, _CONCLUDING[now.outcome or Outcome.VOID]
        case EventKind.CLOSED if now.concluded_on:
            return max(_settled(case), key=lambda step: step[0])
        case EventKind.REOPENED if now.archived_on:
            return now.archived_on, EventKind.ARCHIVED
        case EventKind.ARCHIVED | EventKind.REOPENED if now.closed_on:
            return now.closed_on, EventKind.CLOSED
        case _:
            return case.received_on, EventKind.REGISTERED


_CONCLUDING = {
    Outcome.AGREED: EventKind.AGREEMENT_REACHED,
    Outcome.FAILED: EventKind.MEDIATION_FAILED,
    Outcome.WITHDRAWN: EventKind.WITHDRAWN,
    Outcome.NOT_ACCEPTED: EventKind.NOT_ACCEPTED,
    Outcome.TRANSFERRED: EventKind.TRANSFERRED,
    Outcome.VOID: EventKind.VOIDED,
}


def _last_talk(case: Case) -> tuple[date, EventKind] | None:
    """The present round's last session, or whatever began its mediating."""
    sessions = [session.on for session in case.sessions if session.on >= case.round.opened_on]
    if sessions:
        return max(sessions), EventKind.SESSION_HELD
    began = case.round.mediating_on
    return (began, EventKind.CONTACT_LOGGED) if began else None


def _last_step(case: Case) -> tuple[date, EventKind] | None:
    """What the end of mediation has to follow: the last talk, or a pause or its end that came later."""
    steps = [talk] if (talk := _last_talk(case)) else []
    if pauses := case.round.pauses:
        until = pauses[-1].until
        steps.append(
            (until, EventKind.CLOCK_RESUMED) if until else (pauses[-1].since, EventKind.CLOCK_PAUSED)
        )
    return max(steps, key=lambda step: step[0], default=None)


def _settled(case: Case) -> Iterator[tuple[date, EventKind]]:
    """The dates that closing has to wait for."""
    now = case.round
    assert now.concluded_on, "only a concluded round is closed"
    yield now.concluded_on, _CONCLUDING[now.outcome or Outcome.VOID]
    for obligation in now.agreement.obligations if now.agreement else ():
        if obligation.done_on:
            yield obligation.done_on, EventKind.OBLIGATION_PERFORMED
        elif obligation.defaulted_on:
            yield obligation.defaulted_on, EventKind.OBLIGATION_DEFAULTED


def _problem(at: str, sentence: str, **facts: Any) -> Problem:
    """A problem at one field, or at none (`""`) when it is about the whole act."""
    return Problem(at, MediationError(sentence, **facts))


def _not_after(limit: date, field: str, day: date | None) -> Iterator[Problem]:
    if day and day > limit:
        yield _problem(field, N_("日期不能在今天（{day}）以后"), day=limit)


def _dates(case: Case, data: EventData, happened_on: date, today: date) -> Iterator[Problem]:
    yield from _not_after(today, "happened_on", happened_on)
    earliest, act = follows(case, data.kind)
    if happened_on < earliest:
        yield _problem("happened_on", N_("不能早于“{act}”的日期 {day}"), act=act, day=earliest)


def _guard(kind: EventKind) -> Callable[[Guard], Guard]:
    def register(guard: Guard) -> Guard:
        _GUARDS[kind] = guard
        return guard

    return register


def _told(case: Case, told: bool | None) -> bool:
    """Whether the parties were told; a ledger brought in may be silent on it, a person may not."""
    return bool(case.imported_from) if told is None else told


@_guard(EventKind.ACCEPTED)
def _accepted(case: Case, data: happened.Accepted, on: date) -> Iterator[Problem]:
    bars = {"reserved_elsewhere": data.reserved_elsewhere, "taken_elsewhere": data.taken_elsewhere}
    for field, applies in bars.items():
        if applies:
            yield _problem(field, N_("有此情形的不得受理（若干规定第22条），请改做“不予受理”"))

    if data.agreed_until and data.agreed_until < on:
        yield _problem("agreed_until", N_("约定的期限不能早于受理（{day}）"), day=on)


@_guard(EventKind.NOT_ACCEPTED)
def _not_accepted(case: Case, data: happened.NotAccepted, on: date) -> Iterator[Problem]:
    if not _told(case, data.told_where_to_go):
        yield _problem("told_where_to_go", N_("不予受理要告知当事人向何处解决（若干规定第23条）"))


@_guard(EventKind.SESSION_HELD)
def _session_held(case: Case, data: happened.SessionHeld, on: date) -> Iterator[Problem]:
    known = {party.id for party in case.parties}
    for field in ("present", "absent"):
        if set(getattr(data, field)) - known:
            yield _problem(field, N_("有人不是本案当事人"))
    if set(data.present) & set(data.absent):
        yield _problem("absent", N_("同一当事人不能既到场又缺席"))
    if data.next_on and data.next_on < on:
        yield _problem("next_on", N_("下次调解不能早于本次（{day}）"), day=on)


@_guard(EventKind.RISK_CHANGED)
def _risk_changed(case: Case, data: happened.RiskChanged, on: date) -> Iterator[Problem]:
    if data.risk == case.risk and not (data.measure or data.reported_to):
        yield _problem("risk", N_("风险等级没有变化；看过以后不变的，写明采取的措施或向谁报告"))
    if data.risk > case.risk and not data.measure:
        yield _problem("measure", N_("风险升高要写明采取的措施（人民调解法第25条）"))
    if data.reported_on and not data.reported_to:
        yield _problem("reported_to", N_("写了报告日期，就要写明向谁报告"))
    if data.reported_to and not data.reported_on:
        yield _problem("reported_on", N_("报告了的，要写明哪天报告"))
    if data.reported_to and not data.reported_means:
        yield _problem("reported_means", N_("报告了的，要写明用什么方式报告"))


@_guard(EventKind.EXTENSION_AGREED)
def _extension_agreed(case: Case, data: happened.ExtensionAgreed, on: date) -> Iterator[Problem]:
    for field in ("applicants_consent", "respondents_consent"):
        if not getattr(data, field):
            yield _problem(field, N_("延期要双方都同意；一方不同意的不能延期，可以“调解不成”"))
    if data.until <= on:
        yield _problem("until", N_("延长到的日期要在办理延期（{day}）之后"), day=on)
    if case.round.extended_to and data.until <= case.round.extended_to:
        yield _problem("until", N_("已经延期到 {day}，要比它更晚"), day=case.round.extended_to)


@_guard(EventKind.LIFTED)
def _lifted(case: Case, data: happened.Lifted, on: date) -> Iterator[Problem]:
    if data.to <= case.level:
        yield _problem("to", N_("现在由{level}办理，上交要交给更高一级"), level=case.level)


@_guard(EventKind.HANDED_DOWN)
def _handed_down(case: Case, data: happened.HandedDown, on: date) -> Iterator[Problem]:
    if data.to >= case.level:
        yield _problem("to", N_("现在由{level}办理，下派要派给更低一级"), level=case.level)


@_guard(EventKind.AGREEMENT_REACHED)
def _agreement_reached(case: Case, data: happened.AgreementReached, on: date) -> Iterator[Problem]:
    known = {party.id for party in case.parties}
    if data.effective_on < on:
        yield _problem("effective_on", N_("生效日期不能早于达成协议（{day}）"), day=on)
    for number, promise in enumerate(data.promises, start=1):
        if promise.party not in known:
            yield _problem("promises", N_("第 {n} 项履行人不是本案当事人"), n=number)
        if promise.due < on:
            yield _problem("promises", N_("第 {n} 项的期限早于达成协议（{day}）"), n=number, day=on)
        if promise.done_on and promise.done_on != on:
            yield _problem("promises", N_("第 {n} 项只有当场履行的才在协议里记完成"), n=number)
    if data.level_resolved > case.level:
        yield _problem("level_resolved", N_("现在由{level}办理，不能由更高一级化解"), level=case.level)


def _obligation(case: Case, number: int) -> Iterator[Problem]:
    obligations = case.agreement.obligations if case.agreement else ()
    if number > len(obligations):
        yield _problem("obligation", N_("协议里没有第 {n} 项履行事项"), n=number)
    elif not obligations[number - 1].open:
        yield _problem("obligation", N_("第 {n} 项已经履行"), n=number)


@_guard(EventKind.OBLIGATION_PERFORMED)
def _performed(case: Case, data: happened.ObligationPerformed, on: date) -> Iterator[Problem]:
    yield from _obligation(case, data.obligation)


@_guard(EventKind.OBLIGATION_DEFAULTED)
def _defaulted(case: Case, data: happened.ObligationDefaulted, on: date) -> Iterator[Problem]:
    wrong = list(_obligation(case, data.obligation))
    yield from wrong
    if not wrong and case.agreement and on <= case.agreement.obligations[data.obligation - 1].due:
        due = case.agreement.obligations[data.obligation - 1].due
        yield _problem("happened_on", N_("第 {n} 项到 {day} 才到期"), n=data.obligation, day=due)


@_guard(EventKind.CONFIRMATION_APPLIED)
def _confirmation_applied(case: Case, data: happened.ConfirmationApplied, on: date) -> Iterator[Problem]:
    if not data.jointly:
        yield _problem("jointly", N_("司法确认要双方共同申请（人民调解法第33条）"))
    if case.agreement and case.agreement.only_status_or_ownership:
        yield _problem("", N_("协议只涉及身份或权属，法院不予确认"))


@_guard(EventKind.MEDIATION_FAILED)
def _failed(case: Case, data: happened.MediationFailed, on: date) -> Iterator[Problem]:
    if not _told(case, data.routes_told):
        sentence = N_("调解不成要先告知当事人仲裁、行政、司法等途径（人民调解法第26条）")
        yield _problem("routes_told", sentence)


@_guard(EventKind.VISIT_MADE)
def _visit_made(case: Case, data: happened.VisitMade, on: date) -> Iterator[Problem]:
    if case.agreement and data.performance is None:
        yield _problem("performance", N_("有协议的要写明履行情况"))
    if data.later_exit is Exit.NOWHERE:
        yield _problem("later_exit", N_("没有后来去向就留空"))
    if data.next_on and data.next_on < on:
        yield _problem("next_on", N_("下次回访不能早于本次（{day}）"), day=on)


@_guard(EventKind.VISIT_PLANNED)
def _visit_planned(case: Case, data: happened.VisitPlanned, on: date) -> Iterator[Problem]:
    if data.visit_on < on:
        yield _problem("visit_on", N_("约定的日子不能早于办理（{day}）"), day=on)


@_guard(EventKind.CLOSED)
def _closed(case: Case, data: happened.Closed, on: date) -> Iterator[Problem]:
    told = data.told_to_sue or any(o.told_to_sue for o in _open_obligations(case))
    if case.state is State.DEFAULTED and not told:
        yield _problem("told_to_sue", N_("有未履行事项，要告知当事人可以起诉或申请执行后才能结案"))


def _open_obligations(case: Case) -> list[Any]:
    return [o for o in case.agreement.obligations if o.open] if case.agreement else []


@_guard(EventKind.ARCHIVED)
def _archived(case: Case, data: happened.Archived, on: date) -> Iterator[Problem]:
    explained = {gap.paper for gap in data.gaps}
    missing = tuple(paper for paper in missing_papers(case) if paper not in explained)
    if missing:
        yield _problem("gaps", N_("卷宗缺：{papers}；补齐或逐项写明原因"), papers=missing)


@_guard(EventKind.FEEDBACK_RECEIVED)
def _feedback(case: Case, data: happened.FeedbackReceived, on: date) -> Iterator[Problem]:
    if data.handover > len(case.handovers) or case.handovers[data.handover - 1].feedback_on:
        yield _problem("handover", N_("没有这一笔待反馈的移交"))
    elif on < case.handovers[data.handover - 1].on:
        yield _problem("happened_on", N_("反馈不能早于移交"))


@_guard(EventKind.DECISION_MADE)
def _decision_made(case: Case, data: happened.DecisionMade, on: date) -> Iterator[Problem]:
    if data.due < on:
        yield _problem("due", N_("完成时限不能早于研判日期（{day}）"), day=on)


@_guard(EventKind.DECISION_DONE)
def _decision_done(case: Case, data: happened.DecisionDone, on: date) -> Iterator[Problem]:
    if data.decision > len(case.decisions) or case.decisions[data.decision - 1].done_on:
        yield _problem("decision", N_("没有这一条待落实的研判意见"))
    elif on < case.decisions[data.decision - 1].on:
        yield _problem("happened_on", N_("落实不能早于研判"))
    if not data.done and not data.note:
        yield _problem("note", N_("没有落实的，要写明原因"))


@_guard(EventKind.DETAILS_CORRECTED)
def _details_corrected(case: Case, data: happened.DetailsCorrected, on: date) -> Iterator[Problem]:
    if data.before != data.field.write(getattr(case, data.field.value)):
        yield _problem("before", N_("要更正的“{field}”与案件现有的不一致"), field=data.field)
    elif data.after == data.before:
        yield _problem("after", N_("没有改动"))


@_guard(EventKind.PARTY_ADDED)
def _party_added(case: Case, data: happened.PartyAdded, on: date) -> Iterator[Problem]:
    if case.party(data.party.id):
        yield _problem("party", N_("当事人编号重复"))


@_guard(EventKind.PARTY_CORRECTED)
def _party_corrected(case: Case, data: happened.PartyCorrected, on: date) -> Iterator[Problem]:
    sides = {(data.after if party.id == data.after.id else party).side for party in case.parties}
    if case.party(data.before.id) != data.before or data.after.id != data.before.id:
        yield _problem("before", N_("要更正的当事人与案件现有的不一致"))
    elif data.after == data.before:
        yield _problem("after", N_("没有改动"))
    elif not case.imported_from and {Side.APPLICANT, Side.RESPONDENT} - sides:
        yield _problem("after", N_("至少要有一名申请方和一名被申请方"))
