"""Screening reports (排查报告): places against periods; every mark is a stop for the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.errors import Refused
from mediation_tui.i18n import N_, _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.model.screening import Screening
from mediation_tui.rules.screening import (
    Answer,
    Board,
    Mark,
    Rhythm,
    ScreeningRules,
    asked_since,
    board,
    period_around,
)
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.acts.reporting import Owed
from mediation_tui.ui.registers.rounds import Rounds
from mediation_tui.ui.registers.words import due_words, result_words, spot_words
from mediation_tui.ui.screens.boardview import answer_words, board_numbers, missing_in
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.numbertable import NumberTable
from mediation_tui.ui.widgets.prose import Prose

_SHOWN = {
    Rhythm.WEEK: timedelta(weeks=13),
    Rhythm.HALF_MONTH: timedelta(days=184),
    Rhythm.MONTH: timedelta(days=366),
}
"""How many days' periods are in view at once: a quarter of weeks, half a year of half months, a year of months."""
_DAY = timedelta(days=1)


class BoardScreen(Room):
    """Who has reported and who has not; Enter opens a round or begins a report, 0 reports zero."""

    DEFAULT_CSS = """
    BoardScreen {
        .board--line { height: 1; padding: 0 1; text-style: bold; }
        .board--stop { min-height: 2; max-height: 3; color: $accent; }
    }
    """
    CSS_PATH = "room.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "NumberTable"
    room_name: ClassVar[str] = "board"
    tab: ClassVar[str] = "villages"

    def __init__(self) -> None:
        super().__init__()
        self._back = 0
        self._board = Board((), {})
        self._rounds: dict[str, Screening] = {}
        self._line = Static(classes="board--line")
        self._table = NumberTable()
        self._stop = Prose(classes="board--stop")

    def content(self) -> Iterable[Widget]:
        """What is asked of whom, the board, and the mark under the cursor in words."""
        return self._line, self._table, self._stop

    def reload(self) -> None:
        """Read the rounds again; the cursor begins at the latest period."""
        book, first_time = self.program.book, not self._board.dues
        rules = self._rules()
        window = self._window(rules)
        rounds = book.screenings(window)
        self._rounds = {each.id: each for each in rounds}
        self._board = board(rules, book.town, rounds, window.first, window.last, self._today)
        shown = board_numbers(self._board, book.town) if self._board.dues and self._board.rows else None
        self._line.update(plain(self._line_words(rules, window)))
        self._table.show(shown, self._nothing(rules))
        if first_time:
            self.call_after_refresh(self._go_to_latest, 0)

    def _rules(self) -> ScreeningRules:
        """The office's rules; where nobody has reported yet and they do not say since when, from this period on."""
        book = self.program.book
        rules = book.rules.screening
        since = asked_since(rules, book.first_screened())
        begun = period_around(rules.rhythm, self._today).first
        return rules.model_copy(update={"since": since or begun})

    def _window(self, rules: ScreeningRules) -> Period:
        """The days whose periods are in view; the latest ends with the present one."""
        last = period_around(rules.rhythm, self._today).last - self._back * _SHOWN[rules.rhythm]
        return Period(last - _SHOWN[rules.rhythm] + _DAY, last)

    def _line_words(self, rules: ScreeningRules, window: Period) -> str:
        n = len(self._board.missing)
        owed = ngettext("未报 {n} 次", "未报 {n} 次", n).format(n=n)
        since = _("{day} 起").format(day=rules.since)
        return f" {marks().dot} ".join((rules.rhythm.label, rules.reporters.label, since, str(window), owed))

    def _nothing(self, rules: ScreeningRules) -> str:
        if not self._board.rows:
            return _("还没有村和网格。先用命令导入名册：mediation-tui roster import 文件")
        return _("这段时间还不要求报排查，从 {day} 起才要求。").format(day=rules.since)

    @property
    def _today(self) -> date:
        return self.program.clock.today()

    # The mark under the cursor

    @property
    def _mark(self) -> Mark | None:
        """The mark under the cursor; none on the line below the places."""
        rows = tuple(self._board.rows.values())
        row, column = self._table.row, self._table.column
        return rows[row][column] if row < len(rows) and column < len(self._board.dues) else None

    @on(NumberTable.Moved)
    def _moved(self) -> None:
        mark = self._mark
        self._stop.say("\n".join(self._said(mark)) if mark else "")

    def _said(self, mark: Mark) -> Iterator[str]:
        """Whose report for when, how it stands, and what a key does with it."""
        town, gap = self.program.book.town, "  "
        due = f"{mark.due.special} {mark.due.period}".strip()
        yield gap.join((spot_words(town, mark.spot), due, answer_words(mark.answer)))
        if not mark.rounds:
            yield _("Enter 填报，0 报零。没有报不等于零。")
        for each in mark.rounds:
            yield gap.join(self._round_words(self._rounds[each]))

    def _round_words(self, screening: Screening) -> Iterator[str]:
        held = screening.round
        found = self.program.book.facts(CaseFilter(screening=screening.id))
        yield result_words(held, sum(not case.void_on for case in found))
        yield _("{day} 排查").format(day=held.held_on)
        yield _("报告人 {name}").format(name=held.reporter)

    @on(NumberTable.Opened)
    def _opened(self) -> None:
        mark = self._mark
        if not self._table.numbers:
            return
        if mark is None:
            self._call(self._table.column)
        elif len(mark.rounds) > 1:
            self._choose(mark)
        elif mark.rounds:
            self._acts.open(mark.rounds[0])
        else:
            self.program.do(lambda here: self._acts.report(self._owed(mark)), self.here)

    def _choose(self, mark: Mark) -> None:
        """Ask which of several rounds is meant."""
        from mediation_tui.ui.dialogs.picker import Picker
        from mediation_tui.ui.widgets.option import Option

        town = self.program.book.town
        options = [
            Option(
                each, f"{spot_words(town, self._rounds[each].round.place)} {self._rounds[each].round.held_on}"
            )
            for each in mark.rounds
        ]
        picker: Picker[str] = Picker(_("哪一次排查"), options)
        self.program.push_screen(picker, lambda chosen: self._acts.open(chosen) if chosen else None)

    @property
    def _acts(self) -> Rounds:
        return Rounds(self.program)

    def _owed(self, mark: Mark) -> Owed:
        """The report a mark stands for.

        Raises:
            Refused: Its period has not begun.
        """
        if mark.due.first > self._today:
            raise Refused(
                N_("{first} – {last} 还没有开始，不能先报；最早到 {first} 再报。"),
                first=mark.due.first,
                last=mark.due.last,
            )
        return Owed(mark.spot, mark.due)

    # What the commands do

    def do_zero(self) -> None:
        """Report zero for the place and the period under the cursor."""
        mark = self._mark
        if mark is None:
            self.say(_("先把光标移到一个村的一期上。"))
        elif mark.answer in (Answer.REPORTED, Answer.ZERO):
            self.say(_("这一期已经报过；写错了的，按 Enter 打开，再更正。"), "warn")
        else:
            self._acts.report_zero(self._owed(mark))

    def do_calls(self) -> None:
        """Show whom to call about what is missing."""
        self._call(None)

    def _call(self, column: int | None) -> None:
        from mediation_tui.ui.dialogs.calls import CallsDialog

        book = self.program.book
        due = None if column is None else self._board.dues[column]
        heading = _("催报") if due is None else _("催报 {period}").format(period=due_words(due))
        self.program.push_screen(CallsDialog(heading, missing_in(self._board, due), book.town, book.people))

    def do_earlier(self) -> None:
        """Look at the periods before these."""
        self._look_back(1)

    def do_later(self) -> None:
        """Look at the periods after these, up to the present one."""
        if self._back:
            self._look_back(-1)
        else:
            self.say(_("已经是最近的了。"))

    def _look_back(self, spans: int) -> None:
        self._back += spans
        self.reload()
        self._go_to_latest(self._table.row)

    def _go_to_latest(self, row: int) -> None:
        """Put the cursor on the latest period, with as many before it as there is room for."""
        self._table.first = 0
        self._table.move_to(row, len(self._board.dues))

    def key_escape(self) -> None:
        """Go back to the villages."""
        self.program.go_back()
