"""Cases on which each act is possible, and the answers by which each act's form says a given record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Category, Level
from mediation_tui.store.filters import EVERYTHING, Order
from mediation_tui.ui.acts import FORMS, ActContext
from tests.builders import TODAY, Office, an_agreement, an_entry, valid

K = EventKind
DUE = TODAY + timedelta(days=10)
_MEDIATED = (K.ACCEPTED, K.SESSION_HELD)
_OWING = (*_MEDIATED, an_agreement(TODAY, DUE))
_AGREED = (*_MEDIATED, an_agreement(TODAY))
_BEFORE: dict[EventKind, tuple[EventData | EventKind, ...]] = {
    K.MEDIATORS_ASSIGNED: (K.ACCEPTED,),
    K.SESSION_HELD: (K.ACCEPTED,),
    K.EXTENSION_AGREED: (K.ACCEPTED,),
    K.CLOCK_PAUSED: (K.ACCEPTED,),
    K.CLOCK_RESUMED: (K.ACCEPTED, K.CLOCK_PAUSED),
    K.VISIT_PLANNED: _AGREED,
    K.AGREEMENT_REACHED: _MEDIATED,
    K.OBLIGATION_PERFORMED: _OWING,
    K.OBLIGATION_DEFAULTED: _OWING,
    K.VISIT_MADE: _AGREED,
    K.CLOSED: _AGREED,
    K.ARCHIVED: (*_AGREED, K.CLOSED),
    K.REOPENED: (*_AGREED, K.CLOSED),
    K.MEDIATION_FAILED: _MEDIATED,
    K.CONFIRMATION_APPLIED: _AGREED,
    K.CONFIRMATION_DECIDED: (*_AGREED, K.CONFIRMATION_APPLIED),
    K.FEEDBACK_RECEIVED: (K.HANDED_OVER,),
    K.DECISION_DONE: (K.DECISION_MADE,),
}


_PAUSING = {K.CLOCK_PAUSED, K.CLOCK_RESUMED}
"""Only a medical dispute's term may be stopped."""


def ready_for(kind: EventKind, office: Office) -> Case:
    """A case on which the act is possible, on a day on which it is."""
    if kind is K.MERGED_INTO:
        office.walk()
    category = Category.MEDICAL if kind in _PAUSING else Category.NEIGHBOURS
    case = office.walk(
        *_BEFORE.get(kind, ()), entry=an_entry(level_received=Level.VILLAGE, category=category)
    )
    if kind is K.OBLIGATION_DEFAULTED:
        office.on(DUE + timedelta(days=1))
    return case


def meant(kind: EventKind, case: Case, office: Office) -> EventData:
    """What a test means to record by the act."""
    if kind is K.MERGED_INTO:
        older = office.book.page(EVERYTHING, Order.NUMBER, 0, 1)[0]
        return happened.MergedInto(target=older.id, reason="同一纠纷")
    if kind is K.CLOSED:
        return happened.Closed(note="已处理")
    if kind is K.DETAILS_CORRECTED:
        return happened.DetailsCorrected(
            field=happened.Correctable.CATEGORY, before="neighbours", after="land", reason="记错"
        )
    return valid(kind, case, office.clock.today())


def answers_for(data: EventData, office: Office) -> dict[str, Any]:
    """The answers, by the form's names, that say such a record."""
    match data:
        case happened.PartyAdded():
            return dict(_party("party", data.party))
        case happened.PartyCorrected():
            return {"before": data.before.id, **dict(_party("after", data.after)), "reason": data.reason}
        case happened.DetailsCorrected():
            value = data.field.read(data.after)
            return {"details": (data.field,), data.field.value: value, "reason": data.reason}
        case happened.MergedInto():
            return {"target": office.book.case(data.target).number, "reason": data.reason}
        case happened.Archived():
            gaps = {f"gap.{gap.paper.value}": gap.reason for gap in data.gaps}
            return {"retention": data.retention, "place": data.place, **gaps}
        case _:
            unasked = ("kind", "promises", "meeting")
            return {name: value for name, value in dict(data).items() if name not in unasked}


def _party(prefix: str, party: Party) -> Iterator[tuple[str, Any]]:
    for name in Party.model_fields:
        value = getattr(party, name)
        if name not in ("id", "agent"):
            yield f"{prefix}.{name}", value.reveal() if hasattr(value, "reveal") else value


def answered(kind: EventKind, context: ActContext, given: dict[str, Any]) -> dict[str, Any]:
    """Every answer of a form: those given, the others as they are at first; what is not asked left out."""
    specs = FORMS[kind].fields(context)
    answers = {spec.name: spec.value for spec in specs} | given
    for spec in specs:
        if answers[spec.name] == "" or (spec.when is not None and not spec.when(answers)):
            answers[spec.name] = None
    return answers
