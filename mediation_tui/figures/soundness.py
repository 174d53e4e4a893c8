"""Which damaged cases keep a period from being counted.

What is altered may be the very day by which a case belongs to the period, so that asking for the period's cases does
not find it. Every case of the book is proven therefore, and a damaged one is passed over only where what is left of it,
its document or its events, says that the period does not count it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from mediation_tui.errors import MediationError
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.rules.facts import facts_of
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.progress import Progress


def unsound_in(book: Book, as_of: datetime, period: Period | None, progress: Progress) -> tuple[str, ...]:
    """The numbers of the cases that are not what was written and that a period counts, or might count.

    Args:
        book: The office's records.
        as_of: As known at which instant, UTC.
        period: The days; none for whatever days there are.
        progress: Told how many records have been looked at.
    """
    damaged = book.unsound(progress=progress)
    if not damaged or period is None:
        return damaged
    ids = sorted(str(case_id) for (case_id,) in book.tally(("id",), EVERYTHING))
    elsewhere = {
        number
        for case_id in _damaged_among(book, ids)
        if _is_elsewhere(book, case_id, as_of, period)
        for number in book.unsound(frozenset({case_id}))
    }
    return tuple(number for number in damaged if number not in elsewhere)


def may_count(facts: CaseFacts, period: Period) -> bool:
    """Whether a case may have been in hand on some day of a period, or something averted in it."""
    ended_before = facts.concluded_on is not None and facts.concluded_on < period.first
    looked_at_anyway = facts.rounds > 1 or facts.void_on is not None or bool(facts.preventions)
    return facts.registered_on <= period.last and (not ended_before or looked_at_anyway)


def _damaged_among(book: Book, ids: Sequence[str]) -> Iterator[str]:
    """The ids of the damaged ones, by halving for as long as there is one in the half."""
    if not book.unsound(frozenset(ids)):
        return
    if len(ids) == 1:
        yield from ids
        return
    half = len(ids) // 2
    yield from _damaged_among(book, ids[:half])
    yield from _damaged_among(book, ids[half:])


def _is_elsewhere(book: Book, case_id: str, as_of: datetime, period: Period) -> bool:
    """Whether all that can still be read of a case says that a period does not count it."""
    told = list(_told_of(book, case_id, as_of))
    rules, calendar = book.rules, book.calendar
    return bool(told) and not any(may_count(facts_of(case, rules, calendar), period) for case in told)


def _told_of(book: Book, case_id: str, as_of: datetime) -> Iterator[Case]:
    """The case as its document and as its events tell of it, where they can be read."""
    readings: tuple[Callable[[], Case], ...] = (
        lambda: book.case(case_id),
        lambda: book.case_at(case_id, as_of),
    )
    for read in readings:
        with suppress(MediationError):
            yield read()
