"""What the commands of the room do: another page, period, place, day of knowledge, table; a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from mediation_tui.errors import MediationError
from mediation_tui.figures.lines import By
from mediation_tui.figures.measures.scope import Scope
from mediation_tui.i18n import N_, _
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import ReportStep
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.counting import Counting
from mediation_tui.ui.screens.figures.page import Leaving, Setting
from mediation_tui.ui.screens.figures.pages import PAGES, page_after
from mediation_tui.ui.skin import marks

_FIRST_YEAR = 1990


class Acts(Counting):
    """A room in which something else can be asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: Asked | None = None
        self._answered: Asked | None = None

    @property
    def asked(self) -> Asked:
        """What is asked for; at first the statement of the present quarter."""
        if self._asked is None:
            today = self.program.clock.today()
            kept = self.program.kept.get("figures")
            present = Asked(Period.quarter(today.year, (today.month + 2) // 3))
            self._asked = kept if isinstance(kept, Asked) else present
        return self._asked

    @asked.setter
    def asked(self, asked: Asked) -> None:
        self._asked = self.program.kept["figures"] = asked

    def ask(self, asked: Asked) -> None:
        """Count something else, and show it once it is there."""
        raise NotImplementedError

    @property
    def shown(self) -> Any:
        """What was counted last."""
        raise NotImplementedError

    @property
    def setting(self) -> Setting:
        """For whom it is laid out."""
        raise NotImplementedError

    def offers(self, what: str) -> bool:
        """Whether something can be done with the page shown."""
        if what == "now":
            return self.asked.as_of is not None
        if what == "look_back" and self.asked.as_of:
            return False
        if what in ("period", "look_back"):
            return self.asked.page is not PageName.ISSUED
        if what == "draft" and self.asked.as_of:
            return False
        return what in PAGES[self.asked.page].offers

    # Pages

    def go_to_page(self, page: PageName) -> None:
        """Show another page of the same period."""
        self.ask(replace(self.asked, page=page, report=None))

    def show_page(self, code: str) -> None:
        """Show a page by its code."""
        self.go_to_page(PageName(code))

    def do_page(self) -> None:
        """The next page."""
        self.go_to_page(page_after(self.asked.page))

    def do_pages(self) -> None:
        """Ask which page, by its number or its name."""
        from mediation_tui.ui.dialogs.page import PageDialog

        def chosen(page: PageName | None) -> None:
            if page:
                self.go_to_page(page)

        self.program.push_screen(PageDialog(), chosen)

    # Days

    def do_earlier(self) -> None:
        """Show the period before."""
        if self.asked.period.first.year < _FIRST_YEAR:
            raise MediationError(N_("没有更早的了"))
        self._go_to(self.asked.period.earlier())

    def do_later(self) -> None:
        """Show the period after, if it has begun."""
        later = self.asked.period.later()
        if later.first > self.program.clock.today():
            raise MediationError(N_("{period}还没有开始"), period=later.label)
        self._go_to(later)

    def do_choose_period(self) -> None:
        """Ask for a period."""
        from mediation_tui.ui.dialogs.period import PeriodDialog

        def chosen(period: Period | None) -> None:
            if period:
                self._go_to(period)

        self.program.push_screen(PeriodDialog(self.asked.period, self.program.clock.today()), chosen)

    def _go_to(self, period: Period) -> None:
        self.ask(replace(self.asked, period=period))

    def do_look_back(self) -> None:
        """Ask as of which day's end it is to be known."""
        from mediation_tui.ui.dialogs.asof import AsOfDialog

        def chosen(day: date | None) -> None:
            if day:
                self.ask(replace(self.asked, as_of=day))

        today = self.program.clock.today()
        self.program.push_screen(AsOfDialog(self.asked.as_of, today), chosen)

    do_look_elsewhere = do_look_back

    def do_now(self) -> None:
        """Back to what is known now."""
        self.ask(replace(self.asked, as_of=None))

    # Lines, places, tables

    def do_switch_lines(self) -> None:
        """Divide by village, by grid, by category, in turn."""
        ways = tuple(By)
        self.ask(replace(self.asked, by=ways[(ways.index(self.asked.by) + 1) % len(ways)]))

    def do_choose_place(self) -> None:
        """Ask for a place: measures are of it, elsewhere its line is marked."""
        from mediation_tui.ui.dialogs.place import PlaceDialog

        def chosen(place: Scope | None) -> None:
            if place is not None:
                by = By.GRID if place.grid is not None and self.asked.by is By.VILLAGE else self.asked.by
                self.ask(replace(self.asked, place=place, by=by))

        self.program.push_screen(PlaceDialog(self.program.book.town), chosen)

    def do_choose_table(self) -> None:
        """Ask for a table: one of those that come with the program, or the office's own."""
        from mediation_tui.ui.dialogs.table import TableDialog

        def chosen(table: str | None) -> None:
            if table:
                self.ask(replace(self.asked, table=table))

        self.program.push_screen(TableDialog(self.program.book.town, self.setting.today), chosen)

    # To be signed

    def do_draft(self) -> None:
        """Keep what is shown as the draft of a report."""
        from mediation_tui.ui.dialogs.signing import DraftDialog

        wanted = PAGES[self.asked.page].wanted(self.asked)
        if isinstance(self.shown, MediationError):
            raise self.shown
        title = _("{page} {dot} {period}").format(
            page=self.asked.page.label, dot=marks().dot, period=self.asked.period.label
        )
        dialog = DraftDialog(self.program.desk, wanted, self.asked.period, title)
        self.program.push_screen(dialog, self._after_step)

    def do_step(self) -> None:
        """Take the next step with the report that is open or under the cursor."""
        from mediation_tui.ui.dialogs.signing import StepDialog, has_next

        heads = {head.id: head for head in self.program.book.reports()}
        head = heads.get(self.report_meant or "")
        if head is None:
            raise MediationError(N_("先选一份报告"))
        if not has_next(head):
            raise MediationError(N_("《{title}》已被回退，请另起一份来替换它。"), title=head.title)
        self.program.push_screen(StepDialog(self.program.desk, head), self._after_step)

    def _after_step(self, step: ReportStep | None) -> None:
        """Show the reports, with what was done."""
        if step:
            self.ask(replace(self.asked, page=PageName.ISSUED, report=None))
            self.say(_("已{act}").format(act=step.state.label), "accent")

    @property
    def report_meant(self) -> str | None:
        """The report that is open or under the cursor."""
        raise NotImplementedError

    # Leaving the office

    def do_export(self) -> None:
        """Save what is shown as a file; figures that do not add up are not exported."""
        from mediation_tui.ui.dialogs.export import ExportDialog, usual_folder

        if isinstance(self.shown, MediationError):
            raise self.shown
        if self.counting or self._answered is None:
            raise MediationError(N_("还在统计，请稍等再导出"))
        if not self.complete:
            raise MediationError(N_("这一页没有统计完，不能导出；请重新打开这一页"))

        def written(path: Path | None) -> None:
            if path:
                self.say(_("已导出：{path}").format(path=path), "accent")

        book, report = self.program.book, self.report_meant
        leaving = Leaving(self.shown, self._answered, self.setting, book, report)
        paper = PAGES[self._answered.page].paper(leaving)
        self.program.push_screen(ExportDialog(paper, self.setting.today, usual_folder()), written)
