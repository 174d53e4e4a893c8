"""When cases were written down: in one go, late at the period's end, or from a ledger."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.figures.questions import Asked
from mediation_tui.model.period import Period
from tests.figures.questions.casebook import QUARTER, UPPER, Casebook, a_day, at

EVENING = a_day(30)


def entered(book: Casebook, number: int, minutes: int, by: str = "m1", **entry: str) -> set[str]:
    """Cases of different days, written down one after the other on one evening."""
    first = at(EVENING, 19)
    return {
        book.file(a_day(25 - n), by=by, at=first + n * timedelta(minutes=minutes), **entry)
        for n in range(number)
    }


def test_cases_written_down_one_after_the_other_are_asked_about() -> None:
    book = Casebook()
    made = entered(book, 5, 3)
    book.file(a_day(30), at=at(EVENING, 19, 16))
    assert book.asks(Asked.ENTRY_BURST) == made
    assert book.asked(Asked.ENTRY_BURST)[0].subject == UPPER


def test_cases_written_down_with_time_to_think_are_not() -> None:
    book = Casebook()
    entered(book, 9, 4)
    assert book.asks(Asked.ENTRY_BURST) is None


def test_two_people_writing_at_the_same_time_are_not_one_in_a_hurry() -> None:
    book = Casebook()
    entered(book, 4, 2)
    entered(book, 4, 2, by="o1")
    assert book.asks(Asked.ENTRY_BURST) is None


def test_a_ledger_brought_in_is_asked_about_once_and_not_case_by_case() -> None:
    book = Casebook()
    made = entered(book, 12, 0, imported_from="2025台账.xlsx 第3行")
    assert book.asks(Asked.IMPORTED) == made
    assert [question.id for question in book.questions().asked] == [Asked.IMPORTED]


def test_a_few_rows_brought_in_are_not_asked_about() -> None:
    book = Casebook()
    entered(book, 9, 0, imported_from="2025台账.xlsx 第3行")
    assert book.asks(Asked.IMPORTED) is None


def late(book: Casebook, number: int, written: date) -> set[str]:
    return {book.file(a_day(3 + n), at=at(written, 8 + n % 9, 50 * (n // 9))) for n in range(number)}


def test_late_entries_crowded_around_the_periods_end_are_asked_about() -> None:
    book = Casebook()
    made = late(book, 8, date(2026, 3, 28)) | late(book, 3, date(2026, 4, 7))
    late(book, 11, date(2026, 2, 20))
    assert book.asks(Asked.LATE_AT_END) == made
    (question,) = book.asked(Asked.LATE_AT_END)
    assert question.subject is None
    assert "50.0 %（11/22）" in str(question.sentence)
    assert "2026 年 3 月 31 日" in str(question.sentence)


def test_late_entries_spread_over_the_period_are_not() -> None:
    book = Casebook()
    late(book, 10, date(2026, 3, 28))
    late(book, 11, date(2026, 2, 20))
    assert book.asks(Asked.LATE_AT_END) is None


def test_prompt_entries_at_the_periods_end_are_not() -> None:
    book = Casebook()
    for n in range(18):
        book.file(date(2026, 3, 25), at=at(date(2026, 3, 30), 8 + n % 9, 50 * (n // 9)))
    assert book.asks(Asked.LATE_AT_END) is None


def test_a_week_is_too_short_to_have_an_end_of_its_own() -> None:
    book = Casebook()
    late(book, 12, date(2026, 1, 28))
    week = Period(a_day(1), a_day(21))
    assert book.asks(Asked.LATE_AT_END, week) is None
    assert book.asks(Asked.LATE_AT_END, Period(a_day(1), a_day(28)))
    assert book.asks(Asked.LATE_AT_END, QUARTER) is None
