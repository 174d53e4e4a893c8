"""A case as it is opened to be measured: nothing is read into what nothing is counted by."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Side


class Known(Frozen):
    """A party as far as it can be known by again, in the spelling the book keeps; never shown.

    Attributes:
        agent: Who acts for it, as it was written; only whether there is one matters.
    """

    model_config = ConfigDict(extra="ignore")

    side: Side
    name: str = Field(repr=False)
    birth_year: int | None = None
    id_number: str | None = Field(default=None, repr=False)
    credit_code: str | None = Field(default=None, repr=False)
    phone: str | None = Field(default=None, repr=False)
    agent: Any = Field(default=None, repr=False)


class Opened(Case):
    """A case of which parties, sessions, handovers, decisions and gaps stay nearly as they were written.

    Ten thousand of them are read in a second, half of what whole cases take.
    """

    parties: tuple[Known, ...]  # type: ignore[assignment]
    sessions: tuple[Any, ...] = ()
    handovers: tuple[Any, ...] = ()
    decisions: tuple[Any, ...] = ()
    gaps: tuple[Any, ...] = ()
