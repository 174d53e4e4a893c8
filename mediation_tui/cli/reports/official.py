"""`report ministry` and the other official tables, and `report table` for an office's own."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.reports.asking import Asked, Output, report_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.explaining import table_explained
from mediation_tui.cli.reports.reading import figures_asked
from mediation_tui.cli.reports.tables import table_meant
from mediation_tui.cli.spoken import Command
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.i18n import _
from mediation_tui.papers.official.paper import table_paper


def _shipped(name: str, explained: str) -> click.Command:
    """The command of a table the program comes with."""

    @click.command(name, cls=Command, help=explained)
    @report_options
    @click.pass_obj
    def command(workplace: Workplace, asked: Asked, output: Output) -> None:
        """Count the period and print it or save it."""
        _deliver(workplace, asked, output, shipped_table(name))

    return command


ministry = _shipped("ministry", _("人民调解案件情况统计表（39 栏，每行一个调委会）。"))
governance = _shipped("governance", _("综治《矛盾纠纷排查情况表》（52 行，按层级和年度累计）。"))
county = _shipped("county", _("县司法局月报表（镇巴样式，每行一个村）。"))
prevention = _shipped("prevention", _("预防效果统计表（件、人成对）。"))
balance = _shipped("balance", _("台账结转平衡表（上期结转＋收＝结＋期末未结）。"))


@click.command(
    "table",
    cls=Command,
    help=_("本单位自己的表：表的说明是一个 TOML 文件，可以用 describe 存一份现成的再改。"),
)
@report_options
@click.argument("description", metavar=_("表名或文件"))
@click.pass_obj
def own(workplace: Workplace, asked: Asked, output: Output, description: str) -> None:
    """Count the period by an office's own description."""
    table, _text = table_meant(description)
    _deliver(workplace, asked, output, table)


def _deliver(workplace: Workplace, asked: Asked, output: Output, description: TableDescription) -> None:
    with workplace.book() as book, figures_asked(book, asked, workplace.clock) as figures:
        table, town = figures.table(description), book.town
    paper = table_paper(table, town, prepared_on=workplace.clock.today(), reporter=town.office)
    deliver(paper, output, table_explained(table) if asked.explain else ())
