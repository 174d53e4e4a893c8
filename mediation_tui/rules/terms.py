"""Reckoning time limits (民法典 Arts 200–203)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, assert_never

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word

if TYPE_CHECKING:
    from mediation_tui.rules.workdays import WorkingDays


class Unit(Word):
    """What a time limit is counted in."""

    DAY = "day", N_("日")
    WORKDAY = "workday", N_("工作日")
    MONTH = "month", N_("个月")


class Stop(NamedTuple):
    """A stretch in which a time limit stands still: the days after `since` up to and with `until` do not count."""

    since: date
    until: date


def due(start: date, limit: int, unit: Unit, calendar: WorkingDays, stops: Sequence[Stop] = ()) -> date:
    """The last day of a time limit.

    A last day that is a statutory rest day gives way to the day after the rest (Art 203).

    Args:
        start: The day of the event that sets the limit running.
        limit: How many units; a year is 12 months.
        unit: Calendar days, working days or calendar months.
        calendar: Which days are rest days.
        stops: The stretches in which it stood still, oldest first; none begins before the one before has ended.

    Raises:
        ValueError: The limit is negative.
    """
    return calendar.next_workday(unshifted(start, limit, unit, calendar, stops))


def unshifted(start: date, limit: int, unit: Unit, calendar: WorkingDays, stops: Sequence[Stop] = ()) -> date:
    """The last day of a time limit, be it a rest day.

    The day it starts from is not counted (Art 201). A limit in months ends on the day of the same number, or at
    the month's end where there is none (Art 202). Each stop moves the end by its days, working days where these
    are counted; one that begins in the rest days behind the last day moves the day these lead to, and one that
    begins when the limit is past moves nothing.

    Raises:
        ValueError: The limit is negative.
    """
    if limit < 0:
        raise ValueError(limit)
    last = _undisturbed(start, limit, unit, calendar)
    for since, until in _joined(stops):
        if since > last:
            last = calendar.next_workday(last)
        if since > last:
            break
        first = max(since, start)
        if until <= first:
            continue
        if unit is Unit.WORKDAY:
            last = calendar.add(last, calendar.count(first, until))
        else:
            last += until - first
    return last


def _joined(stops: Sequence[Stop]) -> list[Stop]:
    """The same stretches, those that go on from one another as one."""
    joined: list[Stop] = []
    for stop in stops:
        if joined and joined[-1].until == stop.since:
            stop = Stop(joined.pop().since, stop.until)
        joined.append(stop)
    return joined


def _undisturbed(start: date, limit: int, unit: Unit, calendar: WorkingDays) -> date:
    match unit:
        case Unit.DAY:
            return start + timedelta(limit)
        case Unit.WORKDAY:
            return calendar.add(start, limit)
        case Unit.MONTH:
            return months_after(start, limit)
        case _:
            assert_never(unit)


def months_after(start: date, months: int) -> date:
    """The day of the same number so many months later, or that month's last day (民法典 Art 202)."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
