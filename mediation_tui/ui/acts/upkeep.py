"""Notes, and taking back a case that should not be."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import EventData, EventKind, MergedInto, NoteAdded, Voided
from mediation_tui.ui.acts.actform import ActForm, Answers, given, recorded
from mediation_tui.ui.acts.asking import happened_on, line, story
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.acts.findings import Findings
from mediation_tui.ui.widgets.fieldspec import FieldSpec


def _note(context: ActContext) -> tuple[FieldSpec, ...]:
    return (happened_on(context), story("text", _("内容"), required=True))


def _void(context: ActContext) -> tuple[FieldSpec, ...]:
    return (happened_on(context), story("reason", _("作废原因"), required=True))


def _merge(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        line("target", _("并入哪一件"), required=True, hint=_("登记更早的那件的案号")),
        story("reason", _("说明")),
    )


def _build_merge(context: ActContext, answers: Answers) -> EventData:
    findings, target = Findings(), ""
    with findings.within("target"):
        target = context.find(answers["target"])
    findings.refuse()
    return MergedInto.model_validate({**given(MergedInto, answers), "target": target})


FORMS = (
    ActForm(EventKind.NOTE_ADDED, N_("别处都不合适的，记在这里。"), _note, recorded(NoteAdded)),
    ActForm(EventKind.VOIDED, N_("登记错了，作废；号码不再使用。"), _void, recorded(Voided)),
    ActForm(EventKind.MERGED_INTO, N_("同一纠纷已登记过，并入更早的那件。"), _merge, _build_merge),
)
