"""The board of screening reports as a table: places against periods, each mark with its sign and its word."""

from __future__ import annotations

from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.rules.screening import Answer, Board, Due, Mark
from mediation_tui.ui.registers.words import due_words, spot_words
from mediation_tui.ui.skin import marks
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.numbers import Heading, Number, NumberRow, Numbers

_LONGEST_NAME = 18

_TONES: dict[Answer, Tone] = {
    Answer.REPORTED: "plain",
    Answer.ZERO: "muted",
    Answer.MISSING: "late",
    Answer.NOT_DUE: "muted",
}


def answer_words(answer: Answer) -> str:
    """How a place stands with a report, with its sign; never the sign alone."""
    return f"{getattr(marks(), answer.value)} {answer.label}"


def board_numbers(board: Board, town: Town) -> Numbers:
    """A row for each place, a column for each period; below them how many reports each period lacks."""
    rows = tuple(
        NumberRow(spot_words(town, spot), tuple(map(_number, row))) for spot, row in board.rows.items()
    )
    owed = tuple(_owed(board, due) for due in board.dues)
    return Numbers(
        _("村（社区）·网格").replace("·", marks().dot),
        tuple(map(_heading, board.dues)),
        rows,
        NumberRow(_("未报几处"), owed),
        longest_name=_LONGEST_NAME,
    )


def _number(mark: Mark) -> Number:
    return Number(answer_words(mark.answer), _TONES[mark.answer])


def _heading(due: Due) -> Heading:
    days = due_words(Due(due.first, due.last))
    return Heading(days, (due.special,) if due.special else (), align="left")


def _owed(board: Board, due: Due) -> Number:
    n = len(missing_in(board, due))
    return Number(str(n), "late" if n else "muted")


def missing_in(board: Board, due: Due | None = None) -> tuple[Mark, ...]:
    """The reports that are owed, of one period or of all."""
    return tuple(mark for mark in board.missing if due in (None, mark.due))
