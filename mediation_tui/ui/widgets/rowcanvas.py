"""How a list of rows is drawn, line by line, from the few rows in view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import fit, wrap
from mediation_tui.ui.tones import TONES, Tone
from mediation_tui.ui.widgets.pages import Fetch, Pages
from mediation_tui.ui.widgets.row import GAP, Column, Row, widths

MARGIN = 2
"""Cells left of the first column, where the cursor's mark stands."""


def _no_rows(offset: int, limit: int) -> Sequence[Row]:
    return ()


class RowCanvas(ScrollView):
    """Draws rows under a line of titles.

    Args:
        columns: How the rows are laid out; may be changed later.
        empty: The sentence shown while there are no rows; it names the key to press.
        header: Whether the columns' titles are shown.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--header",
        "rows--heading",
        "rows--cursor",
        *(f"rows--{tone}" for tone in TONES),
    }
    """
    | Class | Description |
    | :- | :- |
    | `rows--header` | The columns' titles. |
    | `rows--heading` | A group's heading. |
    | `rows--cursor` | The row under the cursor. |
    | `rows--plain` … `rows--orange` | A cell of that tone. |
    """

    DEFAULT_CSS = """
    RowCanvas {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .rows--header { color: $text-muted; text-style: underline; }
        & > .rows--heading { color: $accent; text-style: bold; }
        & > .rows--cursor { background: $block-cursor-blurred-background; }
        &:focus > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
        & > .rows--muted { color: $text-muted; }
        & > .rows--strong { text-style: bold; }
        & > .rows--accent { color: $accent; }
        & > .rows--warn { color: $warning; }
        & > .rows--late { color: $error; text-style: bold; }
        & > .rows--green { color: $success; }
        & > .rows--blue { color: $primary; }
        & > .rows--orange { color: $text-warning; }
    }
    """

    columns: reactive[tuple[Column, ...]] = reactive(())
    """How the rows are laid out."""
    cursor: reactive[int] = reactive(-1)
    """The place of the row under the cursor; -1 while there is none."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "",
        header: bool = True,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.pages = Pages(0, _no_rows)
        self.empty = empty
        self.header = header
        self.set_reactive(RowCanvas.columns, tuple(columns))

    @property
    def total(self) -> int:
        """How many rows there are, headings included."""
        return self.pages.total

    @property
    def in_view(self) -> int:
        """How many rows the window has room for."""
        return max(1, self.size.height - self.header)

    @property
    def first_in_view(self) -> int:
        """The place of the topmost row in the window."""
        return self.scroll_offset.y

    def load(self, total: int, fetch: Fetch) -> None:
        """Draw these rows from now on."""
        self.pages = Pages(total, fetch)
        self.virtual_size = Size(0, total + self.header)
        self.refresh()

    def refresh_row(self, index: int) -> None:
        """Draw one row again."""
        self.refresh_line(index + self.header)

    def render_line(self, y: int) -> Strip:
        """One line of the window: the titles, a row, or part of the sentence about there being none."""
        if not self.total:
            return self._empty_line(y)
        if self.header and y == 0:
            return self._header_line()
        index = self.first_in_view + y - self.header
        row = self.pages.row(index)
        if row is None:
            return self._strip([])
        return self._heading_line(row) if row.heading else self._row_line(row, index == self.cursor)

    def _empty_line(self, y: int) -> Strip:
        lines = wrap(self.empty, self.size.width - 2 * MARGIN)
        top = 1 if self.header else 0
        text = lines[y - top] if 0 <= y - top < len(lines) else ""
        return self._strip([Segment(" " * MARGIN + text, self._style("muted"))])

    def _header_line(self) -> Strip:
        style = self.get_component_rich_style("rows--header", partial=True)
        cells = (Segment(fit(column.title, width, column.align), style) for column, width in self._laid_out())
        return self._strip([Segment(" " * MARGIN), *_spaced(cells)])

    def _heading_line(self, row: Row) -> Strip:
        style = self.get_component_rich_style("rows--heading", partial=True)
        return self._strip([Segment(fit(" " + row.cell(0).text, self.size.width), style)])

    def _row_line(self, row: Row, under_cursor: bool) -> Strip:
        plainly = under_cursor and self.has_focus
        cells = (
            Segment(fit(cell.text, width, column.align), self._style(cell.tone, plainly))
            for index, (column, width) in enumerate(self._laid_out())
            for cell in [row.cell(index)]
        )
        mark = fit(marks().here if under_cursor else "", MARGIN)
        return self._strip([Segment(mark), *_spaced(cells)], under_cursor)

    def _laid_out(self) -> list[tuple[Column, int]]:
        """The columns there is room for, each with its cells; the last cell of the line stays free."""
        given = widths(self.columns, self.size.width - MARGIN - 1)
        return [(column, width) for column, width in zip(self.columns, given, strict=True) if width > 0]

    def _style(self, tone: Tone, plainly: bool = False) -> Style:
        """How a tone looks; under a focused cursor only its weight is kept, so that it stays readable."""
        style = self.get_component_rich_style(f"rows--{tone}", partial=True)
        return Style(bold=style.bold) if plainly else style

    def _strip(self, segments: list[Segment], under_cursor: bool = False) -> Strip:
        strip = Strip(segments).adjust_cell_length(self.size.width)
        if under_cursor:
            strip = strip.apply_style(self.get_component_rich_style("rows--cursor", partial=True))
        return strip.apply_style(self.rich_style)


def _spaced(cells: Iterator[Segment]) -> Iterator[Segment]:
    """The columns with a gap before all but the first."""
    for index, cell in enumerate(cells):
        if index:
            yield Segment(" " * GAP)
        yield cell
