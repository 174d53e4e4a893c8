"""How far back a case still matters, at the very most."""

from __future__ import annotations

from datetime import date

from mediation_tui.model.vocabulary import Purpose
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.terms import Unit

_A_YEAR = 366
"""Days within which a quarrel may recur."""

_LONGEST_REST = 15
"""Days by which a limit may move off rest days."""

_CALENDAR_DAYS = {Unit.DAY: 1, Unit.WORKDAY: 3, Unit.MONTH: 31}
"""In one unit."""


def matters_since(first: date, rules: RuleSet) -> date:
    """The day before which a case touched last cannot concern a period: no quarrel recurs, no visit falls due."""
    return _before(first, max(_A_YEAR, _longest_visit(rules)))


def visits_due_since(first: date, rules: RuleSet) -> date:
    """The day before which an agreement's return visits fell due before a period."""
    return _before(first, _longest_visit(rules))


def _longest_visit(rules: RuleSet) -> int:
    visits = (rule for rule in rules.clocks if rule.purpose is Purpose.VISIT)
    return max((rule.limit * _CALENDAR_DAYS[rule.unit] for rule in visits), default=0)


def _before(first: date, days: int) -> date:
    return date.fromordinal(max(1, first.toordinal() - days - _LONGEST_REST))
