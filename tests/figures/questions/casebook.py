"""Files as somebody might have written them, told act by act, and what there is to ask about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mediation_tui.clock import BEIJING, SetClock
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.questions import Asked, Question, Questions, Thresholds, read_questions
from mediation_tui.figures.registers import UNKNOWN, Registers
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import GENESIS, Draft, Event, EventData, sealed
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.fold import fold
from mediation_tui.model.party import Party
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.personal import Address, Phone
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Consent, Side
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import PEOPLE, TOWN, an_agreement, an_entry

QUARTER = Period.quarter(2026, 1)
NOW = SetClock.on(date(2026, 6, 30)).now()
UPPER, LOWER = ("v1", None), ("v2", None)
ACCEPTED = happened.Accepted(reserved_elsewhere=False, taken_elsewhere=False, consent=Consent.BOTH_AGREE)
ASSIGNED = happened.MediatorsAssigned(mediators=("m1",))
TALKED = happened.SessionHeld(content="双方陈述。")
CLOSED = happened.Closed()


@dataclass(frozen=True)
class Act:
    """One act: when it happened, who wrote it and when."""

    data: EventData
    on: date
    by: str = "m1"
    at: datetime | None = None


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """An instant of a day, Beijing time."""
    return datetime.combine(day, time(hour, minute), BEIJING).astimezone(UTC)


def two_parties(number: int) -> tuple[Party, Party]:
    """People nobody else's file knows, who can be found."""
    home = Address("共和镇上庄村3号")
    return (
        Party(
            id="p1", side=Side.APPLICANT, name=f"甲{number}", phone=Phone(f"1390{number:07}"), address=home
        ),
        Party(
            id="p2", side=Side.RESPONDENT, name=f"乙{number}", phone=Phone(f"1370{number:07}"), address=home
        ),
    )


@dataclass
class Casebook:
    """A book that only has to be read.

    Attributes:
        histories: The events of every case by its id.
    """

    town: Town = TOWN
    people: tuple[Person, ...] = PEOPLE
    as_of: datetime = NOW
    rules: RuleSet = field(default_factory=shipped_rules)
    histories: dict[str, tuple[Event, ...]] = field(default_factory=dict)

    @property
    def known_on(self) -> date:
        return self.as_of.astimezone(BEIJING).date()

    @property
    def calendar(self) -> WorkingDays:
        return WorkingDays.shipped()

    def counted(self, period: Period) -> Iterator[CaseFacts]:
        return self.facts()

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        written = (
            [event for event in events if event.recorded_at <= self.as_of]
            for events in self.histories.values()
        )
        return (facts_of(fold(events), self.rules, self.calendar) for events in written if events)

    def registers(self, period: Period) -> Registers:
        return UNKNOWN

    def cases(self, ids: CaseIds) -> Iterator[Case]:
        return (fold(events) for id_, events in self.histories.items() if id_ in ids)

    def events(self, case_id: str) -> tuple[Event, ...]:
        return self.histories[case_id]

    def events_of(self, ids: CaseIds) -> Iterator[tuple[Event, ...]]:
        return (self.histories[case_id] for case_id in sorted(ids))

    def file(self, on: date, *acts: Act, by: str = "m1", at: datetime | None = None, **entry: Any) -> str:
        """Write down one case, registered on a day; each is written some time after the one before.

        Returns:
            Its id.
        """
        number = len(self.histories) + 1
        said = {"parties": two_parties(number), "applied_on": on, "summary": f"第{number}件事"} | entry
        registered = happened.Registered(
            **dict(an_entry(**said)), number=f"{number}号", year=on.year, serial=number, committee="c1"
        )
        begun = at or _some_time(on, number)
        case_id = f"{number:04}"
        previous, events = GENESIS, list[Event]()
        for place, act in enumerate((Act(registered, on, by, begun), *acts), start=1):
            written = act.at or max(_some_time(act.on, number), begun) + timedelta(minutes=place)
            draft = Draft(
                id=_id(number, place),
                case_id=case_id,
                happened_on=act.on,
                recorded_at=written,
                actor=act.by,
                data=act.data,
            )
            events.append(sealed(draft, f"o{number}", place, previous))
            previous = events[-1].hash
        self.histories[case_id] = tuple(events)
        return case_id

    def settled(self, on: date, until: date | None = None, *acts: Act, by: str = "m1", **entry: Any) -> str:
        """Write down a case that ends in an agreement with nothing left to do, and is closed by somebody else."""
        day = until or on + timedelta(days=6)
        way = (
            Act(ACCEPTED, on, by),
            Act(ASSIGNED, on, by),
            Act(TALKED, day, by),
            Act(an_agreement(day), day, by),
            *acts,
            Act(CLOSED, max((act.on for act in acts), default=day), "o1"),
        )
        return self.file(on, *way, by=by, **entry)

    def questions(self, period: Period = QUARTER, **limits: Any) -> Questions:
        """Everything there is to ask about a period."""
        return read_questions(self, period, limits=replace(Thresholds(), **limits))

    def asked(self, what: Asked, period: Period = QUARTER) -> tuple[Question, ...]:
        """What of one kind there is to ask."""
        return tuple(question for question in self.questions(period).asked if question.id is what)

    def asks(self, what: Asked, period: Period = QUARTER) -> set[str] | None:
        """The cases the one question of a kind is about; none where it is not asked."""
        found = self.asked(what, period)
        assert len(found) <= 1
        return set(found[0].cases) if found else None


def a_day(number: int, month: int = 1) -> date:
    """The so-many-th day of a month of the quarter."""
    return date(2026, month, number)


def days_of(month: int, numbers: Iterable[int]) -> list[date]:
    """Some days of a month."""
    return [a_day(number, month) for number in numbers]


def _some_time(on: date, number: int) -> datetime:
    """At some hour and minute of the day no other of the day's files is near to."""
    return at(on, 8 + number % 9, 7 * (number // 9) % 60)


def _id(number: int, place: int) -> Any:
    from uuid import UUID

    return UUID(int=number << 32 | place)
