"""How the risk of a case went: every step from level to level, with what was done about it and who was told (Art 25)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mediation_tui.model.base import Frozen
from mediation_tui.model.events import Event, Registered, RiskChanged
from mediation_tui.model.fold import effective
from mediation_tui.model.vocabulary import Risk


class RiskTurn(Frozen):
    """One look at the risk: raised, lowered, or found the same.

    Attributes:
        before: The level until then; none for the one it was registered with.
        actor: Who recorded it.
        told: The look itself: reason, measure, and the report to police or another department; none at registration.
    """

    on: date
    before: Risk | None
    to: Risk
    actor: str
    told: RiskChanged | None = None


def risk_history(events: Sequence[Event]) -> tuple[RiskTurn, ...]:
    """Every look at a case's risk that still holds, oldest first; an ordinary one at registration says nothing."""
    return tuple(_turns(effective(events)))


def _turns(events: Sequence[Event]) -> Iterator[RiskTurn]:
    now = Risk.ORDINARY
    for event in events:
        match event.data:
            case Registered(risk=now) if now:
                yield RiskTurn(on=event.happened_on, before=None, to=now, actor=event.actor)
            case RiskChanged() as told:
                before, now = now, told.risk
                yield RiskTurn(on=event.happened_on, before=before, to=now, actor=event.actor, told=told)
