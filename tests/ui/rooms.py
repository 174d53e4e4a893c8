"""The program in front of a person, on the book of a little office that has much to do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from mediation_tui import i18n
from mediation_tui.clock import SetClock
from mediation_tui.i18n import Language
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.personal import Phone
from mediation_tui.model.vocabulary import Category, FailureReason, Level, Risk, Side
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Patience
from mediation_tui.ui.app import MediationApp
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.widgets.rows import RowList
from tests.builders import PHONE, Office, Walk, an_agreement, an_entry, from_outside, keep
from tests.ui.screen import dump

PICTURES = Path(__file__).with_name("dumps")
DAY = date(2026, 6, 30)
"""A Tuesday, the last day of the second quarter."""
NARROW, WIDE, VAST = (80, 24), (120, 40), (200, 60)

_K = EventKind
_TAKEN = (_K.ACCEPTED, _K.MEDIATORS_ASSIGNED, _K.SESSION_HELD)


@dataclass
class Someone:
    """A person in front of the program."""

    app: MediationApp
    pilot: Pilot[None]

    @property
    def room(self) -> Room:
        return self.app.room

    @property
    def rows(self) -> RowList:
        """The list of the screen in front."""
        return self.app.screen.query_one(RowList)

    @property
    def number(self) -> int | None:
        """The serial of the case under the cursor."""
        return self.room.case.serial if self.room.case else None

    def read(self) -> str:
        """What the screen says."""
        return dump(self.app)

    async def press(self, *keys: str) -> str:
        """Press keys, let everything come to rest, and read what the screen says then."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.read()

    async def type(self, text: str) -> str:
        """Type a text as an input method delivers it; Textual's own pilot loses Chinese punctuation."""
        for character in text:
            self.app.post_message(Key(_character_to_key(character), character))
            await self.pilot.pause()
        return self.read()

    async def go_to(self, serial: int) -> str:
        """Put the cursor on the first row of the list that is a case of this number."""
        await self.press("home")
        for _step in range(self.rows.total):
            if self.number == serial:
                return self.read()
            await self.press("down")
        raise AssertionError(f"no case {serial} in the list")


def picture(name: str, language: Language, size: tuple[int, int]) -> Path:
    """Where it is written what a screen looks like."""
    return PICTURES / f"{name}-{language}-{size[0]}x{size[1]}.txt"


SIGHTS: tuple[tuple[Language, tuple[int, int]], ...] = (
    ("zh", NARROW),
    ("zh", WIDE),
    ("zh", VAST),
    ("en", NARROW),
    ("en", WIDE),
)
"""The languages and sizes in which screens are looked at."""


@asynccontextmanager
async def sitting(
    office: Office,
    folder: Path,
    size: tuple[int, int] = NARROW,
    language: Language = "zh",
    actor: str = "m1",
    **wired: Any,
) -> AsyncIterator[Someone]:
    """The real program on an office's book, in a terminal of a size; more of it may be wired."""
    i18n.use(language)
    settings = Settings(folder / "settings.toml")
    app = MediationApp(office.book, lambda: office.desk(actor), office.clock, settings, actor=actor, **wired)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Someone(app, pilot)
    finally:
        i18n.use("zh")


def parties(applicant: str, respondent: str, *, minor: bool = False) -> tuple[Party, ...]:
    """Two people against each other; the second may be a child."""
    return (
        Party(id="p1", side=Side.APPLICANT, name=applicant, phone=Phone(PHONE)),
        Party(id="p2", side=Side.RESPONDENT, name=respondent, minor=minor),
    )


def a_busy_office(folder: Path) -> Office:
    """An office on the last day of June: something in each section of Today, and something at rest."""
    office = Office.opened(folder, date(2026, 3, 2))
    settled = office.walk(*_TAKEN, an_agreement(date(2026, 3, 2)), entry=_entry("马占龙", "单小山"))
    _spring(office)
    office.on(date(2026, 5, 18))
    office.go_on(office.book.case(settled.id), _K.VISIT_MADE, _K.CLOSED)
    office.walk(_K.ACCEPTED, entry=_entry("赵有才", "曾国庆", category=Category.LAND, risk=Risk.SEVERE))
    _june(office)
    office.on(DAY)
    office.walk(entry=_entry("才让卓玛", "解小军", minor=True, village="v2", grid="g3"))
    return office


def _spring(office: Office) -> None:
    """One that owes an instalment, one that ended in court."""
    office.on(date(2026, 4, 20))
    owing = an_agreement(date(2026, 4, 20), date(2026, 5, 20), date(2026, 6, 25))
    case = office.walk(*_TAKEN, owing, entry=_entry("韩玉英", "单小山", category=Category.CONTRACT))
    court = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True)
    office.walk(*_TAKEN, court, entry=_entry("盖志强", "乐燕", village="v2", grid="g3"))
    office.on(date(2026, 5, 20))
    office.go_on(case, happened.ObligationPerformed(obligation=1))


def _june(office: Office) -> None:
    """One near its limit, one lifted to the town, one begun a week ago."""
    office.on(date(2026, 6, 4))
    family = _entry("卓某", "张某某", category=Category.FAMILY, village="v3", grid=None)
    near = office.walk(_K.ACCEPTED, _K.MEDIATORS_ASSIGNED, entry=family)
    office.walk(*_TAKEN, happened.Lifted(to=Level.TOWN, reason="涉及多村"), entry=_entry("华青", "某合作社"))
    office.on(date(2026, 6, 23))
    session = happened.SessionHeld(content="谈了两个小时。", present=("p1",), absent=("p2",), place="田边")
    office.go_on(near, session)
    office.walk(
        *_TAKEN, entry=from_outside(parties=parties("过路人甲", "阿卜杜·热合曼"), applied_on=DAY - _A_MONTH)
    )


_A_MONTH = timedelta(days=30)


def _entry(
    applicant: str, respondent: str, *, minor: bool = False, **changes: object
) -> happened.Registration:
    both = parties(applicant, respondent, minor=minor)
    return an_entry(**{"parties": both, "amount": 12_000, "applied_on": date(2026, 3, 1)} | changes)


def a_copy(book: Path, folder: Path) -> Office:
    """The same office in a book of its own."""
    path = folder / "copy.book"
    copyfile(book, path)
    return Office(
        EmbeddedBook(path, patience=Patience(limit=60)), SetClock.on(DAY, tick=timedelta(milliseconds=1))
    )


def an_office_of_many(folder: Path, cases: int) -> Office:
    """An office with so many cases that they come in pages."""
    office = Office.opened(folder, DAY)
    keep(office.book, [Walk.begun(serial=serial, on=DAY) for serial in range(1, cases + 1)])
    return office
