"""Rounds, questions and meetings to keep in tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from mediation_tui.model.consultation import Asker, Question
from mediation_tui.model.meeting import Attendance
from mediation_tui.model.period import Period
from mediation_tui.model.personal import Phone
from mediation_tui.model.screening import Round
from mediation_tui.model.vocabulary import Category, Channel
from tests.builders import PHONE, TODAY

WEEK = Period.week_of(TODAY)
"""The week of the day on which tests play; it has just begun."""
LAST_WEEK = WEEK.earlier()
REPORTED_AT = datetime(2026, 3, 2, 1, tzinfo=UTC)


def a_round(period: Period = LAST_WEEK, **changes: Any) -> Round:
    """What 上庄村 reports of last week: one quarrel settled at once; with changes."""
    plain: dict[str, Any] = {
        "village": "v1",
        "first": period.first,
        "last": period.last,
        "held_on": min(period.last, TODAY),
        "people": ("王生财",),
        "households": 40,
        "handled": 1,
        "reporter": "王生财",
        "reported_at": REPORTED_AT,
    }
    return Round(**plain | changes)


def a_zero(period: Period = LAST_WEEK, **changes: Any) -> Round:
    """A zero report of 上庄村, with changes."""
    return a_round(period, **{"handled": 0, "zero": True} | changes)


def a_question(day: date = TODAY, **changes: Any) -> Question:
    """What somebody asked about a wall, with changes."""
    plain: dict[str, Any] = {
        "day": day,
        "village": "v1",
        "asker": Asker(name="马占龙", phone=Phone(PHONE)),
        "adviser": "o1",
        "category": Category.NEIGHBOURS,
        "question": "邻居砌墙占了滴水檐，能不能要求拆？",
        "answer": "可先申请调解；民法典第288条。",
        "channel": Channel.PHONE,
    }
    return Question(**plain | changes)


def attendance(present: Iterable[str] = ("王生财", "李玉兰"), absent: Iterable[str] = ()) -> Attendance:
    """Who sits together on Mondays."""
    return Attendance(chair="张司法", recorder="李玉兰", present=tuple(present), absent=tuple(absent))


def weeks(n: int, last: Period = LAST_WEEK) -> list[Period]:
    """So many weeks up to one, the oldest first."""
    return [Period.week_of(last.first - timedelta(weeks=back)) for back in range(n)][::-1]
