"""Small things to build tests from: a town, a book, a desk, an entry, a case walked through its acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from mediation_tui.clock import BEIJING, SetClock, new_id
from mediation_tui.desk import Desk
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import GENESIS, Draft, Event, EventData, EventKind, sealed
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.fold import advanced, begun, fold
from mediation_tui.model.party import Party
from mediation_tui.model.people import Person
from mediation_tui.model.personal import Address, IdNumber, Phone
from mediation_tui.model.places import Committee, Grid, Town, Village
from mediation_tui.model.vocabulary import (
    Category,
    CommitteeKind,
    Level,
    Role,
    Side,
    Source,
    VillageKind,
)
from mediation_tui.rules import guards, lifecycle, pausing
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Book
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Patience
from tests.valid import an_agreement as an_agreement
from tests.valid import valid as valid

TODAY = date(2026, 3, 2)
"""A Monday on which nothing is a holiday."""

SHARED = "（{year}）共和民调字第{serial}号"
OWN = "共和南坡调〔{year}〕{serial:3}号"

PHONE, ID_NUMBER, HOME = "13812345678", "11010519491231002X", "青海省西宁市湟中区共和镇上庄村12号"

TOWN = Town(
    name="共和镇",
    office="共和镇司法所",
    villages=(
        Village(
            id="v1",
            name="上庄村",
            aliases=("上庄大队",),
            grids=(Grid(id="g1", name="一网格"), Grid(id="g2", name="二网格")),
        ),
        Village(id="v2", name="下河村", grids=(Grid(id="g3", name="一网格"),)),
        Village(id="v3", name="南坡社区", kind=VillageKind.COMMUNITY),
    ),
    committees=(
        Committee(id="c0", name="共和镇人民调解委员会", kind=CommitteeKind.TOWN, number_template=SHARED),
        Committee(
            id="c1",
            name="上庄村人民调解委员会",
            kind=CommitteeKind.VILLAGE,
            village="v1",
            number_template=SHARED,
        ),
        Committee(
            id="c2",
            name="下河村人民调解委员会",
            kind=CommitteeKind.VILLAGE,
            village="v2",
            number_template=SHARED,
        ),
        Committee(
            id="c3",
            name="南坡社区人民调解委员会",
            kind=CommitteeKind.COMMUNITY,
            village="v3",
            number_template=OWN,
        ),
    ),
)

PEOPLE = (
    Person(id="m1", role=Role.MEDIATOR, name="王生财", village="v1"),
    Person(id="m2", role=Role.MEDIATOR, name="李玉兰", village="v2"),
    Person(id="o1", role=Role.OFFICER, name="张司法"),
)

PARTIES = (
    Party(
        id="p1",
        side=Side.APPLICANT,
        name="马占龙",
        phone=Phone(PHONE),
        id_number=IdNumber(ID_NUMBER),
        address=Address(HOME),
    ),
    Party(id="p2", side=Side.RESPONDENT, name="单小山"),
)


def an_entry(**changes: Any) -> happened.Registration:
    """A quarrel between neighbours in 上庄村, with changes."""
    plain: dict[str, Any] = {
        "village": "v1",
        "grid": "g1",
        "level_received": Level.VILLAGE,
        "category": Category.NEIGHBOURS,
        "source": Source.APPLIED,
        "applied_on": TODAY - timedelta(days=30),
        "summary": "因排水沟堵塞起争执。",
        "parties": PARTIES,
    }
    return happened.Registration(**plain | changes)


def from_outside(**changes: Any) -> happened.Registration:
    """A dispute the town desk takes in from outside the villages, with changes."""
    return an_entry(**{"village": None, "grid": None, "level_received": Level.TOWN} | changes)


def a_book(folder: Path, town: Town = TOWN, origin: str = "o1") -> EmbeddedBook:
    """A new book of the little town's office, patient enough for a loaded machine."""
    path = folder / f"{origin}.book"
    EmbeddedBook.create(path, town, PEOPLE, shipped_rules(), origin).close()
    return EmbeddedBook(path, patience=Patience(limit=60))


def keep(book: Book, walks: Iterable[Walk]) -> None:
    """Write walked cases into a book as they are."""
    with book.writing() as writing:
        for walk in walks:
            writing.append(None, walk.events)


