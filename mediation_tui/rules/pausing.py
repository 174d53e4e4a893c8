"""Whether a case's term may stand still: only on a ground its rule knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_
from mediation_tui.model.events import ClockPaused
from mediation_tui.rules.clocks import mediation_term

if TYPE_CHECKING:
    from mediation_tui.model.case import Case
    from mediation_tui.rules.ruleset import ClockRule, RuleSet


def check(case: Case, data: ClockPaused, rules: RuleSet) -> None:
    """Refuse a pause the office's rules do not have.

    Raises:
        InvalidEntry: With the reason and what is allowed.
    """
    problems = list(_problems(case, data, rules))
    if problems:
        raise InvalidEntry(problems)


def pausable(case: Case, rules: RuleSet) -> ClockRule | None:
    """The rule of the term that is running, if it may ever stand still."""
    term = mediation_term(case, rules, rules.calendar)
    return term.rule if term and term.rule and term.rule.grounds else None


def _problems(case: Case, data: ClockPaused, rules: RuleSet) -> Iterator[Problem]:
    term = mediation_term(case, rules, rules.calendar)
    if term is None or term.rule is None:
        yield Problem("", MediationError(N_("现在没有在走的调解期限，不用中止。")))
        return
    rule = term.rule
    if not rule.grounds:
        sentence = N_("“{clock}”没有规定可以中止；双方都同意的，可以“延期”")
        yield Problem("ground", MediationError(sentence, clock=rule))
    elif data.ground not in rule.grounds:
        sentence = N_("“{clock}”不能因{ground}中止，可以因：{grounds}；双方都同意的，也可以“延期”")
        known = tuple(ground for ground in (*rule.pauses, *rule.pauses_by_consent))
        yield Problem("ground", MediationError(sentence, clock=rule, ground=data.ground, grounds=known))
    elif data.ground not in rule.pauses:
        for field in ("applicants_consent", "respondents_consent"):
            if not getattr(data, field):
                sentence = N_("因{ground}中止要双方都同意；一方不同意的，期限继续走")
                yield Problem(field, MediationError(sentence, ground=data.ground))
