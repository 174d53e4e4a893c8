"""Today (今日): what is due, overdue, silent, to visit, handed to me, unanswered or to close, and the week's numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.i18n import _
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from mediation_tui.ui.caserow import case_columns, case_row
from mediation_tui.ui.pressing import Pressing, Section
from mediation_tui.ui.screens.room import NEVER, Room
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.row import Row
from mediation_tui.ui.widgets.rows import RowList


class TodayScreen(Room):
    """What wants attention today; one key does what the line under the cursor waits for.

    Of each group only the cases that come into view are read.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["room.tcss", "today.tcss"]
    room_name: ClassVar[str] = "today"
    lists_cases: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._week = Static(classes="today--week")
        self._said = Static(classes="today--said")
        self._rows = RowList(case_columns(80), header=False)
        self._sections: tuple[Section, ...] = ()
        self._cases: dict[str, CaseFacts] = {}
        self._actor = ""

    def content(self) -> Iterable[Widget]:
        """The week's numbers above what is chosen and the list."""
        return self._week, self._said, self._rows

    @property
    def chosen(self) -> CaseFilter:
        """Whose cases are shown: kept while the program runs, in whatever language."""
        kept: CaseFilter = self.program.kept.get(self.room_name, EVERYTHING)
        return kept

    def reload(self) -> None:
        """Count the groups again; their cases are read as they come into view."""
        program = self.program
        self._actor = program.actor
        pressing = Pressing(program.book, program.clock.today(), program.person, self.chosen)
        self._week.update(plain(pressing.week_line()))
        self._say_chosen()
        self._sections = tuple(pressing.sections())
        self._cases.clear()
        self._rows.show(sum(1 + section.count for section in self._sections), self._fetch)
        if self._rows.cursor < 0:
            self._rows.action_first()

    def _say_chosen(self) -> None:
        book, chosen = self.program.book, self.chosen
        self._said.display = chosen != EVERYTHING
        self._said.update(
            plain(
                _("只看 {described}  按 x 看全部").format(described=chosen.describe(book.town, book.people))
            )
        )
        self._rows.empty = (
            _("今天没有到期的事。按 F2 登记一件纠纷，或按 3 看各村情况。")
            if chosen == EVERYTHING
            else _("这里今天没有到期的事。按 x 看全部，或按 F2 登记一件纠纷。")
        )

    def _fetch(self, offset: int, limit: int) -> Sequence[Row]:
        return tuple(self._listed(offset, offset + limit))

    def _listed(self, first: int, end: int) -> Iterator[Row]:
        """The rows of a stretch of the list: a group's heading, and its cases below."""
        above = 0
        for section in self._sections:
            begins, above = above, above + 1 + section.count
            if first <= begins < end:
                yield Row(section.code, (section.title,), heading=True)
            offset, upto = max(0, first - begins - 1), min(section.count, end - begins - 1)
            if offset < upto:
                yield from self._cases_of(section, offset, upto - offset)

    def _cases_of(self, section: Section, offset: int, limit: int) -> Iterator[Row]:
        book = self.program.book
        made = case_row(book.town, book.rules, self.program.clock.today(), section.awaited)
        for facts in section.page(book, offset, limit):
            key = f"{section.code}:{facts.id}"
            self._cases[key] = facts
            yield Row(key, made(facts).cells)

    @property
    def case(self) -> CaseFacts | None:
        """The case under the cursor."""
        row = self._rows.current
        return self._cases.get(str(row.key)) if row else None

    @property
    def asked(self) -> EventKind | None:
        """What the line under the cursor waits for."""
        row, case = self._rows.current, self.case
        code = str(row.key).partition(":")[0] if row else ""
        section = next((section for section in self._sections if section.code == code), None)
        return section.asks(case) if section and case else None

    def refresh_if_stale(self) -> None:
        """Read again as well if somebody else works here now."""
        if self._read_at is not None and self._actor != self.program.actor:
            self._read_at = NEVER
        super().refresh_if_stale()

    def on_resize(self) -> None:
        """Show more columns where there is room."""
        self._rows.columns = case_columns(self.size.width)

    # What the commands do

    def do_asked(self) -> None:
        """Do what the line under the cursor waits for."""
        if asked := self.asked:
            self.program.do_act(self.here, asked)

    def do_filter(self) -> None:
        """Choose by village, mediator and level."""
        from mediation_tui.ui.dialogs.whose import WhoseDialog

        today = self.program.clock.today()
        self.program.push_screen(WhoseDialog(self.chosen, self.program.book, today), self._choose)

    def do_clear(self) -> None:
        """Show all cases."""
        self._choose(EVERYTHING)

    def _choose(self, chosen: CaseFilter | None) -> None:
        if chosen is not None and chosen != self.chosen:
            self.program.kept[self.room_name] = chosen
            self.reload()
            self.refresh_foot()

    # What the widgets tell

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.refresh_foot()

    @on(RowList.Peeked)
    def _peeked(self) -> None:
        self.do_asked()

    @on(RowList.Opened)
    def _opened(self) -> None:
        if self.case:
            self.program.open_case(self.case.id)
