"""A case as it is opened for a calendar or a week sheet: its dates, and of its parties no more than lists show."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.party import listed
from mediation_tui.model.vocabulary import PartyKind, Side


class Named(Frozen):
    """A party as lists show it; everything else about it stays unread."""

    model_config = ConfigDict(extra="ignore")

    kind: PartyKind
    side: Side
    name: str = Field(repr=False)
    minor: bool = False

    @property
    def listed_name(self) -> str:
        """The name as lists show it: minors by their surname alone."""
        return listed(self.name, minor=self.minor)


class Dated(Case):
    """A case of which only what has a day ahead is read with care; it is opened faster, and knows no phone."""

    parties: tuple[Named, ...]  # type: ignore[assignment]
    risks: tuple[Any, ...] = ()
    preventions: tuple[Any, ...] = ()
    documents: tuple[Any, ...] = ()
    gaps: tuple[Any, ...] = ()
