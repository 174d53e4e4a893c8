"""Commands of the ledger."""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.ui.commands.command import Command, Group, in_room

LISTS = (
    Command(
        id="ledger.filter",
        source=N_("筛选"),
        description=N_("按村、状态、类别、层级、期限筛选台账。"),
        keys=("ctrl+f", "f"),
        when=in_room("ledger"),
        run=lambda here: here.room.call("filter"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="ledger.sort",
        source=N_("排序"),
        description=N_("换一种排序：登记日、期限、无动静、案号、村、风险。"),
        keys=("ctrl+o", "s"),
        when=in_room("ledger"),
        run=lambda here: here.room.call("sort"),
        group=Group.LISTS,
        shown=True,
    ),
    Command(
        id="ledger.clear",
        source=N_("取消筛选"),
        description=N_("显示全部案件。"),
        keys=("ctrl+x", "x"),
        when=in_room("ledger"),
        run=lambda here: here.room.call("clear"),
        group=Group.LISTS,
    ),
)
"""What can be done with the ledger."""
