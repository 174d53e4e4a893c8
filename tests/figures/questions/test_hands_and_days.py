"""Who wrote a case and when it was opened and closed: worth a question where it is the rule, not where it happens."""

from __future__ import annotations

from datetime import date

from mediation_tui.figures.questions import Asked
from tests.builders import an_agreement
from tests.figures.questions.casebook import (
    ACCEPTED,
    ASSIGNED,
    CLOSED,
    TALKED,
    UPPER,
    Act,
    Casebook,
    a_day,
    at,
    days_of,
)


def written_by(book: Casebook, on: date, until: date, closer: str, written: date | None = None) -> str:
    """A case registered and concluded by m1, closed by somebody on a day, perhaps all written down at one go."""
    acts = [(ACCEPTED, on), (ASSIGNED, on), (TALKED, until), (an_agreement(until), until), (CLOSED, until)]
    moments = [at(written, 10, place) if written else None for place in range(6)]
    way = [
        Act(data, day, closer if data is CLOSED else "m1", moment)
        for (data, day), moment in zip(acts, moments[1:], strict=True)
    ]
    return book.file(on, *way, at=moments[0])


def test_cases_registered_and_closed_by_one_hand_at_one_go_are_asked_about() -> None:
    book = Casebook()
    made = {
        written_by(book, day, day.replace(day=28), "m1", day.replace(day=28))
        for day in days_of(1, range(5, 10))
    }
    book.settled(a_day(12))
    (question,) = book.asked(Asked.SAME_DAY_HAND)
    assert question.cases == made
    assert question.subject == UPPER
    assert str(question.sentence) == "上庄村有 5 件由同一人在同一天写下登记和结案，是事后一次补写的吗？"


def test_cases_closed_by_a_second_person_at_one_go_are_not() -> None:
    book = Casebook()
    for day in days_of(1, range(5, 15)):
        written_by(book, day, day, "o1", day)
    assert book.asks(Asked.SAME_DAY_HAND) is None


def test_four_such_cases_are_nothing_to_ask_about() -> None:
    book = Casebook()
    for day in days_of(1, range(5, 9)):
        written_by(book, day, day, "m1", day)
    assert book.asks(Asked.SAME_DAY_HAND) is None


def test_five_such_cases_among_fifty_are_nothing_either() -> None:
    book = Casebook()
    for day in days_of(1, range(5, 10)):
        written_by(book, day, day, "m1", day)
    for number in range(46):
        book.settled(a_day(1 + number % 20))
    assert book.asks(Asked.SAME_DAY_HAND) is None


def test_a_village_whose_files_only_one_person_ever_wrote_is_asked_about() -> None:
    book = Casebook()
    alone = {written_by(book, day, day.replace(day=28), "m1") for day in days_of(1, range(5, 15))}
    book.settled(a_day(3))
    assert book.asks(Asked.ONE_HAND) == alone
    assert "90.9 %（10/11）" in str(book.asked(Asked.ONE_HAND)[0].sentence)
    assert book.asks(Asked.SAME_DAY_HAND) is None


def test_a_village_where_every_third_file_is_closed_by_another_is_not() -> None:
    book = Casebook()
    for day in days_of(1, range(5, 17)):
        written_by(book, day, day.replace(day=28), "m1")
        if day.day % 3 == 0:
            book.settled(day)
    assert book.asks(Asked.ONE_HAND) is None


def test_nine_cases_opened_and_concluded_on_one_day_are_asked_about() -> None:
    book = Casebook()
    made = {book.settled(a_day(5, 3), a_day(5, 3)) for _ in range(9)}
    book.settled(a_day(5, 3), a_day(6, 3))
    book.settled(a_day(5, 3), a_day(5, 3), village="v2", grid="g3")
    assert book.asks(Asked.SAME_DAY) == made
    (question,) = book.asked(Asked.SAME_DAY)
    assert str(question.sentence) == "上庄村 2026 年 3 月 5 日一天内登记并调结 9 件，是集中补录吗？"


def test_a_village_with_several_such_days_is_asked_once() -> None:
    book = Casebook()
    made = {book.settled(day, day) for day in days_of(2, (3, 4, 4, 3, 3, 3, 4, 4, 3, 4, 4))}
    assert book.asks(Asked.SAME_DAY) == made
    said = str(book.asked(Asked.SAME_DAY)[0].sentence)
    assert said.startswith(
        "上庄村有 2 天每天登记并调结 5 件以上，共 11 件，最多的是 2026 年 2 月 4 日（6 件）"
    )


def test_small_quarrels_settled_on_the_spot_now_and_then_are_not_asked_about() -> None:
    book = Casebook()
    for day in days_of(3, (2, 2, 2, 2, 9, 9, 9, 9, 16, 16)):
        book.settled(day, day)
    assert book.asks(Asked.SAME_DAY) is None
