"""The page of questions to the head of the office: what stands out, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediation_tui.figures.questions import Question, Questions, read_questions
from mediation_tui.figures.records import require_sound
from mediation_tui.i18n import _, ngettext
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Leaving, Page, Setting, Source
from mediation_tui.ui.screens.figures.stops import Stop, opening
from mediation_tui.ui.screens.figures.view import Row, Sheet, View
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.numbers import Heading, Number

if TYPE_CHECKING:
    from mediation_tui.papers.paper import Paper

_BESIDE = 14
"""Cells of a line that are not the question's."""


def read(asked: Asked, source: Source) -> Iterator[Questions]:
    """Look into the period's cases; every case is proven after that, before the questions can be saved."""
    yield read_questions(source.records, asked.period, source.progress)
    require_sound(source.records, progress=source.proving)


def paper(leaving: Leaving) -> Paper:
    """The questions about the place that is shown, to be saved as a file."""
    from mediation_tui.papers.questions.paper import questions_paper

    shown, setting = leaving.found.about(leaving.asked.place.village), leaving.setting
    return questions_paper(shown, setting.town, prepared_on=setting.today)


def view(questions: Questions, asked: Asked, setting: Setting) -> View:
    """A line for each question; why it is asked stands below for the one under the cursor."""
    put = questions.about(asked.place.village).asked
    if not put:
        return View(
            _("这一期没有要核对的问题。"), questions.basis, instead=_("看过的是期间内登记或调结的案件。")
        )
    sheet = Sheet(
        _("请所长核对"),
        (Heading(_("案件")),),
        tuple(map(_row, put)),
        longest_name=max(_BESIDE, setting.width - _BESIDE),
    )
    sentence = ngettext(
        "有 {n} 个问题请所长核对：只是发问，不是结论，也不评价任何人。",
        "有 {n} 个问题请所长核对：只是发问，不是结论，也不评价任何人。",
        len(put),
    )
    return View(sentence.format(n=len(put)), questions.basis, sheet.numbers, sheet.stops)


def _row(question: Question) -> Row:
    cases = opening(question.cases)
    words = f"{question.id.label} {marks().dot} {question.sentence}"
    stop = Stop(Number(str(len(question.cases))), words, cases, str(question.why))
    return Row(str(question.sentence), (stop,))


PAGE: Page = Page(PageName.QUESTIONS, read, view, paper, offers=frozenset({"place", "export"}))
"""核对."""
