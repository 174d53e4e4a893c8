"""The questions of a period as a paper, for the head of the office alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from mediation_tui.figures.lines import By, line_name
from mediation_tui.figures.questions import Questions
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.base import Frozen
from mediation_tui.model.places import Town
from mediation_tui.papers.heads import Head
from mediation_tui.papers.letter.letter import Letter, Paragraph
from mediation_tui.papers.paper import Paper, about_figures, as_of_text, stem_of
from mediation_tui.papers.sheet import Row, Sheet


class QuestionRecord(Frozen):
    """One question.

    Attributes:
        asked: What it is about.
        sentence: The question.
        why: What it may mean innocently, and what to look at.
        cases: The ids of the cases it is about, sorted.
    """

    asked: str
    sentence: str
    why: str
    cases: tuple[str, ...]


class QuestionsRecord(Frozen):
    """What there is to ask about a period; never a score, never about a person.

    Attributes:
        first: First day of the period.
        last: Last day of the period.
        village: The id of the one village they are about, empty for the town desk; none for all places.
        as_of: The instant of the book's knowledge, UTC.
    """

    town: str
    office: str
    village: str | None
    first: date
    last: date
    as_of: datetime
    questions: tuple[QuestionRecord, ...]


def questions_paper(questions: Questions, town: Town, *, prepared_on: date) -> Paper:
    """The questions in every form they can leave in.

    Args:
        questions: What there is to ask.
        town: Whose office is asked.
        prepared_on: The day they are asked.
    """
    sheet = questions_sheet(questions, town)

    def values() -> Any:
        return _record(questions, town).model_dump(mode="json")

    return Paper(
        stem=stem_of(sheet.title),
        about=about_figures(sheet.title, town.office, questions.basis),
        sheet=sheet,
        behind=(),
        values=values,
        letter=partial(_letter, questions, sheet, town.office, prepared_on),
        reading=(sheet.title, "", *_asked(questions), "", *sheet.notes),
    )


def _letter(questions: Questions, sheet: Sheet, unit: str, dated: date) -> Letter:
    """The questions as a paper of their own: they are put to the office's head, and handed in to nobody."""
    lines = (*_asked(questions), *sheet.notes)
    body = tuple(Paragraph.plain(line.strip()) for line in lines)
    return Letter(title=sheet.title, addressee="", body=body, signer_unit=unit, dated=dated)


def _asked(questions: Questions) -> Iterator[str]:
    """The questions one after the other, each with its reason."""
    for number, question in enumerate(questions.asked, 1):
        n = len(question.cases)
        yield ngettext("{number}. {sentence}（{n} 件）", "{number}. {sentence}（{n} 件）", n).format(
            number=number, sentence=question.sentence, n=n
        )
        yield f"   {question.why}"


def questions_sheet(questions: Questions, town: Town) -> Sheet:
    """One row for each question.

    Args:
        questions: What there is to ask.
        town: Whose office is asked.
    """
    basis = questions.basis
    empty = (_("这段时间没有要问的。"),) if not questions.asked else ()
    return Sheet(
        title=_title(questions, town),
        heads=tuple(Head(text) for text in (_("序号"), _("想问所长"), _("件数"), _("为什么问、看什么"))),
        rows=tuple(
            Row((number, str(question.sentence), len(question.cases), str(question.why)))
            for number, question in enumerate(questions.asked, 1)
        ),
        name=_("核对提问"),
        notes=(
            *empty,
            _("这些是请所长核对的问题，不是结论，不打分，不排名，也不针对任何人。"),
            _("{dates}；截止 {instant}（北京时间）。").format(dates=basis.dates, instant=as_of_text(basis)),
        ),
    )


def _title(questions: Questions, town: Town) -> str:
    """Whose questions they are, and of which place where it is one alone."""
    title = _("{office}{period}核对提问").format(office=town.office, period=questions.basis.period.label)
    if questions.village is None:
        return title
    place = line_name((questions.village, None), town, By.VILLAGE)
    return _("{title}（{place}）").format(title=title, place=place)


def _record(questions: Questions, town: Town) -> QuestionsRecord:
    basis = questions.basis
    return QuestionsRecord(
        town=town.name,
        office=town.office,
        village=questions.village,
        first=basis.period.first,
        last=basis.period.last,
        as_of=basis.as_of,
        questions=tuple(
            QuestionRecord(
                asked=question.id.value,
                sentence=str(question.sentence),
                why=str(question.why),
                cases=tuple(sorted(question.cases)),
            )
            for question in questions.asked
        ),
    )
