"""A made-up town's honest book has little to ask about; thirty files made up for one village stand out at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from shutil import copy

import pytest

from mediation_tui import i18n
from mediation_tui.clock import SetClock
from mediation_tui.demo import write_demo
from mediation_tui.desk import Desk
from mediation_tui.figures.questions import Asked, Question, Questions, read_questions
from mediation_tui.figures.records import Present
from mediation_tui.model import events as happened
from mediation_tui.model.party import Party
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import AgreementForm, Category, Consent, Level, Role, Side, Source
from mediation_tui.store.book import Book
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING

TODAY = date(2026, 6, 30)
YEAR = Period(date(2025, 7, 1), TODAY)
FAKED_ON = (date(2026, 6, 23), date(2026, 6, 24), date(2026, 6, 25))
FAKED = (
    "{a}与{b}系邻居，因{b}家修房占用{a}家通道，双方多次协商未果，{a}向村调委会申请调解，"
    "要求{b}恢复原状并赔偿损失{money}元，{b}认为通道系公用，不同意赔偿。"
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of a made-up town nobody tampered with."""
    path = tmp_path_factory.mktemp("town") / "town.book"
    write_demo(path, cases=200, seed=11, today=TODAY)
    return path


@pytest.fixture
def honest(town: Path, tmp_path: Path) -> Iterator[EmbeddedBook]:
    """A copy of it."""
    with closing(EmbeddedBook(Path(copy(town, tmp_path)))) as book:
        yield book


def questions_of(book: Book, period: Period = YEAR) -> Questions:
    return read_questions(Present(book, SetClock.on(TODAY, hour=20)), period)


@pytest.mark.parametrize("period", [YEAR, Period.year(2025), Period.quarter(2026, 2), Period.month(2026, 5)])
def test_an_ordinary_book_has_little_to_ask_about(honest: EmbeddedBook, period: Period) -> None:
    assert len(questions_of(honest, period).asked) <= 4


def named(book: Book) -> set[str]:
    """Everybody's name and number."""
    parties = [party for case in book.cases(EVERYTHING) for party in case.parties]
    numbers = {party.phone.reveal() for party in parties if party.phone}
    return numbers | {party.name for party in parties} | {person.name for person in book.people}


def test_thirty_files_made_up_for_one_village_stand_out(honest: EmbeddedBook) -> None:
    before = {question.id for question in questions_of(honest).asked}
    village, made = plant(honest)
    asked = [q for q in questions_of(honest).asked if q.id not in before or q.cases & made]
    exactly = {q.id for q in asked if q.cases == made}
    assert exactly >= {Asked.SAME_DAY_HAND, Asked.SAME_DAY, Asked.ALIKE, Asked.ROUND_SUMS, Asked.UNREACHABLE}
    assert all(q.subject == (village, None) for q in asked if q.id in exactly)
    assert not [q for q in asked if q.subject and q.subject != (village, None) and q.cases & made]
    for language in i18n.LANGUAGES:
        assert not names_in(honest, asked, language)


def names_in(book: Book, asked: list[Question], language: i18n.Language) -> list[str]:
    i18n.use(language)
    try:
        words = "".join(f"{question.sentence}{question.why}" for question in asked)
    finally:
        i18n.use("zh")
    return [name for name in named(book) if name in words]


def plant(book: Book) -> tuple[str, frozenset[str]]:
    """Write thirty files in a village with no sums of its own, ten a day, everything on the day itself."""
    village = min(
        (v.id for v in book.town.villages), key=lambda v: sum(c.village == v for c in book.cases(EVERYTHING))
    )
    mediator = next(p.id for p in book.people if p.village == village and p.role is Role.MEDIATOR)
    return village, frozenset(
        _fake(book, village, mediator, day, place) for day in FAKED_ON for place in range(10)
    )


def _fake(book: Book, village: str, mediator: str, day: date, place: int) -> str:
    clock = SetClock(_evening(day, place), tick=timedelta(seconds=5))
    desk = Desk(book, mediator, clock)
    number = f"{day.day}{place}"
    parties = (
        Party(id="p1", side=Side.APPLICANT, name=f"赵发{number}"),
        Party(id="p2", side=Side.RESPONDENT, name=f"钱顺{number}"),
    )
    told = FAKED.format(a=parties[0].name, b=parties[1].name, money=1000 * (2 + place % 2))
    case = desk.register(
        happened.Registration(
            village=village,
            level_received=Level.VILLAGE,
            category=Category.NEIGHBOURS,
            source=Source.APPLIED,
            applied_on=day,
            summary=told,
            parties=parties,
            amount=Decimal(1000 * (2 + place % 2)),
        )
    )
    for act in (
        happened.Accepted(reserved_elsewhere=False, taken_elsewhere=False, consent=Consent.BOTH_AGREE),
        happened.MediatorsAssigned(mediators=(mediator,)),
        happened.SessionHeld(content="双方陈述。", present=("p1", "p2")),
        happened.AgreementReached(
            form=AgreementForm.WRITTEN, content="赔偿。", effective_on=day, level_resolved=Level.VILLAGE
        ),
        happened.Closed(),
    ):
        desk.record(case.id, act)
    return case.id


def _evening(day: date, place: int) -> datetime:
    return SetClock.on(day, hour=19).instant + place * timedelta(minutes=1)
