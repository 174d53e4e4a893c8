"""What is wrong with a sheet that was brought in, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_tui.errors import SheetError
from mediation_tui.i18n import N_, _, ngettext

SHOWN = 10
"""Bad rows that are told one by one; the others are counted."""


@dataclass(frozen=True)
class RowError:
    """One row that cannot be taken in.

    Attributes:
        row: Its number in the sheet, from 1, as the spreadsheet shows it.
        sentence: Everything that is wrong with it, in the language spoken when it was read.
    """

    row: int
    sentence: str

    def __str__(self) -> str:
        return _("第 {row} 行：{sentence}").format(row=self.row, sentence=self.sentence)


class BadRows(SheetError):
    """A sheet with rows that cannot be taken in; nothing of it was written.

    Attributes:
        errors: Each bad row.
    """

    def __init__(self, errors: Sequence[RowError]) -> None:
        super().__init__(N_("{errors}"), errors=tuple(errors))
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(told(self.errors))


def told(errors: Sequence[RowError]) -> tuple[str, ...]:
    """The first bad rows as lines to show, and how many more there are."""
    lines = [str(error) for error in errors[:SHOWN]]
    if (more := len(errors) - SHOWN) > 0:
        lines.append(ngettext("还有 {n} 行有错", "还有 {n} 行有错", more).format(n=more))
    return tuple(lines)
