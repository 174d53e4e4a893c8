"""What an office's registers say of a period: screening rounds, the reports that are owed, and legal questions.

Nothing on record is not 0: a register nobody has begun by the end of the period is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from mediation_tui.model.consultation import Consultation
from mediation_tui.model.period import Period
from mediation_tui.model.screening import Screening
from mediation_tui.rules.screening import Answer, Mark, asked_since, board, due_between
from mediation_tui.store.book import Book

_Place = tuple[str | None, str | None]
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class Registers:
    """The registers of a period; of each, nothing where nobody knows.

    Attributes:
        rounds: The rounds whose period ends in it; withdrawn ones left out.
        marks: The reports that were owed for it, however each was answered; those not due yet left out.
        questions: The legal questions of its days; withdrawn ones left out.
        names: The names of the people on the roster, by their ids.
    """

    rounds: tuple[Screening, ...] | None = None
    marks: tuple[Mark, ...] | None = None
    questions: tuple[Consultation, ...] | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    def at(self, village: str | None, grid: str | None = None) -> Registers:
        """What they say of a village or a grid, or of the whole town where no village is given.

        An empty village is the town desk: it owes no reports, and of rounds of its own nobody keeps a record.
        """
        if village is None:
            return self
        place = village, grid
        return Registers(
            _those(self.rounds, lambda each: _within(each.round.place, place)) if village else None,
            _those(self.marks, lambda mark: _within(mark.spot, place)) if village else None,
            None if grid else _those(self.questions, lambda each: (each.question.village or "") == village),
            self.names,
        )

    @property
    def missing(self) -> tuple[Mark, ...] | None:
        """The reports nobody gave."""
        return _those(self.marks, lambda mark: mark.answer is Answer.MISSING)

    def questions_by(self, trait: Callable[[Consultation], T]) -> Mapping[T, int]:
        """How many questions there are of each kind, the most frequent first."""
        return dict(Counter(map(trait, self.questions or ())).most_common())


UNKNOWN = Registers()
"""Where nobody keeps any."""

LookUp = Callable[[], Registers]
"""Reads what the registers say of a period, once it is asked."""


def nothing_known() -> Registers:
    """What is said where nobody keeps any."""
    return UNKNOWN


V = TypeVar("V")


def _those(known: Iterable[V] | None, holds: Callable[[V], bool]) -> tuple[V, ...] | None:
    return None if known is None else tuple(filter(holds, known))


def _within(place: _Place, whole: _Place) -> bool:
    """Whether a place is another or a part of it."""
    return place[0] == whole[0] and whole[1] in (None, place[1] or "")


def registers_of(book: Book, period: Period, known_on: date, instant: datetime | None = None) -> Registers:
    """What a book's registers say of a period.

    Args:
        book: The office's records.
        period: Its days.
        known_on: The office's date as of which it is asked: what was not over then was not owed.
        instant: As known then; as they stand unless it is given.
    """
    begun = book.first_screened(instant)
    since = asked_since(book.rules.screening, begun)
    rules = book.rules.screening.model_copy(update={"since": since})
    dues = due_between(rules, period.first, period.last)
    reaching = Period(min([period.first, *(due.first for due in dues)]), period.last)
    found = [each for each in book.screenings(reaching, instant) if not each.withdrawn]
    marks = board(rules, book.town, found, period.first, period.last, known_on).marks
    asked = book.first_consulted(instant)
    return Registers(
        tuple(each for each in found if each.round.last in period) if _by(period, begun) else None,
        tuple(mark for mark in marks if mark.answer is not Answer.NOT_DUE) if _by(period, since) else None,
        tuple(each for each in book.consultations(period, instant) if not each.withdrawn)
        if _by(period, asked)
        else None,
        {person.id: str(person.name) for person in book.people},
    )


def _by(period: Period, begun: date | None) -> bool:
    """Whether a register had been begun by the end of a period."""
    return begun is not None and begun <= period.last
