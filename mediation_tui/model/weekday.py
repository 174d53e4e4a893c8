"""Dates as they are said beside a field and on a week sheet."""

from __future__ import annotations

from datetime import date

from mediation_tui.i18n import N_, _

_WEEKDAYS = (N_("周一"), N_("周二"), N_("周三"), N_("周四"), N_("周五"), N_("周六"), N_("周日"))


def weekday(day: date) -> str:
    """The name of a date's day of the week."""
    return _(_WEEKDAYS[day.weekday()])
