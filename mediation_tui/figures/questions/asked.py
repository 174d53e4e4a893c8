"""The closed list of what may be asked about a period's cases (domain handbook §10, "honest-data questions")."""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word


class Asked(Word):
    """What a question is about, in the order questions are put."""

    SAME_DAY_HAND = "same_day_hand", N_("同一人同日登记、结案")
    ONE_HAND = "one_hand", N_("登记、调结、结案同一人经手")
    SAME_DAY = "same_day", N_("同日登记并调结")
    ALIKE = "alike", N_("简要情况雷同")
    ABOVE_HOUSEHOLDS = "above_households", N_("件数与户数不相称")
    ABOVE_HISTORY = "above_history", N_("件数比往期多出很多")
    SHARED_PHONE = "shared_phone", N_("同一电话、不同姓名")
    MADE_UP_PHONE = "made_up_phone", N_("电话号码不像真的")
    SAME_PAIR = "same_pair", N_("同一对当事人多次立案")
    ROSTER_PARTY = "roster_party", N_("申请人在名册上")
    UNREACHABLE = "unreachable", N_("当事人无从联系")
    OWN_SATISFACTION = "own_satisfaction", N_("调解员自记满意")
    SIGNED_EARLY = "signed_early", N_("协议早于调解或受理")
    UNPERFORMED = "unperformed", N_("到期没有履行依据")
    ROUND_SUMS = "round_sums", N_("同一整数金额反复出现")
    ENTRY_BURST = "entry_burst", N_("几分钟内连续登记")
    LATE_AT_END = "late_at_end", N_("期末集中补录")
    CHANGED_LATER = "changed_later", N_("调结后改来源或类别")
    EXTENSIONS = "extensions", N_("没有超期而延期很多")
    IMPORTED = "imported", N_("由台账导入")
