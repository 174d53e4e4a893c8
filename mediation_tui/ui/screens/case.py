"""Case (案件): what is next first, then what is running, what happened, who, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget

from mediation_tui.i18n import _
from mediation_tui.model.events import Event
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.fold import effective, lag
from mediation_tui.rules.facts import facts_of
from mediation_tui.ui.caseview import (
    agreement_lines,
    default_lines,
    file_lines,
    next_line,
    party_lines,
    summary_lines,
    title_line,
)
from mediation_tui.ui.clocklines import clock_lines
from mediation_tui.ui.eventwords import event_line
from mediation_tui.ui.risklines import history_lines, question_lines, questions_of
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.row import Cell, Column, Row
from mediation_tui.ui.widgets.rows import RowList
from mediation_tui.ui.widgets.toned import Toned
from mediation_tui.ui.words import short_day

_LIMITS_ABOVE = 4
"""Limits shown above the timeline; further ones stand beside it."""


class CaseScreen(Room):
    """One case.

    Args:
        case_id: Which.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["room.tcss", "case.tcss"]
    room_name: ClassVar[str] = "case"

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self._case_id = case_id
        self._facts: CaseFacts | None = None
        self._top = Toned(classes="case--top")
        columns = (Column("", 5), Column("", 12), Column("", 10, flex=1))
        self._timeline = RowList(columns, header=False)
        self._parts = tuple(Toned(classes="case--part") for _part in range(8))
        self._events: dict[str, Event] = {}

    def content(self) -> Iterable[Widget]:
        """What is next above; the timeline beside further limits, parties, questions, matter, agreement, risk and file."""
        side = VerticalScroll(*self._parts, classes="case--side")
        return self._top, Horizontal(self._timeline, side)

    def refresh_head(self) -> None:
        """Say which case it is."""
        case = self.program.book.case(self._case_id)
        self._head.say(case.number, case.versus)

    def reload(self) -> None:
        """Read the case and its events again."""
        book, today = self.program.book, self.program.clock.today()
        case = book.case(self._case_id)
        self._facts = facts_of(case, book.rules, book.calendar)
        events = book.events(self._case_id)
        limits = clock_lines(case, book, today)
        self._top.say((title_line(case, book), next_line(case), *limits[:_LIMITS_ABOVE]))
        beside = (
            limits[_LIMITS_ABOVE:],
            tuple(party_lines(case, today)),
            tuple(question_lines(questions_of(case, events, book, today))),
            tuple(summary_lines(case)),
            tuple(agreement_lines(case, today)),
            tuple(default_lines(case, book, today)),
            tuple(history_lines(events, book, today)),
            tuple(file_lines(case)),
        )
        for part, lines in zip(self._parts, beside, strict=True):
            part.say(lines)
            part.display = bool(lines)
        self._events = {str(event.id): event for event in events}
        rows = tuple(self._rows(events))
        self._timeline.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        if self._timeline.cursor < 0:
            self._timeline.action_first()

    def _rows(self, events: tuple[Event, ...]) -> Iterator[Row]:
        book, today = self.program.book, self.program.clock.today()
        case = book.case(self._case_id)
        standing = {event.id for event in effective(events)}
        for event in reversed(events):
            tone: Tone = "plain" if event.id in standing else "muted"
            words = event_line(event, case, book)
            if event.id not in standing:
                words = _("（已撤销）{words}").format(words=words)
            if book.rules.is_late(lag(event)):
                words = _("〔补录〕{words}").format(words=words)
            day = Cell(short_day(event.happened_on, today), "muted")
            yield Row(str(event.id), (day, Cell(event.kind.label, tone), Cell(words, "muted")))

    @property
    def case(self) -> CaseFacts | None:
        """This case."""
        return self._facts

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        from mediation_tui.ui.dialogs.event import EventDialog

        self.program.push_screen(EventDialog(self._events[str(event.key)], self.program.desk))

    def key_escape(self) -> None:
        """Back to where the case was opened."""
        self.program.go_back()
