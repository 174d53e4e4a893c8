"""The registers of the made-up town: rounds that villages report, week by week, and questions they ask the lawyer.

Chance has a source of its own here, so that the disputes of a town are the same with and without them.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from mediation_tui.clock import BEIJING, SetClock, new_id
from mediation_tui.demo.folk import Home, Namer
from mediation_tui.demo.shelf import read
from mediation_tui.demo.town import Hamlet, MadeTown
from mediation_tui.desk import Desk
from mediation_tui.model.base import Frozen
from mediation_tui.model.consultation import Asker, Question
from mediation_tui.model.events import Registration
from mediation_tui.model.period import Period
from mediation_tui.model.personal import Phone
from mediation_tui.model.screening import Round, RoundKind, Screening
from mediation_tui.model.vocabulary import Category, Channel, Discovery
from mediation_tui.store.book import Book

WEEKS = 26
"""How many weeks back villages began to report."""

_CONCENTRATED = 13
"""Every so many weeks the town asks for a round of all villages together (集中排查)."""


class AskedQuestion(Frozen):
    """A question people ask, and what the lawyer says."""

    category: Category
    question: str
    answer: str


class Material(Frozen):
    """The sentences of `registers.toml`."""

    findings: tuple[str, ...]
    passed_up: tuple[str, ...]
    registered: tuple[str, ...]
    late: tuple[str, ...]
    withdrawn: tuple[str, ...]
    question: tuple[AskedQuestion, ...]


@cache
def material() -> Material:
    """What is said in the registers, read at first use."""
    return TypeAdapter(Material).validate_python(read("registers"))


class Registrar:
    """Keeps the registers of the made-up town while its cases are written.

    Args:
        book: The book.
        seed: The only source of chance.
        made: The town.
        today: Nothing is written on that day or later.
    """

    def __init__(self, book: Book, seed: int, made: MadeTown, today: date) -> None:
        self._book = book
        self._random = Random(f"registers {seed}")
        self._namer = Namer(Random(f"askers {seed}"), today)
        self._made = made
        self._today = today
        self._names = {person.id: str(person.name) for person in made.people}
        self._advisers = {person.village: person.id for person in made.people if person.id.startswith("a")}
        self._zeal = {hamlet.village.id: self._random.uniform(0.75, 1.0) for hamlet in made.hamlets}
        self._hamlets = {hamlet.village.id: hamlet for hamlet in made.hamlets}
        self._reported: dict[tuple[str, Period], Screening] = {}
        self._begins = Period.week_of(today - timedelta(weeks=WEEKS)).first

    def named(self, entry: Registration, on: date, written: datetime) -> Registration:
        """A dispute with the round that found it, where one did: reported, or put right, just before.

        Args:
            entry: What is registered.
            on: When.
            written: The instant it is written down.
        """
        found_on = entry.found_on or on
        if entry.discovery is not Discovery.SCREENING or not entry.village or found_on < self._begins:
            return entry
        hamlet, week = self._hamlets[entry.village], Period.week_of(found_on)
        known = self._reported.get((entry.village, week))
        desk = self._desk(hamlet, written - timedelta(seconds=1))
        if known is None:
            said = self._random.choice(material().registered)
            known = desk.report_screening(self._round(hamlet, week, found_on, written, findings=said))
        elif known.round.zero:
            said = self._random.choice(material().registered)
            right = known.round.model_copy(update={"zero": False, "findings": said})
            known = desk.correct_screening(known.id, right, self._random.choice(material().late))
        self._reported[entry.village, week] = known
        return entry.model_copy(update={"screening": known.id})

    def week(self, week: Period) -> None:
        """What is reported and asked in a week, as far as it lies before today."""
        if week.first < self._begins:
            return
        with self._book.writing():
            for hamlet in self._made.hamlets:
                self._report(hamlet, week)
            for _n in range(self._random.choice((0, 1, 2, 3))):
                self._ask(self._random.choice(self._made.hamlets), week)

    def weeks(self) -> tuple[Period, ...]:
        """The weeks villages report for, the present one included."""
        found = [Period.week_of(self._begins)]
        while found[-1].last < self._today:
            found.append(found[-1].later())
        return tuple(week for week in found if week.first < self._today)

    def _report(self, hamlet: Hamlet, week: Period) -> None:
        """A village's report on a Friday: usually none found, sometimes settled at once, sometimes forgotten."""
        on, at = self._some_time(week, 4)
        key, chance = (hamlet.village.id, week), self._random.random()
        if on >= self._today or key in self._reported or chance > self._zeal[hamlet.village.id]:
            return
        desk, draw = self._desk(hamlet, at), self._random.random()
        if draw < 0.75:
            entry = self._round(hamlet, week, on, at, zero=True)
        elif draw < 0.95:
            said = self._random.choice(material().findings)
            entry = self._round(hamlet, week, on, at, handled=self._random.choice((1, 1, 2)), findings=said)
        else:
            entry = self._round(
                hamlet, week, on, at, passed_up=1, findings=self._random.choice(material().passed_up)
            )
        told = desk.report_screening(entry)
        if self._random.random() < 0.005:
            desk.withdraw_screening(told.id, self._random.choice(material().withdrawn))
            return
        self._reported[key] = told

    def _round(self, hamlet: Hamlet, week: Period, on: date, at: datetime, **said: Any) -> Round:
        number = (week.first - self._begins).days // 7
        mediators = hamlet.hands.mediators
        return Round(
            village=hamlet.village.id,
            kind=RoundKind.CONCENTRATED if number % _CONCENTRATED == 0 else RoundKind.ROUTINE,
            first=week.first,
            last=week.last,
            held_on=on,
            people=tuple(self._names[person] for person in mediators[:2]),
            households=self._random.choice((None, self._random.randint(12, 60))),
            reporter=self._names[hamlet.hands.clerk],
            reported_at=at,
            **said,
        )

    def _ask(self, hamlet: Hamlet, week: Period) -> None:
        """Somebody of a village asks its lawyer."""
        on, at = self._some_time(week, self._random.randrange(5))
        if on >= self._today:
            return
        asked, village = self._random.choice(material().question), hamlet.village.id
        question = Question(
            day=on,
            village=village,
            asker=self._asker(hamlet.spec.home()),
            adviser=self._advisers.get(village, self._made.hands.clerk),
            category=asked.category,
            question=asked.question,
            answer=asked.answer,
            channel=self._random.choice(
                (Channel.IN_PERSON, Channel.IN_PERSON, Channel.PHONE, Channel.ONLINE)
            ),
        )
        self._desk(hamlet, at).record_consultation(question)

    def _asker(self, home: Home) -> Asker:
        if self._random.random() < 0.2:
            return Asker()
        person = self._namer.person(home)
        return Asker(name=person.name, phone=Phone(person.phone))

    def _some_time(self, week: Period, weekday: int) -> tuple[date, datetime]:
        """A day of a week and an instant of its working hours."""
        day = week.first + timedelta(days=weekday)
        return day, datetime.combine(
            day, time(9 + self._random.randrange(8), self._random.randrange(60)), BEIJING
        )

    def _desk(self, hamlet: Hamlet, at: datetime) -> Desk:
        return Desk(self._book, hamlet.hands.clerk, SetClock(at), self._id)

    def _id(self, instant: datetime) -> UUID:
        return new_id(instant, self._random.getrandbits(74))
