"""How a table of numbers is drawn: names and heads stay, the columns slide by whole columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import Align, fit, wrap
from mediation_tui.ui.tones import TONES
from mediation_tui.ui.widgets.numbers import Number, NumberRow, Numbers

_MARGIN = 1
_FRAME = 2
"""Cells of the line beside the names and of the mark for more columns."""


class NumberCanvas(ScrollView):
    """Draws a table of numbers, or a sentence in its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "numbers--group",
        "numbers--head",
        "numbers--line",
        "numbers--total",
        "numbers--row",
        "numbers--cursor",
        "numbers--section",
        "numbers--zero",
        *(f"numbers--{tone}" for tone in TONES),
    }
    """
    | Class | Description |
    | :- | :- |
    | `numbers--group` | The names of the column groups. |
    | `numbers--head` | The columns' headings. |
    | `numbers--line` | The lines between groups. |
    | `numbers--total` | The row of totals. |
    | `numbers--row` | The name of the row under the cursor. |
    | `numbers--cursor` | The number under the cursor. |
    | `numbers--section` | A row that says what the next ones are about. |
    | `numbers--zero` | A zero, so that the others stand out. |
    | `numbers--plain` … `numbers--orange` | A number of that tone. |
    """

    DEFAULT_CSS = """
    NumberCanvas {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .numbers--group { color: $accent; }
        & > .numbers--head { color: $text-muted; }
        & > .numbers--line { color: $border-blurred; }
        & > .numbers--total { background: $surface; text-style: bold; }
        & > .numbers--row { color: $accent; text-style: bold; }
        & > .numbers--cursor { background: $block-cursor-blurred-background; }
        &:focus > .numbers--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
        & > .numbers--section { color: $accent; }
        & > .numbers--zero { color: $border-blurred; }
        & > .numbers--muted { color: $text-muted; }
        & > .numbers--strong { text-style: bold; }
        & > .numbers--accent { color: $accent; }
        & > .numbers--warn { color: $warning; }
        & > .numbers--late { color: $error; text-style: bold; }
        & > .numbers--green { color: $success; }
        & > .numbers--blue { color: $primary; }
        & > .numbers--orange { color: $text-warning; }
    }
    """

    row: reactive[int] = reactive(0)
    """The row under the cursor; the one after the last is the total."""
    column: reactive[int] = reactive(0)
    """The column under the cursor."""
    first: reactive[int] = reactive(0)
    """The leftmost column of numbers in view."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.numbers: Numbers | None = None
        self.instead = ""

    @property
    def rows_in_view(self) -> int:
        """How many rows there is room for between the heads and the total."""
        return max(1, self.size.height - self.head - self.foot)

    @property
    def head(self) -> int:
        """Lines above the rows."""
        return self.numbers.head if self.numbers else 0

    @property
    def foot(self) -> int:
        """Lines of the total below them."""
        return 1 if self.numbers and self.numbers.total else 0

    def load(self, numbers: Numbers | None, instead: str = "") -> None:
        """Draw this table, or a sentence instead of one."""
        self.numbers, self.instead = numbers, instead
        self.virtual_size = Size(0, len(numbers.lines) + numbers.head if numbers else 0)
        self.refresh()

    def columns_in_view(self, numbers: Numbers, first: int) -> range:
        """The columns that fit whole, beginning with one."""
        room = self.scrollable_content_region.width - _MARGIN - numbers.name_width - _FRAME
        return range(first, numbers.end_in(first, room))

    def row_at(self, y: int) -> int | None:
        """The row drawn on a line of the window; none for the heads and below the total."""
        if not self.numbers or y < self.head:
            return None
        rows = len(self.numbers.rows)
        if self.foot and y == min(self.head + rows, self.size.height - 1):
            return rows
        index = self.scroll_offset.y + y - self.head
        return index if index < rows else None

    def column_at(self, x: int) -> int | None:
        """The column drawn on a cell of a line; none for the names and beside the table."""
        if not self.numbers:
            return None
        for column in self.columns_in_view(self.numbers, self.first):
            start = self._start_of(self.numbers, column)
            if start <= x < start + self.numbers.widths[column]:
                return column
        return None

    def _start_of(self, numbers: Numbers, column: int) -> int:
        """The first cell of a column in view."""
        end = _MARGIN + numbers.name_width + 1 + numbers.across(self.first, column + 1, numbers.widths)
        return end - numbers.widths[column]

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        if not self.numbers:
            return self._instead_line(y)
        if y < self.numbers.depth:
            return self._strip(self._group_line(self.numbers, y))
        if y < self.head:
            return self._strip(self._head_line(self.numbers, y - self.numbers.depth))
        row = self.row_at(y)
        if row is None:
            return self._strip([])
        return self._row_line(self.numbers, row)

    def _instead_line(self, y: int) -> Strip:
        lines = wrap(self.instead, self.size.width - 2 * _MARGIN)
        text = lines[y - 1] if 1 <= y <= len(lines) else ""
        return self._strip([Segment(" " * _MARGIN + text, self._style("numbers--warn"))])

    def _group_line(self, numbers: Numbers, level: int) -> Iterator[Segment]:
        shown = self.columns_in_view(numbers, self.first)
        yield self._in_names(marks().more if self.first and level == 0 else "", numbers, "right")
        for run in numbers.runs(shown.start, shown.stop, level):
            yield self._upright()
            room = numbers.across(run.first, run.end, numbers.widths)
            left = max(0, room - cell_len(run.group)) // 2
            yield Segment(fit(" " * left + run.group, room), self._style("numbers--group"))
        if level == 0:
            yield from self._more(numbers, shown)

    def _more(self, numbers: Numbers, shown: range) -> Iterator[Segment]:
        """The mark for more columns at the right."""
        if shown.stop < len(numbers.headings):
            yield Segment(marks().more, self._style("numbers--muted"))

    def _head_line(self, numbers: Numbers, line: int) -> Iterator[Segment]:
        style, lines = self._style("numbers--head"), numbers.heading_lines
        yield self._in_names(numbers.corner if line == lines - 1 else "", numbers)
        shown = self.columns_in_view(numbers, self.first)
        for column in shown:
            yield from self._gap(numbers, column)
            heading, width = numbers.headings[column], numbers.widths[column]
            words = wrap(heading.text, width)
            place = line - (lines - len(words))
            yield Segment(fit(words[place] if place >= 0 else "", width, heading.align), style)
        if line == 0 and not numbers.depth:
            yield from self._more(numbers, shown)

    def _row_line(self, numbers: Numbers, row: int) -> Strip:
        found = numbers.lines[row]
        if not found.cells:
            section = fit(found.name, max(0, self.size.width - _MARGIN))
            return self._strip([Segment(" " * _MARGIN + section, self._style("numbers--section"))])
        style = self._style("numbers--total") if row == len(numbers.rows) else None
        return self._strip(self._cells(numbers, found, row == self.row), style)

    def _cells(self, numbers: Numbers, found: NumberRow, under_cursor: bool) -> Iterator[Segment]:
        style = self._style("numbers--row") if under_cursor or found.marked else Style()
        mark = marks().here if found.marked else " " * _MARGIN
        yield Segment(mark + fit(found.name, numbers.name_width), style)
        for column in self.columns_in_view(numbers, self.first):
            yield from self._gap(numbers, column)
            number, heading = found.cells[column], numbers.headings[column]
            text = fit(number.text, numbers.widths[column], heading.align)
            yield Segment(text, self._look(number, under_cursor and column == self.column))

    def _in_names(self, text: str, numbers: Numbers, align: Align = "left") -> Segment:
        shown = fit(text, numbers.name_width, align)
        return Segment(" " * _MARGIN + shown, self._style("numbers--head"))

    def _gap(self, numbers: Numbers, column: int) -> Iterator[Segment]:
        """What stands left of a column: a line where a group begins, a space within one."""
        heading = numbers.headings[column]
        if column == self.first or heading.groups != numbers.headings[column - 1].groups:
            yield self._upright()
        elif not heading.joined:
            yield Segment(" ")

    def _upright(self) -> Segment:
        return Segment(marks().upright, self._style("numbers--line"))

    def _look(self, number: Number, under_cursor: bool) -> Style:
        if under_cursor:
            return self._style("numbers--cursor")
        return self._style("numbers--zero" if number.text == "0" else f"numbers--{number.tone}")

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _strip(self, segments: Iterator[Segment] | list[Segment], style: Style | None = None) -> Strip:
        strip = Strip(segments).adjust_cell_length(self.size.width)
        return strip.apply_style(self.rich_style + style)
