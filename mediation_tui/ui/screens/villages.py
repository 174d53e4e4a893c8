"""Villages (村与网格): the town's places with what is in hand and overdue in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.store.filters import EVERYTHING, OPEN, CaseFilter, DateBasis
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.row import Cell, Column, Row
from mediation_tui.ui.widgets.rows import RowList

Counts = Counter[tuple[str | None, ...]]


class VillagesScreen(Room):
    """A tree of town, villages and grids; Enter opens the ledger of a place, Space folds a village's grids."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["room.tcss", "villages.tcss"]
    room_name: ClassVar[str] = "villages"

    def __init__(self) -> None:
        super().__init__()
        self._line = Static(classes="villages--line")
        columns = (
            Column(_("村（社区）·网格"), 20, flex=1),
            Column(_("户数"), 6, align="right"),
            Column(_("在办"), 6, align="right"),
            Column(_("超期"), 6, align="right"),
            Column(_("本年新登记"), 10, align="right"),
            Column(_("本年调结"), 9, align="right"),
            Column(_("全部"), 7, align="right"),
        )
        empty = _("还没有村和网格。先用命令导入名册：mediation-tui roster import 文件")
        self._rows = RowList(columns, empty=empty)
        self._unfolded: set[str] = set()

    def content(self) -> Iterable[Widget]:
        """One line about the town above the tree."""
        return self._line, self._rows

    def reload(self) -> None:
        """Count again."""
        book, today = self.program.book, self.program.clock.today()
        grids = sum(len(village.grids) for village in book.town.villages)
        words = ngettext("{n} 个村（社区）", "{n} 个村（社区）", len(book.town.villages))
        self._line.update(
            plain(
                f"{book.town.name}  "
                + words.format(n=len(book.town.villages))
                + f" {marks().dot} "
                + ngettext("{n} 个网格", "{n} 个网格", grids).format(n=grids)
            )
        )
        year = Period.year(today.year)
        chosen = (
            OPEN,
            CaseFilter(overdue_on=today),
            CaseFilter(basis=DateBasis.REGISTERED, period=year),
            CaseFilter(basis=DateBasis.CONCLUDED, period=year),
            EVERYTHING,
        )
        rows = tuple(self._listed([Counter(book.tally(("village", "grid"), each)) for each in chosen]))
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        if self._rows.cursor < 0:
            self._rows.action_first()

    def _listed(self, tallies: list[Counts]) -> Iterator[Row]:
        town = self.program.book.town
        nowhere = [_of_village(counts, None) for counts in tallies]
        if town.villages or any(nowhere):
            yield _row(("", ""), _("未写明村的（镇级）"), None, nowhere)
        for village in town.villages:
            folded = village.id not in self._unfolded
            mark = "+" if folded else "-"
            counts = [_of_village(each, village.id) for each in tallies]
            yield _row((village.id, ""), f"{mark} {village.name}", village.households, counts, strong=True)
            if folded:
                continue
            for grid in village.grids:
                inside = [each[village.id, grid.id] for each in tallies]
                yield _row((village.id, grid.id), f"    {grid.name}", grid.households, inside)
            elsewhere = [each[village.id, None] for each in tallies]
            if any(elsewhere):
                yield _row((village.id, None), "    " + _("未写明网格"), None, elsewhere)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        village, grid = cast("tuple[str, str | None]", event.key)
        self.program.show_cases(CaseFilter(village=village, grid=grid or None))

    @on(RowList.Peeked)
    def _peeked(self, event: RowList.Peeked) -> None:
        self._unfolded ^= {cast("tuple[str, str | None]", event.key)[0]}
        self.reload()


def _of_village(counts: Counts, village: str | None) -> int:
    return sum(count for (place, _grid), count in counts.items() if place == village)


def _row(
    key: tuple[str, str | None], name: str, households: int | None, counts: list[int], *, strong: bool = False
) -> Row:
    in_hand, overdue, *rest = counts
    cells = (
        Cell(name, "strong" if strong else "plain"),
        Cell("" if households is None else str(households), "muted"),
        Cell(str(in_hand), "plain" if in_hand else "muted"),
        Cell(str(overdue), "late" if overdue else "muted"),
        *(Cell(str(count), "plain" if count else "muted") for count in rest),
    )
    return Row(key, cells)
