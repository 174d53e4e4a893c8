"""The columns of the statement's table as they stand side by side, on paper and on the screen (domain handbook §8)."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.figures.flow import Ending, Entry
from mediation_tui.figures.statement import Beside, Column
from mediation_tui.i18n import N_, _


@dataclass(frozen=True)
class ColumnGroup:
    """Neighbouring columns under one heading.

    Attributes:
        source: The heading, in Chinese; empty where the columns need none.
        columns: From left to right.
    """

    source: str
    columns: tuple[Column, ...]

    @property
    def label(self) -> str:
        """The heading in the language spoken now."""
        return _(self.source)


FLOW = (
    ColumnGroup(N_("收案"), tuple(Entry)),
    ColumnGroup(N_("化解"), (Ending.BY_GRID, Ending.BY_VILLAGE, Ending.BY_TOWN, Ending.BY_COUNTY)),
    ColumnGroup(N_("未化解的去向"), (Ending.TO_COURT, Ending.TO_PETITION, Ending.TO_OTHERS, Ending.NOWHERE)),
    ColumnGroup("", (Ending.WITHDRAWN, Ending.VOID)),
    ColumnGroup(N_("未结"), (Ending.OPEN, Beside.PAST_TERM)),
)
"""How disputes came in and went out; with the first group on one side and the rest on the other, it balances."""

BESIDE = ColumnGroup(
    N_("另列"), (Beside.GUIDED_TO_COURT, Beside.HELD_PAST_TERM, Beside.REOPENED, Beside.LATE)
)
"""What always stands beside the flow, flattering or not."""
