"""Putting details right, with what they said before kept."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from mediation_tui.errors import InvalidEntry, Refused
from mediation_tui.model import events as happened
from mediation_tui.model.events import Correctable, EventKind
from mediation_tui.model.vocabulary import Category, Entruster, Source
from tests.builders import TODAY, Office, an_entry

K = EventKind
C = Correctable


def test_a_correction_keeps_what_was_said_before_and_why(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    case = office.desk().correct(case.id, {C.CATEGORY: Category.LAND, C.AMOUNT: "300"}, "选错")
    assert (case.category, case.amount) == (Category.LAND, Decimal(300))
    first, second = (event.data for event in office.book.events(case.id)[2:])
    assert first == happened.DetailsCorrected(
        field=C.CATEGORY, before="neighbours", after="land", reason="选错"
    )
    assert second == happened.DetailsCorrected(field=C.AMOUNT, before=None, after="300", reason="选错")
    assert list(office.book.check()) == []


def test_the_application_date_is_never_overwritten(office: Office) -> None:
    case = office.walk()
    case = office.desk().correct(case.id, {C.APPLIED_ON: date(2026, 1, 5)}, "看错")
    assert case.applied_on == date(2026, 1, 5)
    registered = office.book.events(case.id)[0].data
    assert isinstance(registered, happened.Registered)
    assert registered.applied_on == TODAY - timedelta(days=30)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({C.SUMMARY: ""}, "必填"),
        ({C.CATEGORY: "weather"}, "不在可选的项目之内"),
        ({C.PEOPLE: 0}, "不应小于 1"),
        ({C.SOURCE: Source.ENTRUSTED}, "由哪个单位移送"),
        ({C.ENTRUSTER: Entruster.COURT}, "只有委托移送的案件才有移送单位"),
        ({C.APPLIED_ON: None}, "要写明申请日期"),
        ({C.APPLIED_ON: TODAY + timedelta(days=1)}, "不能晚于登记日期"),
        ({C.FOUND_ON: TODAY + timedelta(days=1)}, "不能晚于登记日期"),
        ({C.VILLAGE: "v9"}, "本镇没有这个村"),
        ({C.VILLAGE: "v2"}, "下河村没有这个网格"),
        ({C.VILLAGE: None}, "要写明是哪个村"),
        ({C.GRID: "g3"}, "上庄村没有这个网格"),
        ({C.CATEGORY: Category.NEIGHBOURS}, "没有改动"),
        ({C.CATEGORY: Category.LAND, C.PEOPLE: 0}, "不应小于 1"),
    ],
)
def test_a_correction_to_what_could_not_have_been_registered_leaves_no_trace(
    office: Office, changes: dict[Correctable, Any], sentence: str
) -> None:
    case = office.walk()
    with pytest.raises(InvalidEntry, match=sentence):
        office.desk().correct(case.id, changes, "错")
    assert office.book.case(case.id) == case
    assert len(office.book.events(case.id)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {C.VILLAGE: "v2", C.GRID: "g3"},
        {C.GRID: "g3", C.VILLAGE: "v2"},
        {C.VILLAGE: "v3", C.GRID: None},
        {C.SOURCE: Source.ENTRUSTED, C.ENTRUSTER: Entruster.COURT},
        {C.GRID: None},
        {C.APPLIED_ON: TODAY},
    ],
)
def test_details_that_belong_together_are_corrected_together(
    office: Office, changes: dict[Correctable, Any]
) -> None:
    case = office.desk().correct(office.walk().id, changes, "错")
    assert {field: getattr(case, field.value) for field in changes} == changes


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        (C.SOURCE, "applied", "entrusted"),
        (C.VILLAGE, "v1", "v2"),
        (C.CATEGORY, "neighbours", "weather"),
        (C.APPLIED_ON, "2026-01-31", "2026-03-03"),
    ],
)
def test_a_correction_written_by_hand_is_held_to_the_same(
    office: Office, field: Correctable, before: str, after: str
) -> None:
    case = office.walk()
    data = happened.DetailsCorrected(field=field, before=before, after=after, reason="错")
    with pytest.raises(InvalidEntry):
        office.desk().record(case.id, data)
    assert office.book.case(case.id) == case


def test_a_correction_needs_its_reason(office: Office) -> None:
    case = office.walk()
    with pytest.raises(InvalidEntry, match="必填"):
        office.desk().correct(case.id, {C.CATEGORY: Category.LAND}, " ")


def test_the_number_stays_whatever_village_the_case_turns_out_to_be_from(office: Office) -> None:
    case = office.walk()
    corrected = office.desk().correct(case.id, {C.VILLAGE: "v2", C.GRID: None}, "错")
    assert (corrected.number, corrected.committee) == (case.number, case.committee)


def test_nothing_is_corrected_in_a_file_put_away(office: Office) -> None:
    case = office.walk(K.ACCEPTED, K.SESSION_HELD, K.AGREEMENT_REACHED, K.CLOSED, K.ARCHIVED)
    with pytest.raises(Refused):
        office.desk().correct(case.id, {C.CATEGORY: Category.LAND}, "错")


def test_a_case_from_an_old_ledger_may_be_corrected_without_what_the_ledger_never_knew(
    office: Office,
) -> None:
    entry = an_entry(applied_on=None, parties=an_entry().parties[:1], imported_from="台账第 3 行")
    case = office.desk().register(entry)
    assert office.desk().correct(case.id, {C.CATEGORY: Category.LAND}, "错").category is Category.LAND
