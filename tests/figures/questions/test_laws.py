"""What holds for questions of every book: same book, same questions; nobody's name; each asked once, with its cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui import i18n
from mediation_tui.clock import SetClock
from mediation_tui.errors import InvalidEntry
from mediation_tui.figures.questions import Asked, Question, Thresholds, read_questions
from mediation_tui.model.period import Period
from tests.builders import PEOPLE, PHONE, Walk
from tests.figures.questions.casebook import QUARTER, Casebook, a_day
from tests.strategies import LAST_DAY, modest, periods, towns_of_walks

TINY = Fraction(1, 10**6)
EAGER = {
    limit.name: TINY if isinstance(limit.default, Fraction) else 1
    for limit in fields(Thresholds)
    if limit.name not in {"unperformed_days", "burst_minutes", "late_at_end_days"}
}
"""Limits under which whatever is noticed is asked about."""

Walks = tuple[Walk, ...]


def a_book(walks: Walks) -> Casebook:
    later = SetClock.on(LAST_DAY + timedelta(days=800)).now()
    return Casebook(as_of=later, histories={walk.case.id: tuple(walk.events) for walk in walks})


@contextmanager
def speaking(language: i18n.Language) -> Iterator[None]:
    i18n.use(language)
    try:
        yield
    finally:
        i18n.use("zh")


def said(question: Question) -> str:
    return f"{question.sentence} {question.why}"


@modest
@given(towns_of_walks(), periods(), st.integers())
def test_questions_do_not_depend_on_the_order_of_the_cases(walks: Walks, period: Period, seed: int) -> None:
    shuffled = list(walks)
    Random(seed).shuffle(shuffled)
    assert a_book(walks).questions(period, **EAGER) == a_book(tuple(shuffled)).questions(period, **EAGER)


@modest
@given(towns_of_walks(), periods())
def test_a_place_is_asked_the_same_thing_once_and_only_about_its_periods_cases(
    walks: Walks, period: Period
) -> None:
    asked = a_book(walks).questions(period, **EAGER).asked
    assert len({(question.id, question.subject) for question in asked}) == len(asked)
    assert [question.id for question in asked] == sorted((q.id for q in asked), key=list(Asked).index)
    counted = {w.case.id for w in walks if not w.case.void_on and _in_period(w, period)}
    assert all(question.cases and question.cases <= counted for question in asked)


def _in_period(walk: Walk, period: Period) -> bool:
    dates = (walk.case.received_on, *(each.concluded_on for each in walk.case.rounds))
    return any(day in period for day in dates)


@modest
@given(towns_of_walks(), periods())
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_question_names_anybody(language: i18n.Language, walks: Walks, period: Period) -> None:
    people = {party.name for walk in walks for party in walk.case.parties} | {p.name for p in PEOPLE}
    with speaking(language):
        words = "".join(map(said, a_book(walks).questions(period, **EAGER).asked))
    assert not [name for name in (*people, PHONE) if name in words]


def test_a_question_is_asked_from_what_was_written_by_then() -> None:
    book = Casebook()
    for _ in range(8):
        book.settled(a_day(5), a_day(5))
    before = replace(book, as_of=SetClock.on(a_day(4)).now())
    assert book.asks(Asked.SAME_DAY)
    with pytest.raises(InvalidEntry, match="还没有开始"):
        before.questions(Period(a_day(5), a_day(31)))
    at_noon = replace(book, as_of=SetClock.on(a_day(5), hour=12).now())
    assert at_noon.asks(Asked.SAME_DAY) is None
    by_three = replace(book, as_of=SetClock.on(a_day(5), hour=15).now())
    assert by_three.asks(Asked.SAME_DAY) == set(list(book.histories)[:6])


def test_whoever_is_watching_hears_of_the_beginning_and_the_end() -> None:
    book = Casebook()
    for _ in range(150):
        book.file(a_day(5))
    heard: list[tuple[int, int]] = []
    read_questions(book, QUARTER, lambda done, of: heard.append((done, of)))
    assert heard == [(0, 150), (100, 150), (150, 150)]


def test_an_empty_book_leaves_nothing_to_ask() -> None:
    assert Casebook().questions().asked == ()
    assert Casebook().questions(**EAGER).asked == ()
