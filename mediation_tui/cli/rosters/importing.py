"""`roster import`: places and people from a sheet."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _


@click.command(
    "import",
    cls=Command,
    help=_("从表格导入村组和人员；有一行不对就都不导入。再导一次同样的表不会有变化。"),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("文件"))
@click.pass_obj
def command(workplace: Workplace, file: Path) -> None:
    """Take the sheet in and say what became of it."""
    from mediation_tui.exchange.roster import import_roster

    with workplace.desk() as desk:
        outcome = import_roster(desk, file)
    print_lines(
        [
            _("新增 {added}，更改 {changed}，相同 {same}。").format(
                added=outcome.added, changed=outcome.changed, same=outcome.same
            ),
            _("名册现有村（社区）{villages}、网格 {grids}、人员 {people}。").format(
                villages=outcome.villages, grids=outcome.grids, people=outcome.people
            ),
            *(_("提醒：{warning}").format(warning=warning) for warning in outcome.warnings),
        ]
    )
