"""After an agreement: its obligations one by one, and confirmation by the court."""

from __future__ import annotations

from datetime import date

from mediation_tui.i18n import N_, _
from mediation_tui.model.course import Obligation
from mediation_tui.model.events import (
    ConfirmationApplied,
    ConfirmationDecided,
    EventKind,
    ObligationDefaulted,
    ObligationPerformed,
)
from mediation_tui.model.vocabulary import ConfirmationResult
from mediation_tui.rules.remedies import remedies
from mediation_tui.ui.acts.actform import ActForm, recorded
from mediation_tui.ui.acts.asking import choose, happened_on, line, pick, story, yes_no
from mediation_tui.ui.acts.context import ActContext
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.option import Option


def _performed(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context, _("履行日期")),
        _which(context),
        line("evidence", _("凭证"), hint=_("收条、转账记录、照片等")),
    )


def _defaulted(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context),
        _which(context),
        story("urged", _("督促情况")),
        yes_no("told_to_sue", _("已告知可以起诉"), _("经确认的可申请执行")),
    )


def _ways_on(context: ActContext) -> str:
    """What the law leaves open, to be told to the other side."""
    open_now = remedies(context.case, context.rules, context.calendar, context.today)
    return _("可以：{ways}").format(ways=_("；").join(remedy.sentence for remedy in open_now))


def _which(context: ActContext) -> FieldSpec:
    """Which of the open obligations; the nearest unless another is picked."""
    agreement = context.case.agreement
    listed = enumerate(agreement.obligations if agreement else (), start=1)
    waiting = [(number, obligation) for number, obligation in listed if obligation.open]
    nearest = min(waiting, key=lambda pair: (pair[1].due, pair[0]))[0] if waiting else None
    options = tuple(Option(number, _said(number, obligation, context)) for number, obligation in waiting)
    return choose("obligation", _("哪一期"), options, value=nearest)


def _said(number: int, obligation: Obligation, context: ActContext) -> str:
    party = context.case.party(obligation.party)
    facts = {
        "n": number,
        "day": _day_said(obligation.due, context.today),
        "who": party.listed_name if party else obligation.party,
        "what": obligation.what,
    }
    if obligation.amount is None:
        return _("第{n}期 {day} {who} {what}").format(**facts)
    amount = f"{obligation.amount.normalize():,f}"
    return _("第{n}期 {day} {who} 付 {amount} 元 {what}").format(**facts, amount=amount)


def _day_said(day: date, today: date) -> str:
    if day.year == today.year:
        return _("{month}月{day}日").format(month=day.month, day=day.day)
    return _("{year}年{month}月{day}日").format(year=day.year, month=day.month, day=day.day)


def _applied(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context, _("申请日期")),
        line("court", _("法院"), required=True),
        yes_no("jointly", _("双方共同申请"), _("人民调解法第33条")),
    )


def _decided(context: ActContext) -> tuple[FieldSpec, ...]:
    return (
        happened_on(context, _("裁定日期")),
        pick("result", _("结果"), ConfirmationResult),
        line("number", _("法院案号"), hint=_("调确字")),
    )


FORMS = (
    ActForm(
        EventKind.OBLIGATION_PERFORMED,
        N_("一期一期记，全部履行才算完毕。"),
        _performed,
        recorded(ObligationPerformed),
    ),
    ActForm(
        EventKind.OBLIGATION_DEFAULTED,
        N_("到期没有履行；督促，并告知可以起诉。"),
        _defaulted,
        recorded(ObligationDefaulted),
        brief=_ways_on,
    ),
    ActForm(
        EventKind.CONFIRMATION_APPLIED,
        N_("生效后三十日内，双方可共同向法院申请。"),
        _applied,
        recorded(ConfirmationApplied),
    ),
    ActForm(EventKind.CONFIRMATION_DECIDED, N_("记下法院的裁定。"), _decided, recorded(ConfirmationDecided)),
)
