"""Return visits: the one that was made, and the one asked for on a day."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.course import Agreement
from mediation_tui.model.events import EventKind, VisitMade, VisitPlanned
from mediation_tui.model.vocabulary import Channel, Exit, Performance, State
from mediation_tui.ui.acts.actform import ActForm, Answers, recorded
from mediation_tui.ui.acts.asking import ahead, happened_on, is_among, line, pick, story, yes_no
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec


def _visit(context: ActContext) -> tuple[FieldSpec, ...]:
    agreement = context.case.agreement
    return (
        happened_on(context, _("回访日期")),
        pick("channel", _("方式"), Channel),
        line("whom", _("回访了谁"), value=context.case.parties[0].listed_name, required=True),
        pick(
            "performance",
            _("履行情况"),
            Performance,
            value=_performance(agreement) if agreement else None,
            when=lambda answers: agreement is not None,
        ),
        yes_no("satisfied", _("是否满意"), _("没问就不答"), required=False),
        line(
            "satisfaction_recorded_by",
            _("满意度由谁记录"),
            value=context.person_name(context.actor),
            required=True,
            when=is_among("satisfied", True, False),
        ),
        yes_no("relapsed", _("纠纷又起")),
        yes_no("sued", _("已去起诉")),
        yes_no("escalating", _("有激化苗头")),
        pick(
            "later_exit",
            _("后来的去向"),
            [exit_ for exit_ in Exit if exit_ is not Exit.NOWHERE],
            required=False,
            hint=_("没有就留空"),
            when=_came_to_grief,
        ),
        story("note", _("回访情况")),
        ahead("next_on", _("下次回访"), hint=_("不再回访就留空")),
    )


def _plan(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context, _("办理日期")),
        ahead("visit_on", _("哪天回访"), value=context.case.round.visit_on, required=True),
        story("reason", _("要看什么")),
    )


def _came_to_grief(answers: Answers) -> bool:
    return bool(answers["relapsed"] or answers["sued"])


def _performance(agreement: Agreement) -> Performance:
    """How far an agreement is known to have been performed."""
    match agreement.state:
        case State.DEFAULTED:
            return Performance.NOT_DONE
        case State.PERFORMING:
            started = any(not obligation.open for obligation in agreement.obligations)
            return Performance.PARTLY if started else Performance.NOT_DUE
        case _:
            return Performance.DONE


FORMS = (
    ActForm(EventKind.VISIT_MADE, N_("看履行得怎样，有没有反复。"), _visit, recorded(VisitMade)),
    ActForm(
        EventKind.VISIT_PLANNED,
        N_("约定哪天回访，到回访为止一直提醒；原来约定的由它代替。"),
        _plan,
        recorded(VisitPlanned),
    ),
)