@dataclass
class Office:
    """A book and somebody who writes in it, with a calendar to turn over."""

    book: Book
    clock: SetClock

    @classmethod
    def opened(cls, folder: Path, day: date = TODAY, town: Town = TOWN) -> Office:
        """A new office on a day."""
        return cls(a_book(folder, town), SetClock.on(day, tick=timedelta(milliseconds=1)))

    def desk(self, actor: str = "m1") -> Desk:
        """The desk of somebody in the office."""
        return Desk(self.book, actor, self.clock)

    def on(self, day: date) -> Desk:
        """The usual desk, with the calendar turned to a day."""
        self.clock.instant = SetClock.on(day).instant
        return self.desk()

    def walk(self, *acts: EventData | EventKind, entry: happened.Registration | None = None) -> Case:
        """Register a dispute and do one act after the other, all today."""
        desk = self.desk()
        case = desk.register(entry or an_entry())
        return self.go_on(case, *acts)

    def go_on(self, case: Case, *acts: EventData | EventKind) -> Case:
        """Do one act after the other on a case, all today."""
        for act in acts:
            data = valid(act, case, self.clock.today()) if isinstance(act, EventKind) else act
            case = self.desk().record(case.id, data)
        return case


def apart_from_version(case: Case) -> dict[str, Any]:
    """What two cases are compared by where only how many acts were written down, and when, may differ."""
    about_acts = {"version", "touched_at"}
    return {name: getattr(case, name) for name in type(case).model_fields if name not in about_acts}


@dataclass
class Walk:
    """A case walked through the rules without a book: its events, and what they fold to.

    Attributes:
        events: Sealed into a chain of their own.
        today: The day acts are written down on.
    """

    today: date
    events: list[Event] = field(default_factory=list)
    case: Case = field(init=False)
    serial: int = 1
    actor: str = "m1"
    _places: Any = field(default_factory=count, repr=False)

    @classmethod
    def begun(
        cls,
        entry: happened.Registration | None = None,
        on: date = TODAY,
        serial: int = 1,
        today: date | None = None,
        committee: str = "c1",
    ) -> Walk:
        """A case registered on a day and written down then, unless `today` is later."""
        walk = cls(today or on, serial=serial)
        guards.check_registration(entry or an_entry(), on, walk.today)
        data = happened.Registered(
            **dict(entry or an_entry()),
            number=SHARED.format(year=on.year, serial=serial),
            year=on.year,
            serial=serial,
            committee=committee,
        )
        walk.case = begun(walk._sealed(data, on))
        return walk

    def act(self, act: EventData | EventKind, on: date | None = None) -> Walk:
        """Do one act, if the rules allow it, on a day; `today` follows where it has to."""
        on = on or self.today
        self.today = max(self.today, on)
        data = valid(act, self.case, on) if isinstance(act, EventKind) else act
        lifecycle.check(self.case, data.kind)
        guards.check(self.case, data, on, self.today)
        if isinstance(data, happened.ClockPaused):
            pausing.check(self.case, data, shipped_rules())
        self.case = advanced(self.case, self._sealed(data, on))
        return self

    def undo(self) -> Walk:
        """Take back the last act."""
        last = guards.undoable(tuple(self.events), self.actor)
        self._sealed(happened.Undone(event=last.id), self.today)
        self.case = fold(self.events)
        return self

    def facts(self) -> CaseFacts:
        """The case in one line, under the shipped rules."""
        return facts_of(self.case, shipped_rules(), WorkingDays.shipped())

    def _sealed(self, data: EventData, on: date) -> Event:
        place = next(self._places)
        recorded = datetime.combine(self.today, time(9), BEIJING).astimezone(UTC) + timedelta(seconds=place)
        id_ = new_id(recorded, randomness=self.serial << 32 | place)
        case_id = self.events[0].case_id if self.events else str(id_)
        draft = Draft(
            id=id_, case_id=case_id, happened_on=on, recorded_at=recorded, actor=self.actor, data=data
        )
        previous = self.events[-1].hash if self.events else GENESIS
        event = sealed(draft, f"walk{self.serial}", place + 1, previous)
        self.events.append(event)
        return event
