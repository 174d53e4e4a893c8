"""What became of a signed report, figure by figure: late entries (补录) apart from corrections (更正)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui import i18n
from mediation_tui.clock import SetClock
from mediation_tui.errors import MediationError
from mediation_tui.figures.issued.drafting import Wanted, drafted_report
from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.issued.since import Since
from mediation_tui.figures.lines import By
from mediation_tui.model import events as happened
from mediation_tui.model.events import Correctable, EventData, EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.reporting import Report
from mediation_tui.model.vocabulary import Averted, Category, Exit, FailureReason, Level
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import drafted
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import Office, Walk, an_agreement, an_entry
from tests.figures.known import a_quarter
from tests.figures.signing import JUNE, LATER, RELAPSE, SIGNED_ON, Signing, at, the_office

K = EventKind
TO_COURT = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)


@pytest.fixture
def signing(tmp_path: Path) -> Iterator[Signing]:
    with the_office(tmp_path) as opened:
        yield opened


def test_a_dispute_entered_late_is_a_late_entry_in_every_figure_it_counts_in(signing: Signing) -> None:
    report = signing.sign()
    signing.later()
    late = signing.office.desk().register(an_entry(), JUNE)
    changes = signing.changes(report)
    assert {(change.line, change.column) for change in changes.changes} == {
        (line, column) for line in ("v1", "total") for column in ("received", "open", "late")
    }
    for change in changes.changes:
        assert (change.late, change.corrected) == ((late.id,), ())
    assert (at(changes, "received").before, at(changes, "received").after) == ("9", "10")
    assert changes.numbers == {late.id: late.number}


def test_an_agreement_of_the_period_written_down_afterwards_is_a_late_entry_too(signing: Signing) -> None:
    report = signing.sign()
    signing.later()
    signing.do(signing.case(1), an_agreement(JUNE), on=JUNE)
    changes = signing.changes(report)
    assert [changes.numbers[case] for case in at(changes, "by_grid").late] == ["（2026）共和民调字第1号"]
    assert (at(changes, "open").before, at(changes, "open").after) == ("2", "1")
    assert at(changes, "village.concluded").after == "66.7 %（4/6）"
    assert not any(change.corrected for change in changes.changes)


def test_a_failure_written_down_afterwards_is_late_in_what_every_share_is_counted_out_of(
    signing: Signing,
) -> None:
    report = signing.sign()
    signing.later()
    signing.do(signing.case(1), TO_COURT, on=JUNE)
    share = at(signing.changes(report), "village.concluded")
    assert (share.before, share.after) == ("60.0 %（3/5）", "50.0 %（3/6）")
    assert (share.late, share.corrected) == ((signing.case(1).id,), ())


def test_a_line_that_came_or_went_is_named_where_it_counts_anything(signing: Signing) -> None:
    report = signing.sign()
    elsewhere = {"line": "v9", "line_name": "旧村"}
    figures = tuple(
        figure.model_copy(update=elsewhere) if figure.line == "v1" else figure for figure in report.figures
    )
    changes = signing.changes(report.model_copy(update={"figures": figures}))
    went, came = at(changes, "received", "v9"), at(changes, "received", "v1")
    assert (went.line_name, went.before, went.after) == ("旧村", "5", "")
    assert (came.line_name, came.before, came.after) == ("上庄村", "", "5")
    counting = {
        figure.column for figure in report.figures if figure.line == "v1" if figure.cases or figure.whole
    }
    named = {(change.line, change.column) for change in changes.changes}
    assert named == {(line, column) for line in ("v1", "v9") for column in counting}


def test_a_corrected_fact_is_a_correction_where_it_leaves_and_where_it_arrives(signing: Signing) -> None:
    report = signing.sign(by=By.CATEGORY)
    signing.later()
    case = signing.case(2)
    signing.correct(case, {Correctable.CATEGORY: Category.LAND})
    changes = signing.changes(report)
    assert {change.line for change in changes.changes} == {"neighbours", "land"}
    for change in changes.changes:
        assert (change.late, change.corrected) == ((), (case.id,))


def test_what_is_undone_or_void_afterwards_is_a_correction(signing: Signing) -> None:
    case = signing.office.desk().register(an_entry(), JUNE)
    other = signing.case(1)
    signing.do(other, an_agreement(JUNE), on=JUNE)
    report = signing.sign()
    signing.office.on(SIGNED_ON + timedelta(days=1))
    signing.office.desk().undo(other.id)
    signing.later()
    signing.do(case, K.VOIDED, on=JUNE)
    changes = signing.changes(report)
    assert set(at(changes, "open").corrected) == {case.id, other.id}
    assert at(changes, "by_grid").corrected == (other.id,)
    assert not any(change.late for change in changes.changes)


def test_what_was_written_at_the_very_instant_was_known_and_the_last_day_is_of_the_period() -> None:
    walk = Walk.begun(an_entry(), JUNE).act(K.ACCEPTED)
    instant = walk.events[-1].recorded_at
    assert Since.of(walk.events, instant) == Since(new=False, added=(), taken_back=False)
    became = Since.of(walk.act(K.SESSION_HELD, LATER).events, instant)
    assert [became.is_late_entry(last) for last in (LATER - timedelta(days=1), LATER)] == [False, True]


def test_what_is_undone_and_entered_otherwise_is_a_correction() -> None:
    walk = Walk.begun(an_entry(), JUNE).act(K.ACCEPTED).act(K.SESSION_HELD)
    became = Since.of(walk.events, walk.events[-1].recorded_at)
    assert not became.says_otherwise
    became = Since.of(walk.undo().act(K.WITHDRAWN).events, walk.events[2].recorded_at)
    assert became.taken_back
    assert not became.is_late_entry(LATER)


def test_what_was_entered_and_taken_back_leaves_no_trace(signing: Signing) -> None:
    report = signing.sign()
    signing.later()
    signing.do(signing.case(1), an_agreement(JUNE), on=JUNE)
    signing.office.desk().undo(signing.case(1).id)
    signing.do(signing.case(1), K.NOTE_ADDED)
    assert signing.changes(report).changes == ()


def test_an_agreement_entered_late_once_more_after_an_undoing_is_still_a_late_entry(signing: Signing) -> None:
    report = signing.sign()
    signing.later()
    for _ in range(2):
        signing.do(signing.case(1), an_agreement(JUNE), on=JUNE)
        if signing.case(1).version == 5:
            signing.office.desk().undo(signing.case(1).id)
    assert at(signing.changes(report), "by_grid").late == (signing.case(1).id,)


def test_a_new_dispute_is_a_late_entry_though_it_was_corrected_since(signing: Signing) -> None:
    report = signing.sign()
    signing.later()
    late = signing.office.desk().register(an_entry(), JUNE)
    signing.correct(late, {Correctable.CATEGORY: Category.LAND})
    assert at(signing.changes(report), "received").late == (late.id,)


def test_what_happened_after_the_period_is_no_late_entry(signing: Signing) -> None:
    report = signing.sign()
    signing.later()
    case = signing.case(2)
    signing.do(case, RELAPSE)
    changes = signing.changes(report)
    assert {change.column for change in changes.changes} == {"village.kept", "town.kept"}
    for change in changes.changes:
        assert (change.late, change.corrected) == ((), (case.id,))


def test_a_sum_that_changed_names_the_case_that_changed_it(signing: Signing) -> None:
    signing.do(
        signing.case(2), happened.PreventionNoted(averted=Averted.CRIME, people=3, ground="持械"), on=JUNE
    )
    report, money = signing.sign("prevention"), signing.sign("ministry")
    signing.later()
    signing.do(
        signing.case(2), happened.PreventionNoted(averted=Averted.CRIME, people=2, ground="又一次"), on=JUNE
    )
    signing.do(signing.case(4), K.NOTE_ADDED)
    signing.correct(signing.case(3), {Correctable.AMOUNT: "70000"})
    persons = signing.changes(report)
    assert [(change.before, change.after) for change in persons.changes if change.line == "total"] == [
        ("3", "5")
    ]
    assert all(change.late == (signing.case(2).id,) for change in persons.changes)
    amount = at(signing.changes(money), "amount")
    assert (amount.before, amount.after, amount.corrected) == ("0.00", "7.00", (signing.case(3).id,))


def test_in_another_language_nothing_has_changed(signing: Signing) -> None:
    signed = [signing.sign(), signing.sign("ministry"), signing.sign("governance")]
    i18n.use("en")
    found = [signing.changes(report).changes for report in signed]
    i18n.use("zh")
    assert found == [(), (), ()]


def test_the_next_report_lists_what_became_of_the_one_before(signing: Signing) -> None:
    first = signing.sign()
    signing.office.desk().submit_report(first.id)
    signing.office.desk().return_report(first.id, "漏报")
    signing.later()
    late = signing.office.desk().register(an_entry(), JUNE)
    second = signing.draft()
    assert second.against == signing.changes(first)
    assert second.against.report == first.id
    assert at(second.against, "received").late == (late.id,)
    other = signing.draft("ministry")
    assert other.against is None


def test_a_report_of_the_next_quarter_looks_back_at_this_one(signing: Signing) -> None:
    first = signing.sign()
    signing.later()
    signing.office.desk().register(an_entry(), JUNE)
    wanted, period = Wanted(STATEMENT), Period.quarter(2026, 3)
    third = drafted_report(signing.office.book, signing.office.clock, wanted, period)
    assert third.against == signing.changes(first)


def looked_back_at(report: Report) -> str | None:
    return report.against.report if report.against else None


def test_a_report_looks_back_at_the_last_of_those_signed_before_it(signing: Signing) -> None:
    second_quarter = signing.sign()
    first_quarter = signing.sign(period=Period.quarter(2026, 1))
    assert looked_back_at(first_quarter) is None, "what was signed for a later period is not before it"
    for longer in (Period.half(2026, 1), Period.year(2026)):
        assert looked_back_at(signing.drafted(period=longer)) == first_quarter.id
    signing.office.desk().submit_report(second_quarter.id)
    signing.office.desk().return_report(second_quarter.id, "漏报")
    again = signing.sign()
    assert looked_back_at(again) == second_quarter.id
    signing.later()
    signing.draft()
    third_quarter = signing.drafted(period=Period.quarter(2026, 3))
    assert looked_back_at(third_quarter) == again.id, "neither the one that was returned nor a mere draft"


ACTS: Sequence[EventData | EventKind] = (
    an_agreement(JUNE, level_resolved=Level.VILLAGE),
    TO_COURT,
    RELAPSE,
    K.WITHDRAWN,
    K.VOIDED,
    K.NOTE_ADDED,
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = a_quarter(tmp_path_factory.mktemp("kept"))
    office.on(SIGNED_ON)
    Signing(office).sign()
    office.book.close()
    return Path(office.book.location)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_every_difference_is_named_with_the_cases_that_make_it(
    kept: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    copy = shutil.copy(kept, tmp_path_factory.mktemp("copy") / "o1.book")
    with closing(EmbeddedBook(Path(copy))) as book:
        office = Office(book, SetClock.on(LATER, tick=timedelta(milliseconds=1)))
        signing = Signing(office)
        (head,) = book.reports()
        signed = drafted(book.steps(REPORTS, head.id))
        touched = set()
        for serial in data.draw(st.sets(st.integers(1, 7), max_size=3)):
            case, act = signing.case(serial), data.draw(st.sampled_from(ACTS))
            try:
                signing.do(case, act, on=data.draw(st.sampled_from([JUNE, LATER])))
            except MediationError:
                continue
            touched.add(case.id)
        changes = signing.changes(signed)
        now = {(f.line, f.column): f for f in signing.draft().figures}
        for then in signed.figures:
            later = now[then.line, then.column]
            moved = {*then.cases} ^ {*later.cases} | {*(then.whole or ())} ^ {*(later.whole or ())}
            named = [c for c in changes.changes if (c.line, c.column) == (then.line, then.column)]
            assert bool(named) == (bool(moved) or then.value != later.value)
            for change in named:
                assert {*change.late, *change.corrected} == moved
                assert not {*change.late} & {*change.corrected}
                assert moved <= touched
