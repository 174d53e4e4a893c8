"""Stopping the mediation term for an appraisal or another ground its rule knows, and letting it run on."""

from __future__ import annotations

from mediation_tui.i18n import N_, _
from mediation_tui.model.events import ClockPaused, ClockResumed, EventKind
from mediation_tui.model.vocabulary import PauseGround
from mediation_tui.rules.pausing import pausable
from mediation_tui.ui.acts.actform import ActForm, recorded
from mediation_tui.ui.acts.asking import happened_on, is_among, pick, story, yes_no
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec


def _pause(context: ActContext) -> tuple[FieldSpec, ...]:
    rule = pausable(context.case, context.rules)
    grounds = [ground for ground in PauseGround if rule is None or ground in rule.grounds]
    asked = is_among("ground", *(rule.pauses_by_consent if rule else ()))
    return (
        happened_on(context, _("中止日期")),
        pick("ground", _("中止原因"), grounds, value=grounds[0] if len(grounds) == 1 else None),
        yes_no("applicants_consent", _("申请方同意中止"), when=asked),
        yes_no("respondents_consent", _("被申请方同意中止"), when=asked),
        story("reason", _("说明"), hint=_("如委托鉴定的机构、事项")),
    )


def _pausing_brief(context: ActContext) -> str:
    """What the rule of the running term says of pauses."""
    rule = pausable(context.case, context.rules)
    if rule is None:
        return _("本案的调解期限没有规定可以中止；双方都同意的，可以“延期”。")
    return _("{clock}：{law}").format(clock=rule.label, law=rule.authority)


def _resume(context: ActContext) -> tuple[FieldSpec, ...]:
    return (happened_on(context, _("恢复日期")), story("note", _("说明"), hint=_("如鉴定意见何时收到")))


def _resuming_brief(context: ActContext) -> str:
    pause = context.case.round.paused
    if pause is None:
        return ""
    return _("{day} 起因{ground}中止，当天以后到恢复之日不计入期限。").format(
        day=pause.since, ground=pause.ground.label
    )


FORMS = (
    ActForm(
        EventKind.CLOCK_PAUSED,
        N_("鉴定等规定可以中止的，期限停下来不走。"),
        _pause,
        recorded(ClockPaused),
        brief=_pausing_brief,
    ),
    ActForm(
        EventKind.CLOCK_RESUMED,
        N_("中止的原因没有了，期限接着走。"),
        _resume,
        recorded(ClockResumed),
        brief=_resuming_brief,
    ),
)
