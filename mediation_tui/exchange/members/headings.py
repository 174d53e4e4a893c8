"""The headings of the roster sheet, coming in and going out, and the words in its cells."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from mediation_tui.exchange.ledger.words import plain
from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit
from mediation_tui.model.vocabulary import Gender, Post, Role, VillageKind

T = TypeVar("T")

TOWN, OFFICE, VILLAGE, KIND, GRID, HOUSEHOLDS = "town", "office", "village", "kind", "grid", "households"
NAME, ROLE, POST, GENDER, ETHNICITY, BORN = "name", "role", "post", "gender", "ethnicity", "born"
FULL_TIME, PHONE, TERM_FROM, TERM_TO = "full_time", "phone", "term_from", "term_to"
ALIASES, TEMPLATE, STATUS = "aliases", "template", "status"

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        TOWN: ("乡镇", "镇", "所属镇", "所属乡镇", "乡镇（街道）"),
        OFFICE: ("司法所", "所属司法所"),
        VILLAGE: ("村（社区）", "村/社区", "村社区", "村居", "村（居）", "行政村", "所属村", "村", "社区"),
        KIND: ("类别", "村/社区类别", "村居类别"),
        GRID: ("网格", "所属网格", "网格名称"),
        HOUSEHOLDS: ("户数", "户数（户）", "总户数"),
        NAME: ("姓名",),
        ROLE: ("身份", "人员身份", "人员类别"),
        POST: ("职务", "调委会职务"),
        GENDER: ("性别",),
        ETHNICITY: ("民族",),
        BORN: ("出生年", "出生年份", "出生年月", "出生日期"),
        FULL_TIME: ("专职/兼职", "专兼职", "专职兼职", "专（兼）职"),
        PHONE: ("电话", "联系电话", "手机", "手机号", "电话号码"),
        TERM_FROM: ("任期起", "任期开始", "任期自"),
        TERM_TO: ("任期止", "任期结束", "任期至"),
        ALIASES: ("曾用名", "别名", "旧名"),
        TEMPLATE: ("编号格式", "案号格式"),
        STATUS: ("状态", "在任状态", "是否在任"),
    }
)

SERVING, LEFT = "在任", "离任"
FULL, PART = "专职", "兼职"

ROLES = {word.source: word for word in Role} | {
    "调解员": Role.MEDIATOR,
    "专职调解员": Role.MEDIATOR,
    "网格长": Role.GRID_WORKER,
    "专职网格员": Role.GRID_WORKER,
    "村法律顾问": Role.LEGAL_ADVISER,
    "司法助理员": Role.OFFICER,
    "工作人员": Role.OFFICER,
    "所长": Role.HEAD,
}
POSTS = {word.source: word for word in Post} | {"聘任调解员": Post.HIRED, "聘用": Post.HIRED}
GENDERS = {word.source: word for word in Gender}
KINDS = {word.source: word for word in VillageKind} | {
    "行政村": VillageKind.VILLAGE,
    "村委会": VillageKind.VILLAGE,
    "居": VillageKind.COMMUNITY,
    "居委会": VillageKind.COMMUNITY,
}
TIMES = {FULL: True, PART: False}
STATUSES = {SERVING: True, "在职": True, "是": True, LEFT: False, "离职": False, "卸任": False, "否": False}


def chosen(text: str, known: Mapping[str, T]) -> T:
    """What a word stands for.

    Raises:
        Unfit: It is none of the known ones, which the sentence names.
    """
    try:
        return known[plain(text)]
    except KeyError:
        raise Unfit(N_("写的不是这里的选项；可以写：{words}"), words=tuple(known)) from None
