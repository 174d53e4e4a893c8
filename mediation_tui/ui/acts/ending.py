"""The end of mediation without agreement, closing and beginning again."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import (
    Closed,
    EventKind,
    MediationFailed,
    Reopened,
    Withdrawn,
)
from mediation_tui.model.vocabulary import Channel, Exit, FailureReason, Side, State
from mediation_tui.rules.filing import missing_papers
from mediation_tui.ui.acts.actform import ActForm, recorded
from mediation_tui.ui.acts.asking import answered, happened_on, is_among, pick, story, yes_no
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
    ActForm(
        EventKind.CLOSED,
        N_("履行完毕或已另行处理，才是结案。"),
        _closed,
        recorded(Closed),
        brief=_closing_brief,
    ),
    ActForm(EventKind.REOPENED, N_("同一纠纷再调一轮，不另立新案。"), _reopened, recorded(Reopened)),
)
