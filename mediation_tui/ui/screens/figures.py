"""Figures (统计): the statement in one sentence and as a table whose every number can be opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from mediation_tui.clock import BEIJING
from mediation_tui.errors import MediationError, UnbalancedStatement
from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import Statement
from mediation_tui.i18n import N_, _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.skin import marks
from mediation_tui.ui.statementtable import StatementTable, Stop, beside_line, statement_table
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.numbertable import NumberTable
from mediation_tui.ui.widgets.prose import Prose

_AT_ONCE = 3_000
"""Cases counted while the key is still down; more are counted aside, with a word about it."""

Outcome = Statement | MediationError
"""What counting came to."""


class FiguresScreen(Room):
    """The statement of a period; it begins with the present quarter, up to today."""

    DEFAULT_CSS = """
    FiguresScreen .figures--sentence { text-style: bold; max-height: 4; }
    FiguresScreen .figures--basis { height: 1; padding: 0 1; color: $text-muted; }
    FiguresScreen .figures--beside { max-height: 2; color: $text-muted; }
    FiguresScreen .figures--stop { min-height: 1; max-height: 2; color: $accent; }
    """
    room_name: ClassVar[str] = "figures"

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self._by = By.VILLAGE
        self._outcome: Outcome | None = None
        self._shown: StatementTable | None = None
        self._sentence = Prose(classes="figures--sentence")
        self._basis = Static(classes="figures--basis")
        self._table = NumberTable()
        self._beside = Prose(classes="figures--beside")
        self._stop = Prose(classes="figures--stop")

    def content(self) -> Iterable[Widget]:
        """The sentence, what it is based on, the table, what stands beside it, the number under the cursor."""
        return self._sentence, self._basis, self._table, self._beside, self._stop

    @property
    def period(self) -> Period:
        """The period shown."""
        today = self.program.clock.today()
        return self._period or Period.quarter(today.year, (today.month + 2) // 3)

    def reload(self) -> None:
        """Count again."""
        if self.program.book.count(EVERYTHING) <= _AT_ONCE:
            self._take(self._counted())
        else:
            self.say(_("案件较多，正在统计…"))
            self._count_aside()
        self._table.focus()

    def _counted(self) -> Outcome:
        try:
            return PeriodFigures(Present(self.program.book, self.program.clock), self.period).statement(
                self._by
            )
        except MediationError as error:
            return error

    @work(thread=True, exclusive=True)
    def _count_aside(self) -> None:
        worker, outcome = get_current_worker(), self._counted()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, outcome)

    def _take(self, outcome: Outcome) -> None:
        """Show what counting came to."""
        self._outcome = outcome
        if isinstance(outcome, Statement):
            self._show_statement(outcome)
        else:
            self._show_refusal(outcome)

    def _show_statement(self, statement: Statement) -> None:
        self._shown = statement_table(statement, self.program.book.town)
        self._sentence.say(sentence_of(statement))
        self._basis.update(plain(_basis(statement)))
        self._beside.say(beside_line(statement))
        self._table.show(self._shown.numbers)

    def _show_refusal(self, error: MediationError) -> None:
        """Say which sum fails in the place of figures that cannot be right."""
        self._shown = None
        strays = _strays(error)
        self._sentence.say(str(error))
        self._basis.update(plain(self.period.label))
        self._beside.say("")
        count = ngettext("按 Enter 打开这 {n} 件案件。", "按 Enter 打开这 {n} 件案件。", len(strays))
        self._table.show(None, count.format(n=len(strays)) if strays else "")
        self._stop.say("")

    # What the commands do

    def do_earlier(self) -> None:
        """Show the period before."""
        self._go_to(self.period.earlier())

    def do_later(self) -> None:
        """Show the period after, if it has begun."""
        later = self.period.later()
        if later.first > self.program.clock.today():
            raise MediationError(N_("{period}还没有开始"), period=later.label)
        self._go_to(later)

    def do_choose_period(self) -> None:
        """Ask for a period."""
        from mediation_tui.ui.dialogs.period import PeriodDialog

        def chosen(period: Period | None) -> None:
            if period:
                self._go_to(period)

        self.program.push_screen(PeriodDialog(self.period, self.program.clock.today()), chosen)

    def do_switch_lines(self) -> None:
        """Divide by village, by grid, by category, in turn."""
        ways = tuple(By)
        self._by = ways[(ways.index(self._by) + 1) % len(ways)]
        self.reload()

    def do_export(self) -> None:
        """Save what is shown as a file; a statement that does not add up is not exported."""
        from mediation_tui.papers.statement import statement_paper
        from mediation_tui.ui.dialogs.export import ExportDialog, usual_folder

        if isinstance(self._outcome, MediationError):
            raise self._outcome
        if self._outcome is None:
            raise MediationError(N_("还在统计，请稍等再导出"))

        def written(path: Path | None) -> None:
            if path:
                self.say(_("已导出：{path}").format(path=path), "accent")

        today: date = self.program.clock.today()
        town = self.program.book.town
        paper = statement_paper(self._outcome, town, prepared_on=today, reporter=town.office)
        dialog = ExportDialog(paper, today, usual_folder())
        self.program.push_screen(dialog, written)

    def _go_to(self, period: Period) -> None:
        self._period = period
        self.reload()

    # What the table tells

    @on(NumberTable.Moved)
    def _moved(self, event: NumberTable.Moved) -> None:
        if stop := self._stop_at(event):
            self._stop.say(str(stop))

    @on(NumberTable.Opened)
    def _opened(self, event: NumberTable.Opened) -> None:
        stop = self._stop_at(event)
        cases = stop.cases if stop else _strays(self._outcome)
        if cases:
            self.program.show_cases(CaseFilter(ids=cases))
        elif stop:
            self.say(_("这里是 0，没有案件可打开"))

    def _stop_at(self, event: NumberTable.Moved) -> Stop | None:
        return self._shown.stops[event.row][event.column] if self._shown else None


def _strays(outcome: Outcome | None) -> CaseIds:
    """The cases that keep a statement from adding up."""
    return frozenset(outcome.facts["cases"]) if isinstance(outcome, UnbalancedStatement) else NONE


def _basis(statement: Statement) -> str:
    """Period, date basis and as-of instant in one line."""
    as_of = f"{statement.basis.as_of.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    parts = (
        statement.basis.period.label,
        _("收案按登记日期，结果按调结日期"),
        _("截止 {instant}").format(instant=as_of),
    )
    return f" {marks().dot} ".join(parts)
