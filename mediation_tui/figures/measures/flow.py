"""结转平衡, 调结率: what came in and went out, and whether the office keeps up with it."""

from __future__ import annotations

from mediation_tui.figures.figure import CaseIds, Ratio
from mediation_tui.figures.flow import Ending, Entry
from mediation_tui.figures.measures.caseload import Caseload, ids_of
from mediation_tui.figures.measures.measure import BY_REGISTRATION, Group, Measure, Portion
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_

_DATES = Phrase(N_("新收按登记日期，重新调解按重新调解日期，调结按调结日期"))


def _came(load: Caseload, entry: Entry) -> CaseIds:
    return frozenset(passed.facts.id for passed in load.passages if passed.entry is entry)


def _carried(load: Caseload) -> CaseIds:
    return _came(load, Entry.CARRIED)


def _received(load: Caseload) -> CaseIds:
    return _came(load, Entry.RECEIVED)


def _reopened(load: Caseload) -> CaseIds:
    return _came(load, Entry.REOPENED)


def _concluded(load: Caseload) -> CaseIds:
    return ids_of(load.concluded)


def _void(load: Caseload) -> CaseIds:
    return ids_of(load.ended(Ending.VOID))


def _left_open(load: Caseload) -> CaseIds:
    return ids_of(load.still_open)


def _clearance(load: Caseload) -> Portion:
    concluded, received = ids_of(load.concluded), load.received
    return Portion(concluded, received, Ratio(len(concluded), len(received)))


FLOW = Group(
    Phrase(N_("结转与调结")),
    Phrase(
        N_(
            "期初未结＋新收＋重新调解＝调结＋作废＋期末未结，不平不出数。一件纠纷在一个期间里只按最后一次调结计一次，"
            "所以各月之和可以多于全年。"
        )
    ),
    (
        Measure(
            "opening",
            Phrase(N_("期初未结")),
            Phrase(N_("期间开始以前登记或重新调解、到期间第一天还没有调结的纠纷")),
            BY_REGISTRATION,
            _carried,
        ),
        Measure(
            "received",
            Phrase(N_("新收")),
            Phrase(N_("登记日期在期间内的纠纷，后来作废的也在内")),
            BY_REGISTRATION,
            _received,
        ),
        Measure(
            "reopened",
            Phrase(N_("重新调解")),
            Phrase(N_("以前登记、期初已经调结、期间内重新调解的纠纷")),
            Phrase(N_("重新调解日期")),
            _reopened,
        ),
        Measure(
            "concluded",
            Phrase(N_("调结")),
            Phrase(
                N_("期间内最后一次调结（达成协议、调解不成、撤回、移送、不予受理）、期末没有再调解的纠纷")
            ),
            Phrase(N_("调结日期")),
            _concluded,
        ),
        Measure(
            "void",
            Phrase(N_("作废")),
            Phrase(N_("期间内作废或并案的案件，另列，不计入任何比率")),
            Phrase(N_("作废日期")),
            _void,
        ),
        Measure(
            "closing",
            Phrase(N_("期末未结")),
            Phrase(N_("到期间最后一天还没有调结的纠纷")),
            _DATES,
            _left_open,
        ),
        Measure(
            "clearance",
            Phrase(N_("调结率")),
            Phrase(N_("期间内调结的纠纷 ÷ 期间内登记的纠纷（不含作废）；可以超过 100 %")),
            _DATES,
            _clearance,
        ),
    ),
)
