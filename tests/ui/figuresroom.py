"""Somebody in front of the figures, and an office with a past to compare to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mediation_tui.i18n import Language
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Exit, FailureReason, Level
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.ui.screens.figures import FiguresScreen
from mediation_tui.ui.widgets.numbertable import NumberTable
from tests.builders import Office, an_agreement, an_entry
from tests.reports import a_report
from tests.ui.rooms import NARROW, Someone, sitting

_TAKEN = (EventKind.ACCEPTED, EventKind.MEDIATORS_ASSIGNED, EventKind.SESSION_HELD)
_LONG = 60
"""Seconds after which what has not come will not come."""
_COURT = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)


@dataclass
class Looking(Someone):
    """Somebody in front of the figures."""

    @property
    def screen(self) -> FiguresScreen:
        assert isinstance(self.app.screen, FiguresScreen)
        return self.app.screen

    @property
    def table(self) -> NumberTable:
        return self.app.screen.query_one(NumberTable)

    @property
    def at(self) -> tuple[int, int]:
        """Where the cursor is."""
        return self.table.row, self.table.column

    async def page(self, number: int) -> str:
        """Go to a page by its number."""
        return await self.press("0", str(number))

    async def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(_LONG):
            while not holds():
                await self.pilot.pause()

    async def wait_for(self, words: str) -> str:
        """Wait until the screen says something, however it is broken into lines, and read the whole of it."""
        await self.wait_until(lambda: words in "".join(self.read().split()))
        return self.read()

    async def stop_at(self, row: int, column: int) -> str:
        """Put the cursor on a number, and read."""
        self.table.move_to(row, column)
        await self.pilot.pause()
        return self.read()


Look = Callable[..., AbstractAsyncContextManager[Looking]]
"""What puts somebody in front of a test's own office."""


@asynccontextmanager
async def looking_at(
    office: Office, folder: Path, size: tuple[int, int] = NARROW, language: Language = "zh", **wired: Any
) -> AsyncIterator[Looking]:
    """The figures of an office's book."""
    async with sitting(office, folder, size, language, **wired) as someone:
        person = Looking(someone.app, someone.pilot)
        await person.press("4")
        yield person


def an_office_with_a_past(folder: Path) -> Office:
    """A year ago nine of twelve stayed in 上庄村, half a year ago ten of eleven, now ten of thirteen; 下河村 has two."""
    office = Office.opened(folder, date(2025, 5, 6))
    _quarter(office, date(2025, 5, 6), stayed=9, court=3)
    _quarter(office, date(2026, 2, 5), stayed=10, court=1)
    _quarter(office, date(2026, 5, 6), stayed=10, court=3)
    office.walk(*_TAKEN, _agreed(date(2026, 5, 6)), entry=_entry("v2", "g3", date(2026, 5, 5)))
    office.walk(*_TAKEN, _COURT, entry=_entry("v2", "g3", date(2026, 5, 5)))
    office.on(date(2026, 6, 24))
    return office


@contextmanager
def a_past_with_a_report(folder: Path) -> Iterator[Office]:
    """An office with a past and a signed report, which is only read."""
    office = an_office_with_a_past(folder)
    issue_a_report(office)
    yield office
    office.book.close()


def _quarter(office: Office, day: date, *, stayed: int, court: int) -> None:
    office.on(day)
    for ending in (*[_agreed(day)] * stayed, *[_COURT] * court):
        office.walk(*_TAKEN, ending, entry=_entry("v1", "g1", day - timedelta(days=1)))


def _agreed(day: date) -> happened.AgreementReached:
    return an_agreement(day, level_resolved=Level.VILLAGE)


def _entry(village: str, grid: str, applied_on: date) -> happened.Registration:
    return an_entry(village=village, grid=grid, applied_on=applied_on)


def issue_a_report(office: Office) -> str:
    """Draft, review and sign a statement of March; its id."""
    cases = [office.book.case(facts.id) for facts in office.book.facts(EVERYTHING)]
    report = a_report(cases, office.book, as_of=office.clock.now())
    desk = office.desk("o1")
    desk.draft_report(report)
    desk.review_report(report.id, "已核对")
    desk.issue_report(report.id, "张司法", office.clock.today())
    return report.id
