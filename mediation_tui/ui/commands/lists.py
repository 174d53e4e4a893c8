"""Commands of the lists and tables."""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.ui.commands.command import Command, Group, Here


def _in_ledger(here: Here) -> bool:
    return here.room.room_name == "ledger"


def _in_figures(here: Here) -> bool:
    return here.room.room_name == "figures"


LISTS = (
    Command(
        id="ledger.filter",
        source=N_("筛选"),
        description=N_("按村、状态、类别、层级、期限筛选台账。"),
        keys=("ctrl+f", "f"),
        when=_in_ledger,
        run=lambda here: here.room.call("filter"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="ledger.sort",
        source=N_("排序"),
        description=N_("换一种排序：登记日、期限、无动静、案号、村、风险。"),
        keys=("ctrl+o", "s"),
        when=_in_ledger,
        run=lambda here: here.room.call("sort"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="ledger.clear",
        source=N_("取消筛选"),
        description=N_("显示全部案件。"),
        keys=("ctrl+x", "x"),
        when=_in_ledger,
        run=lambda here: here.room.call("clear"),
        group=Group.LISTS,
    ),
    Command(
        id="figures.earlier",
        source=N_("上一期"),
        description=N_("看前一个月、季度或年度。"),
        keys=("f5", "left_square_bracket"),
        when=_in_figures,
        run=lambda here: here.room.call("earlier"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="figures.later",
        source=N_("下一期"),
        description=N_("看后一个月、季度或年度。"),
        keys=("f6", "right_square_bracket"),
        when=_in_figures,
        run=lambda here: here.room.call("later"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="figures.period",
        source=N_("期间"),
        description=N_("选择月、季、年或任意起止日期。"),
        keys=("f7", "p"),
        when=_in_figures,
        run=lambda here: here.room.call("choose_period"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="figures.by",
        source=N_("村/网格/类别"),
        description=N_("按村、网格或类别列统计表。"),
        keys=("f8", "g"),
        when=_in_figures,
        run=lambda here: here.room.call("switch_lines"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="figures.export",
        source=N_("导出"),
        description=N_("把看到的统计表存成 xlsx、csv 或 json。"),
        keys=("f9", "e"),
        when=_in_figures,
        run=lambda here: here.room.call("export"),
        group=Group.LISTS,
        shown=True,
    ),
)
"""What can be done with the ledger and the statement."""
