"""What in a case ought to make one ask whether it may escalate (domain handbook §9.4).

Questions only: nothing changes by itself, and a look at the risk answers whatever was there to be seen before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Frozen, Word
from mediation_tui.model.case import Case
from mediation_tui.model.events import (
    AgreementReached,
    Event,
    EventData,
    Registered,
    Reopened,
    RiskChanged,
    SessionHeld,
    VisitMade,
)
from mediation_tui.model.fold import effective
from mediation_tui.model.vocabulary import Category, Risk
from mediation_tui.rules.screening import SpecialDays

_A_CROWD = 10
_TRIED = 3
_TOLD_IN = ("summary", "requests", "content", "text", "note", "reason", "explanation", "feedback", "urged")
"""The fields of events in which people tell what happened."""


class Sign(Word):
    """A trigger, and the question it makes one ask."""

    SUICIDE = "suicide", N_("提到“{word}”：有没有轻生的念头，谁在看护，要不要报告？")
    WEAPON = "weapon", N_("提到“{word}”：有没有凶器，要不要报告派出所？")
    DOMESTIC = "domestic", N_("提到“{word}”：有没有家庭暴力，要不要报告公安、告知人身安全保护令？")
    THREAT = "threat", N_("提到“{word}”：有没有威胁或动手，要不要调整风险、报告派出所？")
    CROWD = "crowd", N_("提到“{word}”：会不会聚众，要不要调整风险、报告？")
    MANY = "many", N_("涉及 {word} 人：会不会聚众，要不要调整风险？")
    ESCALATING = "escalating", N_("回访看到激化苗头：要不要调整风险、采取措施？")
    TRIED = "tried", N_("已经调解 {word} 次没有谈成：矛盾有没有升级，要不要调整风险或请上级一起调解？")
    REPEAT = "repeat", N_("{word}在别的纠纷里有同名的人：是不是同一人，积怨深不深？")
    WAGES = "wages", N_("涉及农民工工资：会不会集体讨薪，要不要调整风险？")
    LAND = "land", N_("涉及土地：会不会牵动多户，要不要调整风险？")
    MINOR = "minor", N_("涉及未成年人：要不要请监护人、学校、妇联一起保护？")
    BUILDING = "building", N_("提到“{word}”：施工期间会不会起冲突，要不要调整风险？")
    SEASON = "season", N_("正值{word}：要不要调整风险、提前走访？")


_SAID = {
    Sign.SUICIDE: ("自杀", "轻生", "寻短见", "喝农药", "跳楼", "跳河", "不想活", "不活了"),
    Sign.WEAPON: ("凶器", "菜刀", "砍刀", "持刀", "拿刀", "动刀", "铁锹", "铁棍", "棍棒", "汽油", "炸药"),
    Sign.DOMESTIC: ("家暴", "家庭暴力", "打老婆", "殴打妻子", "打孩子"),
    Sign.THREAT: ("扬言", "威胁", "恐吓", "报复", "殴打", "打人", "打架", "动手", "打伤", "同归于尽"),
    Sign.CROWD: ("聚众", "聚集", "围堵", "堵路", "堵门", "群访", "集体上访", "拉横幅", "械斗", "纠集"),
    Sign.BUILDING: ("施工", "开工", "动工", "建房", "强行修建"),
}
"""Words that give a sign away, the gravest sign first."""

_KINDS = {
    Category.MIGRANT_WAGES: Sign.WAGES,
    Category.LAND: Sign.LAND,
    Category.HOMESTEAD: Sign.LAND,
    Category.EXPROPRIATION: Sign.LAND,
}


class RiskQuestion(Frozen):
    """A question a case asks.

    Attributes:
        place: Which of the events that still hold showed the sign, from 0.
        word: What gave it away.
    """

    sign: Sign
    place: int = 0
    word: str = ""

    @property
    def sentence(self) -> str:
        """The question in the language spoken now."""
        return _(self.sign.source).format(word=self.word)


def risk_questions(
    case: Case,
    events: Sequence[Event],
    today: date,
    special: Sequence[SpecialDays] = (),
    repeated: Sequence[str] = (),
) -> tuple[RiskQuestion, ...]:
    """What is to be asked of a case in hand, the gravest first; nothing once it is at the highest level.

    Args:
        case: The case.
        events: Its events.
        today: The office's date.
        special: The office's important periods (重要时间节点).
        repeated: Names of its parties that occur in other disputes.
    """
    if not case.on_desk or case.risk is Risk.SEVERE:
        return ()
    holding = effective(events)
    looked = _looked_at(holding)
    signs = list(_signs(case, holding))
    if repeated:
        signs.append(RiskQuestion(sign=Sign.REPEAT, word=_("、").join(repeated)))
    latest = {question.sign: question for question in signs if question.place > looked}
    seen_on = holding[looked].happened_on if looked >= 0 else date.min
    for days in special:
        if days.first <= today <= days.last and seen_on < days.first:
            latest[Sign.SEASON] = RiskQuestion(sign=Sign.SEASON, word=days.label)
    return tuple(latest[sign] for sign in Sign if sign in latest)


def _looked_at(events: Sequence[Event]) -> int:
    """Where the risk was looked at last; -1 for never. Whoever registers a dispute above ordinary has looked."""
    places = (place for place, event in enumerate(events) if _is_look(event.data))
    return max(places, default=-1)


def _is_look(data: EventData) -> bool:
    return isinstance(data, RiskChanged) or (isinstance(data, Registered) and data.risk > Risk.ORDINARY)


def _signs(case: Case, events: Sequence[Event]) -> Iterator[RiskQuestion]:
    """Every sign, in the order it was seen; what the case is about was seen when it came in."""
    if kind := _KINDS.get(case.category):
        yield RiskQuestion(sign=kind)
    if any(party.minor for party in case.parties):
        yield RiskQuestion(sign=Sign.MINOR)
    if (case.people or 0) >= _A_CROWD:
        yield RiskQuestion(sign=Sign.MANY, word=str(case.people))
    tried = 0
    for place, event in enumerate(events):
        tried = _tried(tried, event.data)
        if tried == _TRIED and isinstance(event.data, SessionHeld):
            yield RiskQuestion(sign=Sign.TRIED, place=place, word=str(tried))
        if isinstance(event.data, VisitMade) and event.data.escalating:
            yield RiskQuestion(sign=Sign.ESCALATING, place=place)
        yield from _spoken(event.data, place)


def _tried(tried: int, data: EventData) -> int:
    """How many sessions there were since the dispute was taken up, or agreed."""
    if isinstance(data, AgreementReached | Reopened):
        return 0
    return tried + isinstance(data, SessionHeld)


def _spoken(data: EventData, place: int) -> Iterator[RiskQuestion]:
    """What people's words give away."""
    text = "\n".join(getattr(data, name, "") for name in _TOLD_IN)
    for sign, words in _SAID.items():
        if word := next((word for word in words if word in text), None):
            yield RiskQuestion(sign=sign, place=place, word=word)
