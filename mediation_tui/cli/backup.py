"""`backup`: the whole book in one file, made while others go on writing."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.progress import progress_bar
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _

_MEGABYTE = 1_000_000


@click.command(
    "backup",
    cls=Command,
    help=_("把案件簿备份成一个文件，别人可以同时继续写；已有的文件不会被覆盖。恢复用 restore。"),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("文件"))
@click.pass_obj
def command(workplace: Workplace, file: Path) -> None:
    """Make a backup."""
    path = file.expanduser().resolve()
    with workplace.book() as book, progress_bar(_("正在备份")) as progress:
        book.backup(path, workplace.clock.now(), progress)
    size = path.stat().st_size / _MEGABYTE
    print_lines([_("已备份到 {path}（{size:.1f} MB）。").format(path=file, size=size)])
