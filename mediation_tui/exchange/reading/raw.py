"""A sheet as it was found, before anyone knows what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from mediation_tui.i18n import _, ngettext

Value = str | int | float | bool | date | time | timedelta | None
"""What a spreadsheet keeps in a cell; a point in time is a `date` of the finer kind, an empty cell None."""


@dataclass(frozen=True)
class RawRow:
    """One row.

    Attributes:
        number: Its number as the user sees it, counted from 1.
        cells: Its cells from the first column on; a row may be shorter than others.
    """

    number: int
    cells: tuple[Value, ...]

    def cell(self, column: int) -> Value:
        """The cell in a column counted from 0; None past the row's end."""
        return self.cells[column] if column < len(self.cells) else None

    @property
    def filled(self) -> tuple[Value, ...]:
        """The cells with something in them."""
        return tuple(cell for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class Merged:
    """An area of merged cells; rows by their number, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class RawSheet:
    """One sheet of a file.

    Attributes:
        name: The tab's name; for csv the file's.
        rows: Every row, titles and empty ones too.
        merged: Merged areas, where the kind of file tells.
        hidden: Whether the tab is hidden; it is read all the same.
        hidden_rows: Numbers of hidden or filtered rows, where the kind of file tells; they are read too.
    """

    name: str
    rows: tuple[RawRow, ...]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not any(row.filled for row in self.rows)

    def remarks(self) -> tuple[str, ...]:
        """What the user might not see in the sheet and should know was read."""
        said = []
        if self.hidden:
            said.append(_("工作表“{name}”是隐藏的，也一并读入").format(name=self.name))
        if count := len(self.hidden_rows):
            sentence = ngettext(
                "工作表“{name}”有 {n} 行隐藏着，也一并读入",
                "工作表“{name}”有 {n} 行隐藏着，也一并读入",
                count,
            )
            said.append(sentence.format(name=self.name, n=count))
        return tuple(said)
