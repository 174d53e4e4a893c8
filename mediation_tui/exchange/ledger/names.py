"""Who is named in one cell: several names where they are clearly told apart, and how many people they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mediation_tui.i18n import N_
from mediation_tui.model.problems import Unfit
from mediation_tui.model.reading import read_count
from mediation_tui.model.vocabulary import PartyKind

_BETWEEN = re.compile("[、；;，,]")
_AND = re.compile("[和与]")
_HEADCOUNT = re.compile(r"等(?P<count>[\d一二两三四五六七八九十百千]+)[人名位]$|等$|等人$")
_REMARK = re.compile(r"[（(][^（()）]*[)）]$")
_WHOLE_NAME = 4
"""Han characters a single personal name may have; 李和平 is one person."""
_PART = re.compile(r"[㐀-鿿\U00020000-\U0003ffff]{2,4}")
_UNIT = re.compile(
    r".+(公司|合作社|委员会|村委会|居委会|学校|小学|中学|幼儿园|医院|卫生院|中心|银行|信用社|派出所|政府"
    r"|基金会|协会|集团|企业|饭店|宾馆|超市|工地|项目部|经营部)$|.{3,}[厂店部局站馆场社]$"
)


@dataclass(frozen=True)
class Named:
    """The people or units a cell names.

    Attributes:
        names: Each name; remarks in brackets behind a name left out.
        people: How many people they stand for: 马某等5人 names one and stands for five.
        unsure: 和 or 与 stands in it and may be part of a name or between two: it was left together.
    """

    names: tuple[str, ...]
    people: int
    unsure: bool = False


def read_names(text: str) -> Named:
    """The names in a cell, cut only where nobody could read it otherwise.

    `、；;，,` always stand between names. 和 and 与 do where two to four characters stand on either side
    and the whole is too long for one name; a unit's name is never cut there.

    Raises:
        Unfit: There is no name in it, or 等N人 counts fewer than are named.
    """
    rest, count = _without_headcount(text.strip())
    parts = [_without_remark(part.strip()) for part in _BETWEEN.split(rest) if part.strip()]
    names = tuple(name for part in parts for name in _pair(part))
    if not names or not all(names):
        raise Unfit(N_("没有写姓名或名称"))
    if count is not None and count < len(names):
        raise Unfit(N_("写了 {count} 人，却列了 {n} 个名字"), count=count, n=len(names))
    return Named(names, count or len(names), any(_AND.search(name) and not is_unit(name) for name in names))


def kind_of(name: str) -> PartyKind:
    """Whether a name is a person's or a unit's, by how it ends."""
    return PartyKind.ORGANISATION if is_unit(name) else PartyKind.PERSON


def is_unit(name: str) -> bool:
    """Whether a name ends the way units' names do."""
    return _UNIT.fullmatch(name) is not None


def _without_headcount(text: str) -> tuple[str, int | None]:
    found = _HEADCOUNT.search(text)
    if not found:
        return text, None
    return text[: found.start()], read_count(found["count"]) if found["count"] else None


def _without_remark(name: str) -> str:
    return _REMARK.sub("", name).strip()


def _pair(name: str) -> tuple[str, ...]:
    """The two names 和 or 与 joins, or the one it is part of."""
    parts = _AND.split(name)
    joined = len(parts) == 2 and all(_PART.fullmatch(part) for part in parts)
    if joined and len(name) > _WHOLE_NAME and not is_unit(name):
        return tuple(parts)
    return (name,)
