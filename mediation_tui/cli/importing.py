"""`import`: an existing ledger, one dispute a row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click
from click.exceptions import Exit

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.codes import PROBLEM
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _

if TYPE_CHECKING:
    from mediation_tui.exchange.outcome import ImportOutcome


@click.command(
    "import",
    cls=Command,
    help=_("导入已有的台账（xlsx、xls、ods、csv）；有一行不对就都不导入。再导一次同样的表不会有变化。"),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("文件"))
@click.option("--dry-run", is_flag=True, help=_("只试一遍，看会怎样，不写入。"))
@click.option("--village", metavar=_("名称"), help=_("表里没写村的行，都算这个村（社区）的；不写则归镇里。"))
@click.option("--sheet", metavar=_("名称"), help=_("只读这一张工作表；不写就读所有对得上的。"))
@click.pass_obj
def command(workplace: Workplace, file: Path, dry_run: bool, village: str | None, sheet: str | None) -> None:
    """Take the ledger in and say what became of its rows; exit code 1 if any was refused."""
    from mediation_tui.exchange.archive import import_archive
    from mediation_tui.exchange.refusals import told

    with workplace.desk() as desk:
        outcome = import_archive(desk, file, dry_run=dry_run, village=village, sheet=sheet)
    print_lines([_counts(outcome), *outcome.notes])
    if outcome.errors:
        for line in (*told(outcome.errors), _("整张表都没有导入；改好这些行再来。")):
            click.echo(line, err=True)
        raise Exit(PROBLEM)
    if dry_run:
        print_lines([_("这是试导，什么都没有写入。")])


def _counts(outcome: ImportOutcome) -> str:
    return _("新增 {new} 件，更改 {changed} 件，相同 {same} 件，不能导入 {refused} 行。").format(
        new=outcome.new, changed=outcome.changed, same=outcome.same, refused=outcome.refused
    )
