"""What the commands about rounds and legal questions share: what they print as JSON, and who is meant by a name."""

from __future__ import annotations

from datetime import date

from mediation_tui.errors import MediationError, NotFound
from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Frozen
from mediation_tui.model.consultation import Consultation
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.model.screening import Screening
from mediation_tui.rules.screening import Answer, Board
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter


class ListedScreening(Screening):
    """A round, with the names of its place and the cases that name it.

    Attributes:
        village_name: As it is on the roster now.
        grid_name: Empty without a grid.
        cases: The numbers of the cases it found; void ones left out.
    """

    village_name: str
    grid_name: str
    cases: tuple[str, ...]


class BoardMark(Frozen):
    """How a place stands with one report.

    Attributes:
        first: The first day of the period it is for.
        last: The last one.
        special: The important period it belongs to; empty for the usual rhythm.
        answer: Reported, zero, missing or not due yet.
        rounds: The ids of the rounds that answer it.
    """

    first: date
    last: date
    special: str
    answer: Answer
    rounds: tuple[str, ...]


class BoardLine(Frozen):
    """One place's reports.

    Attributes:
        village: Its id.
        grid: The grid's, where grids report.
        name: What it is called.
        phone: The village office's number, to call when a report is missing.
        marks: A mark for each period, in the order they end.
    """

    village: str
    grid: str | None
    name: str
    phone: str
    marks: tuple[BoardMark, ...]


class ScreeningBoard(Frozen):
    """Who has reported, of the periods that end between two days.

    Attributes:
        first: The first day.
        last: The last one.
        missing: How many reports are owed.
        lines: The places that report, in the town's order.
    """

    first: date
    last: date
    missing: int
    lines: tuple[BoardLine, ...]


class ListedConsultation(Consultation):
    """A legal question, with the names of its place and its adviser.

    Attributes:
        village_name: As it is on the roster now; empty for somebody from outside.
        adviser_name: Who answered.
        number: Of the case it became; empty otherwise.
    """

    village_name: str
    adviser_name: str
    number: str


def listed_screening(screening: Screening, book: Book) -> ListedScreening:
    """A round with the names of its place and the cases that name it."""
    village, grid = screening.round.place
    found = book.facts(CaseFilter(screening=screening.id))
    return ListedScreening(
        **dict(screening),
        village_name=book.town.village_name(village),
        grid_name=book.town.grid_name(village, grid),
        cases=tuple(case.number for case in found if not case.void_on),
    )


def round_words(listed: ListedScreening) -> str:
    """Which round it is: its place, its period, and whether it is a zero report."""
    what = _("零报告") if listed.round.zero else _("排查")
    place = listed.village_name + listed.grid_name
    return _("{place} {period} {said}").format(place=place, period=listed.round.period, said=what)


def listed_consultation(consultation: Consultation, book: Book) -> ListedConsultation:
    """A legal question with the names of its place and its adviser."""
    question = consultation.question
    names = {person.id: str(person.name) for person in book.people}
    return ListedConsultation(
        **dict(consultation),
        village_name=book.town.village_name(question.village),
        adviser_name=names.get(question.adviser, question.adviser),
        number=book.case(consultation.case).number if consultation.case else "",
    )


def board_record(board: Board, town: Town, first: date, last: date) -> ScreeningBoard:
    """A board as it is printed for programs."""
    lines = tuple(
        BoardLine(
            village=village,
            grid=grid,
            name=spot_name(town, village, grid),
            phone=town.village(village).phone,
            marks=tuple(
                BoardMark(
                    first=mark.due.first,
                    last=mark.due.last,
                    special=mark.due.special,
                    answer=mark.answer,
                    rounds=mark.rounds,
                )
                for mark in marks
            ),
        )
        for (village, grid), marks in board.rows.items()
    )
    return ScreeningBoard(first=first, last=last, missing=len(board.missing), lines=lines)


def spot_name(town: Town, village: str, grid: str | None) -> str:
    """What a village or a grid is called."""
    return town.village_name(village) + town.grid_name(village, grid)


def person_meant(people: tuple[Person, ...], said: str) -> Person:
    """The person on the roster a name or an id stands for.

    Raises:
        NotFound: There is none.
        MediationError: There are several of that name.
    """
    found = [person for person in people if said in (person.id, person.name)]
    if len(found) > 1:
        ids = tuple(person.id for person in found)
        raise MediationError(N_("名册里不止一个“{name}”，请写编号：{ids}。"), name=said, ids=ids)
    if not found:
        raise NotFound(N_("名册里没有：{people}"), people=said)
    return found[0]


def adviser_meant(people: tuple[Person, ...], said: str, village: str | None) -> Person:
    """Who answered a question; of several of that name the one who works for the asker's village.

    Raises:
        NotFound, MediationError: As for `person_meant`.
    """
    of_village = [person for person in people if person.village == village and said == person.name]
    return of_village[0] if len(of_village) == 1 else person_meant(people, said)


def oneself(people: tuple[Person, ...], actor: str) -> Person:
    """Whoever works here, as the one who answered a question.

    Raises:
        NotFound: They are not on the roster, so that somebody has to be named.
    """
    try:
        return person_meant(people, actor)
    except NotFound:
        raise NotFound(N_("名册里没有“{name}”，请用 --adviser 写明解答人。"), name=actor) from None
