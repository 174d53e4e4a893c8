"""Reading the figures a report asks for, as the book knows them or as it knew them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from mediation_tui.cli.progress import progress_bar
from mediation_tui.cli.reports.asking import Asked
from mediation_tui.clock import Clock
from mediation_tui.errors import UnbalancedStatement
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Records, records_of, require_sound
from mediation_tui.i18n import N_, _
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter

_NAMED = 20
"""Cases named in one sentence."""


@contextmanager
def records_asked(book: Book, asked: Asked, clock: Clock) -> Iterator[Records]:
    """The cases as they stand, or as they were known; a bar on stderr shows how far reading the past has come."""
    if asked.as_of is None:
        yield records_of(book, clock)
    else:
        with progress_bar(_("正在回到那一天")) as progress:
            yield records_of(book, clock, asked.as_of, progress)


@contextmanager
def proven_records(book: Book, asked: Asked, clock: Clock) -> Iterator[Records]:
    """As `records_asked`, every case of the book proven: for what looks beyond its period.

    Raises:
        DamagedBook: A case is not what was written; the error names it.
        UnbalancedStatement: A record contradicts itself; the error names the case.
    """
    with records_asked(book, asked, clock) as records, strays_named(book):
        with progress_bar(_("正在核对存档")) as progress:
            require_sound(records, progress=progress)
        yield records


@contextmanager
def figures_asked(book: Book, asked: Asked, clock: Clock) -> Iterator[PeriodFigures]:
    """What the book says of the period, as it was known when it was asked for.

    Raises:
        DamagedBook: A case is not what was written; the error names it.
        UnbalancedStatement: Something does not add up; the error names the sum and the cases.
    """
    with (
        records_asked(book, asked, clock) as records,
        strays_named(book),
        progress_bar(_("正在核对存档")) as progress,
    ):
        yield PeriodFigures(records, asked.period, proven=True, progress=progress)


@contextmanager
def strays_named(book: Book) -> Iterator[None]:
    """Say of whatever does not add up inside which cases make the difference, by their numbers."""
    try:
        yield
    except UnbalancedStatement as error:
        cases = frozenset(error.facts["cases"])
        numbers = tuple(facts.number for facts in book.facts(CaseFilter(ids=cases)))
        raise UnbalancedStatement(
            N_("{problem}{n} 件：{numbers}。"),
            problem=error,
            n=len(numbers),
            numbers=numbers[:_NAMED] + (("…",) if len(numbers) > _NAMED else ()),
            cases=cases,
        ) from error


def numbers_of(records: Records, cases: CaseIds) -> Mapping[str, str]:
    """The numbers of some cases by their ids, oldest first."""
    return {facts.id: facts.number for facts in records.facts() if facts.id in cases}
