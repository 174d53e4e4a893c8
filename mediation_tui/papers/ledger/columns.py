"""The columns of the ledger: what a recount needs of a case, each with its heading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.papers.cells import Cell

_Read = Callable[[CaseFacts, Town], Cell]


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        source: Its heading, in Chinese.
        read: What stands in it for a case.
    """

    source: str
    read: _Read

    @property
    def heading(self) -> str:
        """The heading in the language spoken now."""
        return _(self.source)


def masked(versus: str) -> str:
    """The parties in one line, each by the first character of the name alone: `马某 ↔ 单某`."""
    sides = (side.split("、") for side in versus.split(" ↔ "))
    return " ↔ ".join("、".join(f"{name[:1]}某" for name in side) for side in sides) if versus else ""


def _said(word: Word | None) -> Cell:
    return word.label if word else None


def _committee(case: CaseFacts, town: Town) -> str:
    """The committee's name; its id where it is no longer on the roster."""
    return next((str(each.name) for each in town.committees if each.id == case.committee), case.committee)


COLUMNS = (
    Column(N_("案号"), lambda case, town: case.number),
    Column(N_("村（社区）"), lambda case, town: town.village_name(case.village)),
    Column(N_("网格"), lambda case, town: town.grid_name(case.village, case.grid)),
    Column(N_("调委会"), _committee),
    Column(N_("类别"), lambda case, town: case.category.label),
    Column(N_("综治类别"), lambda case, town: _said(case.governance)),
    Column(N_("来源"), lambda case, town: case.source.label),
    Column(N_("委托单位"), lambda case, town: _said(case.entruster)),
    Column(N_("发现方式"), lambda case, town: _said(case.discovery)),
    Column(N_("当事人"), lambda case, town: masked(case.versus)),
    Column(N_("当事人总数"), lambda case, town: case.parties),
    Column(N_("涉及人数"), lambda case, town: case.people),
    Column(N_("涉及金额"), lambda case, town: case.amount),
    Column(N_("疑难程度"), lambda case, town: _said(case.difficulty)),
    Column(N_("风险"), lambda case, town: case.risk.label),
    Column(N_("首接层级"), lambda case, town: case.level_received.label),
    Column(N_("化解层级"), lambda case, town: _said(case.level_resolved)),
    Column(N_("状态"), lambda case, town: case.state.label),
    Column(N_("结果"), lambda case, town: _said(case.outcome)),
    Column(N_("去向"), lambda case, town: _said(case.exit)),
    Column(N_("协议形式"), lambda case, town: _said(case.agreement_form)),
    Column(N_("申请日期"), lambda case, town: case.applied_on),
    Column(N_("发现日期"), lambda case, town: case.found_on),
    Column(N_("登记日期"), lambda case, town: case.registered_on),
    Column(N_("受理日期"), lambda case, town: case.accepted_on),
    Column(N_("调结日期"), lambda case, town: case.concluded_on),
    Column(N_("协议生效日期"), lambda case, town: case.effective_on),
    Column(N_("履行完毕日期"), lambda case, town: case.performed_on),
    Column(N_("回访日期"), lambda case, town: case.visited_on),
    Column(N_("结案日期"), lambda case, town: case.closed_on),
    Column(N_("归档日期"), lambda case, town: case.archived_on),
    Column(N_("作废日期"), lambda case, town: case.void_on),
    Column(N_("调解期限"), lambda case, town: case.term_due),
    Column(N_("第几轮"), lambda case, town: case.rounds),
    Column(N_("重新调解日期"), lambda case, town: case.reopened_on),
    Column(N_("最长补录天数"), lambda case, town: case.longest_lag),
)
"""From left to right; dates are of the present round of a case."""
