"""The statement's numbers as figures: each with its name, its formula in words, and its cases."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.figures.figure import Figure
from mediation_tui.figures.flow import Ending, Entry
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.statement import FORMULAS, Beside, Column, Line, Reach, Reading
from mediation_tui.i18n import N_

COLUMN_FORMULAS: Mapping[Column, str] = {
    Entry.CARRIED: N_("期初以前登记或重新调解，到期初还没有调结的"),
    Entry.RECEIVED: N_("期内登记的（含后来作废的）"),
    Entry.REOPENED: N_("期内重新调解，而不是上期结转、也不是期内登记的"),
    Ending.BY_GRID: N_("期内达成协议，结果产生在网格的"),
    Ending.BY_VILLAGE: N_("期内达成协议，结果产生在村级的"),
    Ending.BY_TOWN: N_("期内达成协议，结果产生在镇级的"),
    Ending.BY_COUNTY: N_("期内达成协议，结果产生在县级及以上的"),
    Ending.TO_COURT: N_("期内调解不成、移送或不予受理，去向是诉讼、仲裁的"),
    Ending.TO_PETITION: N_("期内调解不成、移送或不予受理，去向是信访的"),
    Ending.TO_OTHERS: N_("期内调解不成、移送或不予受理，去向是公安、行政机关或其他调委会的"),
    Ending.NOWHERE: N_("期内调解不成、移送或不予受理，还没有去向的"),
    Ending.WITHDRAWN: N_("期内撤回或自行和解的"),
    Ending.VOID: N_("期内作废（误登、重复）的"),
    Ending.OPEN: N_("到期末（期间未完的到截止日）还没有调结的"),
    Beside.PAST_TERM: N_("期末未结中，已过调解期限的（含经同意的延期）"),
    Beside.GUIDED_TO_COURT: N_("期内未化解，去向是诉讼的"),
    Beside.HELD_PAST_TERM: N_("期内在手、办理超过调解期限的（含已调结的）"),
    Beside.REOPENED: N_("期内重新调解的（含上期结转和期内登记的）"),
    Beside.LATE: N_("有一步是发生后超过规定天数才记下的"),
}
"""What each column of the flow table counts, in words."""


def column_figure(line: Line, column: Column) -> Figure:
    """A count of the flow table."""
    name, formula = Phrase(column.source), Phrase(COLUMN_FORMULAS[column])
    return Figure.count(name, formula, line.basis, line.cases(column))


def share_figure(line: Line, reach: Reach, reading: Reading) -> Figure:
    """A share in one reading."""
    facts = {"reach": Phrase(reach.source), "reading": Phrase(reading.source)}
    share = line.share(reach, reading)
    name, formula = Phrase(N_("{reach}（{reading}）"), facts=facts), Phrase(FORMULAS[reach, reading])
    return Figure.share(name, formula, line.basis, share.part, share.whole)


def concluded_figure(line: Line) -> Figure:
    """How many came to an end in whatever way (调结)."""
    formula = Phrase(N_("期内达成协议、不成、移送、不予受理、撤回的，作废的不计"))
    return Figure.count(Phrase(N_("调结")), formula, line.basis, line.concluded())


def resolved_figure(line: Line) -> Figure:
    """How many ended in an agreement (化解)."""
    formula = Phrase(N_("期内达成协议的，不论在哪一级"))
    return Figure.count(Phrase(N_("化解")), formula, line.basis, line.resolved())


def unresolved_figure(line: Line) -> Figure:
    """How many ended without one, the withdrawn apart."""
    formula = Phrase(N_("期内调解不成、移送、不予受理的，不论去向"))
    cases = line.concluded() - line.resolved() - line.cases(Ending.WITHDRAWN)
    return Figure.count(Phrase(N_("未化解")), formula, line.basis, cases)
