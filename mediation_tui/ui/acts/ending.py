"""The end of mediation without agreement, the return visit, closing and beginning again."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.course import Agreement
from mediation_tui.model.events import (
    Closed,
    EventKind,
    MediationFailed,
    Reopened,
    VisitMade,
    Withdrawn,
)
from mediation_tui.model.vocabulary import Channel, Exit, FailureReason, Performance, Side, State
from mediation_tui.rules.filing import missing_papers
from mediation_tui.ui.acts.actform import ActForm, Answers, recorded
from mediation_tui.ui.acts.asking import answered, happened_on, is_among, line, pick, story, yes_no
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec


def _failed(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context, _("终止日期")),
        pick("reason", _("不成的原因"), FailureReason),
        pick("refused_by", _("哪一方拒绝"), Side, when=is_among("reason", FailureReason.REFUSED)),
        story("explanation", _("说明")),
        yes_no("routes_told", _("已告知其他途径"), _("仲裁、行政、司法，第26条")),
        pick("told_by", _("告知方式"), Channel, value=Channel.IN_PERSON, when=answered("routes_told")),
        pick("exit", _("去向"), Exit),
    )


def _withdrawn(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        yes_no("settled_by_themselves", _("自行和解")),
        story("reason", _("撤回原因"), required=True),
    )


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


def _closed(context: ActContext) -> tuple[FieldSpec, ...]:
    asked = _has_unmet(context)
    return (
        happened_on(context, _("结案日期")),
        yes_no("told_to_sue", _("已告知可以起诉"), _("或申请执行；否则不能结案"), when=lambda answers: asked),
        story("note", _("说明")),
    )


def _has_unmet(context: ActContext) -> bool:
    """Whether something was not performed and nobody has told the other side what it may do."""
    agreement = context.case.agreement
    waiting = [o for o in agreement.obligations if o.open] if agreement else []
    return context.case.state is State.DEFAULTED and not any(o.told_to_sue for o in waiting)


def _closing_brief(context: ActContext) -> str:
    missing = missing_papers(context.case)
    if not missing:
        return _("卷宗材料已齐。")
    return _("卷宗还缺：{papers}").format(papers=_("、").join(paper.label for paper in missing))


def _reopened(context: ActContext) -> tuple[FieldSpec, ...]:
    return (happened_on(context), story("reason", _("重新调解的原因"), required=True))


FORMS = (
    ActForm(
        EventKind.MEDIATION_FAILED,
        N_("写明原因，并告知仲裁、行政、司法等途径。"),
        _failed,
        recorded(MediationFailed),
    ),
    ActForm(EventKind.WITHDRAWN, N_("当事人撤回申请，或已自行和解。"), _withdrawn, recorded(Withdrawn)),
    ActForm(EventKind.VISIT_MADE, N_("看履行得怎样，有没有反复。"), _visit, recorded(VisitMade)),
    ActForm(
        EventKind.CLOSED,
        N_("履行完毕或已另行处理，才是结案。"),
        _closed,
        recorded(Closed),
        brief=_closing_brief,
    ),
    ActForm(EventKind.REOPENED, N_("同一纠纷再调一轮，不另立新案。"), _reopened, recorded(Reopened)),
)
