"""`review agenda`: what there is to look at in a week's review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.reviews.asking import week_meant, week_option
from mediation_tui.cli.reviews.records import AgendaRecord, SectionRecord, agenda_record
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.meeting import meeting_of
from mediation_tui.model.period import Period
from mediation_tui.review.agenda import agenda_of
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of
from mediation_tui.rules.registers import MEETINGS
from mediation_tui.store.book import Book


@click.command("agenda", cls=Command, help=_("一周的研判议程：逐项、逐村，每一件为什么要看。"))
@week_option
@json_option
@click.pass_obj
def command(workplace: Workplace, day: date | None, as_json: bool) -> None:
    """Print the agenda with the numbers at its head."""
    week = week_meant(day, workplace.clock.today())
    with workplace.book() as book:
        record = _read(book, workplace, week)
    if as_json:
        print_json(json_of(record, reveal=True))
    else:
        print_lines(_lines(record, week))


def _read(book: Book, workplace: Workplace, week: Period) -> AgendaRecord:
    docket = read_docket(book, workplace.clock, week)
    agenda = agenda_of(docket)
    met = (meeting_of(book.steps(MEETINGS, each.id)) for each in book.meetings_of(week))
    seen = [line for meeting in met for line in meeting.seen]
    return agenda_record(agenda, heads_of(docket), frozenset(agenda.unseen(seen)), book.town)


def _lines(record: AgendaRecord, week: Period) -> Iterator[str]:
    yield _("{week}研判议程（{days}）").format(week=week.label, days=week)
    for head in record.heads:
        change = _("（比上次 {n:+d}）").format(n=head.change) if head.change is not None else ""
        yield _("{name} {text}{change}").format(name=head.figure.name, text=head.figure.text, change=change)
    for section in record.sections:
        if section.lines:
            yield ""
            yield from _section(section)


def _section(section: SectionRecord) -> Iterator[str]:
    n = len(section.lines)
    yield ngettext("{section}（{n} 项）", "{section}（{n} 项）", n).format(section=section.name, n=n)
    village = None
    for line in section.lines:
        if line.village_name != village:
            village = line.village_name
            yield f"  {village}"
        seen = _("已看") if line.seen else ""
        yield "    " + "  ".join(filter(None, (line.number or line.place_name, _("；").join(line.why), seen)))
