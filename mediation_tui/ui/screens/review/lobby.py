"""Between two meetings: which was the last one, what there will be to look at, and every meeting there was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from mediation_tui.i18n import _
from mediation_tui.model.meeting import MeetingHead
from mediation_tui.review.sitting import Between
from mediation_tui.ui.screens.review.words import agenda_words, last_line, meeting_cells, numbers_lines
from mediation_tui.ui.widgets.row import Cell, Column, Row
from mediation_tui.ui.widgets.rows import RowList
from mediation_tui.ui.widgets.small import LEAST
from mediation_tui.ui.widgets.toned import Line, Said, Toned


class Lobby(Vertical):
    """What is said before a meeting, above the list of those there were."""

    DEFAULT_CSS = """
    Lobby { height: 1fr; }
    Lobby > .lobby--said { padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = Toned(((Said(_("正在准备议程……"), "muted"),),), classes="lobby--said")
        columns = (
            Column(_("开会日期"), 10),
            Column(_("研判的周"), 14),
            Column(_("进展"), 8),
            Column(_("主持人"), 10),
            Column(_("地点"), 8, flex=1),
        )
        self._rows = RowList(columns)
        self._meetings: tuple[MeetingHead, ...] = ()
        self._between: Between | None = None

    def compose(self) -> ComposeResult:
        """The sentences and the list."""
        yield self._said
        yield self._rows

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._between:
            self._said.say(self._lines(self._between))

    def show(self, between: Between, today: date) -> None:
        """Show how things stand; the cursor is on a meeting that goes on, where one does."""
        self._between = between
        self._said.say(self._lines(between))
        self._meetings = between.meetings
        rows = [Row(each.id, tuple(map(Cell, meeting_cells(each, today)))) for each in between.meetings]
        self._rows.empty = _("还没有开过会。按 Ctrl+O 开第一次。")
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        if self._rows.cursor < 0:
            self._rows.action_first()
        for place, each in enumerate(between.meetings):
            if each.open:
                self._rows.cursor = place
                break

    def _lines(self, between: Between) -> Iterator[Line]:
        heading = _("{week}研判").format(week=between.week.label)
        held = any(each.week == between.week for each in between.meetings)
        state = _("已经开过") if held else _("还没有开会")
        yield (Said(heading, "strong"), Said(f"  {state}  ", "muted"), Said(_("按 Ctrl+O 开会"), "accent"))
        yield (Said(last_line(between)),)
        yield from numbers_lines(between.heads, max(LEAST.width, self.app.size.width) - 2)
        yield (Said(agenda_words(between)),)

    def focus_list(self) -> None:
        """Let the arrows move among the meetings."""
        self._rows.focus()

    @property
    def current(self) -> MeetingHead | None:
        """The meeting under the cursor."""
        row = self._rows.current
        return next((each for each in self._meetings if row and each.id == row.key), None)
