"""达成率, 官方成功率, 口头协议占比, 卷宗完备率: what mediation ended in, and what the files show of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mediation_tui.figures.figure import CaseIds, Ratio, Share
from mediation_tui.figures.flow import Passage
from mediation_tui.figures.measures.caseload import (
    Caseload,
    ids_of,
    of_several_rounds,
    once,
    reopened_since,
    those,
)
from mediation_tui.figures.measures.measure import BY_CONCLUSION, Group, Measure, Portion
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.facts import CaseFacts, Countable
from mediation_tui.model.vocabulary import AgreementForm, MediationKind, Outcome


def _ended_in(outcome: Outcome) -> Callable[[Caseload], CaseIds]:
    return lambda load: ids_of(load.concluded_in(outcome))


def _settlement(load: Caseload) -> Share:
    agreed = load.concluded_in(Outcome.AGREED)
    return Share(ids_of(agreed), ids_of(load.concluded_in(Outcome.AGREED, Outcome.FAILED)))


def _officially(load: Caseload) -> Portion:
    """Columns 3 and 1 of the ministry's table, which is about people's mediation only (§7.1)."""
    succeeded = those(load.concluded_in(Outcome.AGREED), lambda passed: _by_people(passed.facts))
    period = load.period
    accepted = frozenset(
        facts.id for facts in load.here if _by_people(facts) and _first_accepted(load, facts) in period
    )
    return Portion(succeeded, accepted, Ratio(len(succeeded), len(accepted)))


def _by_people(facts: Countable) -> bool:
    return facts.mediation_kind is MediationKind.PEOPLE


def _first_accepted(load: Caseload, facts: CaseFacts) -> date | None:
    """When a dispute was first accepted; taking it up again is no second acceptance."""
    if facts.rounds == 1:
        return facts.accepted_on
    inside = load.inside.get(facts.id)
    accepted = (now.accepted_on for now in inside.rounds) if inside else ()
    return next(filter(None, accepted), None)


def _oral(load: Caseload) -> Share:
    agreed = load.concluded_in(Outcome.AGREED)
    return Share(those(agreed, lambda passed: _form(load, passed) is AgreementForm.ORAL), ids_of(agreed))


def _form(load: Caseload, passed: Passage) -> AgreementForm | None:
    if passed.last_round:
        return passed.facts.agreement_form
    agreement = load.round_of(passed).agreement
    return agreement.form if agreement else None


def _reopened(load: Caseload) -> CaseIds:
    return reopened_since(load.concluded_in(Outcome.AGREED))


@once
def _closed(load: Caseload) -> CaseIds:
    period = load.period
    return frozenset(facts.id for facts in load.here if facts.closed_on and facts.closed_on in period)


def _complete(load: Caseload) -> Share:
    closed = _closed(load)
    return Share(frozenset(case for case in closed if load.inside[case].complete), closed)


def _count(id_: str, name: str, formula: str, outcome: Outcome) -> Measure:
    return Measure(id_, Phrase(name), Phrase(formula), BY_CONCLUSION, _ended_in(outcome))


SETTLING = Group(
    Phrase(N_("调解结果")),
    Phrase(
        N_(
            "达成率的分子分母都印出；撤回、移送、不予受理、作废另列，不在分母里。官方口径的分子分母不是同一批案件，"
            "可以超过 100 %。口头协议同样有效，占比高低不是好坏。"
        )
    ),
    (
        _count("agreed", N_("达成协议"), N_("期间内调结、结果为达成协议的纠纷"), Outcome.AGREED),
        _count(
            "failed", N_("调解不成"), N_("期间内调结、结果为调解不成（含一方拒绝）的纠纷"), Outcome.FAILED
        ),
        _count("withdrawn", N_("撤回、自行和解"), N_("期间内撤回或自行和解的纠纷"), Outcome.WITHDRAWN),
        _count("transferred", N_("移送"), N_("期间内移送其他机关的纠纷"), Outcome.TRANSFERRED),
        _count("not_accepted", N_("不予受理"), N_("期间内决定不予受理的纠纷"), Outcome.NOT_ACCEPTED),
        Measure(
            "settlement",
            Phrase(N_("达成率")),
            Phrase(N_("期间内达成协议 ÷ 期间内达成协议和调解不成（含一方拒绝）")),
            BY_CONCLUSION,
            _settlement,
        ),
        Measure(
            "official_success",
            Phrase(N_("调解成功率（官方口径）")),
            Phrase(
                N_(
                    "期间内达成协议（统计表第3列） ÷ 期间内首次受理（统计表第1列）；只计人民调解，不含作废；"
                    "可以超过 100 %"
                )
            ),
            Phrase(N_("分子按调结日期，分母按受理日期")),
            _officially,
            of_several_rounds,
        ),
        Measure(
            "oral",
            Phrase(N_("口头协议占比")),
            Phrase(N_("期间内达成的口头协议 ÷ 期间内达成的协议")),
            BY_CONCLUSION,
            _oral,
            _reopened,
        ),
        Measure(
            "complete_files",
            Phrase(N_("卷宗完备率")),
            Phrase(
                N_(
                    "按其结果应有的材料现已齐全的案件 ÷ 期间内结案的案件（结案后又重新调解的按最后一次结案）；"
                    "写明原因的缺件仍算缺"
                )
            ),
            Phrase(N_("结案日期")),
            _complete,
            _closed,
        ),
    ),
)
