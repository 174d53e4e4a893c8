"""`report questions`: what the head of the office may want to ask about a period."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import village_meant
from mediation_tui.cli.progress import progress_bar
from mediation_tui.cli.reports.asking import Asked, Output, report_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.explaining import questions_explained
from mediation_tui.cli.reports.measures import village_option
from mediation_tui.cli.reports.reading import numbers_of, proven_records
from mediation_tui.cli.spoken import Command
from mediation_tui.figures.figure import NONE
from mediation_tui.figures.questions import read_questions
from mediation_tui.i18n import _
from mediation_tui.papers.questions.paper import questions_paper


@click.command(
    "questions",
    cls=Command,
    help=_("请所长核对的问题：同一天登记又结案、雷同的记述、超出往年……不打分，不排名。"),
)
@report_options
@village_option
@click.pass_obj
def command(workplace: Workplace, asked: Asked, output: Output, village: str | None) -> None:
    """Ask about the period, on the screen or in a file."""
    with (
        workplace.book() as book,
        proven_records(book, asked, workplace.clock) as records,
        progress_bar(_("正在核对")) as progress,
    ):
        town = book.town
        questions = read_questions(records, asked.period, progress).about(village_meant(town, village))
        behind = NONE.union(*(question.cases for question in questions.asked))
        numbers = numbers_of(records, behind) if asked.explain else {}
    paper = questions_paper(questions, town, prepared_on=workplace.clock.today())
    deliver(paper, output, questions_explained(questions, numbers) if asked.explain else ())
