"""Every time limit that is running for a case, read off its dated events; nothing is ever counted down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from operator import attrgetter

from mediation_tui.i18n import _
from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Outcome, Purpose, State
from mediation_tui.rules.ruleset import PRESSING, ClockRule, RuleSet, Start
from mediation_tui.rules.terms import due
from mediation_tui.rules.workdays import WorkingDays


class Clock(Frozen):
    """One running time limit of a case.

    Attributes:
        purpose: What it is for.
        starts: The day of the event that set it off; counting begins the day after (民法典 Art 201).
        due: The last day, moved off rest days (Art 203).
        rule: The rule it comes from; none for dates the parties or the office set themselves.
        number: Which obligation or handover it is about, from 1.
        extended: The due day was agreed by both sides.
    """

    purpose: Purpose
    starts: date
    due: date
    rule: ClockRule | None = None
    number: int | None = None
    extended: bool = False

    @property
    def label(self) -> str:
        """What is due, in the language spoken now."""
        if self.purpose is Purpose.PERFORMANCE:
            return _("第{n}期履行").format(n=self.number)
        return self.rule.label if self.rule else self.purpose.label

    @property
    def pressing(self) -> bool:
        """Past it, the case is overdue."""
        return self.purpose in PRESSING

    def days_left(self, today: date) -> int:
        """Calendar days until the limit; negative once past it."""
        return (self.due - today).days


def clocks_of(case: Case, rules: RuleSet, calendar: WorkingDays) -> tuple[Clock, ...]:
    """Every clock still running for a case, nearest first."""
    if case.state in {State.VOIDED, State.ARCHIVED}:
        return ()
    return tuple(sorted(_running(case, rules, calendar), key=attrgetter("due")))


def _running(case: Case, rules: RuleSet, calendar: WorkingDays) -> Iterator[Clock]:
    if case.unresolved:
        if term := mediation_term(case, rules, calendar):
            yield term
        yield from by_rule(case, rules, calendar, Purpose.RESPONSE)
        yield _silence(case, rules)
    if case.on_desk:
        yield from _obligations(case)
        yield from _feedback(case)
    yield from _aftercare(case, rules, calendar)


def mediation_term(case: Case, rules: RuleSet, calendar: WorkingDays) -> Clock | None:
    """The present round's mediation term, running or not; the shortest where several hold.

    A consented extension replaces the day the rule gives.
    """
    terms = list(by_rule(case, rules, calendar, Purpose.MEDIATION))
    if not terms:
        return None
    term = min(terms, key=attrgetter("due"))
    agreed = case.round.extended_to
    if agreed and agreed > term.due:
        return term.model_copy(update={"due": agreed, "extended": True})
    return term


def by_rule(case: Case, rules: RuleSet, calendar: WorkingDays, purpose: Purpose) -> Iterator[Clock]:
    """The limits of one purpose that the present round sets off, whether still running or not."""
    for rule in rules.applying_to(case, purpose):
        if starts := _start(case, rule.start):
            last = due(starts, rule.limit, rule.unit, calendar)
            yield Clock(purpose=purpose, starts=starts, due=last, rule=rule)


def _start(case: Case, start: Start) -> date | None:
    now = case.round
    match start:
        case Start.ACCEPTED:
            return now.accepted_on
        case Start.APPLIED:
            return now.accepted_on if len(case.rounds) > 1 else case.applied_on or now.accepted_on
        case Start.LEVEL:
            return max(now.opened_on, case.moves[-1].on) if case.moves else now.opened_on
        case Start.EFFECTIVE:
            return now.agreement.effective_on if now.agreement else None
        case Start.CONCLUDED:
            return now.concluded_on
    return None


def _obligations(case: Case) -> Iterator[Clock]:
    agreement = case.agreement
    for number, obligation in enumerate(agreement.obligations if agreement else (), start=1):
        if agreement and obligation.open:
            yield Clock(purpose=Purpose.PERFORMANCE, starts=agreement.on, due=obligation.due, number=number)


def _feedback(case: Case) -> Iterator[Clock]:
    for number, handover in enumerate(case.handovers, start=1):
        if handover.feedback_due and not handover.feedback_on:
            yield Clock(
                purpose=Purpose.FEEDBACK, starts=handover.on, due=handover.feedback_due, number=number
            )


def _silence(case: Case, rules: RuleSet) -> Clock:
    """A dispute nobody has touched; one that is agreed may rest until something of it is due."""
    last = case.last_on + timedelta(days=rules.silent_after_days)
    return Clock(purpose=Purpose.SILENCE, starts=case.last_on, due=last)


def _aftercare(case: Case, rules: RuleSet, calendar: WorkingDays) -> Iterator[Clock]:
    """The window for judicial confirmation and the return visit, for an agreement."""
    if case.outcome is not Outcome.AGREED or not case.agreement:
        return
    if not case.agreement.confirmation and not case.agreement.only_status_or_ownership:
        yield from by_rule(case, rules, calendar, Purpose.CONFIRMATION)
    if not any(visit.round == len(case.rounds) for visit in case.visits):
        yield from by_rule(case, rules, calendar, Purpose.VISIT)


def nearest_pressing(clocks: tuple[Clock, ...]) -> Clock | None:
    """The limit a list shows for a case: the first that would make it overdue."""
    return next((clock for clock in clocks if clock.pressing), None)
