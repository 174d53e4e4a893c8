"""The made-up town reports its rounds as real villages do, and asks its lawyers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest

from mediation_tui.clock import SetClock, local_date
from mediation_tui.demo import write_demo
from mediation_tui.demo.registers import WEEKS
from mediation_tui.figures.registers import Registers, registers_of
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Discovery
from mediation_tui.rules.screening import Answer
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING

TODAY = date(2026, 6, 30)
PERIOD = Period(TODAY - timedelta(weeks=WEEKS), TODAY)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBook]:
    path = tmp_path_factory.mktemp("demo") / "town.book"
    write_demo(path, cases=120, today=TODAY)
    with closing(EmbeddedBook(path)) as book:
        yield book


@pytest.fixture(scope="module")
def registers(town: EmbeddedBook) -> Registers:
    return registers_of(town, PERIOD, SetClock.on(TODAY).today())


def test_villages_report_with_gaps_and_mostly_zero(registers: Registers) -> None:
    assert registers.marks
    answers = [mark.answer for mark in registers.marks]
    assert len(answers) == 31 * WEEKS
    assert 0.03 < answers.count(Answer.MISSING) / len(answers) < 0.3
    assert answers.count(Answer.ZERO) > answers.count(Answer.REPORTED) > 0


def test_disputes_that_screening_found_name_their_round(town: EmbeddedBook, registers: Registers) -> None:
    rounds = {each.id: each.round for each in registers.rounds or ()}
    found = [
        facts
        for facts in town.facts(EVERYTHING)
        if facts.discovery is Discovery.SCREENING and facts.village and facts.registered_on in PERIOD
    ]
    named = [facts for facts in found if facts.screening]
    assert named
    for facts in named:
        assert facts.screening
        told = rounds[facts.screening]
        assert (told.village, told.zero) == (facts.village, False)
        assert (facts.found_on or facts.registered_on) in told.period


def test_people_ask_and_nothing_is_written_today_or_later(town: EmbeddedBook, registers: Registers) -> None:
    assert registers.questions
    assert len({each.question.adviser for each in registers.questions}) > 3
    assert any(each.question.asker.name is None for each in registers.questions)
    for each in (*registers.questions, *(registers.rounds or ())):
        assert local_date(each.touched_at) < TODAY
    assert list(town.check()) == []
