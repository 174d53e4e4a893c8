"""Writes many lives into one book, in the order in which their acts are written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count, groupby
from random import Random
from typing import NamedTuple
from uuid import UUID

from mediation_tui.clock import BEIJING, SetClock, local_date, new_id
from mediation_tui.demo.life.deeds import Binding, Correction, Docket, Merger, TakeBack, bind
from mediation_tui.demo.life.diary import Act
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.meetings import Convener
from mediation_tui.demo.registers import Registrar
from mediation_tui.desk import Desk
from mediation_tui.model.events import MergedInto, Registration
from mediation_tui.model.period import Period
from mediation_tui.store.book import Book

Progress = Callable[[int, int], None]
"""Told how many of how many cases are in the book."""


class Entry(NamedTuple):
    """One act waiting for its turn; those of one instant keep the order they were planned in."""

    written: datetime
    order: int
    docket: Docket
    act: Act


class Chronicle:
    """A book being written as if day by day.

    Args:
        book: The book, new.
        random: Makes the ids.
        today: Whatever is planned for today or later has not happened yet.
        registrar: Keeps the registers beside the cases.
        convener: Holds last week's review when its hour has come.
    """

    def __init__(
        self, book: Book, random: Random, today: date, registrar: Registrar, convener: Convener
    ) -> None:
        self._book = book
        self._convener: Convener | None = convener
        self._registrar = registrar
        self._weeks = list(registrar.weeks())
        self._random = random
        self._ends = datetime.combine(today, time(tzinfo=BEIJING)).astimezone(UTC)
        self._clock = SetClock(datetime.min.replace(tzinfo=UTC), tick=timedelta(seconds=1))

    def write(self, lives: Iterable[Dossier], cases: int, progress: Progress) -> None:
        """Write all lives, a week at a time.

        Args:
            lives: In the order of the days their cases come in.
            cases: How many there are.
            progress: Told after each week.
        """
        registered = 0
        meets = self._convener.at if self._convener else self._ends
        for (week, met), entries in groupby(self._in_order(lives), key=lambda each: _span_of(each, meets)):
            self._keep_registers(before=week.first)
            if met:
                self._hold_review()
            with self._book.writing():
                for entry in entries:
                    self._carry_out(entry)
                    registered += isinstance(entry.act.deed, Registration)
            progress(registered, cases)
        self._hold_review()
        self._keep_registers(before=date.max)

    def _hold_review(self) -> None:
        """Last week's review, once."""
        if self._convener:
            self._clock.instant = max(self._clock.instant, self._convener.at)
            self._convener.hold(self._clock)
            self._convener = None

    def _keep_registers(self, before: date) -> None:
        """What was reported and asked in the weeks that are over."""
        while self._weeks and self._weeks[0].last < before:
            self._registrar.week(self._weeks.pop(0))

    def _in_order(self, lives: Iterable[Dossier]) -> Iterator[Entry]:
        """What is written before today, oldest first; lives are planned only when their day has come."""
        waiting: list[Entry] = []
        order = count()
        for case in lives:
            while waiting and local_date(waiting[0].written) < case.opened_on:
                yield heappop(waiting)
            for act in case.diary.acts:
                if act.written < self._ends:
                    heappush(waiting, Entry(act.written, next(order), case.docket, act))
        while waiting:
            yield heappop(waiting)

    def _carry_out(self, entry: Entry) -> None:
        act, docket = entry.act, entry.docket
        self._clock.instant = max(self._clock.instant, entry.written)
        desk = self._desk(act.by)
        match act.deed:
            case Registration():
                deed = self._registrar.named(act.deed, act.on, self._clock.instant)
                docket.case_id = desk.register(deed, act.on).id
            case Correction(detail, value, reason):
                desk.correct(docket.case_id, {detail: value}, reason)
            case TakeBack():
                desk.undo(docket.case_id)
            case Merger(into, reason):
                desk.record(docket.case_id, MergedInto(target=into.case_id, reason=reason), act.on)
            case Binding():
                bind(desk, docket, act.deed)
            case data:
                desk.record(docket.case_id, data, act.on)

    def _desk(self, actor: str) -> Desk:
        return Desk(self._book, actor, self._clock, self._id)

    def _id(self, instant: datetime) -> UUID:
        return new_id(instant, self._random.getrandbits(74))


def _span_of(entry: Entry, meets: datetime) -> tuple[Period, bool]:
    """The week an act is written in, and whether that is after a meeting."""
    return Period.week_of(local_date(entry.written)), entry.written >= meets
