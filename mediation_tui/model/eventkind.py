"""What can happen to a case, as words."""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word


class EventKind(Word):
    """The kinds of event; the label is what the timeline calls them."""

    REGISTERED = "registered", N_("登记")
    DETAILS_CORRECTED = "details_corrected", N_("更正")
    PARTY_ADDED = "party_added", N_("增加当事人")
    PARTY_CORRECTED = "party_corrected", N_("更正当事人")
    ACCEPTED = "accepted", N_("受理")
    NOT_ACCEPTED = "not_accepted", N_("不予受理")
    MEDIATORS_ASSIGNED = "mediators_assigned", N_("指派调解员")
    SESSION_HELD = "session_held", N_("调解")
    CONTACT_LOGGED = "contact_logged", N_("联系走访")
    RISK_CHANGED = "risk_changed", N_("风险变动")
    EXTENSION_AGREED = "extension_agreed", N_("延期")
    CLOCK_PAUSED = "clock_paused", N_("中止计时")
    CLOCK_RESUMED = "clock_resumed", N_("恢复计时")
    LIFTED = "lifted", N_("上交")
    HANDED_DOWN = "handed_down", N_("下派")
    AGREEMENT_REACHED = "agreement_reached", N_("达成协议")
    OBLIGATION_PERFORMED = "obligation_performed", N_("履行")
    OBLIGATION_DEFAULTED = "obligation_defaulted", N_("未履行")
    CONFIRMATION_APPLIED = "confirmation_applied", N_("申请司法确认")
    CONFIRMATION_DECIDED = "confirmation_decided", N_("司法确认结果")
    MEDIATION_FAILED = "mediation_failed", N_("调解不成")
    WITHDRAWN = "withdrawn", N_("撤回")
    TRANSFERRED = "transferred", N_("移送")
    VISIT_MADE = "visit_made", N_("回访")
    VISIT_PLANNED = "visit_planned", N_("约定回访")
    CLOSED = "closed", N_("结案")
    REOPENED = "reopened", N_("重新调解")
    ARCHIVED = "archived", N_("归档")
    DECISION_MADE = "decision_made", N_("研判意见")
    DECISION_DONE = "decision_done", N_("落实研判意见")
    HANDED_OVER = "handed_over", N_("对接移交")
    FEEDBACK_RECEIVED = "feedback_received", N_("收到反馈")
    GRADED = "graded", N_("评定难易")
    PREVENTION_NOTED = "prevention_noted", N_("预防效果")
    DOCUMENT_ATTACHED = "document_attached", N_("入卷材料")
    NOTE_ADDED = "note_added", N_("备注")
    VOIDED = "voided", N_("作废")
    MERGED_INTO = "merged_into", N_("并案")
    UNDONE = "undone", N_("撤销")
