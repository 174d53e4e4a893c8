"""The same acts on every engine leave the same book, and every question is answered alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.bootstrap import book_in_the_making
from mediation_tui.model.events import EventKind
from mediation_tui.rules.registers import REPORTS
from mediation_tui.store.copying import bring_in, copy, export
from mediation_tui.store.filters import EVERYTHING, CaseFilter, Order
from mediation_tui.store.plain import PlainBook
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES
from tests.builders import TODAY, Office, Walk, keep
from tests.engines import Shelf
from tests.reports import a_report
from tests.store.test_filters import FILTERS
from tests.strategies import towns_of_walks


@pytest.fixture(scope="module")
def shelves(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shelf, Shelf]]:
    made = Shelf(tmp_path_factory.mktemp("alike")), Shelf(tmp_path_factory.mktemp("none"), postgres)
    yield made
    for shelf in made:
        shelf.close()


def documents(book: RecordsBook) -> dict[str, dict[int, object]]:
    """Every document of a book by table and id."""
    engine = book._engine
    return {shape.name: {row: json.loads(body) for row, body in engine.scan(shape.name)} for shape in SHAPES}


@settings(max_examples=12, deadline=None)
@given(towns_of_walks(most=6), st.data())
def test_two_engines_hold_the_same_and_answer_alike(
    shelves: tuple[Shelf, Shelf], walks: tuple[Walk, ...], data: st.DataObject
) -> None:
    one, other = (shelf.book() for shelf in shelves)
    with closing(one), closing(other):
        for book in (one, other):
            keep(book, walks)
        assert documents(one) == documents(other)
        assert one.heads() == other.heads()
        asked = [EVERYTHING, *(CaseFilter(**{name: data.draw(FILTERS[name])}) for name in FILTERS)]
        for chosen, order in product(asked, Order):
            assert one.page(chosen, order, 1, 4) == other.page(chosen, order, 1, 4), (chosen, order)
        for chosen in asked:
            assert list(one.facts(chosen)) == list(other.facts(chosen))
            assert one.totals(chosen) == other.totals(chosen)
            for by in (("village",), ("state", "category"), ("risk", "defaulted", "serial")):
                assert one.tally(by, chosen) == other.tally(by, chosen)
        instant = data.draw(st.sampled_from([event.recorded_at for walk in walks for event in walk.events]))
        assert list(one.facts_at(instant)) == list(other.facts_at(instant))
        assert one.unsound(None) == other.unsound(None) == ()
        assert [case.id for case in one.namesakes("马占龙", 9)] == [
            case.id for case in other.namesakes("马占龙", 9)
        ]


def test_a_book_moves_between_engines_and_tinydb_json_and_comes_back_the_same(
    shelves: tuple[Shelf, Shelf], tmp_path: Path
) -> None:
    embedded, shared = shelves
    office, plain, there, back = embedded.office(), tmp_path / "plain.json", shared.place(), embedded.place()
    case = office.walk(EventKind.ACCEPTED)
    office.walk()
    report = office.desk().draft_report(a_report([case], office.book)).report_id
    office.desk().review_report(report)
    with book_in_the_making(there) as new:
        assert copy(office.book, new)["events"] == 3  # type: ignore[arg-type]
    assert export(shared.open(there), plain)["cases"] == 2
    with book_in_the_making(back) as new:
        bring_in(PlainBook(plain), new)
    with closing(embedded.open(back)) as again:
        assert documents(again) == documents(office.book)  # type: ignore[arg-type]
        assert again.case(case.id) == case
        assert again.steps(REPORTS, report) == office.book.steps(REPORTS, report)
        assert again.reports() == office.book.reports()
        Office(again, office.clock).go_on(case, EventKind.NOTE_ADDED)
        Office(again, office.clock).desk().issue_report(report, "张司法", TODAY)
        assert list(again.check()) == []
