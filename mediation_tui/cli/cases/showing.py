"""`case show`: one case as it stands."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.paper import case_lines
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.records import ShownCase, listed
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option, reveal_option
from mediation_tui.i18n import _
from mediation_tui.rules.facts import facts_of


@click.command("show", cls=Command, help=_("看一件案件。案号怎么写都可以，也可以写编号。"))
@click.argument("number", metavar=_("案号"))
@json_option
@reveal_option
@click.pass_obj
def command(workplace: Workplace, number: str, as_json: bool, reveal: bool) -> None:
    """Print the case a number means."""
    with workplace.book() as book:
        case = book.case(book.find(number))
        facts = facts_of(case, book.rules, book.calendar)
        if as_json:
            shown = ShownCase.model_construct(facts=listed(facts, book.town), case=case)
            print_json(json_of(shown, reveal=reveal))
        else:
            print_lines(case_lines(case, facts, book, workplace.clock.today(), reveal=reveal))
