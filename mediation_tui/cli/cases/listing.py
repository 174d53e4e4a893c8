"""`case list`: the cases a filter chooses, as a table or as one JSON array."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import Choice, choosing
from mediation_tui.cli.cases.saying import limit_words, place_words
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.records import listed
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import plain_lines
from mediation_tui.papers.sheet import Row, Sheet


@click.command("list", cls=Command, help=_("列出案件；不写条件就是全部。"))
@choosing
@json_option
@click.pass_obj
def command(workplace: Workplace, /, as_json: bool, **said: Any) -> None:
    """Print the chosen cases, oldest number first."""
    today = workplace.clock.today()
    with workplace.book() as book:
        town = book.town
        chosen = Choice(**said).filter(town, today)
        facts = book.facts(chosen)
        if as_json:
            print_array(json_of(listed(case, town), reveal=False) for case in facts)
        else:
            print_lines(plain_lines(_sheet(facts, town, today, chosen.describe(town))))


def _sheet(cases: Iterable[CaseFacts], town: Town, today: date, chosen: str) -> Sheet:
    rows = tuple(_row(case, town, today) for case in cases)
    heads = (_("案号"), _("地点"), _("类别"), _("当事人"), _("状态"), _("登记日"), _("期限"))
    return Sheet(
        title=chosen or _("全部案件"),
        heads=tuple(map(Head, heads)),
        rows=rows,
        notes=(ngettext("共 {n} 件", "共 {n} 件", len(rows)).format(n=len(rows)),),
    )


def _row(case: CaseFacts, town: Town, today: date) -> Row:
    return Row(
        (
            case.number,
            place_words(case, town),
            case.category.label,
            case.versus,
            case.state.label,
            case.registered_on,
            limit_words(case.due_on, today),
        )
    )
