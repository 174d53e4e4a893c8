"""The headings of the archive sheet, and those other offices use for the same things."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ORDER = "order"
NUMBER, APPLICANTS, RESPONDENTS, CAUSE = "number", "applicants", "respondents", "cause"
ACCEPTED, HANDLERS, PROCEDURE, CLOSED, MANNER = "accepted", "handlers", "procedure", "closed", "manner"
TOWN, VILLAGE, GRID, PLACE = "town", "village", "grid", "place"
SOURCE, SUMMARY, PEOPLE, AMOUNT = "source", "summary", "people", "amount"

REQUIRED = (APPLICANTS, RESPONDENTS, CAUSE, ACCEPTED, HANDLERS, PROCEDURE, CLOSED, MANNER, NUMBER)
"""The starred headings: a sheet without them is not an archive sheet."""

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ORDER: ("序号",),
        APPLICANTS: ("申请人", "申请人姓名", "申请方", "申请人（名称）"),
        RESPONDENTS: ("被申请人", "被申请人姓名", "被申请方", "被申请人（名称）"),
        CAUSE: ("案由", "纠纷类型", "纠纷类别", "案件类型"),
        ACCEPTED: ("受理时间", "受理日期"),
        HANDLERS: ("承办人员", "承办人", "调解员", "人民调解员", "承办调解员"),
        PROCEDURE: ("适用程序", "程序"),
        CLOSED: ("结案时间", "结案日期", "办结日期", "办结时间"),
        MANNER: ("结案方式", "调解结果", "处理结果"),
        NUMBER: ("案号", "案件编号", "案件号", "卷号"),
        TOWN: ("乡镇", "所属镇", "所属乡镇", "镇"),
        VILLAGE: (
            "村（社区）",
            "村/社区",
            "村社区",
            "村居",
            "村（居）",
            "村",
            "社区",
            "行政村",
            "所属村",
            "所属村（社区）",
        ),
        GRID: ("网格", "所属网格", "发生网格", "网格名称"),
        PLACE: ("地点", "发生地点", "发生地", "纠纷地点", "纠纷发生地", "单位地点", "排查地点"),
        SOURCE: ("案件来源", "来源", "纠纷来源"),
        SUMMARY: (
            "简要情况",
            "纠纷简要情况",
            "矛盾纠纷简要情况",
            "纠纷基本情况",
            "案情",
            "案情简介",
            "纠纷事实",
        ),
        PEOPLE: ("涉及人数", "人数"),
        AMOUNT: ("涉及金额", "金额", "涉案金额"),
    }
)
