"""Today (今日): what is due, overdue, silent, to visit or lifted, and the week's numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.i18n import _
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import UNRESOLVED, Level
from mediation_tui.store.book import Book
from mediation_tui.store.filters import OPEN, CaseFilter, DateBasis, Order
from mediation_tui.ui.caserow import case_columns, case_row
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.row import Row
from mediation_tui.ui.widgets.rows import RowList

_DAYS_AHEAD = 7
_MOST = 200
"""Rows read of one section; its heading counts them all."""


@dataclass(frozen=True)
class Section:
    """One group of cases that want something today.

    Attributes:
        title: Its heading, with its count.
        cases: The first of them.
    """

    title: str
    cases: tuple[CaseFacts, ...]


def sections(book: Book, today: date) -> Iterator[Section]:
    """The groups of Today in the order they press; empty ones left out."""
    overdue = book.count(CaseFilter(overdue_on=today))
    soon = CaseFilter(due_by=today + timedelta(days=_DAYS_AHEAD))
    silent = CaseFilter(silent_since=today - timedelta(days=book.rules.silent_after_days + 1))
    visits = CaseFilter(visit_by=today)
    lifted = CaseFilter(states=UNRESOLVED, levels=frozenset({Level.TOWN, Level.COUNTY}))
    days = {"days": book.rules.silent_after_days, "soon": _DAYS_AHEAD}
    for title, chosen, order, skip in (
        (_("超期 {n}"), CaseFilter(overdue_on=today), Order.DUE, 0),
        (_("{soon}日内到期 {n}"), soon, Order.DUE, overdue),
        (_("{days}日无动静 {n}"), silent, Order.QUIET, 0),
        (_("待回访 {n}"), visits, Order.DUE, 0),
        (_("镇级以上办理中 {n}"), lifted, Order.DUE, 0),
    ):
        count = book.count(chosen) - skip
        if count > 0:
            cases = book.page(chosen, order, skip, _MOST)
            yield Section(title.format(n=count, **days), cases)


def week_line(book: Book, today: date) -> str:
    """The week's numbers in one line."""
    week = Period.week_of(today)
    counts = (
        (_("新登记 {n}"), CaseFilter(basis=DateBasis.REGISTERED, period=week)),
        (_("调结 {n}"), CaseFilter(basis=DateBasis.CONCLUDED, period=week)),
        (_("在办 {n}"), OPEN),
        (_("超期 {n}"), CaseFilter(overdue_on=today)),
        (_("待回访 {n}"), CaseFilter(visit_by=today)),
    )
    said = (words.format(n=book.count(chosen)) for words, chosen in counts)
    return _("本周") + " " + f" {marks().dot} ".join(said)


class TodayScreen(Room):
    """What wants attention today; one key acts on the case under the cursor."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["room.tcss", "today.tcss"]
    room_name: ClassVar[str] = "today"
    lists_cases: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._week = Static(classes="today--week")
        self._rows = RowList(
            case_columns(80),
            empty=_("今天没有到期的事。按 F2 登记一件纠纷，或按 3 看各村情况。"),
            header=False,
        )
        self._cases: dict[str, CaseFacts] = {}

    def content(self) -> Iterable[Widget]:
        """The week's numbers above the list."""
        return self._week, self._rows

    def reload(self) -> None:
        """Read the sections again."""
        book, today = self.program.book, self.program.clock.today()
        self._week.update(plain(week_line(book, today)))
        rows = tuple(self._listed(sections(book, today), today))
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        if self._rows.cursor < 0:
            self._rows.action_first()

    def _listed(self, groups: Iterable[Section], today: date) -> Iterator[Row]:
        made = case_row(self.program.book.town, today)
        self._cases = {}
        for number, group in enumerate(groups):
            yield Row(f"section-{number}", (group.title,), heading=True)
            for facts in group.cases:
                self._cases[facts.id] = facts
                row = made(facts)
                yield Row(f"{number}:{facts.id}", row.cells)

    @property
    def case(self) -> CaseFacts | None:
        """The case under the cursor."""
        row = self._rows.current
        return self._cases.get(str(row.key).partition(":")[2]) if row else None

    def on_resize(self) -> None:
        """Show more columns where there is room."""
        self._rows.columns = case_columns(self.size.width)

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.refresh_foot()

    @on(RowList.Opened)
    def _opened(self) -> None:
        if self.case:
            self.program.open_case(self.case.id)
