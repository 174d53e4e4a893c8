"""`demo`: a made-up town to try everything on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.progress import progress_bar
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType
from mediation_tui.clock import SetClock
from mediation_tui.i18n import _, ngettext


@click.command("demo", cls=Command, help=_("编一个虚构的乡镇，案件、人员、村组齐全，然后打开它看看。"))
@click.argument("path", type=click.Path(path_type=Path), metavar=_("路径"))
@click.option(
    "--cases",
    type=click.IntRange(min=0, max=1_000_000),
    default=600,
    show_default=True,
    metavar=_("数"),
    help=_("编多少件案件。"),
)
@click.option(
    "--seed", type=int, default=1, show_default=True, metavar=_("数"), help=_("同一个数编出同一个镇。")
)
@click.option("--today", type=DateType(), metavar=_("日期"), help=_("当作今天的日期；不写就是今天。"))
@click.option("--no-open", is_flag=True, help=_("只编，不打开。"))
@click.pass_obj
def command(
    workplace: Workplace, path: Path, cases: int, seed: int, today: date | None, no_open: bool
) -> None:
    """Make the town and open it."""
    from mediation_tui.demo import write_demo

    with progress_bar(_("正在编一个虚构的乡镇")) as progress:
        write_demo(
            path,
            cases=cases,
            seed=seed,
            today=today or workplace.clock.today(),
            progress=progress,
            allow_network=workplace.settings.allow_network_folder,
        )
    town = replace(workplace, location=str(path))
    town.accept()
    if no_open:
        sentence = ngettext(
            "已编好：{path}，{n} 件案件。打开：mediation-tui --book {path}",
            "已编好：{path}，{n} 件案件。打开：mediation-tui --book {path}",
            cases,
        )
        print_lines([sentence.format(path=path, n=cases)])
        return
    clock = SetClock.on(today, hour=18, tick=timedelta(seconds=1)) if today else workplace.clock
    replace(town, clock=clock).open_app()
