"""A quarter whose figures can be counted on the fingers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import Statement
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Exit, FailureReason, Level
from tests.builders import Office, an_agreement, an_entry, from_outside

QUARTER = Period.quarter(2026, 2)
DAY = date(2026, 6, 24)

_TAKEN = (EventKind.ACCEPTED, EventKind.MEDIATORS_ASSIGNED, EventKind.SESSION_HELD)
_COURT = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)


def a_quarter(folder: Path) -> Office:
    """An office in late June 2026: seven disputes concluded, one void, two open of which one is past its term."""
    office = Office.opened(folder, date(2026, 3, 2))
    office.walk(*_TAKEN, entry=_entry("v1", "g1", date(2026, 3, 1)))
    day = date(2026, 5, 6)
    office.on(day)
    applied = date(2026, 5, 5)
    office.walk(*_TAKEN, an_agreement(day), entry=_entry("v1", "g1", applied))
    office.walk(*_TAKEN, _resolved(day, Level.VILLAGE), entry=_entry("v1", "g2", applied))
    office.walk(*_TAKEN, _resolved(day, Level.VILLAGE), entry=_entry("v2", "g3", applied))
    office.walk(*_TAKEN, _COURT, entry=_entry("v2", "g3", applied))
    lift = happened.Lifted(to=Level.TOWN, reason="疑难")
    office.walk(*_TAKEN, lift, _resolved(day, Level.TOWN), entry=_entry("v1", "g1", applied))
    office.walk(*_TAKEN, _resolved(day, Level.TOWN), entry=from_outside(applied_on=applied))
    office.walk(EventKind.WITHDRAWN, entry=_entry("v1", "g1", applied))
    office.walk(EventKind.VOIDED, entry=_entry("v1", "g1", applied))
    office.on(date(2026, 6, 20))
    office.walk(entry=_entry("v3", None, date(2026, 6, 19)))
    office.on(DAY)
    return office


def the_statement(office: Office, by: By = By.VILLAGE) -> Statement:
    """The quarter as the office's book has it."""
    return PeriodFigures(Present(office.book, office.clock), QUARTER).statement(by)


def _entry(village: str, grid: str | None, applied_on: date) -> happened.Registration:
    return an_entry(village=village, grid=grid, applied_on=applied_on)


def _resolved(day: date, level: Level) -> happened.AgreementReached:
    return an_agreement(day, level_resolved=level)
