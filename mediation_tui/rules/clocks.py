"""Every time limit that is running for a case, read off its dated events; nothing is ever counted down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from mediation_tui.i18n import _
from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Outcome, Purpose, State
from mediation_tui.rules.ruleset import HINTS, PRESSING, ClockRule, RuleSet, Start
from mediation_tui.rules.terms import Stop, Unit, unshifted
from mediation_tui.rules.workdays import WorkingDays


class Clock(Frozen):
    """One running time limit of a case.

    Attributes:
        purpose: What it is for.
        starts: The day of the event that set it off; counting begins the day after (民法典 Art 201).
        due: The last day, moved off rest days (Art 203). While it stands still: as if it went on at once.
        rule: The rule it comes from; none for dates the parties or the office set themselves.
        number: Which obligation or handover it is about, from 1.
        extended: The due day was agreed by both sides.
        paused: Days that did not count, in the rule's unit of days.
        stopped_on: The day since which it stands still.
        assumed: The holidays of a year that was reckoned with are not known; weekends were taken for rest days.
    """

    purpose: Purpose
    starts: date
    due: date
    rule: ClockRule | None = None
    number: int | None = None
    extended: bool = False
    paused: int = 0
    stopped_on: date | None = None
    assumed: bool = False

    @property
    def label(self) -> str:
        """What is due, in the language spoken now."""
        if self.purpose is Purpose.PERFORMANCE:
            return _("第{n}期履行").format(n=self.number)
        if self.purpose is Purpose.VISIT and not self.rule:
            return _("约定回访")
        return self.rule.label if self.rule else self.purpose.label

    @property
    def pressing(self) -> bool:
        """Past it, the case is overdue; one that stands still is never past."""
        return self.purpose in PRESSING and self.stopped_on is None

    @property
    def hint(self) -> bool:
        """Only said beside the limits: it asks for nothing."""
        return self.purpose in HINTS

    def shut(self, today: date) -> bool:
        """The window for the court is past: nothing is late, it can only not be used any more."""
        return self.purpose is Purpose.CONFIRMATION and self.due < today

    def days_left(self, today: date) -> int:
        """Calendar days until the limit; negative once past it, the same every day while it stands still."""
        return (self.due - (self.stopped_on or today)).days


def clocks_of(case: Case, rules: RuleSet, calendar: WorkingDays) -> tuple[Clock, ...]:
    """Every clock still running for a case, hints too, nearest first."""
    running = chain(limits_of(case, rules, calendar), _hints(case, rules, calendar))
    return tuple(sorted(running, key=attrgetter("due")))


def limits_of(case: Case, rules: RuleSet, calendar: WorkingDays) -> tuple[Clock, ...]:
    """The clocks still running by which something is to be done, nearest first."""
    if case.state in {State.VOIDED, State.ARCHIVED}:
        return ()
    return tuple(sorted(_limits(case, rules, calendar), key=attrgetter("due")))


def _hints(case: Case, rules: RuleSet, calendar: WorkingDays) -> Iterator[Clock]:
    """What is only said beside the limits, while the dispute is open here."""
    if case.unresolved:
        yield from by_rule(case, rules, calendar, Purpose.COMPARISON)
    if case.on_desk and case.outcome is not Outcome.AGREED:
        yield from by_rule(case, rules, calendar, Purpose.LIMITATION)


def _limits(case: Case, rules: RuleSet, calendar: WorkingDays) -> Iterator[Clock]:
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

    A consented extension replaces the day the rule gives. A pause that has not ended stops it, unless it was past
    already; a pause that mediation ended in ended with it.
    """
    terms = list(by_rule(case, rules, calendar, Purpose.MEDIATION))
    if not terms:
        return None
    term = _extended(min(terms, key=attrgetter("due")), case)
    pause = case.round.paused
    if pause and term.rule and pause.ground in term.rule.grounds and pause.since <= term.due:
        return term.model_copy(update={"stopped_on": pause.since})
    return term


def _extended(term: Clock, case: Case) -> Clock:
    """The term with the last day both sides agreed to, and the pauses after that; an earlier day changes nothing."""
    agreed = case.round.extended_to
    if agreed and term.rule:
        for stop in _stops(case, term.rule, extended=True):
            agreed += stop.until - stop.since if stop.since <= agreed else timedelta(0)
        if agreed > term.due:
            return term.model_copy(update={"due": agreed, "extended": True, "assumed": False})
    return term


def by_rule(case: Case, rules: RuleSet, calendar: WorkingDays, purpose: Purpose) -> Iterator[Clock]:
    """The limits of one purpose that the present round sets off, whether still running or not."""
    for rule in rules.applying_to(case, purpose):
        if starts := _start(case, rule.start):
            yield _set_off(rule, starts, case, calendar)


def _set_off(rule: ClockRule, starts: date, case: Case, calendar: WorkingDays) -> Clock:
    """The limit a rule sets from a day."""
    agreed = case.round.agreed_until
    if rule.by_agreement and agreed:
        return Clock(purpose=rule.purpose, starts=starts, due=agreed, rule=rule)
    stops = _stops(case, rule) if rule.purpose is Purpose.MEDIATION else ()
    end = unshifted(starts, rule.limit, rule.unit, calendar, stops)
    last = calendar.next_workday(end)
    first = starts if rule.unit is Unit.WORKDAY else end
    return Clock(
        purpose=rule.purpose,
        starts=starts,
        due=last,
        rule=rule,
        paused=sum((stop.until - stop.since).days for stop in stops),
        assumed=not all(map(calendar.knows, range(first.year, last.year + 1))),
    )


def _stops(case: Case, rule: ClockRule, extended: bool | None = None) -> tuple[Stop, ...]:
    """The pauses a rule knows that have ended, all or those before or after an extension, oldest first."""
    now = case.round
    ended = ((pause, pause.until or now.concluded_on) for pause in now.pauses if pause.ground in rule.grounds)
    return tuple(
        Stop(pause.since, until)
        for pause, until in ended
        if until and (extended is None or pause.extended is extended)
    )


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
        case Start.REQUESTED:
            return case.applied_on
        case Start.FILED:
            confirmation = now.agreement.confirmation if now.agreement else None
            return confirmation.applied_on if confirmation else None
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
    """The window for judicial confirmation, the court's answer and the return visits."""
    if case.round.visit_on and case.concluded_on:
        yield Clock(purpose=Purpose.VISIT, starts=case.concluded_on, due=case.round.visit_on)
    if case.outcome is not Outcome.AGREED or not case.agreement:
        return
    confirmation = case.agreement.confirmation
    if not confirmation and not case.agreement.only_status_or_ownership:
        yield from by_rule(case, rules, calendar, Purpose.CONFIRMATION)
    if confirmation and not confirmation.decided_on:
        yield from by_rule(case, rules, calendar, Purpose.COURT)
    yield from _visits_left(case, rules, calendar)


def _visits_left(case: Case, rules: RuleSet, calendar: WorkingDays) -> list[Clock]:
    """The visits the rules ask for, less as many as were made in this round: the first made counts for the first due."""
    asked = sorted(by_rule(case, rules, calendar, Purpose.VISIT), key=attrgetter("due"))
    return asked[sum(visit.round == len(case.rounds) for visit in case.visits) :]


def nearest_pressing(clocks: tuple[Clock, ...]) -> Clock | None:
    """The limit a list shows for a case: the first that would make it overdue."""
    return next((clock for clock in clocks if clock.pressing), None)
