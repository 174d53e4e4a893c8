"""外溢率, 复发率: whether what was settled stayed settled, as far as anybody knows."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.figures.figure import CaseIds, Share
from mediation_tui.figures.flow import Passage
from mediation_tui.figures.measures.caseload import Caseload, ids_of, those
from mediation_tui.figures.measures.identity import Likeness
from mediation_tui.figures.measures.measure import BY_CONCLUSION, BY_REGISTRATION, Group, Measure
from mediation_tui.figures.measures.particulars import ESCAPES
from mediation_tui.figures.measures.recurrence import may_recur, recurring
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_


def _told_inside(load: Caseload) -> CaseIds:
    """The concluded disputes that something became known of later, or that went on for more rounds."""
    return those(load.concluded, _needs_opening)


def _needs_opening(passed: Passage) -> bool:
    return passed.facts.rounds > 1 or passed.facts.escaped_on is not None


def _concluded_on(passed: Passage) -> date:
    assert passed.spell.concluded_on, "only concluded disputes are followed up"
    return passed.spell.concluded_on


def _escaped(load: Caseload, passed: Passage) -> bool:
    """Whether it became known by the window's end that the dispute had gone on elsewhere."""
    concluded = _concluded_on(passed)
    known = (
        load.inside[passed.facts.id].escapes
        if _needs_opening(passed)
        else (concluded,) * (passed.facts.exit in ESCAPES)
    )
    return any(concluded <= day <= _window_ends(load, passed) for day in known)


def _window_ends(load: Caseload, passed: Passage) -> date:
    return _concluded_on(passed) + timedelta(days=load.follow_up)


def _watched(load: Caseload) -> list[Passage]:
    """The concluded disputes whose window is over."""
    return [passed for passed in load.concluded if _window_ends(load, passed) < load.known_on]


def _escape(load: Caseload) -> Share:
    watched = _watched(load)
    return Share(those(watched, lambda passed: _escaped(load, passed)), ids_of(watched))


def _still_watched(load: Caseload) -> CaseIds:
    return ids_of(load.concluded) - ids_of(_watched(load))


def _escaped_early(load: Caseload) -> CaseIds:
    watched = _still_watched(load)
    return those(load.concluded, lambda passed: passed.facts.id in watched and _escaped(load, passed))


def _never_asked(load: Caseload) -> CaseIds:
    """Nobody has visited since, and nothing is known: it may have held or not."""
    return those(_watched(load), lambda passed: not _visited(passed) and not _escaped(load, passed))


def _visited(passed: Passage) -> bool:
    visited = passed.facts.visited_on
    return visited is not None and visited >= _concluded_on(passed)


def _recurrence(load: Caseload) -> Share:
    return Share(_again(load, Likeness.SAME), load.received)


def _namesakes(load: Caseload) -> CaseIds:
    return _again(load, Likeness.NAMESAKES)


def _again(load: Caseload, likeness: Likeness) -> CaseIds:
    found = recurring(load)
    return frozenset(case for case in load.received if found.get(case) is likeness)


AFTERWARDS = Group(
    Phrase(N_("外溢与复发")),
    Phrase(
        N_(
            "只算已经知道的，所以是下限。观察期未满的是不知道，不当作没有外溢；期满而没有人回访过的也另列。"
            "同名的人只凭姓名绝不当作同一人。"
        )
    ),
    (
        Measure(
            "escape",
            Phrase(N_("外溢率（{window} 天内）")),
            Phrase(
                N_(
                    "其中调结之日起 {window} 天内已知进入诉讼、仲裁、信访或公安的（含调结当日的去向） ÷ "
                    "期间内调结、{window} 天到 {known_on} 前已满的纠纷"
                )
            ),
            BY_CONCLUSION,
            _escape,
            _told_inside,
        ),
        Measure(
            "escape_unknown",
            Phrase(N_("观察期未满（是否外溢未知）")),
            Phrase(N_("期间内调结、到 {known_on} 还没有满 {window} 天的纠纷")),
            BY_CONCLUSION,
            _still_watched,
        ),
        Measure(
            "escaped_early",
            Phrase(N_("观察期未满而已外溢")),
            Phrase(
                N_("期间内调结、还没有满 {window} 天、已知进入诉讼、仲裁、信访或公安的纠纷；不计入外溢率")
            ),
            BY_CONCLUSION,
            _escaped_early,
            _told_inside,
        ),
        Measure(
            "never_asked",
            Phrase(N_("观察期已满而无人回访（是否外溢未知）")),
            Phrase(N_("期间内调结、已满 {window} 天、调结后没有回访记录也没有已知外溢的纠纷")),
            BY_CONCLUSION,
            _never_asked,
            _told_inside,
        ),
        Measure(
            "recurrence",
            Phrase(N_("复发率")),
            Phrase(
                N_(
                    "其中同样的双方、同一纠纷类别在登记前 12 个月内登记过案件的 ÷ 期间内登记的纠纷（不含作废）；"
                    "双方各至少一人相同：姓名相同，并且出生年、证件后四位、电话之一相同"
                )
            ),
            BY_REGISTRATION,
            _recurrence,
            may_recur,
        ),
        Measure(
            "namesakes",
            Phrase(N_("双方姓名相同而不能确认（请核对）")),
            Phrase(
                N_(
                    "期间内登记、同一纠纷类别在登记前 12 个月内有双方姓名相同的案件、但至少一方只有姓名相同的；不计入复发率"
                )
            ),
            BY_REGISTRATION,
            _namesakes,
            may_recur,
        ),
    ),
)
