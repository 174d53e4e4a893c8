"""What every book promises, whatever engine holds it."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings

from mediation_tui.errors import BookError, NotFound
from mediation_tui.model.events import EventKind
from mediation_tui.model.fold import fold
from mediation_tui.model.party import Party
from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import Role, Side
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.book import Totals
from mediation_tui.store.filters import EVERYTHING, CaseFilter, Order
from tests.builders import PEOPLE, TODAY, TOWN, Office, Walk, an_entry, keep
from tests.engines import Shelf
from tests.strategies import towns_of_walks

K = EventKind


@settings(max_examples=20, deadline=None)
@given(towns_of_walks())
def test_what_was_written_is_what_is_read_also_after_opening_again(
    shelf: Shelf, walks: tuple[Walk, ...]
) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks)
    with closing(shelf.open(book.location)) as again:
        for walk in walks:
            assert again.case(walk.case.id) == walk.case
            events = again.events(walk.case.id)
            assert [event.data for event in events] == [event.data for event in walk.events]
            assert fold(events) == walk.case
        assert {facts.id: facts for facts in again.facts(EVERYTHING)} == {
            walk.case.id: walk.facts() for walk in walks
        }
        ids = sorted(walk.case.id for walk in walks)
        assert list(again.events_of([*ids, "nothing"])) == [again.events(case_id) for case_id in ids]
        assert list(again.check()) == []


def test_a_new_book_knows_its_office_and_holds_no_case(office: Office) -> None:
    book = office.book
    assert (book.town, book.people, book.rules, book.origin) == (TOWN, PEOPLE, shipped_rules(), "o1")
    assert book.totals(EVERYTHING) == Totals(0, 0, Decimal(0))
    assert book.page(EVERYTHING, Order.NEWEST, 0, 10) == ()
    assert book.tally(("village",), EVERYTHING) == {}
    assert list(book.check()) == []


def test_a_book_is_not_made_where_something_is(office: Office, shelf: Shelf) -> None:
    with pytest.raises(BookError, match="已经存在"):
        shelf.create(office.book.location, origin="o2")
    assert office.book.origin == "o1"


@pytest.mark.parametrize(
    "spelt",
    [
        "（2026）共和民调字第1号",
        "(2026)共和民调字第1号",
        "〔2026〕 共和民调字第 01 号",
        "【２０２６】共和民调字第００１号",
    ],
)
def test_a_case_is_found_by_its_number_in_any_spelling(office: Office, spelt: str) -> None:
    case = office.walk()
    assert office.book.find(spelt) == case.id
    assert office.book.find(case.id) == case.id


@pytest.mark.parametrize("text", ["", "（2026）共和民调字第2号", "%", "nothing"])
def test_what_means_no_case_is_not_found(office: Office, text: str) -> None:
    office.walk()
    with pytest.raises(NotFound, match="没有这件案件"):
        office.book.find(text)


def test_there_are_no_events_of_no_case(office: Office) -> None:
    assert office.book.events("nothing") == ()


def test_the_position_changes_with_every_write_and_with_no_read(office: Office) -> None:
    positions = [office.book.position()]
    case = office.walk()
    positions.append(office.book.position())
    office.go_on(case, K.ACCEPTED)
    positions.append(office.book.position())
    office.desk().keep_roster(TOWN, PEOPLE)
    positions.append(office.book.position())
    assert len(set(positions)) == 4
    office.book.page(EVERYTHING, Order.NEWEST, 0, 10)
    list(office.book.check())
    assert office.book.position() == positions[-1]


def test_money_is_summed_to_the_fen(office: Office) -> None:
    for amount in ("0.01", "0.02", "999999999999.99", None):
        office.desk().register(an_entry(amount=amount, people=3 if amount is None else None))
    totals = office.book.totals(EVERYTHING)
    assert totals == Totals(4, 9, Decimal("1000000000000.02"))
    assert type(totals.people) is int


def test_a_tally_counts_by_any_facts(office: Office) -> None:
    office.walk(K.ACCEPTED)
    office.walk()
    office.desk().register(an_entry(village="v2", grid=None))
    assert office.book.tally(("village", "state"), EVERYTHING) == {
        ("v1", "accepted"): 1,
        ("v1", "registered"): 1,
        ("v2", "registered"): 1,
    }
    assert office.book.tally(("category",), CaseFilter(village="v2")) == {("neighbours",): 1}


def named(name: str, minor: bool = False) -> tuple[Party, Party]:
    return (
        Party(id="p1", side=Side.APPLICANT, name=name, minor=minor),
        Party(id="p2", side=Side.RESPONDENT, name="李玉"),
    )


def test_namesakes_bear_exactly_that_name_and_the_latest_comes_first(office: Office) -> None:
    desk = office.desk()
    old = desk.register(an_entry(parties=named("马占龙")), TODAY - timedelta(days=3))
    desk.register(an_entry(parties=named("马占龙飞")))
    new = desk.register(an_entry(parties=named("马占龙")))
    assert [case.id for case in office.book.namesakes("马占龙", 5)] == [new.id, old.id]
    assert [case.id for case in office.book.namesakes("马占龙", 1)] == [new.id]
    assert office.book.namesakes("占龙", 5) == ()
    assert office.book.namesakes("", 5) == ()


@pytest.mark.parametrize(
    "name", ["才让·卓玛", "㐀𠮷", "Ｍａ Ｌｏｎｇ", "MA Long", "中国农业银行（共和支行）"]
)
def test_a_namesake_is_found_however_the_name_is_written(office: Office, name: str) -> None:
    case = office.desk().register(an_entry(parties=named(name)))
    assert [found.id for found in office.book.namesakes(case.parties[0].name, 5)] == [case.id]


def test_a_minors_namesake_is_found_though_no_list_shows_the_name(office: Office) -> None:
    case = office.desk().register(an_entry(parties=named("马小龙", minor=True)))
    assert [found.id for found in office.book.namesakes("马小龙", 5)] == [case.id]
    assert office.book.namesakes("马大龙", 5) == ()


def test_another_roster_replaces_the_present_one_and_touches_no_case(office: Office) -> None:
    case = office.walk()
    people = (*PEOPLE, Person(id="m9", role=Role.MEDIATOR, name="祁生莲"))
    office.desk().keep_roster(TOWN.model_copy(update={"name": "共和新镇"}), people)
    assert (office.book.town.name, office.book.people) == ("共和新镇", people)
    assert office.book.case(case.id) == case
    assert list(office.book.check()) == []


def test_other_rules_move_every_cases_limits_at_once(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    clocks = tuple(
        rule.model_copy(update={"limit": 2}) if rule.id == "general" else rule
        for rule in shipped_rules().clocks
    )
    before = office.book.page(EVERYTHING, Order.NEWEST, 0, 1)[0]
    office.desk().set_rules(shipped_rules().model_copy(update={"clocks": clocks}))
    after = office.book.page(EVERYTHING, Order.NEWEST, 0, 1)[0]
    assert (str(before.term_due), str(after.term_due)) == ("2026-04-02", "2026-05-06")
    assert after.due_on == after.term_due
    assert office.book.case(case.id) == case
    assert list(office.book.check()) == []


def refuse_new_rules(office: Office) -> None:
    """Set other rules in an act that fails as a whole."""
    with office.desk().together():
        office.desk().set_rules(shipped_rules().model_copy(update={"silent_after_days": 99}))
        assert office.book.rules.silent_after_days == 99
        office.desk().undo("nothing")


def test_rules_that_were_not_kept_are_forgotten_also_when_others_come_from_elsewhere(
    office: Office, shelf: Shelf
) -> None:
    with pytest.raises(NotFound):
        refuse_new_rules(office)
    with closing(shelf.open(office.book.location)) as elsewhere, elsewhere.writing() as writing:
        writing.save_rules(shipped_rules().model_copy(update={"silent_after_days": 5}))
    assert office.book.rules.silent_after_days == 5
