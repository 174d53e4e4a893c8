"""Whatever people do at the desk, in whatever order, the book stays true to its events."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mediation_tui.errors import MediationError, Refused, Stale
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.fold import effective, fold
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import UNRESOLVED
from mediation_tui.rules import guards, lifecycle
from mediation_tui.store.filters import EVERYTHING
from tests.builders import Office, apart_from_version, valid
from tests.strategies import FIRST_DAY, acts, registrations


class Life(RuleBasedStateMachine):
    """An office at work: it registers, acts, takes back, merges, and is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office.opened(self.folder, FIRST_DAY)
        self.cases: list[str] = []

    def drawn(self, data: st.DataObject) -> Case:
        return self.office.book.case(data.draw(st.sampled_from(self.cases)))

    @initialize(data=st.data())
    def open_the_first(self, data: st.DataObject) -> None:
        self.register(data)

    @rule(data=st.data())
    def register(self, data: st.DataObject) -> None:
        today = self.office.clock.today()
        case = self.office.desk().register(data.draw(registrations(today)))
        assert case.number not in {self.office.book.case(other).number for other in self.cases}
        self.cases.append(case.id)

    @rule(days=st.integers(1, 30))
    def let_days_pass(self, days: int) -> None:
        self.office.clock.instant += timedelta(days=days)

    @rule(data=st.data(), actor=st.sampled_from(["m1", "m2"]))
    def act(self, data: st.DataObject, actor: str) -> None:
        case = self.drawn(data)
        if not lifecycle.possible(case):
            return
        act = data.draw(acts(case, self.office.clock.today()))
        if act.kind is EventKind.OBLIGATION_DEFAULTED:
            self.office.clock.instant += timedelta(days=61)
        after = self.office.desk(actor).record(case.id, act, seen=case.version)
        assert after.state in lifecycle.TABLE[act.kind].to | {case.state}
        assert after.version == case.version + 1

    @rule(data=st.data(), kind=st.sampled_from(EventKind), days=st.integers(-3, 1))
    def try_anything(self, data: st.DataObject, kind: EventKind, days: int) -> None:
        case, book = self.drawn(data), self.office.book
        act = happened.NoteAdded(text="试").model_copy(update={"kind": kind})
        if lifecycle.is_possible(case, kind):
            act = happened.NoteAdded(text="试")
        before = book.position(), book.events(case.id), case
        refusal, on = None, self.office.clock.today() + timedelta(days=days)
        try:
            self.office.desk().record(case.id, act, on)
        except MediationError as error:
            refusal = error
        if refusal:
            assert "{" not in str(refusal)
            assert (book.position(), book.events(case.id), book.case(case.id)) == before
        else:
            assert book.events(case.id)[-1].data == act
            assert book.case(case.id).state is case.state

    @rule(data=st.data(), actor=st.sampled_from(["m1", "m2"]))
    def take_back(self, data: st.DataObject, actor: str) -> None:
        case = self.drawn(data)
        events = self.office.book.events(case.id)
        try:
            last = guards.undoable(events, actor)
        except Refused:
            with pytest.raises(Refused):
                self.office.desk(actor).undo(case.id)
            return
        after = self.office.desk(actor).undo(case.id)
        left = [event for event in effective(events) if event.id != last.id]
        assert apart_from_version(after) == apart_from_version(fold(left))

    @precondition(lambda self: len(self.cases) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        one, other = sorted(
            (self.drawn(data), self.drawn(data)), key=lambda case: (case.received_on, case.id)
        )
        if one.id == other.id or one.void_on or other.state not in UNRESOLVED:
            return
        merged = self.office.desk().record(other.id, happened.MergedInto(target=one.id))
        assert merged.merged_into == one.id
        assert self.office.book.case(one.id) == one

    @rule(data=st.data())
    def come_too_late(self, data: st.DataObject) -> None:
        case = self.drawn(data)
        with pytest.raises(Stale):
            self.office.desk().record(case.id, valid(EventKind.NOTE_ADDED, case, case.last_on), seen=0)

    @invariant()
    def every_case_is_the_fold_of_its_events(self) -> None:
        for case_id in self.cases:
            assert self.office.book.case(case_id) == fold(self.office.book.events(case_id))

    def teardown(self) -> None:
        book = self.office.book
        assert list(book.check()) == []
        assert book.count(EVERYTHING) == len(self.cases)
        for period in (
            Period.month(FIRST_DAY.year, FIRST_DAY.month),
            Period(FIRST_DAY, self.office.clock.today()),
        ):
            PeriodFigures(Present(book, self.office.clock), period).statement()
        book.close()
        shutil.rmtree(self.folder)


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
