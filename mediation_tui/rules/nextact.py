"""What a time limit asks for: the one act by which whoever works on a case answers it."""

from __future__ import annotations

from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.vocabulary import Purpose, State
from mediation_tui.rules.lifecycle import TABLE

_ANSWERS = {
    Purpose.PERFORMANCE: EventKind.OBLIGATION_PERFORMED,
    Purpose.FEEDBACK: EventKind.FEEDBACK_RECEIVED,
    Purpose.CONFIRMATION: EventKind.CONFIRMATION_APPLIED,
    Purpose.COURT: EventKind.CONFIRMATION_DECIDED,
    Purpose.VISIT: EventKind.VISIT_MADE,
}
_ON_THE_WAY = {
    State.REGISTERED: EventKind.ACCEPTED,
    State.ACCEPTED: EventKind.SESSION_HELD,
    State.MEDIATING: EventKind.SESSION_HELD,
    State.PERFORMING: EventKind.OBLIGATION_PERFORMED,
    State.DEFAULTED: EventKind.OBLIGATION_PERFORMED,
}
"""What brings a case on where its limit does not say: accept it, mediate, see to what was promised."""


def act_asked_for(purpose: Purpose | None, state: State) -> EventKind | None:
    """The act that answers a limit, or none where the case's state does not allow it.

    Args:
        purpose: What the limit is for; without one, the case is to be brought on, and closed once nothing is left.
        state: Where the case stands.
    """
    asked = _ANSWERS.get(purpose) if purpose else None
    asked = asked or _ON_THE_WAY.get(state, EventKind.CLOSED)
    return asked if state in TABLE[asked].since else None
