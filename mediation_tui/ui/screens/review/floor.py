"""A meeting that goes on: how far it is above, the agenda at the side, the line under the cursor in the middle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from mediation_tui.model.places import Town
from mediation_tui.review.heads import Headline
from mediation_tui.review.sitting import Sitting
from mediation_tui.ui.screens.review.card import Card, CardLine
from mediation_tui.ui.screens.review.panel import AgendaPanel
from mediation_tui.ui.screens.review.words import numbers_lines, progress_line, where_line
from mediation_tui.ui.widgets.small import LEAST
from mediation_tui.ui.widgets.toned import Toned

_PANEL_FROM = 110
"""Columns from which the agenda stands beside the case."""


class Floor(Vertical):
    """What a room looks at; in large type only what can be read from the back."""

    DEFAULT_CSS = """
    Floor {
        height: 1fr;
        & .floor--progress { height: 1; padding: 0 1; }
        & .floor--numbers { padding: 0 1; border-bottom: solid $border-blurred; }
        & .floor--body { height: 1fr; }
        & AgendaPanel { display: none; width: 36; padding: 0 1; border-right: solid $border-blurred; }
        & .floor--where { height: 1; padding: 0 1; margin-bottom: 1; }
        & .floor--case { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
        &.-wide AgendaPanel { display: block; }
        &.-wide .floor--line { padding: 0 1; }
        &.-large AgendaPanel, &.-large .floor--numbers { display: none; }
        &.-large .floor--line { padding: 0 2; }
        &.-large .floor--where { height: 2; margin-bottom: 0; }
        &.-large .floor--progress { border-bottom: solid $border-blurred; height: 2; }
    }
    .-ascii Floor {
        & .floor--numbers, &.-large .floor--progress { border-bottom: ascii $border-blurred; }
        & AgendaPanel { border-right: ascii $border-blurred; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._progress = Toned(steady=True, classes="floor--progress")
        self._numbers = Toned(classes="floor--numbers")
        self._heads: tuple[Headline, ...] = ()
        self._panel = AgendaPanel()
        self._where = Toned(steady=True, classes="floor--where")
        self._card = Card()
        self._scroll = VerticalScroll(self._card, classes="floor--case", can_focus=False)

    def compose(self) -> ComposeResult:
        """The head above the agenda and the case."""
        yield self._progress
        yield self._numbers
        line = Vertical(self._where, self._scroll, classes="floor--line")
        yield Horizontal(self._panel, line, classes="floor--body")

    def on_resize(self) -> None:
        """Show the agenda at the side where there is room."""
        self.set_class(self.size.width >= _PANEL_FROM, "-wide")
        self._say_numbers(self._heads)

    def _say_numbers(self, heads: tuple[Headline, ...]) -> None:
        self._heads = heads
        self._numbers.say(numbers_lines(heads, max(LEAST.width, self.app.size.width) - 2))

    def say_progress(self, sitting: Sitting, now: datetime, *, masked: bool, large: bool) -> None:
        """Say how far the meeting is, and for how long it goes on; in large type only how far."""
        self._progress.say((progress_line(sitting, None if large else now, masked=masked),))

    def show(
        self, sitting: Sitting, place: int, town: Town, lines: Iterable[CardLine], *, large: bool
    ) -> None:
        """Show a line of the agenda.

        Args:
            sitting: The meeting.
            place: Which line.
            town: The office's places.
            lines: What is said of it.
            large: Whether only the essential is shown, wide apart.
        """
        walk = sitting.walk
        village = town.village_name(walk.lines[place].village) or town.name
        self.set_class(large, "-large")
        self._say_numbers(sitting.heads)
        self._panel.show(walk, place, town)
        self._where.say((where_line(walk, place, village),))
        self._card.say(lines, large=large)
        self._scroll.scroll_home(animate=False)

    def show_nothing(self, sitting: Sitting, sentence: str) -> None:
        """Say that there is nothing to look at."""
        self._say_numbers(sitting.heads)
        self._where.say(())
        self._card.say((CardLine("", sentence),), large=False)

    def scroll_case(self, way: int) -> None:
        """Show what comes below or above of a line that is written long."""
        if way > 0:
            self._scroll.scroll_page_down(animate=False)
        else:
            self._scroll.scroll_page_up(animate=False)
