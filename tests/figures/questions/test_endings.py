"""How cases ended: satisfaction, signatures, performance, extensions, and what was changed afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mediation_tui.figures.questions import Asked
from mediation_tui.model import events as happened
from mediation_tui.model.events import Correctable, DetailsCorrected
from mediation_tui.model.vocabulary import Category, Channel, Paper, Performance, Source
from tests.builders import an_agreement
from tests.figures.questions.casebook import ACCEPTED, ASSIGNED, TALKED, Act, Casebook, a_day


def visited(book: Casebook, by: str, satisfied: bool | None = True) -> str:
    visit = happened.VisitMade(
        channel=Channel.PHONE,
        whom="双方",
        performance=Performance.DONE,
        satisfied=satisfied,
        satisfaction_recorded_by=by,
    )
    day = a_day(len(book.histories) + 1)
    return book.settled(day, None, Act(visit, day + timedelta(days=20)))


def test_satisfaction_mostly_written_down_by_those_who_mediated_is_asked_about() -> None:
    book = Casebook()
    own = {visited(book, by) for by in ("m1", "王生财", "王生财", "m1", "王生财")}
    for _ in range(5):
        visited(book, "张司法")
    assert book.asks(Asked.OWN_SATISFACTION) == own
    (question,) = book.asked(Asked.OWN_SATISFACTION)
    assert question.subject is None
    assert "50.0 %（5/10）" in str(question.sentence)


def test_satisfaction_mostly_written_down_by_others_is_not() -> None:
    book = Casebook()
    for by in (*["王生财"] * 5, *["李玉兰"] * 6):
        visited(book, by)
    assert book.asks(Asked.OWN_SATISFACTION) is None


def test_a_mediator_who_writes_down_that_people_were_not_satisfied_is_not_asked_why() -> None:
    book = Casebook()
    for _ in range(8):
        visited(book, "王生财", satisfied=False)
    assert book.asks(Asked.OWN_SATISFACTION) is None


def agreed(on: date, session: date, *acts: Act, accepted: date | None = None) -> tuple[Act, ...]:
    way = (Act(ACCEPTED, accepted or a_day(3)), Act(ASSIGNED, a_day(3)), Act(TALKED, session))
    return (*way, Act(an_agreement(on), on), *acts)


def test_agreements_dated_before_the_first_session_or_before_acceptance_are_asked_about() -> None:
    book = Casebook()
    paper = Act(happened.DocumentAttached(paper=Paper.AGREEMENT), a_day(7))
    made = {
        book.file(a_day(2), *agreed(a_day(8), a_day(9))),
        book.file(a_day(2), *agreed(a_day(12), a_day(12), accepted=a_day(13))),
        book.file(a_day(2), *agreed(a_day(12), a_day(9), paper)),
    }
    book.file(a_day(2), *agreed(a_day(9), a_day(9)))
    assert book.asks(Asked.SIGNED_EARLY) == made


def test_an_agreement_between_two_sessions_and_its_paper_are_not() -> None:
    book = Casebook()
    papers = (Act(happened.DocumentAttached(paper=Paper.EVIDENCE), a_day(4)),)
    later = Act(TALKED, a_day(12))
    book.file(a_day(2), *agreed(a_day(10), a_day(9), later, *papers))
    assert book.asks(Asked.SIGNED_EARLY) is None


DUE = a_day(1, 3)


def owing(book: Casebook, *acts: Act, due: date = DUE) -> str:
    day = a_day(5)
    way = (Act(ACCEPTED, day), Act(ASSIGNED, day), Act(TALKED, day), Act(an_agreement(day, due), day))
    return book.file(day, *way, *acts)


def test_agreements_long_due_with_nothing_to_show_are_asked_about() -> None:
    book = Casebook()
    made = {owing(book) for _ in range(5)}
    assert book.asks(Asked.UNPERFORMED) == made
    assert "到期超过 30 天" in str(book.asked(Asked.UNPERFORMED)[0].sentence)


AFTER = DUE + timedelta(days=3)


@pytest.mark.parametrize(
    "shown",
    [
        Act(happened.ObligationPerformed(obligation=1), AFTER),
        Act(happened.ObligationDefaulted(obligation=1), AFTER),
        Act(happened.DocumentAttached(paper=Paper.RECEIPT), AFTER),
        Act(happened.VisitMade(channel=Channel.PHONE, whom="双方", performance=Performance.PARTLY), AFTER),
    ],
    ids=lambda act: act.data.kind,
)
def test_whatever_shows_that_somebody_looked_answers_it(shown: Act) -> None:
    book = Casebook()
    for _ in range(4):
        owing(book)
    owing(book, shown)
    assert book.asks(Asked.UNPERFORMED) is None


def test_what_fell_due_only_lately_is_not_asked_about() -> None:
    book = Casebook()
    for _ in range(9):
        owing(book, due=book.known_on - timedelta(days=30))
    assert book.asks(Asked.UNPERFORMED) is None


def corrected(field: Correctable, before: str, after: str, on: date) -> Act:
    return Act(DetailsCorrected(field=field, before=before, after=after, reason="核对"), on)


def test_sources_and_categories_changed_after_the_end_are_asked_about() -> None:
    book = Casebook()
    source = corrected(Correctable.SOURCE, Source.APPLIED, Source.FOUND, a_day(20))
    category = corrected(Correctable.CATEGORY, Category.NEIGHBOURS, Category.OTHER, a_day(20))
    made = {book.settled(a_day(2), None, act) for act in (source, source, category)}
    assert book.asks(Asked.CHANGED_LATER) == made


def test_a_summary_put_right_after_the_end_or_a_source_before_it_is_not() -> None:
    book = Casebook()
    words = corrected(Correctable.SUMMARY, "因排水沟堵塞起争执。", "水沟", a_day(20))
    source = corrected(Correctable.SOURCE, Source.APPLIED, Source.FOUND, a_day(2))
    for _ in range(3):
        book.settled(a_day(2), None, words)
        book.file(
            a_day(2),
            source,
            Act(ACCEPTED, a_day(2)),
            Act(TALKED, a_day(3)),
            Act(an_agreement(a_day(3)), a_day(3)),
        )
    assert book.asks(Asked.CHANGED_LATER) is None


def extended(book: Casebook, until: date) -> str:
    longer = happened.ExtensionAgreed(until=a_day(20, 2), applicants_consent=True, respondents_consent=True)
    way = (
        Act(ACCEPTED, a_day(5)),
        Act(longer, a_day(6)),
        Act(TALKED, a_day(7)),
        Act(an_agreement(until), until),
    )
    return book.file(a_day(5), *way)


def test_a_quarter_without_one_case_past_its_term_but_full_of_extensions_is_asked_about() -> None:
    book = Casebook()
    made = {extended(book, a_day(18, 2)) for _ in range(4)}
    for day in range(1, 9):
        book.settled(a_day(day))
    assert book.asks(Asked.EXTENSIONS) == made


def test_a_quarter_that_shows_what_was_late_is_not() -> None:
    book = Casebook()
    for _ in range(4):
        extended(book, a_day(18, 2))
    extended(book, a_day(25, 2))
    for day in range(1, 9):
        book.settled(a_day(day))
    assert book.asks(Asked.EXTENSIONS) is None
