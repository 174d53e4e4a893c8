"""The words a table's description is written with."""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word


class Among(Word):
    """Which disputes an item counts, before its conditions (domain handbook §10, base sets)."""

    FOUND = "found", N_("本期登记的纠纷（不含作废）")
    ACCEPTED = "accepted", N_("本期受理的纠纷（不含作废）")
    IN_HAND = "in_hand", N_("本期在手的纠纷（结转、新收、重新调解，不含作废）")
    CONCLUDED = "concluded", N_("本期调结的纠纷")
    AGREED = "agreed", N_("本期达成协议的纠纷")
    UNRESOLVED = "unresolved", N_("本期调解不成、移送或不予受理的纠纷")
    NOT_AGREED = "not_agreed", N_("本期在手而未达成协议的纠纷")
    WITHDRAWN = "withdrawn", N_("本期撤回、自行和解的纠纷")
    CARRIED = "carried", N_("上期结转的纠纷")
    RECEIVED = "received", N_("本期新收的纠纷（含后来作废的）")
    REOPENED = "reopened", N_("本期重新调解的纠纷")
    VOID = "void", N_("本期作废的案件")
    OPEN = "open", N_("期末未结的纠纷")
    AVERTED = "averted", N_("本期记有预防效果的纠纷")
    SCREENED = "screened", N_("本期的排查")
    CONSULTED = "consulted", N_("本期的法律咨询")


class Field(Word):
    """What a condition asks of a dispute."""

    COMMITTEE = "committee", N_("调委会类别")
    LEVEL = "level", N_("首接层级")
    RESOLVED_AT = "resolved_at", N_("化解层级")
    SOURCE = "source", N_("案件来源")
    ENTRUSTER = "entruster", N_("移送单位")
    DISCOVERY = "discovery", N_("发现方式")
    CATEGORY = "category", N_("纠纷类别")
    GOVERNANCE = "governance", N_("综治类别")
    FORM = "form", N_("协议形式")
    OUTCOME = "outcome", N_("结果")
    DIFFICULTY = "difficulty", N_("难易程度")
    MEDIATION_KIND = "mediation_kind", N_("调解类型")
    AVERTED = "averted", N_("预防效果")
    ROUND = "round", N_("排查种类")


class Amount(Word):
    """What is added up over the disputes."""

    CASES = "cases", N_("件数")
    PARTIES = "parties", N_("当事人数")
    PEOPLE = "people", N_("涉及人数（未填的按当事人数）")
    MONEY = "money", N_("涉及金额（元）")
    MONEY_WAN = "money_wan", N_("涉及金额（万元）")
    AVERTED_PEOPLE = "averted_people", N_("预防效果涉及的人数")
    ROUNDS = "rounds", N_("次数")
    UNREPORTED = "unreported", N_("未报次数")
    QUESTIONS = "questions", N_("咨询件数")


class Lines(Word):
    """What each line of a table is about."""

    COMMITTEES = "committees", N_("调委会")
    VILLAGES = "villages", N_("村（社区）")
    GRIDS = "grids", N_("网格")
    ITEMS = "items", N_("统计内容")


class Across(Word):
    """A column of a table whose lines are its items."""

    TOWN = "town", N_("乡镇（街道）")
    VILLAGE = "village", N_("村（居）")
    TOGETHER = "together", N_("小计")
    YEAR = "year", N_("年度累计")
