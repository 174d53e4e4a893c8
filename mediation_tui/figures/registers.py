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
    rounds = None
    if begun and begun <= period.last:
        found = tuple(each for each in book.screenings(period, instant) if not each.withdrawn)
        rounds = tuple(each for each in found if each.round.last in period)
    questions, asked = None, book.first_consulted(instant)
    if asked and asked <= period.last:
        questions = tuple(each for each in book.consultations(period, instant) if not each.withdrawn)
    names = {person.id: str(person.name) for person in book.people}
    return Registers(rounds, _owed(book, period, known_on, instant, begun), questions, names)


def _owed(
    book: Book, period: Period, known_on: date, instant: datetime | None, begun: date | None
) -> tuple[Mark, ...] | None:
    rules = book.rules.screening
    since = asked_since(rules, begun)
    if since is None or since > period.last:
        return None
    asked = rules.model_copy(update={"since": since})
    reaching = Period(
        min((due.first for due in due_between(asked, period.first, period.last)), default=period.first),
        period.last,
    )
    answers = book.screenings(reaching, instant)
    marks = board(asked, book.town, answers, period.first, period.last, known_on).marks
    return tuple(mark for mark in marks if mark.answer is not Answer.NOT_DUE)
