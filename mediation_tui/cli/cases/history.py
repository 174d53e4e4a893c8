"""`case events`: everything that was ever written on a case, or on all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.saying import actor_name
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option, reveal_option
from mediation_tui.clock import BEIJING, local_date
from mediation_tui.i18n import _
from mediation_tui.model.events import Event
from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import plain_lines
from mediation_tui.papers.sheet import Row, Sheet
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING, CaseFilter


@click.command("events", cls=Command, help=_("看一件案件的全部经过，每一笔都在，更正和撤销也在。"))
@click.argument("number", metavar=_("案号"), required=False)
@click.option("--all", "whole_book", is_flag=True, help=_("全部案件的经过。"))
@json_option
@reveal_option
@click.pass_obj
def command(workplace: Workplace, number: str | None, whole_book: bool, as_json: bool, reveal: bool) -> None:
    """Print the events in the order they were written, case by case."""
    if (number is None) is not whole_book:
        raise click.UsageError(_("请写一个案号，或者写 --all"))
    with workplace.book() as book:
        events = _told(book, number)
        if as_json:
            print_array(json_of(event, reveal=reveal) for _number, event in events)
        else:
            print_lines(plain_lines(_sheet(events, book)))


def _told(book: Book, number: str | None) -> Iterator[tuple[str, Event]]:
    """Each event of one case, or of all, with its case's number."""
    chosen = EVERYTHING if number is None else CaseFilter(ids=frozenset({book.find(number)}))
    for facts in book.facts(chosen):
        for event in book.events(facts.id):
            yield facts.number, event


def _sheet(events: Iterable[tuple[str, Event]], book: Book) -> Sheet:
    heads = (_("案号"), _("发生日期"), _("事项"), _("记录人"), _("记录时间"), _("备注"))
    rows = (_row(number, event, book) for number, event in events)
    return Sheet(title=_("经过"), heads=tuple(map(Head, heads)), rows=tuple(rows))


def _row(number: str, event: Event, book: Book) -> Row:
    lag = (local_date(event.recorded_at) - event.happened_on).days
    return Row(
        (
            number,
            event.happened_on,
            event.kind.label,
            actor_name(event.actor, book.people),
            f"{event.recorded_at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
            _("补录") if book.rules.is_late(lag) else "",
        )
    )
