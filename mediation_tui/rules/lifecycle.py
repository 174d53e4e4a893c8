"""The life of a case, as one table.

Menus, command line, imports and tests all read it: from which states an act is possible, and to which it
may lead. What an act *says* is checked in `rules.guards`; what is merely unwise is in `rules.warnings`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from mediation_tui.errors import Refused
from mediation_tui.i18n import N_
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.vocabulary import ON_DESK, UNRESOLVED, Level, State

if TYPE_CHECKING:
    from mediation_tui.model.case import Case


@dataclass(frozen=True)
class Transition:
    """What an act needs and what it leads to.

    Attributes:
        kind: The act.
        since: The states it is possible in.
        to: The states it may lead to; empty where it changes no state.
    """

    kind: EventKind
    since: frozenset[State]
    to: frozenset[State] = frozenset()


_S = State
_KEPT = frozenset({_S.AGREED, _S.PERFORMING, _S.PERFORMED, _S.DEFAULTED})
_CONCLUDED = ON_DESK - UNRESOLVED
_IN_BOOK = frozenset(State) - {_S.ARCHIVED, _S.VOIDED}
_IN_HAND = frozenset({_S.ACCEPTED, _S.MEDIATING})


def _row(kind: EventKind, since: Iterable[State], to: Iterable[State] = ()) -> tuple[EventKind, Transition]:
    return kind, Transition(kind, frozenset(since), frozenset(to))


_K = EventKind
TABLE = MappingProxyType(
    dict(
        (
            _row(_K.ACCEPTED, {_S.REGISTERED}, {_S.ACCEPTED}),
            _row(_K.NOT_ACCEPTED, {_S.REGISTERED}, {_S.NOT_ACCEPTED}),
            _row(_K.MEDIATORS_ASSIGNED, _IN_HAND),
            _row(_K.SESSION_HELD, _IN_HAND, {_S.MEDIATING}),
            _row(_K.AGREEMENT_REACHED, {_S.MEDIATING}, {_S.AGREED, _S.PERFORMING, _S.PERFORMED}),
            _row(_K.OBLIGATION_PERFORMED, {_S.PERFORMING, _S.DEFAULTED}, _KEPT - {_S.AGREED}),
            _row(_K.OBLIGATION_DEFAULTED, {_S.PERFORMING, _S.DEFAULTED}, {_S.DEFAULTED}),
            _row(_K.VISIT_MADE, _CONCLUDED | {_S.CLOSED}),
            _row(_K.CLOSED, _CONCLUDED - {_S.PERFORMING}, {_S.CLOSED}),
            _row(_K.ARCHIVED, {_S.CLOSED}, {_S.ARCHIVED}),
            _row(_K.REOPENED, {_S.CLOSED, _S.ARCHIVED}, {_S.ACCEPTED}),
            _row(_K.LIFTED, UNRESOLVED),
            _row(_K.HANDED_DOWN, UNRESOLVED),
            _row(_K.MEDIATION_FAILED, _IN_HAND, {_S.FAILED}),
            _row(_K.WITHDRAWN, UNRESOLVED, {_S.WITHDRAWN}),
            _row(_K.TRANSFERRED, UNRESOLVED, {_S.TRANSFERRED}),
            _row(_K.CONTACT_LOGGED, ON_DESK, {_S.MEDIATING} | ON_DESK),
            _row(_K.EXTENSION_AGREED, _IN_HAND),
            _row(_K.CLOCK_PAUSED, _IN_HAND),
            _row(_K.CLOCK_RESUMED, _IN_HAND),
            _row(_K.VISIT_PLANNED, _CONCLUDED | {_S.CLOSED}),
            _row(_K.RISK_CHANGED, ON_DESK),
            _row(_K.CONFIRMATION_APPLIED, _KEPT | {_S.CLOSED}),
            _row(_K.CONFIRMATION_DECIDED, _KEPT | {_S.CLOSED}),
            _row(_K.HANDED_OVER, ON_DESK),
            _row(_K.FEEDBACK_RECEIVED, _IN_BOOK),
            _row(_K.GRADED, _IN_BOOK),
            _row(_K.PREVENTION_NOTED, _IN_BOOK),
            _row(_K.DOCUMENT_ATTACHED, _IN_BOOK),
            _row(_K.DECISION_MADE, _IN_BOOK),
            _row(_K.DECISION_DONE, _IN_BOOK),
            _row(_K.NOTE_ADDED, _IN_BOOK),
            _row(_K.PARTY_ADDED, _IN_BOOK),
            _row(_K.PARTY_CORRECTED, _IN_BOOK),
            _row(_K.DETAILS_CORRECTED, _IN_BOOK),
            _row(_K.VOIDED, {_S.REGISTERED}, {_S.VOIDED}),
            _row(_K.MERGED_INTO, UNRESOLVED, {_S.VOIDED}),
        )
    )
)
"""Every act on an existing case, in the order a mediator is offered them. `registered` begins a case and
`undone` has a rule of its own (`rules.guards.undoable`); neither depends on the state."""


def possible(case: Case) -> tuple[EventKind, ...]:
    """The acts this case's state allows, what moves it forward first."""
    return tuple(kind for kind, transition in TABLE.items() if _fits(case, transition))


def is_possible(case: Case, kind: EventKind) -> bool:
    """Whether the case's state allows the act."""
    return kind in TABLE and _fits(case, TABLE[kind])


def check(case: Case, kind: EventKind) -> None:
    """Refuse an act the case's state does not allow.

    Raises:
        Refused: With the state, the act, and the steps that are possible instead.
    """
    if is_possible(case, kind):
        return
    if kind in _LACKING and case.state in TABLE[kind].since:
        raise Refused(_LACKING[kind], number=case.number, act=kind)
    steps = tuple(step for step in possible(case) if TABLE[step].to)
    if not steps:
        raise Refused(N_("{number}{state}，不能再{act}。"), number=case.number, state=case.state, act=kind)
    raise Refused(
        N_("{number}现在是“{state}”，不能做“{act}”；可以做：{steps}。"),
        number=case.number,
        state=case.state,
        act=kind,
        steps=steps,
    )


_LACKING = {
    _K.CLOCK_PAUSED: N_("{number}已经中止，不能再做“{act}”；可以先做“恢复计时”。"),
    _K.CLOCK_RESUMED: N_("{number}没有中止，不能做“{act}”；要中止，可以做“中止计时”。"),
}
"""Why an act the state allows has nothing to be about, where the state alone would not tell."""


def _fits(case: Case, transition: Transition) -> bool:
    return case.state in transition.since and _has_object(case, transition.kind)


def _has_object(case: Case, kind: EventKind) -> bool:
    """Whether there is anything the act could be about."""
    match kind:
        case EventKind.FEEDBACK_RECEIVED:
            return any(handover.feedback_on is None for handover in case.handovers)
        case EventKind.DECISION_DONE:
            return any(decision.done_on is None for decision in case.decisions)
        case EventKind.CONFIRMATION_APPLIED:
            return case.agreement is not None and case.agreement.confirmation is None
        case EventKind.CONFIRMATION_DECIDED:
            confirmation = case.agreement.confirmation if case.agreement else None
            return confirmation is not None and confirmation.decided_on is None
        case EventKind.CLOCK_PAUSED:
            return case.round.paused is None
        case EventKind.CLOCK_RESUMED:
            return case.round.paused is not None
        case EventKind.LIFTED:
            return case.level < Level.COUNTY
        case EventKind.HANDED_DOWN:
            return case.level > Level.GRID
        case _:
            return True
