"""Drawing the facts of a case, under the office's rules."""

from __future__ import annotations

from datetime import date

from mediation_tui.model.case import Case
from mediation_tui.model.course import Round
from mediation_tui.model.facts import CaseFacts, PastRound
from mediation_tui.model.vocabulary import Purpose, State
from mediation_tui.rules.clocks import limits_of, mediation_term, nearest_pressing
from mediation_tui.rules.planned import session_arranged, unanswered
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays

_SAME = frozenset(CaseFacts.model_fields) & (
    frozenset(Case.model_fields)
    | {"state", "outcome", "exit", "level_resolved", "accepted_on", "concluded_on", "closed_on"}
    | {"archived_on", "escaped_on", "versus"}
) - {"parties", "rounds", "sessions"}
"""Facts that carry the same name on the case."""


def facts_of(case: Case, rules: RuleSet, calendar: WorkingDays) -> CaseFacts:
    """The facts of a case under the office's rules."""
    now, agreement = case.round, case.agreement
    clocks = limits_of(case, rules, calendar)
    pressing = nearest_pressing(clocks)
    running = (clock for clock in clocks if clock.purpose is Purpose.MEDIATION)
    term = next(running, None) if case.unresolved else mediation_term(case, rules, calendar)
    return CaseFacts.model_construct(
        **{name: getattr(case, name) for name in _SAME},
        parties=len(case.parties),
        registered_on=case.received_on,
        reopened_on=now.opened_on if len(case.rounds) > 1 else None,
        mediating_on=now.mediating_on,
        lifted_on=max((move.on for move in case.moves if move.to > move.before), default=None),
        effective_on=agreement.effective_on if agreement else None,
        agreement_form=agreement.form if agreement else None,
        performed_on=_performed_on(now),
        visited_on=max((visit.on for visit in case.visits), default=None),
        defaulted=case.state is State.DEFAULTED or bool(agreement and agreement.state is State.DEFAULTED),
        performance_due=agreement.next_due if agreement else None,
        term_due=term.due if term and not term.stopped_on else None,
        due_on=pressing.due if pressing else None,
        due_purpose=pressing.purpose if pressing else None,
        due_number=pressing.number if pressing else None,
        visit_due=next((clock.due for clock in clocks if clock.purpose is Purpose.VISIT), None),
        awaiting_since=min((handover.on for handover in case.handovers if handover.awaited), default=None),
        paused_on=term.stopped_on if term else None,
        session_on=session_arranged(case),
        decision_due=min((decision.due for decision in unanswered(case)), default=None),
        sessions=len(case.sessions),
        rounds=len(case.rounds),
        earlier_rounds=tuple(_past(case, place, rules, calendar) for place in range(1, len(case.rounds))),
    )


def _performed_on(now: Round) -> date | None:
    agreement = now.agreement
    if not agreement or not agreement.obligations or agreement.next_due:
        return None
    return max(o.done_on for o in agreement.obligations if o.done_on)


def _past(case: Case, place: int, rules: RuleSet, calendar: WorkingDays) -> PastRound:
    """The round at that place, from 1, as it ended."""
    then = case.model_copy(update={"rounds": case.rounds[:place]})
    earlier, term = then.round, mediation_term(then, rules, calendar)
    assert earlier.concluded_on, "only a concluded round is followed by another"
    assert earlier.outcome, "a conclusion has an outcome"
    return PastRound(
        opened_on=earlier.opened_on,
        accepted_on=earlier.accepted_on,
        concluded_on=earlier.concluded_on,
        outcome=earlier.outcome,
        exit=then.exit,
        level_resolved=earlier.level_resolved,
        form=earlier.agreement.form if earlier.agreement else None,
        term_due=term.due if term else None,
    )
