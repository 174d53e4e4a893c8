"""Legal questions (法律咨询登记): a year's, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.consultation import Consultation
from mediation_tui.model.period import Period
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.registers.questions import Questions
from mediation_tui.ui.registers.words import name_of
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import plain
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.row import Cell, Column, Row
from mediation_tui.ui.widgets.rows import RowList
from mediation_tui.ui.words import short_day, short_number


class QuestionsScreen(Room):
    """The register of legal questions; Enter opens one."""

    DEFAULT_CSS = """
    QuestionsScreen .questions--line { height: 1; padding: 0 1; text-style: bold; }
    """
    CSS_PATH = "room.tcss"
    room_name: ClassVar[str] = "questions"
    tab: ClassVar[str] = "villages"

    def __init__(self) -> None:
        super().__init__()
        self._year: int | None = None
        self._line = Static(classes="questions--line")
        columns = (
            Column(_("日期"), 6),
            Column(_("村（社区）"), 10),
            Column(_("咨询事项"), 12),
            Column(_("问题摘要"), 14, flex=3),
            Column(_("解答人"), 8),
            Column(_("咨询人"), 8),
            Column(_("去向"), 6, flex=1),
        )
        self._rows = RowList(columns, empty=_("这一年还没有法律咨询。按 Ctrl+G 记一条。"))

    def content(self) -> Iterable[Widget]:
        """How many there are above the list."""
        return self._line, self._rows

    @property
    def year(self) -> int:
        """The year in view; the present one at first."""
        return self._year or self.program.clock.today().year

    def reload(self) -> None:
        """Read the year's questions again."""
        found = self.program.book.consultations(Period.year(self.year))
        listed = sorted(found, key=lambda each: (each.question.day, each.id), reverse=True)
        became = frozenset(each.case for each in listed if each.case)
        facts = self.program.book.facts(CaseFilter(ids=became))
        cases = {case.id: short_number(case, self.year) for case in facts}
        rows = tuple(self._row(each, cases.get(each.case or "", "")) for each in listed)
        self._line.update(plain(self._counted(found)))
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        if self._rows.cursor < 0:
            self._rows.action_first()

    def _counted(self, found: Iterable[Consultation]) -> str:
        """How many were asked, and how many of them became cases; withdrawn ones are not counted."""
        counted = [each for each in found if not each.withdrawn]
        n = len(counted)
        cases = sum(each.case is not None for each in counted)
        asked = ngettext("{n} 条", "{n} 条", n).format(n=n)
        became = _("转为调解案件 {n}").format(n=cases)
        parts = (_("法律咨询"), Period.year(self.year).label, asked, became, _("Ctrl+G 记一条"))
        return f" {marks().dot} ".join(parts)

    def _row(self, found: Consultation, number: str) -> Row:
        book, said = self.program.book, found.question
        tone: Tone = "muted" if found.withdrawn else "plain"
        cells = (
            short_day(said.day, said.day),
            book.town.village_name(said.village) or _("镇外"),
            said.category.label,
            said.question,
            name_of(said.adviser, book.people),
            said.asker.listed_name or _("匿名"),
            _("已撤销") if found.withdrawn else number,
        )
        return Row(found.id, tuple(Cell(cell, tone) for cell in cells))

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        Questions(self.program).open(cast("str", event.key))

    def do_earlier(self) -> None:
        """Look at the year before."""
        self._go_to(self.year - 1)

    def do_later(self) -> None:
        """Look at the year after, up to the present one."""
        if self.year < self.program.clock.today().year:
            self._go_to(self.year + 1)
        else:
            self.say(_("已经是最近的了。"))

    def _go_to(self, year: int) -> None:
        self._year = year
        self.reload()

    def key_escape(self) -> None:
        """Go back to the villages."""
        self.program.go_back()
