"""`salvage`: a new book from whatever can still be read of a damaged one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import rich_click as click
from click.exceptions import Exit

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.codes import PROBLEM
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.records import SalvageReport
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.clock import new_id
from mediation_tui.i18n import N_, _
from mediation_tui.store.embedded.salvage.report import CaseLeft, Gap, Left, Salvaged


@click.command(
    "salvage",
    cls=Command,
    help=_(
        "把损坏的案件簿里读得出的全部另存成一本新的，并列出读不出的；原文件不会改动。有缺失时退出码为 1。"
    ),
)
@click.argument("damaged", type=click.Path(path_type=Path), metavar=_("损坏的案件簿"))
@click.argument("new", type=click.Path(path_type=Path), metavar=_("新案件簿"))
@json_option
@click.pass_obj
def command(workplace: Workplace, damaged: Path, new: Path, as_json: bool) -> None:
    """Salvage the book; exit code 1 if anything is missing."""
    from mediation_tui.store.embedded.salvage import salvage

    salvaged = salvage(damaged.expanduser(), new.expanduser(), str(new_id(workplace.clock.now())))
    if as_json:
        print_json(json_of(_report(salvaged), reveal=True))
    else:
        print_lines(_said(salvaged, new))
    if not salvaged.complete:
        raise Exit(PROBLEM)


def _report(salvaged: Salvaged) -> SalvageReport:
    return SalvageReport.model_validate(
        {**asdict(salvaged), "complete": salvaged.complete, "unplaced": salvaged.unplaced}
    )


_REGISTERS = {
    "screenings": N_("排查记录"),
    "consultations": N_("咨询记录"),
    "meetings": N_("会议记录"),
}


def _said(salvaged: Salvaged, new: Path) -> Iterator[str]:
    whole = sum(case.left is Left.WHOLE for case in salvaged.cases)
    sentence = _("已另存到 {path}：找到 {events} 条事件、{cases} 件案件，其中完整的 {whole} 件。")
    yield sentence.format(path=new, events=salvaged.events, cases=len(salvaged.cases), whole=whole)
    yield from (_case_said(case) for case in salvaged.cases if case.left is not Left.WHOLE)
    yield from map(_gap_said, salvaged.gaps)
    if salvaged.unplaced:
        yield _("没有找到的事件里，有 {n} 条不知道属于哪件案件，可能有整件案件丢失。").format(
            n=salvaged.unplaced
        )
    for origin in salvaged.open_ends:
        yield _("事件链 {origin} 的末尾没有找到，后面可能还有事件；新的事件会另起一条链。").format(
            origin=origin
        )
    for report in salvaged.reports:
        if report.missing:
            sentence = _("报告《{title}》缺 {n} 步，找到的都已保留。")
            yield sentence.format(title=report.title or report.report_id, n=report.missing)
    for register, name in _REGISTERS.items():
        if missing := sum(left.missing for left in salvaged.records if left.table == register):
            sentence = _("{register}缺 {n} 步，找到的都已保留。")
            yield sentence.format(register=_(name), n=missing)
    yield from _settings_said(salvaged)
    if salvaged.complete:
        yield _("全部取出，什么也没有少。")
    else:
        yield _("新案件簿可以接着用；缺少的请对照备份和纸质卷宗补录。")


def _case_said(case: CaseLeft) -> str:
    if case.left is Left.INCOMPLETE and not case.missing:
        sentence = _("{case}：找到的 {n} 条事件还原不出这件案件；案件按最后一次存下的样子保留。")
        return sentence.format(case=case.number or case.case_id, n=case.events)
    sentences = {
        Left.DOUBTFUL: _("{case}：找到 {n} 条事件，不能确定是不是全部。"),
        Left.INCOMPLETE: _("{case}：找到 {n} 条事件，缺 {missing} 条；案件按最后一次存下的样子保留。"),
        Left.LOST: _("{case}：找到 {n} 条事件，还原不出这件案件；事件都已保留。"),
    }
    return sentences[case.left].format(case=case.number or case.case_id, n=case.events, missing=case.missing)


def _gap_said(gap: Gap) -> str:
    if gap.first == gap.last:
        return _("没有找到：事件链 {origin} 的第 {first} 号。").format(origin=gap.origin, first=gap.first)
    return _("没有找到：事件链 {origin} 的第 {first} 到 {last} 号。").format(
        origin=gap.origin, first=gap.first, last=gap.last
    )


def _settings_said(salvaged: Salvaged) -> Iterator[str]:
    """What is lost of the roster and the rules."""
    match salvaged.roster:
        case Left.LOST:
            yield _("名册没有找到，请用 roster import 重新导入。")
        case Left.INCOMPLETE:
            yield _("名册只找到一部分，请用 roster import 重新导入。")
        case Left.DOUBTFUL:
            yield _("名册已找到，但不能确定是否完整，请核对。")
    if not salvaged.rules:
        yield _("期限规则没有找到，改用了程序自带的规则。")
    if not salvaged.origin_found:
        yield _("案件簿自己的编号没有找到，按事件推定为 {origin}。").format(origin=salvaged.origin)
