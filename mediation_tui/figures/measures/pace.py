"""用时, 按期率: how long it takes, from event dates only, and whether the mediation term is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediation_tui.figures.figure import DAYS, CaseIds, Share
from mediation_tui.figures.flow import Passage
from mediation_tui.figures.measures.caseload import (
    Caseload,
    ids_of,
    of_several_rounds,
    once,
    reopened_since,
    those,
)
from mediation_tui.figures.measures.measure import BY_CONCLUSION, Amount, Group, Measure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.quantiles import MEDIAN, MOST, percentile
from mediation_tui.i18n import N_
from mediation_tui.model.course import Round
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.vocabulary import Outcome

_BY_PERFORMANCE = Phrase(N_("履行完毕日期"))

Durations = Mapping[str, int]
"""Days by case."""


def _reopened(load: Caseload) -> CaseIds:
    return reopened_since(load.concluded)


@once
def _to_conclusion(load: Caseload) -> Durations:
    """Days from acceptance to conclusion; a dispute never accepted has none."""
    ended = ((passed, load.accepted_on(passed), passed.spell.concluded_on) for passed in load.concluded)
    return {passed.facts.id: (until - since).days for passed, since, until in ended if since and until}


@once
def _to_performance(load: Caseload) -> Durations:
    """Days from acceptance to the last obligation's being met, for agreements fully performed in the period."""
    taken = ((facts.id, _performed_in(load, facts)) for facts in load.here)
    return {case: days for case, days in taken if days is not None}


def _performed_in(load: Caseload, facts: CaseFacts) -> int | None:
    if facts.rounds == 1:
        done, since = facts.performed_on, facts.accepted_on
        return (done - since).days if done and since and done in load.period else None
    inside = load.inside.get(facts.id)
    taken = [_to_perform(load, now) for now in inside.rounds] if inside else []
    return next((days for days in reversed(taken) if days is not None), None)


def _to_perform(load: Caseload, now: Round) -> int | None:
    obligations = now.agreement.obligations if now.agreement else ()
    done = [obligation.done_on for obligation in obligations if obligation.done_on]
    if not done or len(done) < len(obligations) or max(done) not in load.period or not now.accepted_on:
        return None
    return (max(done) - now.accepted_on).days


def _at(percent: int, durations: Callable[[Caseload], Durations]) -> Callable[[Caseload], Amount]:
    """The days at a percentile."""

    def count(load: Caseload) -> Amount:
        days = durations(load)
        return Amount(frozenset(days), percentile(days.values(), percent))

    return count


def _on_time(load: Caseload) -> Share:
    mediated = load.concluded_in(Outcome.AGREED, Outcome.FAILED)
    limited = [passed for passed in mediated if passed.spell.term_due]
    return Share(those(limited, _in_time), ids_of(limited))


def _in_time(passed: Passage) -> bool:
    until, due = passed.spell.concluded_on, passed.spell.term_due
    return bool(until and due and until <= due)


PACE = Group(
    Phrase(N_("用时与按期")),
    Phrase(
        N_(
            "天数只从事件日期算起，不看录入和修改的时间。从小到大排好，中位数取第“总数×50 %”个，九成位数取第“总数×90 %”个，"
            "不足一个的进一。重新调解的从重新调解之日算起。双方没有都同意的延期不算延期。"
        )
    ),
    (
        Measure(
            "days_to_conclusion",
            Phrase(N_("受理到调结（中位数）")),
            Phrase(
                N_("期间内调结且受理过的纠纷，受理到调结的天数从小到大排，取第“件数×50 %”个（有小数的进一）")
            ),
            BY_CONCLUSION,
            _at(MEDIAN, _to_conclusion),
            _reopened,
            DAYS,
        ),
        Measure(
            "most_days_to_conclusion",
            Phrase(N_("受理到调结（九成不超过）")),
            Phrase(
                N_("期间内调结且受理过的纠纷，受理到调结的天数从小到大排，取第“件数×90 %”个（有小数的进一）")
            ),
            BY_CONCLUSION,
            _at(MOST, _to_conclusion),
            _reopened,
            DAYS,
        ),
        Measure(
            "days_to_performance",
            Phrase(N_("受理到履行完毕（中位数）")),
            Phrase(
                N_(
                    "期间内最后一期履行完毕的协议，受理到履行完毕的天数从小到大排，取第“件数×50 %”个（有小数的进一）"
                )
            ),
            _BY_PERFORMANCE,
            _at(MEDIAN, _to_performance),
            of_several_rounds,
            DAYS,
        ),
        Measure(
            "most_days_to_performance",
            Phrase(N_("受理到履行完毕（九成不超过）")),
            Phrase(
                N_(
                    "期间内最后一期履行完毕的协议，受理到履行完毕的天数从小到大排，取第“件数×90 %”个（有小数的进一）"
                )
            ),
            _BY_PERFORMANCE,
            _at(MOST, _to_performance),
            of_several_rounds,
            DAYS,
        ),
        Measure(
            "on_time",
            Phrase(N_("按期率")),
            Phrase(
                N_(
                    "调结日期不晚于调解期限最后一天（双方同意延期的，按延期后） ÷ "
                    "期间内达成协议和调解不成的纠纷（有调解期限的）"
                )
            ),
            BY_CONCLUSION,
            _on_time,
        ),
    ),
)
