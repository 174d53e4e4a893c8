"""What holds in every official table, whatever happened."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import chain

from hypothesis import given, settings

from mediation_tui.figures.figure import CaseIds, Figure, Ratio
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.figures.tables.table import Table
from mediation_tui.figures.tables.words import Among
from mediation_tui.model.period import Period
from tests.figures.tables.clerk import TABLES, Walked, table_of, tables_of
from tests.figures.tables.stories import APRIL, BY_HAND, FAILED, MARCH, YEAR, K, Walks, day, lived, shown
from tests.strategies import books_of_walks, periods

few = settings(max_examples=15, deadline=None)
"""The clerk agrees on many more books; here the laws themselves are said."""


@few
@given(books_of_walks(), periods())
def test_behind_every_number_are_cases_of_the_book_and_none_that_is_void(
    walks: Walks, period: Period
) -> None:
    known = {walk.case.id for walk in walks}
    alive = {walk.case.id for walk in walks if not walk.case.void_on}
    for name, table in tables_of(Walked(walks), period).items():
        counting = known if name == "balance" else alive
        assert all(figure.behind <= counting for _line, _column, figure in table.figures())


@few
@given(books_of_walks(), periods())
def test_a_count_is_the_number_of_its_cases_and_nothing_known_is_nothing_printed(
    walks: Walks, period: Period
) -> None:
    for table in tables_of(Walked(walks), period).values():
        for line, column, figure in table.figures():
            if figure.value is None:
                assert (figure.text, figure.cases) == ("—", frozenset())
            elif str(figure.unit) == "件" and not isinstance(figure.value, Ratio):
                assert figure.value == len(figure.cases), (line, column)
            elif not figure.cases:
                assert not isinstance(figure.value, Ratio) or figure.value.numerator == 0
                assert isinstance(figure.value, Ratio) or figure.value == 0


@few
@given(books_of_walks(), periods())
def test_the_lines_together_are_the_total_and_no_case_stands_in_two(walks: Walks, period: Period) -> None:
    for table in tables_of(Walked(walks), period).values():
        for parts, whole in sums(table):
            together = Counter(chain.from_iterable(part.cases for part in parts))
            assert set(together) == whole.cases
            assert all(times == 1 for times in together.values())
            if isinstance(whole.value, int):
                assert whole.value == sum(part.value for part in parts)
            elif isinstance(whole.value, Decimal):
                off = whole.value - sum(part.value for part in parts)
                assert abs(off) <= Decimal("0.005") * (len(parts) + 1), "each line is rounded by itself"


def sums(table: Table) -> list[tuple[list[Figure], Figure]]:
    """Each column's figures line by line with its total; of a table of items the two levels with both together."""
    if table.description.across:
        return [(list(line.figures[:2]), line.figures[2]) for line in table.lines]
    (total,) = [line for line in table.lines if line.total]
    lines = [line for line in table.lines if not line.total]
    return [([line.figures[n] for line in lines], whole) for n, whole in enumerate(total.figures)]


# Twelve months and their year

ONCE = frozenset({Among.FOUND, Among.ACCEPTED})
"""By a date a dispute has only one of."""
LAST = frozenset({Among.CONCLUDED, Among.AGREED, Among.UNRESOLVED, Among.WITHDRAWN})
"""By the last end a dispute had in the period: the months may add to more than the year."""


def totals(walks: Walks, period: Period) -> dict[tuple[str, str], CaseIds]:
    """The cases behind each number of all places together, by table and item."""
    found: dict[tuple[str, str], CaseIds] = {}
    for name, table in tables_of(Walked(walks), period).items():
        if table.description.across:
            names = [item.id for item in table.description.item if item.shown]
            found |= {
                (name, id_): line.figures[2].cases for id_, line in zip(names, table.lines, strict=True)
            }
        else:
            (total,) = [line for line in table.lines if line.total]
            pairs = zip(table.columns, total.figures, strict=True)
            found |= {(name, column.id): figure.cases for column, figure in pairs}
    return found


@settings(max_examples=8, deadline=None)
@given(books_of_walks())
def test_twelve_months_are_their_year_but_for_disputes_that_came_back(walks: Walks) -> None:
    whole = totals(walks, YEAR)
    months = [totals(walks, Period.month(2026, month)) for month in range(1, 13)]
    again = {walk.case.id for walk in walks if len(walk.case.rounds) > 1}
    for name in TABLES:
        for item in shipped_table(name).item:
            if item.shown and item.among in ONCE | LAST:
                cells = [month[name, item.id] for month in months]
                check_months(whole[name, item.id], cells, frozenset() if item.among in ONCE else again)


def check_months(year: CaseIds, months: list[CaseIds], again: set[str] | frozenset[str]) -> None:
    """Every case of the year is in some month; one in more months, or in none of the year, has come back."""
    times = Counter(chain.from_iterable(months))
    assert year <= set(times)
    assert {case for case, n in times.items() if n > 1 or case not in year} <= again


@few
@given(books_of_walks(), periods())
def test_what_a_balance_leaves_open_the_next_one_carries_over(walks: Walks, period: Period) -> None:
    here, there = (table_of(walks, each, "balance") for each in (period, period.later()))
    for line, next_line in zip(here.lines, there.lines, strict=True):
        assert line.figures[-1].cases == next_line.figures[0].cases


def test_a_dispute_agreed_in_march_and_failed_in_april_is_in_both_months_and_once_in_the_year() -> None:
    walk = lived(1, BY_HAND, K.CLOSED).act(K.REOPENED, day(4, 2)).act(FAILED)
    counted = [shown(table_of((walk,), p, "balance"), "agreed", "failed") for p in (MARCH, APRIL, YEAR)]
    assert counted == [["1", "0"], ["0", "1"], ["0", "1"]]
