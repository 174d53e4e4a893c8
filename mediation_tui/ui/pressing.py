"""What presses today: groups of cases in the order they press, counted at once and read as the cursor comes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any

from mediation_tui.i18n import _
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import ON_DESK, UNRESOLVED, Level, Purpose, Role, State
from mediation_tui.rules.nextact import act_asked_for
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING, OPEN, CaseFilter, DateBasis, Order
from mediation_tui.ui.caserow import Awaited
from mediation_tui.ui.skin import marks

DAYS_AHEAD = 7
_TO_CLOSE = ON_DESK - UNRESOLVED - {State.PERFORMING, State.DEFAULTED}
"""Nothing is left to be done but to close the case."""


_SESSION: dict[str, Any] = {"day": "session_on", "act": EventKind.SESSION_HELD}
_VISIT: dict[str, Any] = {"day": "visit_due", "purpose": Purpose.VISIT}
_DECISION: dict[str, Any] = {"day": "decision_due", "act": EventKind.DECISION_DONE}
"""What waits for a day of its own: the fact that holds it, and what is done then."""


@dataclass(frozen=True)
class Section:
    """One group of cases that want something today.

    Attributes:
        code: What it is, in no language.
        title: Its heading, with its count.
        chosen: Which cases.
        count: How many.
        order: How they are sorted.
        skip: How many of them, from the first, stand in another group already.
        purpose: What is due of all of them; none where each case's nearest limit says.
        day: The fact that says by which day, where it is not the nearest limit.
        act: What all of them wait for, where it is no limit.
    """

    code: str
    title: str
    chosen: CaseFilter
    count: int
    order: Order = Order.DUE
    skip: int = 0
    purpose: Purpose | None = None
    day: str = ""
    act: EventKind | None = None

    def page(self, book: Book, offset: int, limit: int) -> tuple[CaseFacts, ...]:
        """Some of its cases."""
        return book.page(self.chosen, self.order, self.skip + offset, min(limit, self.count - offset))

    def asks(self, facts: CaseFacts) -> EventKind | None:
        """The act that one of its cases waits for."""
        if self.act:
            return self.act
        limited = self.code in {"overdue", "soon"}
        return act_asked_for(facts.due_purpose if limited else self.purpose, facts.state)

    def awaited(self, facts: CaseFacts) -> Awaited | None:
        """What one of its cases waits for, and the day; none where the nearest limit is meant."""
        day = getattr(facts, self.day) if self.day else None
        asked = self.asks(facts)
        return (day, asked.label) if day and asked else None


def came_to(person: Person | None) -> CaseFilter:
    """The cases lifted or handed down to where somebody works: their grid, their village, or the town's desk."""
    mine = CaseFilter(states=UNRESOLVED, came=True)
    if person is None or person.village is None:
        return replace(mine, levels=frozenset({Level.TOWN, Level.COUNTY}))
    if person.grid or person.role is Role.GRID_WORKER:
        return replace(mine, levels=frozenset({Level.GRID}), village=person.village, grid=person.grid)
    return replace(mine, levels=frozenset({Level.VILLAGE}), village=person.village)


def both(one: CaseFilter, other: CaseFilter) -> CaseFilter:
    """What both choose, where a place or levels are named by both too."""
    if one.levels and other.levels:
        levels = one.levels & other.levels
        return replace(one & other, levels=levels) if levels else _NOTHING
    apart = None not in (one.village, other.village) and one.village != other.village
    return _NOTHING if apart else one & replace(other, grid=other.grid or one.grid)


_NOTHING = CaseFilter(ids=frozenset())


@dataclass(frozen=True)
class Pressing:
    """Today at a desk: the groups, and the week's numbers.

    Attributes:
        today: The office's date.
        person: Who works here; none for somebody who is not on the roster.
        within: Only these cases.
    """

    book: Book
    today: date
    person: Person | None
    within: CaseFilter = EVERYTHING

    def sections(self) -> Iterator[Section]:
        """The groups in the order they press; empty ones left out."""
        return (section for section in self._sections() if section.count > 0)

    def week_line(self) -> str:
        """The week's numbers in one line."""
        week = Period.week_of(self.today)
        counts = (
            (_("新登记 {n}"), CaseFilter(basis=DateBasis.REGISTERED, period=week)),
            (_("调结 {n}"), CaseFilter(basis=DateBasis.CONCLUDED, period=week)),
            (_("在办 {n}"), OPEN),
            (_("超期 {n}"), CaseFilter(overdue_on=self.today)),
            (_("待回访 {n}"), CaseFilter(visit_by=self.today)),
        )
        said = (words.format(n=self._count(chosen)) for words, chosen in counts)
        return _("本周") + " " + f" {marks().dot} ".join(said)

    @cached_property
    def _count(self) -> Callable[[CaseFilter], int]:
        """Counts each filter once: the week's numbers and the groups ask the same."""
        return cache(lambda chosen: self.book.count(both(chosen, self.within)))

    def _sections(self) -> Iterator[Section]:
        today, made = self.today, self._section
        ahead, overdue = today + timedelta(days=DAYS_AHEAD), CaseFilter(overdue_on=today)
        late = self._count(overdue)
        quiet = CaseFilter(silent_since=today - timedelta(days=self.book.rules.silent_after_days + 1))
        to_close = CaseFilter(states=_TO_CLOSE)
        yield made("overdue", _("超期 {n}"), overdue)
        yield made("soon", _("{soon}日内到期 {n}"), CaseFilter(due_by=ahead), skip=late)
        yield made("sessions", _("约定调解 {n}"), CaseFilter(session_by=today), **_SESSION)
        yield made("silent", _("{days}日无动静 {n}"), quiet, Order.QUIET, purpose=Purpose.SILENCE)
        yield made("visits", _("待回访 {n}"), CaseFilter(visit_by=today), **_VISIT)
        yield made("decisions", _("研判意见待落实 {n}"), CaseFilter(decision_by=ahead), **_DECISION)
        yield made("came", _("上交、下派给我 {n}"), came_to(self.person))
        yield made("awaiting", _("待对方反馈 {n}"), CaseFilter(awaiting=True), purpose=Purpose.FEEDBACK)
        yield made("closing", _("待结案 {n}"), to_close, Order.QUIET)

    def _section(
        self,
        code: str,
        title: str,
        chosen: CaseFilter,
        order: Order = Order.DUE,
        skip: int = 0,
        **awaited: Any,
    ) -> Section:
        """A group with its count; what its cases wait for as in `Section`."""
        count = self._count(chosen) - skip
        said = title.format(n=count, soon=DAYS_AHEAD, days=self.book.rules.silent_after_days)
        return Section(code, said, both(chosen, self.within), count, order, skip, **awaited)
