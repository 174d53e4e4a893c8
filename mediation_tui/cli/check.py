"""`check`: read the whole book and say what is not as it was written."""

from __future__ import annotations

from dataclasses import asdict

import rich_click as click
from click.exceptions import Exit

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.codes import PROBLEM
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.records import CheckFinding
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.i18n import _, ngettext
from mediation_tui.store.filters import EVERYTHING


@click.command("check", cls=Command, help=_("检查案件簿：逐条核对记录、事件链和案件。查出问题时退出码为 1。"))
@json_option
@click.pass_obj
def command(workplace: Workplace, as_json: bool) -> None:
    """Check the book; exit code 1 if anything was found."""
    with workplace.book() as book:
        found = [CheckFinding.model_validate(asdict(finding)) for finding in book.check()]
        cases = book.count(EVERYTHING)
    if as_json:
        print_array(json_of(finding, reveal=False) for finding in found)
    else:
        print_lines(finding.sentence for finding in found)
        print_lines(dict.fromkeys(finding.advice for finding in found))
        print_lines([_verdict(len(found), cases)])
    if found:
        raise Exit(PROBLEM)


def _verdict(findings: int, cases: int) -> str:
    if findings:
        return ngettext("查出 {n} 处问题。", "查出 {n} 处问题。", findings).format(n=findings)
    return ngettext("已核对 {n} 件案件，没有发现问题。", "已核对 {n} 件案件，没有发现问题。", cases).format(
        n=cases
    )
