"""未结案龄, 积压: how long the open disputes have been waiting, counted and never averaged away."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from mediation_tui.figures.figure import CaseIds, Share
from mediation_tui.figures.flow import Passage
from mediation_tui.figures.measures.caseload import Caseload, ids_of, reopened_since, those
from mediation_tui.figures.measures.measure import Group, Measure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_

_DATES = Phrase(N_("登记、受理日期"))


def _reopened(load: Caseload) -> CaseIds:
    return reopened_since(load.still_open)


def _age(load: Caseload, passed: Passage) -> int | None:
    """Days since acceptance; none for a dispute that had not been accepted by that day."""
    accepted = load.accepted_on(passed)
    return (load.day - accepted).days if accepted and accepted <= load.day else None


def _aged(least: int, most: float) -> Callable[[Caseload], CaseIds]:
    """The open disputes accepted that many days ago, both ends included."""

    def count(load: Caseload) -> CaseIds:
        ages = {passed.facts.id: _age(load, passed) for passed in load.still_open}
        return frozenset(case for case, age in ages.items() if age is not None and least <= age <= most)

    return count


def _not_accepted(load: Caseload) -> CaseIds:
    return those(load.still_open, lambda passed: _age(load, passed) is None)


def _past_term(load: Caseload) -> Share:
    still_open = load.still_open
    return Share(those(still_open, lambda passed: passed.past_term(load.day)), ids_of(still_open))


def _band(id_: str, name: str, least: int, most: float) -> Measure:
    formula = Phrase(N_("{day} 未结的纠纷中，受理日期到 {day} 为{band}的"), facts={"band": Phrase(name)})
    return Measure(f"open_{id_}", Phrase(name), formula, _DATES, _aged(least, most), _reopened)


BACKLOG = Group(
    Phrase(N_("未结与积压")),
    Phrase(
        N_("报件数，可以逐件打开。各段与尚未受理的相加等于期末未结。期限按各类纠纷自己的规定，不用同一个。")
    ),
    (
        _band("to_7", N_("0–7 天"), 0, 7),
        _band("to_15", N_("8–15 天"), 8, 15),
        _band("to_30", N_("16–30 天"), 16, 30),
        _band("to_60", N_("31–60 天"), 31, 60),
        _band("longer", N_("61 天以上"), 61, inf),
        Measure(
            "open_not_accepted",
            Phrase(N_("尚未受理")),
            Phrase(N_("{day} 未结的纠纷中，到那一天还没有受理的")),
            _DATES,
            _not_accepted,
            _reopened,
        ),
        Measure(
            "backlog",
            Phrase(N_("积压率")),
            Phrase(N_("{day} 已过自己的调解期限（双方同意延期的，按延期后） ÷ {day} 未结的纠纷")),
            _DATES,
            _past_term,
        ),
    ),
)
