"""Putting details of a registration right, several at once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_, _
from mediation_tui.model.events import Correctable, EventKind
from mediation_tui.model.vocabulary import (
    Category,
    CourtProcedure,
    Discovery,
    Entruster,
    Governance,
    Level,
    MediationKind,
    Source,
)
from mediation_tui.ui.acts.actform import ActForm, Answers, Corrections, Following
from mediation_tui.ui.acts.asking import (
    When,
    choose,
    grid_options,
    pick,
    story,
    village_options,
    word_options,
)
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.widgets.fieldspec import FieldSpec

_VOCABULARIES = {
    Correctable.CATEGORY: Category,
    Correctable.GOVERNANCE: Governance,
    Correctable.SOURCE: Source,
    Correctable.ENTRUSTER: Entruster,
    Correctable.PROCEDURE: CourtProcedure,
    Correctable.DISCOVERY: Discovery,
    Correctable.MEDIATION_KIND: MediationKind,
}
_NEVER_EMPTY = {Correctable.CATEGORY, Correctable.SOURCE, Correctable.MEDIATION_KIND, Correctable.SUMMARY}
_ASKED = tuple(detail for detail in Correctable if detail is not Correctable.SCREENING)
"""Which round found a dispute is put right where rounds are looked at."""
_STORIES = {Correctable.SUMMARY, Correctable.REQUESTS}


def _fields(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            "details",
            _("更正哪几项"),
            "many",
            required=True,
            hint=_("空格选定，可多项"),
            options=word_options(_ASKED),
        ),
        *(_right_value(detail, context) for detail in _ASKED),
        story("reason", _("更正原因"), required=True),
    )


def _right_value(detail: Correctable, context: ActContext) -> FieldSpec:
    """The question for one detail, holding what is recorded now; asked once the detail is picked."""

    def wanted(answers: Answers) -> bool:
        return detail in (answers["details"] or ())

    now = getattr(context.case, detail.value)
    needed = detail in _NEVER_EMPTY
    name, label = detail.value, detail.label
    if detail in _VOCABULARIES:
        return pick(name, label, _VOCABULARIES[detail], value=now, required=needed, when=wanted)
    if detail in _STORIES:
        return story(name, label, value=now, required=needed, when=wanted)
    return _placed_or_counted(detail, now, context, wanted)


def _placed_or_counted(detail: Correctable, now: Any, context: ActContext, wanted: When) -> FieldSpec:
    name, label, case = detail.value, detail.label, context.case
    match detail:
        case Correctable.VILLAGE:
            needed = case.level_received < Level.TOWN
            return choose(name, label, village_options(context.town), value=now, required=needed, when=wanted)
        case Correctable.GRID:
            grids = grid_options(context.town, case.village)
            return choose(name, label, grids, value=now, required=False, when=wanted)
        case Correctable.AMOUNT:
            return FieldSpec(name, label, "money", value=_plain(now), when=wanted)
        case Correctable.PEOPLE:
            return FieldSpec(name, label, "number", value=now, when=wanted)
        case _:
            return FieldSpec(name, label, "date", value=now, when=wanted)


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _follow(context: ActContext, changed: str, answers: Answers) -> Following:
    """Another village brings its own grids."""
    if changed in ("details", "village"):
        village = answers["village"] or context.case.village
        return Following(options={"grid": grid_options(context.town, village)})
    return Following()


def _build(context: ActContext, answers: Answers) -> Corrections:
    findings, changes = Findings(), {}
    for detail in answers["details"]:
        value = answers[detail.value]
        changes[detail] = "" if value is None and detail in _STORIES else value
        with findings.under(detail.value):
            _check_changed(context, detail, changes[detail])
    findings.refuse()
    return Corrections(changes, answers["reason"])


def _check_changed(context: ActContext, detail: Correctable, value: Any) -> None:
    if detail.accept(value) == detail.write(getattr(context.case, detail.value)):
        raise MediationError(N_("没有改动"))


FORMS = (
    ActForm(
        EventKind.DETAILS_CORRECTED,
        N_("改正登记时写错的，原来写的会留着。"),
        _fields,
        _build,
        follow=_follow,
    ),
)
