"""`screening board`, `screening list`: who has reported, and what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_array, print_json, print_lines
from mediation_tui.cli.registers import board_record, listed_screening, spot_name
from mediation_tui.cli.reports.asking import period_options
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import plain_lines
from mediation_tui.papers.sheet import Row, Sheet
from mediation_tui.rules.screening import Board, asked_since, board
from mediation_tui.store.book import Book


@click.command("board", cls=Command, help=_("排查报告表：各村（网格）每一期报了没有。没有报不等于零。"))
@period_options
@json_option
@click.pass_obj
def board_(workplace: Workplace, first: date, last: date, as_json: bool) -> None:
    """Print places against periods."""
    period, today = Period(first, last), workplace.clock.today()
    with workplace.book() as book:
        found = _board(book, period, today)
        if as_json:
            print_json(json_of(board_record(found, book.town, first, last), reveal=True))
        else:
            print_lines(plain_lines(_sheet(found, book.town, period)))
            print_lines(_reminders(found, book.town))


def _board(book: Book, period: Period, today: date) -> Board:
    rules = book.rules.screening
    since = asked_since(rules, book.first_screened())
    asked = rules.model_copy(update={"since": since})
    return board(asked, book.town, book.screenings(period), period.first, period.last, today)


def _sheet(found: Board, town: Town, period: Period) -> Sheet:
    heads = (_("地点"), *(f"{due.special} {due.last:%m-%d}".strip() for due in found.dues))
    rows = (
        Row((spot_name(town, *spot), *(mark.answer.label for mark in marks)))
        for spot, marks in found.rows.items()
    )
    n = len(found.missing)
    return Sheet(
        title=_("排查报告表（{period}）").format(period=period.label),
        heads=tuple(map(Head, heads)),
        rows=tuple(rows),
        notes=(ngettext("未报 {n} 次", "未报 {n} 次", n).format(n=n),),
    )


def _reminders(found: Board, town: Town) -> Iterator[str]:
    """The villages to call, with their numbers."""
    for village in dict.fromkeys(mark.spot[0] for mark in found.missing):
        if phone := town.village(village).phone:
            yield _("提醒：{village} {phone}").format(village=town.village_name(village), phone=phone)


@click.command("list", cls=Command, help=_("列出一段时间里报来的排查。"))
@period_options
@json_option
@click.pass_obj
def list_(workplace: Workplace, first: date, last: date, as_json: bool) -> None:
    """Print the rounds for periods that have days in common with one."""
    with workplace.book() as book:
        found = sorted(book.screenings(Period(first, last)), key=lambda each: (each.round.last, each.id))
        listed = [listed_screening(each, book) for each in found if not each.withdrawn]
        if as_json:
            print_array(json_of(each, reveal=False) for each in listed)
            return
    heads = (_("地点"), _("期间"), _("种类"), _("排查日"), _("结果"), _("案件"), _("报告人"), _("编号"))
    rows = (
        Row(
            (
                each.village_name + each.grid_name,
                str(each.round.period),
                each.round.kind.label,
                each.round.held_on,
                _("零报告") if each.round.zero else _found(each.round.handled, each.round.passed_up),
                _("、").join(each.cases),
                each.round.reporter,
                each.id,
            )
        )
        for each in listed
    )
    note = ngettext("共 {n} 次", "共 {n} 次", len(listed)).format(n=len(listed))
    print_lines(
        plain_lines(Sheet(title=_("排查"), heads=tuple(map(Head, heads)), rows=tuple(rows), notes=(note,)))
    )


def _found(handled: int, passed_up: int) -> str:
    return _("当场 {handled}、上报 {passed_up}").format(handled=handled, passed_up=passed_up)
