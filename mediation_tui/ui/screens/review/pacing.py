"""Walking the agenda of a meeting: from line to line, village to village, and on from what was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on

from mediation_tui.i18n import _
from mediation_tui.model.meeting import SeenLine
from mediation_tui.review.sections import Line
from mediation_tui.review.walking import Walk
from mediation_tui.ui.screens.review.convening import Convening
from mediation_tui.ui.screens.review.panel import AgendaPanel


class Pacing(Convening):
    """A room with a meeting in which one stands on a line of the agenda.

    Attributes:
        place: Where one stands among the lines.
        back_to: The line to go on from once a case somebody raised was looked at; none for the one one stands on.
    """

    def __init__(self) -> None:
        super().__init__()
        self.place = 0
        self.back_to: SeenLine | None = None

    def show_line(self) -> None:
        """Show the line one stands on."""
        raise NotImplementedError

    @property
    def walk(self) -> Walk | None:
        """The agenda of the meeting that goes on; none between two, or where there is nothing to look at."""
        return self.sitting.walk if self.sitting and self.sitting.walk.lines else None

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        return self.walk.lines[self.place] if self.walk else None

    def go(self, place: int | None) -> None:
        """Stand on another line."""
        if place is not None and self.line:
            self.place = place
            self.program.kept[self.room_name] = self.line.seen
            self.show_line()
            self.refresh_foot()

    def do_next(self) -> None:
        """The next line."""
        if self.walk:
            self.go(self.walk.step(self.place, 1))

    def do_previous(self) -> None:
        """The line before."""
        if self.walk:
            self.go(self.walk.step(self.place, -1))

    def do_next_village(self) -> None:
        """The next village of the section, or the first of the next one."""
        if self.walk:
            self.go(self.walk.village_from(self.place, 1))

    def do_previous_village(self) -> None:
        """The village before."""
        if self.walk:
            self.go(self.walk.village_from(self.place, -1))

    def do_next_section(self) -> None:
        """The next section."""
        if self.walk:
            self.go(self.walk.section_from(self.place, 1))

    def do_previous_section(self) -> None:
        """The section before."""
        if self.walk:
            self.go(self.walk.section_from(self.place, -1))

    def do_first(self) -> None:
        """The first line."""
        self.go(0)

    def do_unseen(self) -> None:
        """The first line nobody has looked at."""
        if self.walk:
            self._go_to_unseen(0)

    @on(AgendaPanel.Chosen)
    def _chosen(self, event: AgendaPanel.Chosen) -> None:
        self.go(event.place)

    def do_seen(self) -> None:
        """The line was looked at; go on."""
        if self.line:
            self._mark_and_go_on((self.line,))

    def do_village_seen(self) -> None:
        """The lines of the section about this village were looked at; go on."""
        if self.walk:
            self._mark_and_go_on(self.walk.village_at(self.place))

    def _mark_and_go_on(self, lines: Iterable[Line]) -> None:
        assert self.walk, "there are lines"
        self.mark(line for line in lines if self.walk and not self.walk.is_seen(line))
        back, self.back_to = self.back_to, None
        start = self.walk.place_of(back) if back else self.place
        self._go_to_unseen(self.place if start is None else start)

    def _go_to_unseen(self, place: int) -> None:
        """To the first line from a place on that nobody has looked at, what is being written down left out."""
        assert self.walk, "there are lines"
        found = replace(self.walk, seen=self.walk.seen | self._soon).unseen_from(place)
        if found is None:
            self.say(_("议程都看过了。按 Ctrl+X 散会，或按 Ctrl+R 提出一件。"), "accent")
        else:
            self.go(found)
