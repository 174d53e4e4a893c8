"""`check`: read the whole book and say what is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial

import rich_click as click
from click.exceptions import Exit

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.codes import PROBLEM
from mediation_tui.cli.office.nottaken import not_taken_lines
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.records import CheckFinding
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.errors import BookError
from mediation_tui.i18n import N_, _, ngettext
from mediation_tui.store.book import Book, Finding
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.marks import FellBack

_LOST = N_(
    "可能换成了旧的文件，或丢了写入日志（-wal）：请找回原来的文件，或用 restore 恢复最近的备份；"
    "确认以现在的为准，就运行 mediation-tui check --accept。"
)


@click.command("check", cls=Command, help=_("检查案件簿：逐条核对记录、事件链和案件。查出问题时退出码为 1。"))
@click.option("--accept", is_flag=True, help=_("以前见过的记录不在了，也以案件簿现在的为准，不再提醒。"))
@json_option
@click.pass_obj
def command(workplace: Workplace, accept: bool, as_json: bool) -> None:
    """Check the book; exit code 1 if anything was found."""
    with replace(workplace, on_doubt=partial(_pass_on, workplace)).book() as book:
        findings = (*_fallen_back(workplace, book, accept=accept), *book.check())
        found = [CheckFinding.model_validate(asdict(finding)) for finding in findings]
        cases = book.count(EVERYTHING)
        beside = () if found else tuple(not_taken_lines(book.rules))
    if as_json:
        print_array(json_of(finding, reveal=False) for finding in found)
    else:
        print_lines(finding.sentence for finding in found)
        print_lines(dict.fromkeys(finding.advice for finding in found))
        print_lines([_verdict(len(found), cases)])
        print_lines(beside)
    if found:
        raise Exit(PROBLEM)


def _pass_on(workplace: Workplace, doubt: BookError) -> None:
    """Say what is doubtful about the book, unless it is among the findings."""
    if not isinstance(doubt, FellBack):
        workplace.on_doubt(doubt)


def _fallen_back(workplace: Workplace, book: Book, *, accept: bool) -> Iterator[Finding]:
    """What the book lacks of what was seen of it; where its ends cannot be read, the check itself says why."""
    with suppress(BookError):
        mark, heads = workplace.mark_of(book), book.heads()
        if accept:
            mark.accept(heads)
        for gap in mark.look(heads):
            sentence = _("以前见过的第 {first} 到 {last} 号事件不在案件簿里了。")
            yield Finding(sentence.format(first=gap.first, last=gap.last), advice=_(_LOST))


def _verdict(findings: int, cases: int) -> str:
    if findings:
        return ngettext("查出 {n} 处问题。", "查出 {n} 处问题。", findings).format(n=findings)
    return ngettext("已核对 {n} 件案件，没有发现问题。", "已核对 {n} 件案件，没有发现问题。", cases).format(
        n=cases
    )
