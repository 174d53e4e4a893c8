"""Moving a case: up and down the levels, to partners and back, or away for good."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import (
    EventKind,
    FeedbackReceived,
    HandedDown,
    HandedOver,
    Lifted,
    Transferred,
)
from mediation_tui.model.vocabulary import Direction, Exit, Level, Partner
from mediation_tui.ui.acts.actform import ActForm, recorded
from mediation_tui.ui.acts.asking import ahead, choose, happened_on, is_among, line, pick, story
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option


def _lift(context: ActContext) -> tuple[FieldSpec, ...]:
    higher = [level for level in Level if level > context.case.level]
    return _move(context, higher, higher[0] if higher else None, _("上交给"), _("上交原因"))


def _hand_down(context: ActContext) -> tuple[FieldSpec, ...]:
    lower = [level for level in Level if level < context.case.level]
    return _move(context, lower, lower[-1] if lower else None, _("下派给"), _("下派原因"))


def _move(
    context: ActContext, levels: list[Level], value: Level | None, to: str, reason: str
) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("to", to, levels, value=value),
        line("receiver", _("接收单位或人"), hint=_("如 共和镇司法所")),
        story("reason", reason, required=True),
        line("paper", _("文书编号")),
    )


def _hand_over(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("direction", _("移出或移入"), Direction, value=Direction.OUT),
        pick("partner", _("对接单位"), Partner),
        line("unit", _("单位名称"), required=True, hint=_("如 共和派出所")),
        line("paper", _("文书编号")),
        ahead("feedback_due", _("反馈期限"), when=is_among("direction", Direction.OUT)),
        story("note", _("说明")),
    )


def _feedback(context: ActContext) -> tuple[FieldSpec, ...]:
    waiting = tuple(
        Option(number, f"{handover.on} {handover.direction.label} {handover.unit}")
        for number, handover in enumerate(context.case.handovers, start=1)
        if handover.feedback_on is None
    )
    only = waiting[0].value if waiting else None
    return (
        happened_on(context),
        choose("handover", _("哪一次移交"), waiting, value=only),
        story("feedback", _("反馈内容"), required=True),
    )


def _transfer(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        pick("exit", _("去向"), [exit_ for exit_ in Exit if exit_ is not Exit.NOWHERE]),
        line("unit", _("移送到"), required=True, hint=_("单位名称")),
        story("reason", _("移送原因"), required=True),
        ahead("feedback_due", _("反馈期限")),
        line("paper", _("移送函编号")),
    )


FORMS = (
    ActForm(EventKind.LIFTED, N_("村里解决不了的纠纷，及时上交；上交不算失败。"), _lift, recorded(Lifted)),
    ActForm(
        EventKind.HANDED_DOWN, N_("交给更低一级办理，案件还是这一件。"), _hand_down, recorded(HandedDown)
    ),
    ActForm(
        EventKind.HANDED_OVER, N_("与法院、公安、信访等对接，案件仍在办。"), _hand_over, recorded(HandedOver)
    ),
    ActForm(EventKind.FEEDBACK_RECEIVED, N_("记下对接单位的反馈。"), _feedback, recorded(FeedbackReceived)),
    ActForm(EventKind.TRANSFERRED, N_("移送别处办理，这里不再调解。"), _transfer, recorded(Transferred)),
)
