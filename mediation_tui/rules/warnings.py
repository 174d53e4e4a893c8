"""What is allowed but unwise: shown before saving, never a block, because local rules differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventData
from mediation_tui.model.vocabulary import UNRESOLVED, AgreementForm, Category, Exit, Purpose
from mediation_tui.rules.clocks import mediation_term
from mediation_tui.rules.filing import missing_papers
from mediation_tui.rules.ruleset import Extension, RuleSet
from mediation_tui.rules.terms import due
from mediation_tui.rules.workdays import WorkingDays

_WRITTEN_BY_LAW = {
    Category.LABOUR: N_("劳动争议调解仲裁法第14条"),
    Category.MIGRANT_WAGES: N_("劳动争议调解仲裁法第14条"),
    Category.MEDICAL: N_("医疗纠纷预防和处理条例第39条"),
}


def warnings(
    case: Case, data: EventData, happened_on: date, rules: RuleSet, calendar: WorkingDays
) -> tuple[MediationError, ...]:
    """What a careful colleague would point out before this act is saved."""
    return tuple(_warnings(case, data, happened_on, rules, calendar))


def _warnings(
    case: Case, data: EventData, on: date, rules: RuleSet, calendar: WorkingDays
) -> Iterator[MediationError]:
    yield from _past_term(case, data, on, rules, calendar)
    match data:
        case happened.AgreementReached():
            yield from _agreement(case, data)
        case happened.ExtensionAgreed():
            yield from _extension(case, rules, calendar)
        case happened.ConfirmationApplied():
            yield from _confirmation(case, on, rules, calendar)
        case happened.Closed():
            if missing := missing_papers(case):
                yield MediationError(N_("卷宗还缺：{papers}"), papers=missing)
        case happened.MediationFailed() if data.exit is Exit.NOWHERE:
            yield MediationError(N_("去向先记“尚无去向”，回访时请补记"))
        case happened.Transferred() if data.feedback_due is None:
            yield MediationError(N_("没有写反馈期限，移送后可能没有下文"))


def _past_term(
    case: Case, data: EventData, on: date, rules: RuleSet, calendar: WorkingDays
) -> Iterator[MediationError]:
    if case.state not in UNRESOLVED or not isinstance(
        data, happened.SessionHeld | happened.AgreementReached | happened.MediationFailed
    ):
        return
    term = mediation_term(case, rules, calendar)
    if term and not term.stopped_on and on > term.due:
        yield MediationError(
            N_("已超过{clock} {days} 天（{day} 到期），没有双方同意的延期"),
            clock=term,
            days=(on - term.due).days,
            day=term.due,
        )


def _extension(case: Case, rules: RuleSet, calendar: WorkingDays) -> Iterator[MediationError]:
    term = mediation_term(case, rules, calendar)
    if term and term.rule and term.rule.extension is Extension.NONE:
        sentence = N_("{law}没有规定“{clock}”可以延期；期满当事人的其他途径不受影响")
        yield MediationError(sentence, law=term.rule.authority, clock=term)


def _agreement(case: Case, data: happened.AgreementReached) -> Iterator[MediationError]:
    if data.form is not AgreementForm.ORAL:
        return
    if case.category in _WRITTEN_BY_LAW:
        yield MediationError(
            N_("{category}纠纷应当订立书面协议（{law}）"),
            category=case.category,
            law=_WRITTEN_BY_LAW[case.category],
        )
    elif any(promise.done_on is None for promise in data.promises):
        yield MediationError(N_("不能当场履行的，最好订立书面协议"))


def _confirmation(case: Case, on: date, rules: RuleSet, calendar: WorkingDays) -> Iterator[MediationError]:
    for rule in rules.applying_to(case, Purpose.CONFIRMATION):
        effective = case.agreement.effective_on if case.agreement else on
        last = due(effective, rule.limit, rule.unit, calendar)
        if on > last:
            yield MediationError(N_("司法确认申请期限 {day} 已过，法院可能不受理"), day=last)
