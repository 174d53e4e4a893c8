"""A report is drafted, reviewed, signed and handed in; what was signed is never changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import InvalidEntry, MediationError, NotFound, Refused, Stale
from mediation_tui.model.events import EventKind
from mediation_tui.model.reporting import ReportState
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import FOLLOWS
from tests.builders import TODAY, Office, an_entry
from tests.engines import Shelf
from tests.reports import a_report

S = ReportState

STEPS: dict[ReportState, Callable[[Desk, str], object]] = {
    S.DRAFT: lambda desk, report: desk.recount_report(report, a_report(id=report)),
    S.REVIEWED: lambda desk, report: desk.review_report(report),
    S.ISSUED: lambda desk, report: desk.issue_report(report, "张司法", TODAY),
    S.SUBMITTED: lambda desk, report: desk.submit_report(report),
    S.RETURNED: lambda desk, report: desk.return_report(report, "口径不对"),
}
"""Each step, as a report in an empty book may take it."""


def at(office: Office, *states: ReportState) -> str:
    """A report that has taken some steps since its draft."""
    report = office.desk().draft_report(a_report()).report_id
    for state in states:
        STEPS[state](office.desk(), report)
    return report


def test_a_report_goes_from_draft_to_handed_in_and_keeps_what_it_says(office: Office) -> None:
    cases = [office.walk(), office.walk(EventKind.ACCEPTED)]
    said = a_report(cases, office.book)
    office.desk().draft_report(said)
    office.desk("o1").review_report(said.id, "已核对")
    office.desk("o1").issue_report(said.id, " 张司法 ", TODAY)
    office.desk("m1").submit_report(said.id)
    office.walk()
    draft, *others = office.book.steps(REPORTS, said.id)
    assert draft.report == said
    assert draft.report.digest == said.digest
    assert [(step.state, step.number, step.actor) for step in others] == [
        (S.REVIEWED, 2, "o1"),
        (S.ISSUED, 3, "o1"),
        (S.SUBMITTED, 4, "m1"),
    ]
    assert {step.digest for step in (draft, *others)} == {said.digest}
    assert (others[1].signer, others[1].signed_on, others[0].note) == ("张司法", TODAY, "已核对")
    assert list(office.book.check()) == []


def test_each_report_stands_in_one_line_and_the_last_one_touched_comes_first(office: Office) -> None:
    first, second = at(office), at(office, S.REVIEWED, S.ISSUED)
    assert [(head.id, head.state, head.number) for head in office.book.reports()] == [
        (second, S.ISSUED, 3),
        (first, S.DRAFT, 1),
    ]
    office.desk().review_report(first)
    touched, issued = office.book.reports()
    assert (touched.id, issued.signer, issued.signed_on) == (first, "张司法", TODAY)
    assert (issued.kind, issued.title, issued.first, issued.last) == (
        "statement",
        "2026年3月统计表",
        a_report().first,
        a_report().last,
    )


def test_a_draft_counted_again_has_to_be_reviewed_again(office: Office) -> None:
    report = at(office, S.REVIEWED)
    again = a_report([office.walk()], office.book, id=report)
    office.desk().recount_report(report, again)
    with pytest.raises(Refused, match="不能“签发”"):
        office.desk().issue_report(report, "张司法", TODAY)
    office.desk().review_report(report)
    assert office.desk().issue_report(report, "张司法", TODAY).digest == again.digest
    assert office.book.reports()[0].digest == again.digest


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(S), max_size=7))
def test_a_report_takes_the_steps_the_rules_allow_and_no_others(
    shelf: Shelf, wanted: Sequence[ReportState]
) -> None:
    with closing(shelf.book()) as book:
        office = Office(book, SetClock.on(TODAY, tick=timedelta(milliseconds=1)))
        report, state = at(office), S.DRAFT
        for step in wanted:
            before = book.steps(REPORTS, report)
            if step in FOLLOWS[state]:
                STEPS[step](office.desk(), report)
                state = step
                assert book.steps(REPORTS, report)[:-1] == before
            else:
                with pytest.raises(Refused):
                    STEPS[step](office.desk(), report)
                assert book.steps(REPORTS, report) == before
            assert book.reports()[0].state is state
        assert list(book.check()) == []


@pytest.mark.parametrize("after", [(), (S.SUBMITTED,), (S.SUBMITTED, S.RETURNED)])
def test_what_was_signed_takes_no_new_content(office: Office, after: tuple[ReportState, ...]) -> None:
    report = at(office, S.REVIEWED, S.ISSUED, *after)
    with pytest.raises(Refused, match=r"已经签发，内容不能再改|已被回退"):
        office.desk().recount_report(report, a_report(id=report))
    with pytest.raises(Refused, match="已经起过稿"):
        office.desk().draft_report(a_report(id=report))


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda desk, report: desk.issue_report(report, "", TODAY), "签发人和签发日期"),
        (lambda desk, report: desk.issue_report(report, "张司法", TODAY + timedelta(1)), "不能晚于今天"),
        (lambda desk, report: desk.issue_report(report, "张司法", TODAY - timedelta(1)), "不能早于截止时间"),
    ],
)
def test_a_signature_needs_a_name_and_a_day_that_can_be(
    office: Office, act: Callable[[Desk, str], object], sentence: str
) -> None:
    report = at(office, S.REVIEWED)
    with pytest.raises(Refused, match=sentence):
        act(office.desk(), report)
    assert len(office.book.steps(REPORTS, report)) == 2


def test_a_signer_is_one_line(office: Office) -> None:
    report = at(office, S.REVIEWED)
    with pytest.raises(InvalidEntry, match="换行"):
        office.desk().issue_report(report, "张\n司法", TODAY)


def test_a_return_says_why(office: Office) -> None:
    report = at(office, S.REVIEWED, S.ISSUED, S.SUBMITTED)
    with pytest.raises(Refused, match="写明原因"):
        office.desk().return_report(report, "")


def test_a_recount_is_of_the_same_table_and_period(office: Office) -> None:
    report = at(office)
    for other in (
        a_report(id=report, kind="ministry"),
        a_report(id=report, last=a_report().last - timedelta(1)),
    ):
        with pytest.raises(Refused, match="报表和期间不能变"):
            office.desk().recount_report(report, other)
    with pytest.raises(Refused, match="自己的内容"):
        office.desk().recount_report(report, a_report())


def test_nothing_is_counted_as_of_the_future(office: Office) -> None:
    later = office.clock.instant + timedelta(hours=1)
    with pytest.raises(Refused, match="不能在将来"):
        office.desk().draft_report(a_report(as_of=later))


def test_a_returned_report_is_answered_by_one_new_one(office: Office) -> None:
    returned = at(office, S.REVIEWED, S.ISSUED, S.SUBMITTED, S.RETURNED)
    answer = office.desk().draft_report(a_report(), supersedes=returned)
    assert answer.supersedes == returned
    office.desk().recount_report(answer.report_id, a_report(id=answer.report_id))
    office.desk().review_report(answer.report_id)
    assert office.book.reports()[0].supersedes == returned
    with pytest.raises(Refused, match="已经另起一份"):
        office.desk().draft_report(a_report(), supersedes=returned)
    assert list(office.book.check()) == []


def test_a_report_that_was_not_returned_is_not_answered(office: Office) -> None:
    issued = at(office, S.REVIEWED, S.ISSUED)
    returned = at(office, S.REVIEWED, S.ISSUED, S.SUBMITTED, S.RETURNED)
    for wrong, sentence in ((issued, "只有被回退"), ("nothing", "没有这份报告")):
        with pytest.raises(MediationError, match=sentence):
            office.desk().draft_report(a_report(), supersedes=wrong)
    with pytest.raises(Refused, match="同一种报告"):
        office.desk().draft_report(a_report(kind="ministry"), supersedes=returned)
    assert len(office.book.reports()) == 2


def test_a_step_on_what_was_not_seen_is_refused(office: Office) -> None:
    report = at(office)
    office.desk("o1").recount_report(report, a_report([office.walk()], id=report))
    with pytest.raises(Stale, match="刚被别人处理过") as refused:
        office.desk().review_report(report, seen=1)
    assert [step.number for step in refused.value.facts["steps"]] == [2]
    office.desk().review_report(report, seen=2)


def test_there_are_no_steps_of_no_report(office: Office) -> None:
    for ask in (
        partial(office.book.steps, REPORTS),
        office.desk().review_report,
        office.desk().submit_report,
    ):
        with pytest.raises(NotFound, match="没有这份报告"):
            ask("nothing")


def test_of_two_who_sign_at_once_one_does_and_the_other_is_told(office: Office, shelf: Shelf) -> None:
    report = at(office, S.REVIEWED)
    start = Barrier(2)

    def sign(actor: str) -> bool:
        with closing(shelf.open(office.book.location)) as book:
            desk = Desk(book, actor, office.clock)
            start.wait(timeout=30)
            try:
                desk.issue_report(report, actor, TODAY)
            except Refused:
                return False
            return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(sign, ("m1", "o1"))) == [False, True]
    assert [step.number for step in office.book.steps(REPORTS, report)] == [1, 2, 3]


def test_a_refused_step_writes_nothing_and_moves_no_position(office: Office) -> None:
    report = at(office)
    before = office.book.position()
    with pytest.raises(Refused):
        office.desk().submit_report(report)
    assert len(office.book.steps(REPORTS, report)) == 1
    office.desk().review_report(report)
    assert office.book.position() != before
    office.desk().register(an_entry())
