"""`report draft`, `review`, `issue`, `submit`, `return`, `recount`: the way of a report to whoever it is for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.reports.asking import period_options
from mediation_tui.cli.reports.finding import said_of, the_report
from mediation_tui.cli.reports.reading import strays_named
from mediation_tui.cli.reports.tables import table_meant
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType
from mediation_tui.desk import Desk
from mediation_tui.figures.issued.drafting import Wanted, drafted_report, recounted
from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.lines import By
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import ReportStep
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import drafted as content_of

_REPORT = click.argument("report", metavar=_("报告号"))


@click.command(
    "draft", cls=Command, help=_("起一份要签发的报表：把现在的统计连同每个数字的案件记下来，作为草稿。")
)
@click.argument("kind", metavar=_("报表"))
@period_options
@click.option(
    "--by",
    type=WordType(By),
    default=By.VILLAGE.value,
    metavar="village|grid|category",
    help=_("statement 的每行是什么。"),
)
@click.option("--supersedes", metavar=_("报告号"), help=_("这份是用来替换哪一份被回退的报告。"))
@click.pass_obj
def draft(workplace: Workplace, kind: str, first: date, last: date, by: By, supersedes: str | None) -> None:
    """Count a report and keep it as a draft."""
    with workplace.desk() as desk:
        answered = the_report(desk.book, supersedes).id if supersedes else None
        with strays_named(desk.book):
            report = drafted_report(desk.book, workplace.clock, _wanted(kind, by), Period(first, last))
        _tell(desk, desk.draft_report(report, answered))


@click.command("recount", cls=Command, help=_("把一份草稿按现在的案件簿重新统计；要重新审核。"))
@_REPORT
@click.pass_obj
def recount(workplace: Workplace, report: str) -> None:
    """Count a draft again."""

    def again(desk: Desk, found: str) -> ReportStep:
        before = content_of(desk.book.steps(REPORTS, found))
        with strays_named(desk.book):
            report = recounted(desk.book, workplace.clock, before)
        return desk.recount_report(found, report)

    _onward(workplace, report, again)


@click.command("review", cls=Command, help=_("审核一份草稿。"))
@_REPORT
@click.option("--note", default="", metavar=_("文字"), help=_("审核意见。"))
@click.pass_obj
def review(workplace: Workplace, report: str, note: str) -> None:
    """Say that a draft may be signed."""
    _onward(workplace, report, lambda desk, found: desk.review_report(found, note))


@click.command("issue", cls=Command, help=_("签发一份审核过的报表；签发以后内容不能再改。"))
@_REPORT
@click.option("--signer", required=True, metavar=_("姓名"), help=_("签发人。"))
@click.option("--on", "signed_on", type=DateType(), metavar=_("日期"), help=_("签发日期；不写就是今天。"))
@click.pass_obj
def issue(workplace: Workplace, report: str, signer: str, signed_on: date | None) -> None:
    """Sign a report."""
    day = signed_on or workplace.clock.today()
    _onward(workplace, report, lambda desk, found: desk.issue_report(found, signer, day))


@click.command("submit", cls=Command, help=_("记下签发的报表已经上报。"))
@_REPORT
@click.option("--note", default="", metavar=_("文字"), help=_("报给谁、怎么报的。"))
@click.pass_obj
def submit(workplace: Workplace, report: str, note: str) -> None:
    """Say that a report was handed in."""
    _onward(workplace, report, lambda desk, found: desk.submit_report(found, note))


@click.command(
    "return", cls=Command, help=_("记下上报的报表被回退；要另起一份（draft --supersedes）来替换。")
)
@_REPORT
@click.option("--reason", required=True, metavar=_("文字"), help=_("为什么被回退。"))
@click.pass_obj
def give_back(workplace: Workplace, report: str, reason: str) -> None:
    """Say that a report came back."""
    _onward(workplace, report, lambda desk, found: desk.return_report(found, reason))


def _onward(workplace: Workplace, report: str, act: Callable[[Desk, str], ReportStep]) -> None:
    """Take a step with a report and say where it stands."""
    with workplace.desk() as desk:
        _tell(desk, act(desk, the_report(desk.book, report).id))


def _tell(desk: Desk, step: ReportStep) -> None:
    print_lines([said_of(the_report(desk.book, step.report_id))])


def _wanted(kind: str, by: By) -> Wanted:
    """The report meant by a name or by a description's file."""
    if kind == STATEMENT:
        return Wanted(kind, by)
    table, text = table_meant(kind, STATEMENT)
    return Wanted(table.id, description=text)
