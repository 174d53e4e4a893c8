"""A clerk who counts the official tables by hand agrees with the program in every cell."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from mediation_tui.clock import SetClock
from mediation_tui.figures.records import Present
from mediation_tui.figures.tables.table import Table
from mediation_tui.model import events as happened
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Averted
from tests.builders import PARTIES, Walk, a_book, an_agreement, an_entry, keep
from tests.figures.tables.clerk import TODAY, Walked, agree, table_of, tables_of
from tests.figures.tables.stories import (
    APRIL,
    BY_HAND,
    FAILED,
    MARCH,
    ORAL,
    K,
    Walks,
    begun,
    day,
    lived,
    shown,
)
from tests.strategies import WIDE_TOWN, books_of_walks, periods

SMALL_TOWN = WIDE_TOWN.model_copy(update={"villages": WIDE_TOWN.villages[::2]})
"""The roster after 下河村 left it."""


@settings(max_examples=200, deadline=None)
@given(books_of_walks(), periods())
def test_the_clerk_agrees_in_every_cell_of_every_table(walks: Walks, period: Period) -> None:
    agree(tables_of(Walked(walks), period), walks)


@settings(max_examples=8, deadline=None)
@given(books_of_walks(), periods())
def test_the_clerk_agrees_when_the_cases_come_out_of_a_book(walks: Walks, period: Period) -> None:
    with TemporaryDirectory() as folder, closing(a_book(Path(folder), WIDE_TOWN)) as book:
        keep(book, walks)
        tables = tables_of(Present(book, SetClock.on(TODAY)), period)
    agree(tables, walks)


# What the random books have in them


def kinds(walks: Walks) -> set[str]:
    return {event.kind for walk in walks for event in walk.events}


def corrected(walks: Walks) -> set[str]:
    datas = [event.data for walk in walks for event in walk.events]
    return {data.field.value for data in datas if isinstance(data, happened.DetailsCorrected)}


MAY_GO_WRONG: dict[str, Callable[[Walks], bool]] = {
    "reopened twice": lambda walks: any(len(walk.case.rounds) > 2 for walk in walks),
    "agreed before": lambda walks: any(r.agreement for walk in walks for r in walk.case.rounds[:-1]),
    "void": lambda walks: K.VOIDED in kinds(walks),
    "merged": lambda walks: K.MERGED_INTO in kinds(walks),
    "undone": lambda walks: K.UNDONE in kinds(walks),
    "other mediation": lambda walks: any(walk.case.mediation_kind != "people" for walk in walks),
    "difficult": lambda walks: any(walk.case.difficulty == "difficult" for walk in walks),
    "major": lambda walks: any(walk.case.difficulty == "major" for walk in walks),
    "averted after the end": lambda walks: any(averted_afterwards(walk) for walk in walks),
    "entrusted": lambda walks: len({walk.case.entruster for walk in walks}) > 2,
    "another village": lambda walks: "village" in corrected(walks),
    "another category": lambda walks: "category" in corrected(walks),
    "another source": lambda walks: {"source", "entruster"} <= corrected(walks),
    "answered": lambda walks: any(walk.case.governance for walk in walks),
    "a crowd": lambda walks: any((walk.case.people or 0) >= 500 for walk in walks),
    "handed down": lambda walks: K.HANDED_DOWN in kinds(walks),
}


def averted_afterwards(walk: Walk) -> bool:
    end = walk.case.rounds[0].concluded_on
    return bool(end) and any(averted.on > end for averted in walk.case.preventions)


def test_the_random_books_hold_what_may_go_wrong() -> None:
    met: set[str] = set()

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(books_of_walks())
    def look(walks: Walks) -> None:
        met.update(what for what, holds in MAY_GO_WRONG.items() if holds(walks))

    look()
    assert met == set(MAY_GO_WRONG)


# Cells worth a story


def test_a_village_that_left_the_roster_keeps_its_line() -> None:
    walks = (lived(1, entry=an_entry(village="v2", grid="g3")), lived(2))
    tables = tables_of(Walked(walks, SMALL_TOWN), MARCH)
    agree(tables, walks, SMALL_TOWN)
    assert [line.id for line in tables["balance"].lines] == ["v1", "v3", "", "v2", ""]


def test_a_reopened_dispute_is_counted_by_its_last_end_and_accepted_only_once() -> None:
    walk = lived(1, BY_HAND, K.CLOSED).act(K.REOPENED, day(3, 20)).act(K.SESSION_HELD).act(ORAL, day(4, 9))
    march, april = (tables_of(Walked((walk,)), period) for period in (MARCH, APRIL))
    agree(march, (walk,))
    agree(april, (walk,))
    assert shown(march["ministry"], "total", "success") == ["1", "0"]
    assert shown(april["ministry"], "total", "success", "oral", "written") == ["0", "1", "1", "0"]
    assert shown(april["balance"], "carried", "reopened", "agreed") == ["1", "0", "1"]


def test_what_a_month_ended_in_stays_what_it_was_when_the_dispute_comes_back_and_ends_otherwise() -> None:
    agreed = lived(1, BY_HAND, K.CLOSED).act(K.REOPENED, day(4, 2)).act(K.SESSION_HELD).act(ORAL, day(4, 9))
    failed = lived(2, FAILED, K.CLOSED).act(K.REOPENED, day(4, 2)).act(K.TRANSFERRED, day(4, 9))
    for period, printed in ((MARCH, ["0", "1", "1", "0"]), (APRIL, ["1", "0", "0", "1"])):
        tables = tables_of(Walked((agreed, failed)), period)
        agree(tables, (agreed, failed))
        forms = shown(tables["ministry"], "oral", "written")
        assert [*forms, *shown(tables["balance"], "failed", "transferred")] == printed


def test_a_dispute_refused_at_first_is_accepted_when_it_is_taken_up_after_all() -> None:
    walk = Walk.begun(an_entry(), day(3, 2)).act(K.NOT_ACCEPTED).act(K.CLOSED).act(K.REOPENED, day(4, 7))
    assert shown(table_of((walk,), MARCH, "ministry"), "total") == ["0"]
    assert shown(table_of((walk,), APRIL, "ministry"), "total") == ["1"]


def test_an_entry_made_in_error_is_no_dispute_of_the_countys_though_a_balance_carries_it() -> None:
    walk = Walk.begun(an_entry(), day(3, 2)).act(K.VOIDED, day(4, 7))
    assert shown(table_of((walk,), MARCH, "county"), "all", "unresolved") == ["0", "0"]
    assert shown(table_of((walk,), MARCH, "balance"), "own", "void", "open") == ["1", "0", "1"]
    assert shown(table_of((walk,), APRIL, "balance"), "carried", "void", "open") == ["1", "1", "0"]


def test_what_was_averted_in_a_dispute_that_was_none_is_not_counted() -> None:
    averted = happened.PreventionNoted(averted="crime", people=3, ground="当场劝住")
    walks = [Walk.begun(an_entry(), day(3, 2), serial).act(averted) for serial in (1, 2)]
    walks[1].act(K.VOIDED)
    tables = tables_of(Walked(walks), MARCH)
    agree(tables, walks)
    assert shown(tables["prevention"], "crime_cases", "crime_people") == ["1", "3"]


def out_of_a_book(folder: Path, period: Period, *walks: Walk) -> dict[str, Table]:
    with closing(a_book(folder, WIDE_TOWN)) as book:
        keep(book, walks)
        tables = tables_of(Present(book, SetClock.on(TODAY)), period)
    agree(tables, walks)
    return tables


def test_what_was_averted_long_after_the_end_comes_out_of_a_book_too(tmp_path: Path) -> None:
    averted = happened.PreventionNoted(averted="suicide", people=1, ground="连夜劝回")
    walk = begun(1, on=date(2025, 12, 1)).act(an_agreement(date(2025, 12, 1))).act(averted, day(1, 9))
    tables = out_of_a_book(tmp_path, Period.month(2026, 1), walk)
    assert shown(tables["prevention"], "suicide_cases", "screened") == ["1", "0"]


def test_the_year_to_date_comes_out_of_a_book_from_new_year_on(tmp_path: Path) -> None:
    january = begun(1, on=day(1, 5)).act(BY_HAND, day(1, 9))
    tables = out_of_a_book(tmp_path, MARCH, january, lived(2, BY_HAND))
    assert [figure.text for figure in tables["governance"].lines[0].figures] == ["0", "1", "1", "2"]


def test_what_was_averted_twice_is_one_case_and_all_its_persons() -> None:
    averted = happened.PreventionNoted(averted="group_fight", people=30, ground="当场劝住")
    another = averted.model_copy(update={"averted": Averted.CRIME, "people": 4})
    walk = lived(1, averted, another, averted, BY_HAND)
    agree(tables_of(Walked((walk,)), MARCH), (walk,))
    assert shown(table_of((walk,), MARCH, "prevention"), "group_fight_cases", "group_fight_people") == [
        "1",
        "60",
    ]


def test_a_dispute_of_fifty_parties_affects_fifty_though_nobody_wrote_a_number() -> None:
    crowd = tuple(PARTIES[0].model_copy(update={"id": f"p{n}"}) for n in range(3, 51))
    walk = lived(1, entry=an_entry(parties=(*PARTIES, *crowd)))
    tables = tables_of(Walked((walk,)), MARCH)
    agree(tables, (walk,))
    sizes = {str(line.name): line.figures[2].text for line in tables["governance"].lines}
    assert sizes["涉及矛盾纠纷人数（起数） 50至100人"] == "1"
    assert shown(tables["ministry"], "parties") == ["50"]


def test_a_dispute_that_had_a_case_already_is_counted_once() -> None:
    older, twin = lived(1), lived(2)
    twin.act(happened.MergedInto(target=older.case.id))
    tables = tables_of(Walked((older, twin)), MARCH)
    agree(tables, (older, twin))
    assert shown(tables["ministry"], "total") == shown(tables["county"], "all") == ["1"]


def test_only_peoples_mediation_enters_the_ministrys_table() -> None:
    walk = lived(1, BY_HAND, entry=an_entry(mediation_kind="administrative"))
    assert shown(table_of((walk,), MARCH, "ministry"), "total", "success") == ["0", "0"]
    assert shown(table_of((walk,), MARCH, "county"), "all") == ["1"]


@pytest.mark.parametrize(
    ("yuan", "printed"),
    [("49.99", "0.00"), ("50", "0.01"), ("150", "0.02"), ("250", "0.03"), ("1e8", "10000.00")],
)
def test_money_in_ten_thousands_is_rounded_with_halves_upwards(yuan: str, printed: str) -> None:
    walk = lived(1, entry=an_entry(amount=Decimal(yuan)))
    assert shown(table_of((walk,), MARCH, "ministry"), "amount") == [printed]


def test_amounts_are_added_first_and_rounded_once() -> None:
    walks = [lived(serial, entry=an_entry(amount=Decimal(50))) for serial in (1, 2)]
    assert shown(table_of(walks, MARCH, "ministry"), "amount") == ["0.01"]


def test_the_year_to_date_begins_with_the_year_in_which_the_period_ends() -> None:
    old, new = (Walk.begun(an_entry(applied_on=on), on, n) for n, on in enumerate(NEW_YEAR, start=1))
    tables = tables_of(Walked((old, new)), Period(*NEW_YEAR))
    agree(tables, (old, new))
    found = tables["governance"].lines[0].figures
    assert [figure.text for figure in found] == ["0", "2", "2", "1"]


NEW_YEAR = date(2025, 12, 31), date(2026, 1, 1)
