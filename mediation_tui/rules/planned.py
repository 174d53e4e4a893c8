"""What is planned for a case, and by when what has to be done: every dated thing that lies ahead, read off the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.model.case import Case
from mediation_tui.model.course import Decision
from mediation_tui.model.vocabulary import Purpose, State
from mediation_tui.rules.clocks import Clock, clocks_of
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays


class PlannedKind(Word):
    """What sort of thing lies ahead."""

    SESSION = "session", N_("调解")
    VISIT = "visit", N_("回访")
    LIMIT = "limit", N_("时限")
    DECISION = "decision", N_("研判意见")


@dataclass(frozen=True)
class Planned:
    """One dated thing that lies ahead of a case.

    Attributes:
        kind: What sort of thing.
        key: Tells it from everything else of its case, and stays the same when only its day changes.
        on: Its day; of a limit the last day.
        clock: The limit, where it is one or is a visit.
        decision: The decision, where it is one.
    """

    kind: PlannedKind
    key: str
    on: date
    clock: Clock | None = None
    decision: Decision | None = None

    @property
    def label(self) -> str:
        """What it is, in the language spoken now; nobody is named."""
        if self.clock:
            return _("{hint}（提示）").format(hint=self.clock.label) if self.clock.hint else self.clock.label
        return _("约定调解") if self.kind is PlannedKind.SESSION else _("落实研判意见")

    @property
    def to_do(self) -> bool:
        """Whether somebody has to do something by then; hints and the day a dispute falls silent only remind."""
        return not self.clock or not (self.clock.hint or self.clock.purpose is Purpose.SILENCE)


def planned_of(case: Case, rules: RuleSet, calendar: WorkingDays) -> tuple[Planned, ...]:
    """Everything that lies ahead of a case, or was to be done and is not: nearest first.

    Every clock that runs is among them exactly once. One that stands still has no day yet and is left out. Of a closed
    case only visits and decisions wait: what is performed needs no confirmation. Of one that is void or filed away
    nothing can be done any more.
    """
    if case.state in {State.VOIDED, State.ARCHIVED}:
        return ()
    found = (*_session(case), *_clocks(case, rules, calendar), *_decisions(case))
    return tuple(sorted(found, key=attrgetter("on", "key")))


def session_arranged(case: Case) -> date | None:
    """The day arranged for a session at the last one, unless the dispute was settled, or came back, since."""
    last = case.sessions[-1] if case.sessions else None
    return last.next_on if last and case.unresolved and last.on >= case.round.opened_on else None


def _session(case: Case) -> Iterator[Planned]:
    if day := session_arranged(case):
        yield Planned(PlannedKind.SESSION, f"session-{len(case.sessions)}", day)


def _clocks(case: Case, rules: RuleSet, calendar: WorkingDays) -> Iterator[Planned]:
    for clock in clocks_of(case, rules, calendar):
        if clock.stopped_on is None and (case.on_desk or clock.purpose is Purpose.VISIT):
            kind = PlannedKind.VISIT if clock.purpose is Purpose.VISIT else PlannedKind.LIMIT
            yield Planned(kind, f"round-{len(case.rounds)}-{_key(clock)}", clock.due, clock=clock)


def _key(clock: Clock) -> str:
    """A limit's name within its round; there is one mediation term, whichever rule it comes from at present."""
    if clock.number:
        return f"{clock.purpose.value}-{clock.number}"
    if clock.rule and clock.purpose is not Purpose.MEDIATION:
        return f"{clock.purpose.value}-{clock.rule.id}"
    return clock.purpose.value


def unanswered(case: Case) -> tuple[Decision, ...]:
    """The decisions of reviews of which nobody has said what came; none once a case is void or filed away."""
    if case.state in {State.VOIDED, State.ARCHIVED}:
        return ()
    return tuple(decision for decision in case.decisions if decision.done_on is None)


def _decisions(case: Case) -> Iterator[Planned]:
    for number, decision in enumerate(case.decisions, start=1):
        if decision.done_on is None:
            yield Planned(PlannedKind.DECISION, f"decision-{number}", decision.due, decision=decision)
