"""A clerk who counts the official tables by hand agrees with the program in every cell."""

from __future__ import annotations

from hypothesis import given, settings

from mediation_tui.model.period import Period
from tests.builders import Walk
from tests.figures.tables.clerk import TABLES, Walked, compare, exported, sheets_of, tables_of
from tests.strategies import WIDE_TOWN, books_of_walks, periods

Walks = tuple[Walk, ...]
SMALL_TOWN = WIDE_TOWN.model_copy(update={"villages": WIDE_TOWN.villages[::2]})
"""The roster after 下河村 left it."""


@settings(max_examples=200, deadline=None)
@given(books_of_walks(), periods())
def test_the_clerk_agrees_in_every_cell_of_every_table(walks: Walks, period: Period) -> None:
    tables, sheets = tables_of(Walked(walks), period), sheets_of(exported(walks), WIDE_TOWN, period)
    for name in TABLES:
        compare(tables[name], sheets[name])
