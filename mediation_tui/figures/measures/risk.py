"""风险变动: with what risk disputes came in and were closed, and which way it went in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediation_tui.figures.figure import TIMES, CaseIds
from mediation_tui.figures.measures.caseload import Caseload, once
from mediation_tui.figures.measures.measure import BY_REGISTRATION, Amount, Group, Measure
from mediation_tui.figures.measures.particulars import Particulars, RiskStep
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.vocabulary import Risk

_BY_CLOSING = Phrase(N_("结案日期"))
_BY_CHANGE = Phrase(N_("风险调整日期"))


def _touched(load: Caseload) -> CaseIds:
    return load.touched


@once
def _at_first(load: Caseload) -> Mapping[str, Risk]:
    """The risk each of the disputes received was registered with."""
    return {case: load.inside[case].risk_at_first for case in load.received}


@once
def _at_close(load: Caseload) -> Mapping[str, Risk | None]:
    """The risk each dispute was last closed with in the period; none for those not closed in it."""
    return {case: _risk_at_close(load, load.inside[case]) for case in load.touched}


def _opened_at(risk: Risk) -> Callable[[Caseload], CaseIds]:
    return lambda load: frozenset(case for case, at_first in _at_first(load).items() if at_first is risk)


def _closed_at(risk: Risk) -> Callable[[Caseload], CaseIds]:
    return lambda load: frozenset(case for case, at_close in _at_close(load).items() if at_close is risk)


def _risk_at_close(load: Caseload, inside: Particulars) -> Risk | None:
    """The risk on the day of the last closing in the period; none without one."""
    closed = [now.closed_on for now in inside.rounds if now.closed_on and now.closed_on in load.period]
    return inside.risk_on(closed[-1]) if closed else None


def _steps(load: Caseload, holds: Callable[[RiskStep], bool]) -> Amount:
    """The changes in the period of which something holds, and their cases."""
    found = [(case, step) for case, step in _changes(load) if holds(step)]
    return Amount(frozenset(case for case, _ in found), len(found))


@once
def _changes(load: Caseload) -> tuple[tuple[str, RiskStep], ...]:
    """The changes in the period, each with its case."""
    steps = ((case, step) for case in load.touched for step in load.inside[case].risk_steps)
    return tuple((case, step) for case, step in steps if step.on in load.period)


def _raised(load: Caseload) -> Amount:
    return _steps(load, lambda step: step.to > step.before)


def _lowered(load: Caseload) -> Amount:
    return _steps(load, lambda step: step.to < step.before)


def _at_each(
    id_: str,
    name: str,
    formula: str,
    dates: Phrase,
    counting: Callable[[Risk], Callable[[Caseload], CaseIds]],
) -> tuple[Measure, ...]:
    """A count for each risk level."""
    return tuple(
        Measure(
            f"{id_}_{risk}",
            Phrase(name, facts={"risk": Phrase(risk.source)}),
            Phrase(formula, facts={"risk": Phrase(risk.source)}),
            dates,
            counting(risk),
            _touched,
        )
        for risk in Risk
    )


RISK = Group(
    Phrase(N_("风险变动")),
    Phrase(N_("都从逐次记录数出，报件数和次数，不报比率；升高再降低的各计一次。作废的不计。")),
    (
        *_at_each(
            "opened_at",
            N_("收案时{risk}"),
            N_("期间内登记的纠纷中，登记时风险为{risk}的"),
            BY_REGISTRATION,
            _opened_at,
        ),
        Measure(
            "risk_raised",
            Phrase(N_("风险升高")),
            Phrase(N_("期间内风险等级升高的次数")),
            _BY_CHANGE,
            _raised,
            _touched,
            TIMES,
        ),
        Measure(
            "risk_lowered",
            Phrase(N_("风险降低")),
            Phrase(N_("期间内风险等级降低的次数")),
            _BY_CHANGE,
            _lowered,
            _touched,
            TIMES,
        ),
        *_at_each(
            "closed_at",
            N_("结案时{risk}"),
            N_("期间内结案的纠纷中，最后一次结案当日风险为{risk}的"),
            _BY_CLOSING,
            _closed_at,
        ),
    ),
)
