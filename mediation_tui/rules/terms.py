"""Reckoning time limits (民法典 Arts 200–203)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, assert_never

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word

if TYPE_CHECKING:
    from mediation_tui.rules.workdays import WorkingDays


class Unit(Word):
    """What a time limit is counted in."""

    DAY = "day", N_("日")
    WORKDAY = "workday", N_("工作日")
    MONTH = "month", N_("个月")


def due(start: date, limit: int, unit: Unit, calendar: WorkingDays) -> date:
    """The last day of a time limit.

    The day it starts from is not counted (Art 201). A limit in months ends on the day of the same number, or at
    the month's end where there is none (Art 202). A last day that is a statutory rest day gives way to the day
    after the rest (Art 203).

    Args:
        start: The day of the event that sets the limit running.
        limit: How many units; a year is 12 months.
        unit: Calendar days, working days or calendar months.
        calendar: Which days are rest days.

    Raises:
        ValueError: The limit is negative.
    """
    if limit < 0:
        raise ValueError(limit)
    match unit:
        case Unit.DAY:
            last = start + timedelta(limit)
        case Unit.WORKDAY:
            last = calendar.add(start, limit)
        case Unit.MONTH:
            last = months_after(start, limit)
        case _:
            assert_never(unit)
    return calendar.next_workday(last)


def months_after(start: date, months: int) -> date:
    """The day of the same number so many months later, or that month's last day (民法典 Art 202)."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
