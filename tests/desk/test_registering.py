"""A dispute is entered and gets its number for ever."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.errors import InvalidEntry, NotFound, Refused
from mediation_tui.model.events import EventKind
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Level, State
from mediation_tui.store.filters import EVERYTHING
from tests.builders import PEOPLE, TODAY, TOWN, Office, an_entry, from_outside, valid

K = EventKind


def numbers(office: Office, *villages: str | None) -> list[str]:
    """Register one dispute in each place."""
    entries = [an_entry(village=village, grid=None) if village else from_outside() for village in villages]
    return [office.desk().register(entry).number for entry in entries]


def test_a_registered_dispute_is_in_the_book_with_everything_that_was_entered(office: Office) -> None:
    entry = an_entry(amount="2000.50", people=12)
    case = office.desk("o1").register(entry)
    stored = office.book.case(case.id)
    assert stored == case
    assert {name: getattr(stored, name) for name in type(entry).model_fields} == dict(entry)
    assert (stored.state, stored.registered_by, stored.received_on) == (State.REGISTERED, "o1", TODAY)


def test_committees_that_write_their_numbers_alike_share_one_series(office: Office) -> None:
    assert numbers(office, "v1", "v2", None, "v1") == [
        "（2026）共和民调字第1号",
        "（2026）共和民调字第2号",
        "（2026）共和民调字第3号",
        "（2026）共和民调字第4号",
    ]
    assert office.book.find("(2026) 共和民调字第 003 号")


def test_a_committee_with_a_template_of_its_own_has_a_series_of_its_own(office: Office) -> None:
    assert numbers(office, "v3", "v1", "v3") == [
        "共和南坡调〔2026〕001号",
        "（2026）共和民调字第1号",
        "共和南坡调〔2026〕002号",
    ]


def test_a_series_begins_anew_each_year_by_the_date_of_registration(office: Office) -> None:
    desk = office.desk()
    assert desk.register(an_entry(applied_on=date(2025, 12, 1)), date(2025, 12, 31)).number.startswith(
        "（2025）"
    )
    assert desk.register(an_entry()).number == "（2026）共和民调字第1号"
    assert desk.register(an_entry(applied_on=date(2025, 12, 1)), date(2025, 12, 30)).serial == 2


def test_a_voided_number_is_never_given_again(office: Office) -> None:
    first = office.walk(K.VOIDED)
    second = office.desk().register(an_entry())
    assert (first.serial, second.serial) == (1, 2)


def test_a_dispute_at_the_town_desk_is_the_town_committees_whatever_village_it_is_from(
    office: Office,
) -> None:
    case = office.desk().register(an_entry(level_received=Level.TOWN))
    assert (case.committee, case.village) == ("c0", "v1")


def test_a_number_that_was_kept_elsewhere_stays_as_it_is_printed(office: Office) -> None:
    case = office.desk().register(an_entry(), number="湟中调2026-7")
    assert (case.number, case.serial) == ("湟中调2026-7", None)
    assert office.desk().register(an_entry()).serial == 1


def test_a_number_of_the_series_that_was_kept_elsewhere_moves_the_series_on(office: Office) -> None:
    case = office.desk().register(an_entry(), number="(2026)共和民调字第017号")
    assert (case.number, case.year, case.serial) == ("(2026)共和民调字第017号", 2026, 17)
    assert office.desk().register(an_entry()).serial == 18


@pytest.mark.parametrize("spelt", ["（2026）共和民调字第1号", "[2026] 共和民调字第001号"])
@pytest.mark.parametrize("village", ["v1", "v2"])
def test_a_number_that_is_taken_in_the_series_is_refused_however_it_is_spelt(
    office: Office, spelt: str, village: str
) -> None:
    office.desk().register(an_entry())
    with pytest.raises(Refused, match="已经有了"):
        office.desk().register(an_entry(village=village, grid=None), number=spelt)
    assert office.book.count(EVERYTHING) == 1


def test_two_committees_with_different_series_may_have_numbered_alike_elsewhere(office: Office) -> None:
    office.desk().register(an_entry(), number="甲1")
    office.desk().register(an_entry(village="v3", grid=None), number="甲1")
    with pytest.raises(NotFound, match="不止一件"):
        office.book.find("甲1")


@pytest.mark.parametrize("number", ["", "   ", "第1号\x07", "长" * 300])
def test_a_number_that_cannot_be_printed_is_refused(office: Office, number: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        office.desk().register(an_entry(), number=number)
    assert [problem.field for problem in refused.value.problems] == ["number"]
    assert office.book.count(EVERYTHING) == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"village": "v9", "grid": None}, "village"),
        ({"village": "v9"}, "village"),
        ({"grid": "g3"}, "grid"),
        ({"grid": "g9"}, "grid"),
    ],
)
def test_a_place_that_is_not_on_the_roster_is_refused(
    office: Office, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidEntry) as refused:
        office.desk().register(an_entry(**changes))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert office.book.count(EVERYTHING) == 0


def test_a_village_without_a_committee_is_said_and_nothing_is_written(office: Office) -> None:
    office.desk().keep_roster(Town(name="共和镇", office="司法所", villages=TOWN.villages), PEOPLE)
    with pytest.raises(NotFound, match="还没有调委会"):
        office.desk().register(an_entry())
    assert office.book.count(EVERYTHING) == 0


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), TODAY - timedelta(days=31)])
def test_a_dispute_is_not_registered_tomorrow_nor_before_it_was_applied_for(office: Office, on: date) -> None:
    with pytest.raises(InvalidEntry):
        office.desk().register(an_entry(), on)
    assert office.book.count(EVERYTHING) == 0


def test_a_dispute_written_down_late_is_known_to_be_late(office: Office) -> None:
    case = office.desk().register(an_entry(), TODAY - timedelta(days=9))
    assert case.registration_lag == 9
    assert office.book.rules.is_late(case.registration_lag)


@pytest.mark.parametrize(
    "text",
    ["见附件[/path] [bold", "'; DROP TABLE cases; --", "﹏😀㐀𠮷", "第一行\n第二行", "０１２３", "%_\\"],
)
def test_whatever_is_told_comes_back_as_it_was_told(office: Office, text: str) -> None:
    case = office.desk().register(an_entry(summary=text))
    assert office.book.case(case.id).summary == text
    assert list(office.book.check()) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["v1", "v2", "v3", None, "void"]), max_size=8))
def test_no_number_is_ever_given_twice(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str | None]
) -> None:
    office = Office.opened(tmp_path_factory.mktemp("numbers"))
    given_: list[str] = []
    for step in steps:
        if step != "void":
            given_ += numbers(office, step)
        elif given_:
            case = office.book.case(office.book.find(given_[-1]))
            if case.state is State.REGISTERED:
                office.desk().record(case.id, valid(K.VOIDED, case, TODAY))
    office.book.close()
    assert len(set(given_)) == len(given_)
