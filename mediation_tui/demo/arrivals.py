"""When disputes come in: over twenty-four months of working days, by the season."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from mediation_tui.demo.plots import Plot
from mediation_tui.rules.terms import months_after
from mediation_tui.rules.workdays import WorkingDays

MONTHS = 24
"""How far back the made-up town's book goes."""

_BUSY = {1: 1.3, 2: 0.7, 3: 1.25, 4: 1.3, 5: 1.2, 6: 1.0, 7: 0.9, 8: 0.9, 9: 0.95, 10: 0.9, 11: 1.1, 12: 1.35}
"""By month: land and water in spring, wages at the year's end, nobody about at the Spring Festival."""


def arrivals(
    random: Random, plots: Sequence[Plot], today: date, calendar: WorkingDays
) -> list[tuple[date, Plot]]:
    """The day each case comes in, before today, and in that order.

    Args:
        random: The only source of chance.
        plots: The cases.
        today: The day the town is looked at.
        calendar: Cases are registered on working days.
    """
    first = months_after(today, -MONTHS)
    days = [first + timedelta(n) for n in range((today - first).days)]
    days = [day for day in days if calendar.is_workday(day)]
    drawn = iter(random.choices(days, [_BUSY[day.month] for day in days], k=len(plots)))
    placed = [(_arranged(random, plot, today, calendar) or next(drawn), plot) for plot in plots]
    return sorted(placed, key=lambda arrival: arrival[0])


def _arranged(random: Random, plot: Plot, today: date, calendar: WorkingDays) -> date | None:
    """The day a plot asks for, or the last working day before it."""
    if plot.ago is None:
        return None
    day = today - timedelta(random.randint(*plot.ago))
    while not calendar.is_workday(day):
        day -= timedelta(1)
    return day
